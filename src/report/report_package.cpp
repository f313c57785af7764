#include <fmt/format.h>

#include "base/csv.h"
#include "base/sha256.h"
#include "document/zip_archive.h"
#include "report/report_document.h"
#include "report/report_tables.h"

namespace xy::report {
namespace {

using json::Cell;

/// Raised when a column changes.
constexpr int package_format = 1;

std::string text_of(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&cell)) return fmt::format("{}", *real);
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "true" : "false";
    return "";
}

std::string csv_of(const ReportTable& table) {
    std::string csv;
    std::vector<std::string> record;
    for (const json::Field& field : table.fields) record.push_back(field.name);
    append_csv_record(csv, record);
    for (const auto& row : table.rows) {
        record.clear();
        for (const Cell& cell : row) record.push_back(text_of(cell));
        append_csv_record(csv, record);
    }
    return csv;
}

json::Resource resource_of(const ReportTable& table, const std::string& csv) {
    Sha256 hash;
    hash.add(csv);
    return {table.name, table.name + ".csv", table.title, table.description, table.fields, {},
            {},         csv.size(),          hash.hex()};
}

}  // namespace

std::string report_package(const figures::PeriodReport& report) {
    std::vector<document::ZipEntry> files;
    json::DataPackage package{
        "xiangyang-report",
        {title_of(report), title_of(report)},
        fmt::format("Period {}; made on {}; {}", report.days.empty() ? report.period : report.days,
                    report.options.made_on,
                    report.options.internal()
                        ? "internal: small groups are shown, not for publication"
                        : fmt::format("an empty count is withheld: small groups (under {}) and what "
                                      "would reveal them",
                                      report.options.threshold)),
        package_format,
        {}};
    for (const ReportTable& table : report_tables(report)) {
        files.push_back({table.name + ".csv", csv_of(table)});
        package.resources.push_back(resource_of(table, files.back().bytes));
    }
    files.push_back({"datapackage.json", json::to_json(package)});
    return document::write_zip(files);
}

}  // namespace xy::report
