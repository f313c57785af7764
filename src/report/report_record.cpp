#include <string>

#include "report/report_document.h"
#include "report/report_tables.h"

namespace xy::report {
namespace {

using json::Cell;
using json::List;
using json::Record;

Record record_of(const std::vector<json::Field>& fields, const std::vector<Cell>& row) {
    Record record;
    for (std::size_t i = 0; i < fields.size(); ++i) record.emplace_back(fields[i].name, row.at(i));
    return record;
}

List list_of(const std::vector<std::string>& lines) {
    List list;
    for (const std::string& line : lines) list.emplace_back(line);
    return list;
}

}  // namespace

Record report_record(const figures::PeriodReport& report) {
    Record record{{"xiangyang_report", std::int64_t{1}},
                  {"title", title_of(report)},
                  {"period", report.period},
                  {"days", report.days},
                  {"place", report.place},
                  {"made_on", report.options.made_on},
                  {"language", std::string(code(report.options.language))},
                  {"internal", report.options.internal()},
                  {"threshold", report.options.threshold}};
    for (const ReportTable& table : report_tables(report)) {
        List rows;
        for (const auto& row : table.rows) rows.emplace_back(record_of(table.fields, row));
        record.emplace_back(table.name, std::move(rows));
    }
    record.emplace_back("definitions", list_of(explanations_of(report)));
    record.emplace_back("suggestions", list_of(report.suggestions));
    return record;
}

}  // namespace xy::report
