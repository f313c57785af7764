#include "report/report_data.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "document/zip_archive.h"
#include "outreach/internal_mark.h"
#include "report/data_table.h"
#include "report/figure_text.h"
#include "report/report_summary.h"
#include "report/report_tables.h"

namespace xy::report {
namespace {

/// Raised when a column changes.
constexpr int package_format = 2;

template <typename T>
json::List list_of(const std::vector<T>& all) {
    return {all.begin(), all.end()};
}

json::Resource resource_of(const Table& table, const std::string& csv) {
    Sha256 hash;
    hash.add(csv);
    return {table.name, table.name + ".csv", table.title, table.description, data_fields(table), {},
            {},         csv.size(),          hash.hex()};
}

std::string description_of(const figures::PeriodReport& report) {
    const figures::ReportOptions& options = report.options;
    return fmt::format("Period {}; made on {}; {}", report.days.empty() ? report.period : report.days,
                       options.made_on,
                       options.internal() ? "internal: small groups are shown, not for publication"
                                          : fmt::format("an empty count is withheld: small groups (under {}) "
                                                        "and what would reveal them",
                                                        options.threshold));
}

std::string profile_of(const figures::PeriodReport& report) {
    return report.options.internal() ? outreach::internal_profile() : outreach::public_profile();
}

}  // namespace

json::Record report_record(const figures::PeriodReport& report) {
    json::Record record{{"xiangyang_report", std::int64_t{1}},
                        {"profile", profile_of(report)},
                        {"title", title_of(report)},
                        {"period", report.period},
                        {"days", report.days},
                        {"place", report.place},
                        {"made_on", report.options.made_on},
                        {"language", std::string(code(report.options.language))},
                        {"internal", report.options.internal()},
                        {"threshold", report.options.threshold}};
    for (const Table& table : data_tables(report))
        record.emplace_back(table.name, list_of(data_records(table)));
    record.emplace_back("definitions", list_of(explanations_of(report)));
    record.emplace_back("suggestions", list_of(report.suggestions));
    return record;
}

std::string report_package(const figures::PeriodReport& report) {
    std::vector<document::ZipEntry> files;
    json::DataPackage package{
        "xiangyang-report", {title_of(report), title_of(report)}, description_of(report), package_format, {}};
    package.readers = profile_of(report);
    for (const Table& table : data_tables(report)) {
        files.push_back({table.name + ".csv", data_csv(table)});
        package.resources.push_back(resource_of(table, files.back().bytes));
    }
    files.push_back({"datapackage.json", json::to_json(package)});
    return document::write_zip(files);
}

}  // namespace xy::report
