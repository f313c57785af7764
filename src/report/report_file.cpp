#include "report/report_file.h"

#include "report/html_report.h"
#include "report/workbook.h"

namespace xy::report {

std::optional<ReportForm> form_of(const std::filesystem::path& file) {
    const std::string ending = file.extension();
    if (ending == ".html") return ReportForm::html;
    if (ending == ".xlsx") return ReportForm::xlsx;
    return std::nullopt;
}

std::optional<PeriodReport> make_report(store::Store& store, const content::Configuration& configuration,
                                        const Selection& selection, const ReportOptions& options,
                                        const Progress& progress) {
    const ReportSources sources = report_sources(store, configuration);
    const auto analysis = analyse(store, selection, progress);
    if (!analysis) return std::nullopt;
    return period_report(*analysis, sources, options);
}

std::string report_bytes(const PeriodReport& report, ReportForm form, const std::filesystem::path& scratch) {
    switch (form) {
        case ReportForm::html:
            return html_report(report);
        case ReportForm::xlsx:
            return workbook(report, scratch);
    }
    throw ReportError("this form of a report cannot be written");
}

}  // namespace xy::report
