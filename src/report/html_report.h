// A report as one HTML file: no network, no script, prints well on A4.
#pragma once

#include <string>
#include <string_view>

#include "report/period_report.h"

namespace xy::report {

/// `text` with everything escaped that HTML could take for a mark.
std::string html_escaped(std::string_view text);

std::string html_report(const PeriodReport& report);

}  // namespace xy::report
