// A report as one HTML file: no network, no script, prints well on A4.
#pragma once

#include <string>
#include <string_view>

#include "report/period_report.h"

namespace xy::report {

std::string html_report(const PeriodReport& report);

}  // namespace xy::report
