// All visits of a selection, read by several threads and counted by event and day.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "figures/day_counter.h"
#include "figures/rapid_visits.h"

namespace xy::figures {

/// All that is counted of a day of an event.
struct DayFigures {
    Tally tally;  ///< as DayCounter::tally() gives it
    RapidVisits rapid;

    /// Every counter, for writing and reading them.
    template <typename Fields>
    void each_counter(Fields& fields) {
        fields(tally, rapid);
    }
};
using Days = std::map<EventDay, DayFigures>;

/// What the times in `all` make of “too fast”, for the items in `known`.
Thresholds thresholds_of(const Tally& all, const Register& known);

/// As many threads as the machine has processors, but no more than help.
unsigned usual_parts();

/// Counts on `parts` threads. Nothing when `progress` stopped it. Throws store::StoreError.
std::optional<Days> count_days(store::Store& store, const Selection& selection, const Register& known,
                               unsigned parts, const Progress& progress);

/// The completed visits of a selection that are rapid, by looking at each; the same otherwise.
std::optional<std::int64_t> count_rapid(store::Store& store, const Selection& selection,
                                        const Thresholds& thresholds, unsigned parts,
                                        const Progress& progress);

}  // namespace xy::figures
