#include "tally/doubtful_days.h"

namespace xy::tally {

DoubtfulDays::DoubtfulDays(const std::vector<outreach::DoubtfulDay>& days) {
    for (const outreach::DoubtfulDay& each : days)
        by_event_[each.visits.event][each.visits.day] = each.counted_on;
}

const std::string* DoubtfulDays::counted_on(std::string_view event, std::string_view day) const {
    const auto of_event = by_event_.find(event);
    if (of_event == by_event_.end()) return nullptr;
    const auto found = of_event->second.find(day);
    return found == of_event->second.end() ? nullptr : &found->second;
}

}  // namespace xy::tally
