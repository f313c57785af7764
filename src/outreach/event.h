// An event (活动): where and when a kiosk stands. Every session belongs to one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"

namespace xy::outreach {

enum class EventState { planned, open, closed };

/// "planned", "open", "closed".
std::string_view code(EventState state);

/// A kind of venue of the “六进” (进学校, 进社区 …); the list is configuration.
struct VenueKind {
    std::string id;
    LocalizedText title;
};

/// A group a visitor can say they belong to (小学, 初中, 家长 …); the list is configuration.
struct Audience {
    std::string id;
    LocalizedText title;
    LocalizedText note;  ///< a second, smaller line; may be empty
};

struct Event {
    std::string id;
    LocalizedText name;
    LocalizedText place;
    std::string place_code;  ///< administrative code; may be empty
    std::string venue;       ///< id of a VenueKind; may be empty
    LocalizedText occasion;  ///< 6 月全民禁毒宣传月, 赶集日 …; may be empty
    EventState state = EventState::planned;
};

}  // namespace xy::outreach
