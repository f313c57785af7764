#include "report/spreadsheet_text.h"

#include <array>

namespace xy::report {
namespace {

/// Removes one of `prefixes` from the front; whether there was one.
template <std::size_t N>
bool drop_any(std::string_view& text, const std::array<std::string_view, N>& prefixes) {
    for (const std::string_view prefix : prefixes) {
        if (!text.starts_with(prefix)) continue;
        text.remove_prefix(prefix.size());
        return true;
    }
    return false;
}

/// Blanks a spreadsheet may trim: space, no-break space, ideographic space, byte order mark.
constexpr std::array<std::string_view, 4> blanks{" ", "\u00A0", "\u3000", "\uFEFF"};
constexpr std::array<std::string_view, 11> dangerous{"=",  "+",  "-",  "@",  "\t", "\r",
                                                     "\n", "＝", "＋", "－", "＠"};

}  // namespace

std::string neutralized(std::string_view text) {
    std::string_view rest = text;
    while (drop_any(rest, blanks)) {
    }
    return (drop_any(rest, dangerous) ? "'" : "") + std::string(text);
}

}  // namespace xy::report
