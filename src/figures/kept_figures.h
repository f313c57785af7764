// Figures of closed days that are kept in the store, so that a report need not count every answer again. They
// are never needed: what is missing, damaged or counted by other rules is counted from the answers.
#pragma once

#include <optional>
#include <vector>

#include "figures/visit_count.h"

namespace xy::figures {

/// The kept days, when they are all days there are; nothing when something must be counted.
std::optional<Days> kept_figures(store::Store& store, const Register& known);

/// Keeps the days on which no visit is open any more and that are not kept yet. That it could not is no
/// trouble.
void keep_figures(store::Store& store, const Days& days, const Register& known);

/// Counts everything and names the kept days that say something else. Nothing when `progress` stopped it.
std::optional<std::vector<EventDay>> check_kept_figures(store::Store& store, const Progress& progress);

}  // namespace xy::figures
