// The figures of an analysis for a terminal.
#pragma once

#include <string>

#include "figures/analysis.h"

namespace xy::report {

/// 内部资料 on its first line: nothing is withheld. Then key figures with n and interval, then the items from
/// the least known to the best, then the survey. Says so when there was nothing to count.
std::string analysis_text(const figures::Analysis& analysis, Language language);

}  // namespace xy::report
