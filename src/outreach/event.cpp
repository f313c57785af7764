#include "outreach/event.h"

#include <array>

namespace xy::outreach {

std::string_view code(EventState state) {
    constexpr std::array<std::string_view, 3> codes{"planned", "open", "closed"};
    return codes[static_cast<std::size_t>(state)];
}

namespace {

std::string joined(std::string_view first, std::string_view second, std::string_view between) {
    if (first.empty() || second.empty()) between = {};
    return std::string(first).append(between).append(second);
}

}  // namespace

LocalizedText composed_name(const LocalizedText& occasion, const LocalizedText& venue,
                            const LocalizedText& place) {
    LocalizedText name{joined(occasion.zh, venue.zh, " "), joined(occasion.en, venue.en, ", ")};
    return name.empty() ? place : name;
}

}  // namespace xy::outreach
