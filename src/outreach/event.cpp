#include "outreach/event.h"

#include <array>

namespace xy::outreach {

std::string_view code(EventState state) {
    constexpr std::array<std::string_view, 3> codes{"planned", "open", "closed"};
    return codes[static_cast<std::size_t>(state)];
}

}  // namespace xy::outreach
