#include "exchange/event_merging.h"

#include <fmt/core.h>

namespace xy::exchange {

using outreach::Event;
using outreach::EventSource;
using outreach::EventState;

EventMerging::EventMerging(store::Store& store) : own_(store.origin()) {
    for (Event& event : store.events()) by_id_[event.id].event = event;
    for (const store::EventOrigin& origin : store.event_origins()) {
        by_id_[origin.event].here = origin.here;
        for (const EventSource& source : origin.sources)
            by_source_[{source.owner, source.id}] = {origin.event, source.version};
    }
}

EventMerging::Taken EventMerging::take(const Event& event, const EventSource& source) {
    Event arriving = event;
    arriving.state = outreach::arrived(event.state);
    const auto source_known = by_source_.find({source.owner, source.id});
    if (source_known == by_source_.end()) return first(arriving, source);
    auto& [id, version] = source_known->second;
    return again(by_id_.at(id), version, arriving, source);
}

/// From an owner that sent it before. An older export of it changes nothing.
EventMerging::Taken EventMerging::again(Known& known, std::int64_t& version, const Event& event,
                                        const EventSource& source) {
    const bool same = outreach::same_description(known.event, event);
    const bool newer = source.version > version;
    if (source.owner == own_ || (!newer && (same || source.version < version)))
        return {Arrival::known, known.event, false};
    if (!newer || (known.here && !same)) return {Arrival::different, known.event, false};
    version = source.version;
    Event now = event;
    now.id = known.event.id;
    // What is made here opens and closes here.
    now.state = known.here ? known.event.state : outreach::later(known.event.state, event.state);
    const bool changed = now != known.event;
    known.event = now;
    return {changed ? Arrival::changed : Arrival::known, now, true};
}

EventMerging::Taken EventMerging::first(const Event& event, const EventSource& source) {
    const auto known = by_id_.find(event.id);
    Taken taken{Arrival::fresh, event, true};
    if (known != by_id_.end() && outreach::same_description(known->second.event, event)) {
        // One event with several kiosks. It may be going on here; what is only planned here has taken place.
        Event& here = known->second.event;
        const EventState before = here.state;
        if (before != EventState::open) here.state = outreach::later(before, event.state);
        taken = {before == here.state ? Arrival::known : Arrival::changed, here, true};
    } else {
        if (known != by_id_.end()) {
            taken.arrival = Arrival::split;
            taken.event.id = free_id(event.id, source.owner);
        }
        by_id_[taken.event.id] = {taken.event, false};
    }
    by_source_[{source.owner, source.id}] = {taken.event.id, source.version};
    return taken;
}

std::string EventMerging::free_id(const std::string& id, const std::string& owner) const {
    for (std::size_t length = 6; length < owner.size(); length += 6) {
        std::string other = id + "-" + owner.substr(owner.size() - length);
        if (!by_id_.contains(other)) return other;
    }
    std::string other = id + "-" + owner;
    for (int number = 2; by_id_.contains(other); ++number) other = fmt::format("{}-{}-{}", id, owner, number);
    return other;
}

}  // namespace xy::exchange
