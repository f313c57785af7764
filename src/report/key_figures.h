// The key figures of a report as tables. Inside report/ only.
#pragma once

#include "figures/period_report.h"
#include "report/table.h"

namespace xy::report {

/// In a workbook three tables that look different; for programs one, of value, n and interval.
Table key_counts(const figures::PeriodReport& report);
Table key_rates(const figures::PeriodReport& report);
Table key_changes(const figures::PeriodReport& report);
/// All of them.
Table key_figures(const figures::PeriodReport& report);

}  // namespace xy::report
