// A report for programs: its tables as JSON and as CSV say the same.
#pragma once

#include <string>

#include "figures/period_report.h"
#include "json/writer.h"

namespace xy::report {

/// Everything as one JSON object, as assets/schema/report.schema.json describes it.
json::Record report_record(const figures::PeriodReport& report);

/// The tables as a Frictionless tabular data package in one zip file: a CSV file each and datapackage.json.
std::string report_package(const figures::PeriodReport& report);

}  // namespace xy::report
