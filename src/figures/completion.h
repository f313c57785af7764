// Completed of started visits (完成率) by what they have in common.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "outreach/place.h"
#include "tally/analysis.h"

namespace xy::figures {

enum class CompletionBy { event, venue, township, audience, device };

inline constexpr std::array completion_groupings{CompletionBy::event, CompletionBy::venue,
                                                 CompletionBy::township, CompletionBy::audience,
                                                 CompletionBy::device};

/// "event", "venue", "township", "audience", "device".
std::string_view code(CompletionBy by);

struct Completion {
    std::string
        id;  ///< of the event, venue kind, audience; code of the township; label of the device; or empty
    tally::Visits visits;
    /// Clustered by the events that the visits of the group belong to; those of one event are strangers.
    stats::Estimate completed;
};

/// By id; groups without visits are not in it. An event in no known township is told by the code of its
/// place.
std::vector<Completion> completion_by(CompletionBy by, const tally::Analysis& analysis,
                                      std::span<const outreach::Place> places);

}  // namespace xy::figures
