// 下步建议: what the figures suggest for the next period. Inside figures/ only.
#pragma once

#include <string>
#include <vector>

#include "figures/period_report.h"

namespace xy::figures {

/// Each with the figure behind it; to be edited by hand. Uses only what the report shows.
std::vector<std::string> suggestions_for(const PeriodReport& report);

}  // namespace xy::figures
