// Which items and topics are known least, and which of them cannot be told apart. Inside figures/ only.
#pragma once

#include "figures/period_report.h"

namespace xy::figures {

/// Whether `a` comes before `b` among what is known least: by the upper end of the interval, so that few
/// answers do not make an item the least known; what is withheld or has no answers comes last.
bool known_less(const Share& a, const Share& b);

/// Whether nobody can tell which of the two is known less: the 95 % interval of their difference holds 0.
bool not_distinguishable(const Share& a, const Share& b);

/// One of each bank with items that may be shown, in the order of `items`: those of a bank stand together,
/// least known first.
std::vector<LeastKnown> least_known_of(std::span<const ItemFigure> items);

}  // namespace xy::figures
