#include "json/text_rules.h"

#include <algorithm>
#include <chrono>
#include <fmt/core.h>
#include <optional>

#include "base/text_bound.h"
#include "base/utf8.h"

namespace xy::json {
namespace {

constexpr std::size_t longest_identifier = 64;

unsigned number(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) value = 10 * value + static_cast<unsigned>(c - '0');
    return value;
}

}  // namespace

bool is_identifier(std::string_view word) {
    if (word.empty() || word.size() > longest_identifier) return false;
    if (word.front() == '-' || word.back() == '-' || word.find("--") != std::string_view::npos) return false;
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-'; });
}

bool is_date(std::string_view word) {
    if (word.size() != 10 || word[4] != '-' || word[7] != '-') return false;
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (!is_digit(word[at])) return false;
    const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(number(word.substr(0, 4)))),
                                          std::chrono::month(number(word.substr(5, 2))),
                                          std::chrono::day(number(word.substr(8, 2)))};
    return day.ok();
}

bool is_blank(std::string_view text) {
    constexpr std::string_view ideographic_space = "　";
    while (!text.empty()) {
        if (text.starts_with(ideographic_space))
            text.remove_prefix(ideographic_space.size());
        else if (text[0] == ' ' || text[0] == '\n' || text[0] == '\t')
            text.remove_prefix(1);
        else
            return false;
    }
    return true;
}

void check_characters(std::string_view text, const SourceLocation& place, ProblemCollector& collector) {
    std::optional<char32_t> control;
    std::optional<char32_t> wide;
    for (const char32_t c : characters(text)) {
        if (is_control(c) && c != U'\n' && !control) control = c;
        if (c > 0xFFFFU && !wide) wide = c;
    }
    if (is_too_long(text))
        collector.mistake(place, fmt::format("a text of {} characters", characters_in(text)),
                          fmt::format("write at most {}", longest_text));
    if (control)
        collector.mistake(
            place, fmt::format("the control character U+{:04X} in a text", static_cast<unsigned>(*control)),
            "delete it; \\n is the only one allowed");
    if (wide)
        collector.remark(place,
                         fmt::format("the character {} (U+{:X}) cannot be drawn on the kiosk",
                                     utf8(std::u32string(1, *wide)), static_cast<unsigned>(*wide)),
                         "use another one");
}

}  // namespace xy::json
