// A report for programs: its tables as JSON and as CSV say the same.
#pragma once

#include <string>

#include "content/table_json.h"
#include "figures/period_report.h"

namespace xy::report {

/// Everything as one JSON object, as share/schema/report.schema.json describes it.
content::Record report_record(const figures::PeriodReport& report);

/// The tables as a Frictionless tabular data package in one zip file: a CSV file each and datapackage.json.
std::string report_package(const figures::PeriodReport& report);

}  // namespace xy::report
