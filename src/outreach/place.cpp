#include "outreach/place.h"

#include <algorithm>
#include <array>

namespace xy::outreach {

std::string_view code(PlaceLevel level) {
    constexpr std::array<std::string_view, 5> codes{"province", "city", "county", "township", "village"};
    return codes[static_cast<std::size_t>(level)];
}

std::vector<const Place*> path_to(std::span<const Place> places, std::string_view code) {
    std::vector<const Place*> path;
    while (!code.empty() && path.size() <= places.size()) {
        const auto found =
            std::find_if(places.begin(), places.end(), [&](const Place& p) { return p.code == code; });
        if (found == places.end()) break;
        path.insert(path.begin(), &*found);
        code = found->parent;
    }
    return path;
}

}  // namespace xy::outreach
