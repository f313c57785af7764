// A report as a file, in each of its forms.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "figures/period_report.h"

namespace xy::report {

enum class ReportForm { docx, xlsx, html, json, csv };

/// A form, and what its file is called where a report is written in all of them.
struct ReportFile {
    ReportForm form;
    std::string_view zh;
    std::string_view en;

    std::string_view name(Language language) const { return language == Language::zh ? zh : en; }
};

/// Every form there is: a report that is taken home consists of these files.
inline constexpr std::array report_forms{ReportFile{ReportForm::docx, "报告.docx", "report.docx"},
                                         ReportFile{ReportForm::xlsx, "报告.xlsx", "report.xlsx"},
                                         ReportFile{ReportForm::html, "报告.html", "report.html"},
                                         ReportFile{ReportForm::json, "报告.json", "report.json"},
                                         ReportFile{ReportForm::csv, "表格.zip", "tables.zip"}};

/// The forms, as file endings, for help and errors.
inline constexpr std::string_view report_endings = ".docx, .xlsx, .html, .json, .zip";

/// By the ending of the name; .zip is the CSV package.
std::optional<ReportForm> form_of(const std::filesystem::path& file);

/// The bytes of the file. `scratch` must not exist and is gone afterwards. Throws
/// document::SpreadsheetError.
std::string report_bytes(const figures::PeriodReport& report, ReportForm form,
                         const std::filesystem::path& scratch);

}  // namespace xy::report
