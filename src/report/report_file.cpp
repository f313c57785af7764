#include "report/report_file.h"

#include <map>
#include <stdexcept>

#include "document/html.h"
#include "document/word.h"
#include "report/report_data.h"
#include "report/report_document.h"
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

std::string report_bytes(const figures::PeriodReport& report, ReportForm form,
                         const std::filesystem::path& scratch) {
    switch (form) {
        case ReportForm::docx:
            return document::word(report_document(report));
        case ReportForm::json:
            return json::to_json(report_record(report));
        case ReportForm::csv:
            return report_package(report);
        case ReportForm::html:
            return document::html(report_document(report));
        case ReportForm::xlsx:
            return document::xlsx(workbook(report), scratch);
    }
    throw std::logic_error("no form of a report");
}

}  // namespace xy::report
