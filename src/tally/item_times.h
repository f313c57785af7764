// How long answers to an item took: median and quartiles.
#pragma once

#include "store/store.h"
#include "tally/analysis.h"

namespace xy::tally {

/// Of answers whose band alone is known, each taken for the middle of its band: at most 12 % off
/// (relative_error). Nothing where a quartile lies in the longest band, which has no end.
stats::Quartiles quartiles_of(const TimeBands& bands);

/// Puts what was measured exactly in the place of bands, for each item for which the lists of measured times
/// (store::AnswerTimes) hold just the answers that were counted: they are of a whole event and do not know
/// the phase. So not of an event with days outside the selection, of an item of two phases, or of visits that
/// came without their lists. Of more than `most_exact_times` answers all stay as they are. Throws
/// store::StoreError.
void take_exact_times(Analysis& analysis, store::Store& store);

/// A list of so many takes eight megabytes.
inline constexpr std::int64_t most_exact_times = 1'000'000;

}  // namespace xy::tally
