// All visits of a selection, read by several threads and counted by event and day.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "report/day_counter.h"

namespace xy::report {

using DayTallies = std::map<EventDay, Tally>;

/// Milliseconds by place in Register::items, rounded up: an answer with less was not read.
using Thresholds = std::vector<std::int64_t>;

/// What the times in `all` make of “too fast”, for the items in `known`.
Thresholds thresholds_of(const Tally& all, const Register& known);

/// Counts on `parts` threads. Nothing when `progress` stopped it. Throws store::StoreError.
std::optional<DayTallies> count_days(store::Store& store, const Selection& selection, const Register& known,
                                     unsigned parts, const Progress& progress);

/// The completed visits of a selection that were too fast to have been read; the same otherwise.
std::optional<std::int64_t> count_rapid(store::Store& store, const Selection& selection,
                                        const Thresholds& thresholds, unsigned parts,
                                        const Progress& progress);

}  // namespace xy::report
