// The figures of an analysis for a terminal.
#pragma once

#include <string>

#include "figures/titles.h"
#include "tally/analysis.h"

namespace xy::report {

/// 内部资料 on its first line: nothing is withheld. Then key figures with n and interval, then the items of
/// each bank from the least known on, how long each took, the survey, what is missing, and completion by
/// event, venue kind, township, audience and device. Says so when there was nothing to count.
std::string analysis_text(const tally::Analysis& analysis, Language language,
                          const figures::Titles& titles = {});

}  // namespace xy::report
