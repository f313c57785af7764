// Events of another kiosk: which of ours they are, and what is taken of them.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "outreach/event_source.h"
#include "store/store.h"

namespace xy::exchange {

enum class Arrival {
    fresh,      ///< not known before
    changed,    ///< known, and changed at its owner since
    known,      ///< known as it is
    different,  ///< known, but described differently; kept as it was
    split,      ///< its id belongs to another event here; it came in under another one
};

class EventMerging {
 public:
    explicit EventMerging(store::Store& store);

    /// What becomes of `event`, of `source`: and its id here.
    struct Taken {
        Arrival arrival = Arrival::known;
        outreach::Event event;  ///< as it is here now
        bool write = false;     ///< whether the store does not hold it so yet
    };
    Taken take(const outreach::Event& event, const outreach::EventSource& source);

 private:
    struct Known {
        outreach::Event event;
        bool here = false;
    };
    Taken again(Known& known, std::int64_t& version, const outreach::Event& event,
                const outreach::EventSource& source);
    Taken first(const outreach::Event& event, const outreach::EventSource& source);
    std::string free_id(const std::string& id, const std::string& owner) const;

    std::string own_;
    std::map<std::string, Known> by_id_;
    std::map<std::pair<std::string, std::string>, std::pair<std::string, std::int64_t>> by_source_;
};

}  // namespace xy::exchange
