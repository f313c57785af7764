#include "outreach/event_source.h"

#include <algorithm>

#include "base/hash.h"

namespace xy::outreach {

EventSource source_without_owner(const Event& event) {
    Fingerprint print;
    print.add(event.name).add(event.place).add(event.place_code).add(event.venue).add(event.occasion);
    print.add(event.day);
    return {"old-" + print.digits(), event.id, 1 + static_cast<std::int64_t>(event.state)};
}

bool same_description(const Event& a, const Event& b) {
    Event other = b;
    other.id = a.id;
    other.state = a.state;
    return a == other;
}

EventState arrived(EventState state) {
    return state == EventState::open ? EventState::closed : state;
}

EventState later(EventState a, EventState b) {
    return std::max(a, b);
}

}  // namespace xy::outreach
