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
    /// How fast they read Chinese, in characters a second. Adults read some 8 silently; children of the fifth
    /// form, and who reads aloud to others, about 5.
    int reading = 8;
    /// Young enough that the steps of a scale are better shown as faces, where its author allows it.
    bool faces = false;
};

/// What an event is held for (6·26 国际禁毒日, 赶集日 …); the list is configuration.
struct Occasion {
    std::string id;
    LocalizedText title;
};

struct Event {
    std::string id;
    LocalizedText name;
    LocalizedText place;
    std::string place_code;  ///< code of a Place; may be empty
    std::string venue;       ///< id of a VenueKind; may be empty
    LocalizedText occasion;  ///< the title, so that a list changed later changes no past event; may be empty
    EventState state = EventState::planned;
    std::string day = {};  ///< planned for, YYYY-MM-DD; may be empty
    friend bool operator==(const Event&, const Event&) = default;
};

/// The name that an event made of these parts gets: “6·26 国际禁毒日 进学校”, “Market day, Villages”. A part
/// that is empty is left out; never empty when one part is not.
LocalizedText composed_name(const LocalizedText& occasion, const LocalizedText& venue,
                            const LocalizedText& place);

}  // namespace xy::outreach
