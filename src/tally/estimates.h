// The shares of a selection with how far their answers hang together: by event where there are enough of
// them, else by visit (stats/clustered.h). What others read is clustered by visits where an event is
// withheld.
#pragma once

#include "tally/analysis.h"

namespace xy::tally {

/// Phase “quiz”.
stats::Estimate right_answers(const Analysis& analysis, stats::ClusterBy by = stats::ClusterBy::events);
/// The same without answers that came faster than anybody reads; clustered as with them.
stats::Estimate right_without_guesses(const Analysis& analysis);
stats::Estimate topic_right(const Analysis& analysis, const TopicKey& topic,
                            stats::ClusterBy by = stats::ClusterBy::events);
/// Every visit has one answer, so that by visits nothing hangs together.
stats::Estimate item_right(const ItemTally& item, stats::ClusterBy by = stats::ClusterBy::events);

/// Without answers that came faster than anybody reads; clustered as with them.
stats::Estimate item_right_without_guesses(const Analysis& analysis, const AskedItem& asked);

stats::Estimate completed_visits(const Tally& tally, stats::ClusterBy by = stats::ClusterBy::events);
stats::Estimate visits_at_threshold(const Tally& tally, stats::ClusterBy by = stats::ClusterBy::events);
stats::Estimate pledges_given(const Tally& tally, stats::ClusterBy by = stats::ClusterBy::events);

}  // namespace xy::tally
