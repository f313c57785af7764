// What is counted of one item, under the names that it has in every report. Inside figures/ only.
#pragma once

#include <string>

#include "figures/disclosure.h"

namespace xy::figures {

/// Bank, item, version and phase: “item/bank/id@version/quiz”.
std::string measured_name(const tally::AskedItem& asked);
/// Answers, without skipped ones.
Measure answered(const tally::AskedItem& asked);
/// Right of answered.
ShareMeasure right_of_answered(const tally::AskedItem& asked);
/// Answers with the option at `option`.
Measure chose(const tally::AskedItem& asked, std::size_t option);

}  // namespace xy::figures
