// Where an event comes from, and what becomes of it when it arrives from elsewhere. Pure.
#pragma once

#include <cstdint>
#include <string>

#include "outreach/event.h"

namespace xy::outreach {

/// An event is told apart by who made it and its id there: two booths may take the same id from a shipped
/// example.
struct EventSource {
    std::string owner;         ///< random id of the store in which it was made
    std::string id;            ///< its id there
    std::int64_t version = 1;  ///< grows with every change there
    friend bool operator==(const EventSource&, const EventSource&) = default;
};

/// Of an event whose owner nobody wrote down (packages of format 1). What described an event never changed
/// then, so the description stands for the owner and the state for the version.
EventSource source_without_owner(const Event& event);

/// All but id and state are equal.
bool same_description(const Event& a, const Event& b);

/// An event of elsewhere is never open here: its visitors do not come to this kiosk.
EventState arrived(EventState state);

/// States only move forward: planned, open, closed. (Its own kiosk may open a closed event again.)
EventState later(EventState a, EventState b);

}  // namespace xy::outreach
