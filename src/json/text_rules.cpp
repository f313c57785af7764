#include "json/text_rules.h"

#include <algorithm>
#include <fmt/core.h>
#include <optional>

#include "base/text_bound.h"
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
    for (const char32_t c : characters(text))
        if (is_control(c) && c != U'\n' && !control) control = c;
    if (is_too_long(text))
        collector.mistake(place, fmt::format("a text of {} characters", characters_in(text)),
                          fmt::format("write at most {}", longest_text));
    if (control)
        collector.mistake(
            place, fmt::format("the control character U+{:04X} in a text", static_cast<unsigned>(*control)),
            "delete it; \\n is the only one allowed");
}

}  // namespace xy::json
