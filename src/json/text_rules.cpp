#include "json/text_rules.h"

#include <algorithm>
#include <fmt/core.h>
#include <optional>

#include "base/plain_text.h"
#include "base/utf8.h"

namespace xy::json {
namespace {

constexpr std::size_t longest_identifier = 64;

}  // namespace

bool is_identifier(std::string_view word) {
    if (word.empty() || word.size() > longest_identifier) return false;
    if (word.front() == '-' || word.back() == '-' || word.find("--") != std::string_view::npos) return false;
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-'; });
}

void check_characters(std::string_view text, const SourceLocation& place, ProblemCollector& collector) {
    std::optional<char32_t> control;
    if (fault_of(text, Lines::several) == TextFault::too_long)
        collector.mistake(place, "the text " + std::string(what_is_wrong(TextFault::too_long)),
                          std::string(advice_for(TextFault::too_long)));
    for (const char32_t c : characters(text)) {
        if (is_control(c) && c != U'\n' && !control) control = c;
    }
    if (control)
        collector.mistake(
            place, fmt::format("the control character U+{:04X} in a text", static_cast<unsigned>(*control)),
            "delete it; \\n is the only one allowed");
}

}  // namespace xy::json
