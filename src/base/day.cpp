#include "base/day.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <vector>

#include "base/utf8.h"

namespace xy {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int earliest_year = 1900;  ///< of what is typed: before it, somebody mistyped

std::optional<int> number_in(std::string_view digits) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.empty() || !all || error != std::errc()) return std::nullopt;
    return number;
}

std::optional<year_month_day> calendar_day(int year, int month, int day) {
    const year_month_day made{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    return made.ok() ? std::optional(made) : std::nullopt;
}

std::optional<year_month_day> stored_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number_in(text.substr(0, 4));
    const auto month = number_in(text.substr(5, 2));
    const auto day = number_in(text.substr(8, 2));
    if (!year || !month || !day || *year < 1) return std::nullopt;
    return calendar_day(*year, *month, *day);
}

std::string text_of(const year_month_day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// Full-width characters become those of ASCII, 年 and 月 a "-", 日 and 号 at the end go, and so do blanks.
std::string plain_form(std::string_view text, bool& in_words) {
    std::string plain;
    const std::u32string all = characters(text);
    for (std::size_t at = 0; at < all.size(); ++at) {
        char32_t c = all[at];
        if (c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\u3000') continue;
        if (c > 0xFF00 && c < 0xFF5F) c -= 0xFEE0;
        const bool last = all.find_first_not_of(U" \t\u00A0\u3000", at + 1) == std::u32string::npos;
        if (c == U'年' || c == U'月') {
            in_words = true;
            c = U'-';
        } else if ((c == U'日' || c == U'号') && last) {
            in_words = true;
            continue;
        }
        plain += c < 0x80 ? static_cast<char>(c) : '?';
    }
    return plain;
}

/// The numbers between signs that are all the same; none where anything else stands.
std::vector<int> numbers_in(std::string_view plain) {
    std::vector<int> numbers;
    const std::size_t first = plain.find_first_of("-/.");
    const char sign = first == std::string_view::npos ? '-' : plain[first];
    for (;;) {
        const std::size_t end = std::min(plain.find(sign), plain.size());
        const auto number = number_in(plain.substr(0, end));
        const bool year = numbers.empty() && end == 4;
        if (!number || (end > 2 && !year)) return {};
        numbers.push_back(*number);
        if (end == plain.size()) return numbers;
        plain.remove_prefix(end + 1);
    }
}

std::optional<year_month_day> nearest_to(const year_month_day& today, int month, int day) {
    std::optional<year_month_day> nearest;
    const auto distance = [&](const year_month_day& other) {
        return std::abs((sys_days(other) - sys_days(today)).count());
    };
    for (const int year : {0, -1, 1}) {
        const auto candidate = calendar_day(static_cast<int>(today.year()) + year, month, day);
        if (candidate && (!nearest || distance(*candidate) < distance(*nearest))) nearest = candidate;
    }
    return nearest;
}

}  // namespace

bool is_day(std::string_view text) {
    return stored_day(text).has_value();
}

std::optional<std::string> day_as_written(std::string_view text, std::string_view today) {
    bool in_words = false;
    const std::string plain = plain_form(text, in_words);
    const std::vector<int> numbers = numbers_in(plain);
    std::optional<year_month_day> day;
    if (numbers.size() == 3 && numbers[0] >= earliest_year)
        day = calendar_day(numbers[0], numbers[1], numbers[2]);
    else if (const auto now = stored_day(today); numbers.size() == 2 && numbers[0] <= 12 && in_words && now)
        day = nearest_to(*now, numbers[0], numbers[1]);
    return day ? std::optional(text_of(*day)) : std::nullopt;
}

int days_between(std::string_view from, std::string_view to) {
    const auto first = stored_day(from);
    const auto second = stored_day(to);
    if (!first || !second) return 0;
    return static_cast<int>((sys_days(*second) - sys_days(*first)).count());
}

std::chrono::sys_days calendar_day(std::string_view text) {
    const auto day = stored_day(text);
    return day ? sys_days(*day) : sys_days{};
}

std::string text_of(std::chrono::sys_days day) {
    return text_of(year_month_day(day));
}

}  // namespace xy
