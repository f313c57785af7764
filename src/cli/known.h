// Things that were named on the command line.
#pragma once

#include <fmt/core.h>
#include <string>
#include <string_view>
#include <vector>

#include "base/nearest.h"
#include "cli/command_line.h"

namespace xy::cli {

/// The thing with this id; otherwise CannotDo with the nearest id and all that are known. `name` gives the id
/// of a thing, `what` is the word for it.
template <typename Things, typename Name>
const typename Things::value_type& known(const Things& things, const std::string& wanted,
                                         std::string_view what, Name name) {
    std::vector<std::string> ids;
    for (const auto& thing : things) {
        if (name(thing) == wanted) return thing;
        ids.push_back(name(thing));
    }
    const std::string near = nearest(wanted, ids);
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
    throw CannotDo(fmt::format("there is no {} \"{}\"; {}known are: {}", what, wanted,
                               near.empty() ? "" : "did you mean \"" + near + "\"? ",
                               all.empty() ? "none" : all));
}

inline outreach::Event known_event(store::Store& store, const std::string& id) {
    return known(store.events(), id, "event", [](const outreach::Event& event) { return event.id; });
}

}  // namespace xy::cli
