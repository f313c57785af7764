// The shares of a selection with how far their answers hang together: by event where there are enough of
// them, else by visit (stats/clustered.h).
#pragma once

#include "figures/analysis.h"

namespace xy::figures {

/// Phase “quiz”.
stats::Estimate right_answers(const Analysis& analysis);
/// The same without answers that came faster than anybody reads; clustered as with them.
stats::Estimate right_without_guesses(const Analysis& analysis);
stats::Estimate topic_right(const Analysis& analysis, const TopicKey& topic);
/// Every visit has one answer, so that by visits nothing hangs together.
stats::Estimate item_right(const ItemTally& item);

stats::Estimate completed_visits(const Tally& tally);
stats::Estimate visits_at_threshold(const Tally& tally);
stats::Estimate pledges_given(const Tally& tally);

}  // namespace xy::figures
