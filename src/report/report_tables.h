// The figures of a report as flat tables: one source for its JSON and its CSV, so that both say the same.
#pragma once

#include <string>
#include <vector>

#include "figures/period_report.h"
#include "json/data_package.h"
#include "json/writer.h"

namespace xy::report {

struct ReportTable {
    std::string name;  ///< lower case, of the file and in JSON
    LocalizedText title;
    std::string description;
    std::vector<json::Field> fields;
    std::vector<std::vector<json::Cell>> rows;  ///< each as long as `fields`; null: withheld or not there
};

/// key_figures, events, groups, coverage, ledger, targets, topics, items, gains, survey.
std::vector<ReportTable> report_tables(const figures::PeriodReport& report);

/// Everything as one JSON object, as share/schema/report.schema.json describes it.
json::Record report_record(const figures::PeriodReport& report);

/// The tables as a Frictionless tabular data package in one zip file: a CSV file each and datapackage.json.
std::string report_package(const figures::PeriodReport& report);

}  // namespace xy::report
