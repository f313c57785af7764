// 下步建议: what the figures suggest for the next period. Inside report/ only.
#pragma once

#include <string>
#include <vector>

#include "report/period_report.h"

namespace xy::report {

/// Each with the figure behind it; to be edited by hand. Uses only what the report shows.
std::vector<std::string> suggestions_for(const PeriodReport& report);

}  // namespace xy::report
