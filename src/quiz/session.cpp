#include "quiz/session.h"

#include <array>

namespace xy::quiz {

std::string_view code(Outcome outcome) {
    constexpr std::array<std::string_view, 4> codes{"open", "completed", "abandoned", "timed_out"};
    return codes[static_cast<std::size_t>(outcome)];
}

}  // namespace xy::quiz
