#include "report/report_file.h"

#include "document/html.h"
#include "document/word.h"
#include "report/report_document.h"
#include "report/report_tables.h"
#include "report/workbook.h"

namespace xy::report {

std::optional<ReportForm> form_of(const std::filesystem::path& file) {
    const std::string ending = file.extension();
    static const std::map<std::string, ReportForm> forms{{".docx", ReportForm::docx},
                                                         {".xlsx", ReportForm::xlsx},
                                                         {".html", ReportForm::html},
                                                         {".json", ReportForm::json},
                                                         {".zip", ReportForm::csv}};
    const auto found = forms.find(ending);
    return found == forms.end() ? std::nullopt : std::optional(found->second);
}

std::optional<PeriodReport> make_report(store::Store& store, const content::Configuration& configuration,
                                        const Selection& selection, const ReportOptions& options,
                                        const Progress& progress) {
    const ReportSources sources = report_sources(store, configuration);
    // The year before is asked for whenever there is one; where it holds nothing, nothing is compared.
    const double share = selection.period ? 0.5 : 1;
    const auto part = [&](double begin) -> Progress {
        if (!progress) return {};
        return [&progress, begin, share](double done) { return progress(begin + share * done); };
    };
    const auto analysis = analyse(store, selection, part(0));
    if (!analysis) return std::nullopt;
    if (!selection.period) return period_report(*analysis, nullptr, sources, options);
    Selection before = selection;
    before.period = outreach::year_before(*selection.period);
    const auto year_before = analyse(store, before, part(share));
    if (!year_before) return std::nullopt;
    return period_report(*analysis, &*year_before, sources, options);
}

std::string report_bytes(const PeriodReport& report, ReportForm form, const std::filesystem::path& scratch) {
    switch (form) {
        case ReportForm::docx:
            return document::word(report_document(report));
        case ReportForm::json:
            return content::to_json(report_record(report));
        case ReportForm::csv:
            return report_package(report);
        case ReportForm::html:
            return document::html(report_document(report));
        case ReportForm::xlsx:
            return workbook(report, scratch);
    }
    throw ReportError("this form of a report cannot be written");
}

}  // namespace xy::report
