#include "outreach/period.h"

#include <array>
#include <charconv>
#include <chrono>

namespace xy::outreach {
namespace {

using namespace std::chrono;

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-')
        return std::nullopt;
    return value;
}

std::string padded(unsigned value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string text_of(const year_month_day& day) {
    return std::to_string(static_cast<int>(day.year())) + "-" + padded(static_cast<unsigned>(day.month())) +
           "-" + padded(static_cast<unsigned>(day.day()));
}

std::optional<year> year_in(std::string_view text) {
    if (text.size() < 4) return std::nullopt;
    const auto value = number(text.substr(0, 4));
    if (!value || *value < 1900) return std::nullopt;
    return year{*value};
}

std::optional<year_month_day> day_in(std::string_view text) {
    const auto y = year_in(text);
    if (!y || text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto m = number(text.substr(5, 2));
    const auto d = number(text.substr(8, 2));
    if (!m || !d) return std::nullopt;
    const year_month_day day{*y, month{static_cast<unsigned>(*m)},
                             std::chrono::day{static_cast<unsigned>(*d)}};
    return day.ok() ? std::optional(day) : std::nullopt;
}

Period whole_months(year y, unsigned first, unsigned last, LocalizedText title) {
    const year_month_day from{y, month{first}, day{1}};
    const year_month_day to{y / month{last} / std::chrono::last};
    return {text_of(from), text_of(to), std::move(title)};
}

std::optional<Period> between(std::string_view text, std::size_t dots) {
    const auto from = day_in(text.substr(0, dots));
    const auto to = day_in(text.substr(dots + 2));
    if (!from || !to || *to < *from) return std::nullopt;
    return Period{text_of(*from),
                  text_of(*to),
                  {text_of(*from) + " 至 " + text_of(*to), text_of(*from) + " to " + text_of(*to)}};
}

/// The part after the year: "H1", "Q3", "-06".
std::optional<Period> part_of_year(year y, std::string_view part) {
    constexpr std::array<std::string_view, 4> quarters_zh{"第一季度", "第二季度", "第三季度", "第四季度"};
    const std::string name = std::to_string(static_cast<int>(y));
    if (part.size() == 2 && (part[0] == 'H' || part[0] == 'h')) {
        if (part[1] == '1') return whole_months(y, 1, 6, {name + " 年上半年", "First half of " + name});
        if (part[1] == '2') return whole_months(y, 7, 12, {name + " 年下半年", "Second half of " + name});
    }
    if (part.size() == 2 && (part[0] == 'Q' || part[0] == 'q') && part[1] >= '1' && part[1] <= '4') {
        const auto quarter = static_cast<unsigned>(part[1] - '1');
        return whole_months(y, 3 * quarter + 1, 3 * quarter + 3,
                            {name + " 年" + std::string(quarters_zh.at(quarter)),
                             "Quarter " + std::to_string(quarter + 1) + " of " + name});
    }
    if (part.size() == 3 && part[0] == '-') {
        const auto m = number(part.substr(1));
        if (m && *m >= 1 && *m <= 12)
            return whole_months(
                y, static_cast<unsigned>(*m), static_cast<unsigned>(*m),
                {name + " 年 " + std::to_string(*m) + " 月", name + "-" + std::string(part.substr(1))});
    }
    return std::nullopt;
}

std::string a_year_before(const std::string& day) {
    const year_month_day there = *day_in(day);
    const year_month_day before{there.year() - years{1}, there.month(), there.day()};
    return text_of(before.ok() ? before : year_month_day{before.year() / before.month() / std::chrono::last});
}

}  // namespace

std::string day_after(std::string_view day, int days) {
    const auto from = day_in(day);
    return from ? text_of(sys_days(*from) + std::chrono::days(days)) : "";
}

std::optional<Period> parse_period(std::string_view text) {
    if (const auto dots = text.find(".."); dots != std::string_view::npos) return between(text, dots);
    const auto y = year_in(text);
    if (!y) return std::nullopt;
    const std::string name(text.substr(0, 4));
    if (text.size() == 4) return whole_months(*y, 1, 12, {name + " 年", name});
    return part_of_year(*y, text.substr(4));
}

std::vector<std::string> usual_periods(std::string_view today) {
    const auto day = day_in(today);
    if (!day) return {};
    const int y = static_cast<int>(day->year());
    const auto m = static_cast<unsigned>(day->month());
    const auto half = [](int in, bool second) { return std::to_string(in) + (second ? "H2" : "H1"); };
    // In the first quarter the year, in the first month of a quarter the quarter has only begun.
    const int whole_year = m <= 3 ? y - 1 : y;
    const year_month quarter = day->year() / day->month() - months{m % 3 == 1 ? 3 : 0};
    return {half(y, m > 6), half(m > 6 ? y : y - 1, m <= 6), std::to_string(whole_year),
            std::to_string(static_cast<int>(quarter.year())) + "Q" +
                std::to_string((static_cast<unsigned>(quarter.month()) + 2) / 3),
            std::to_string(y) + "-" + padded(m)};
}

std::size_t likely_period(std::string_view today) {
    const auto day = day_in(today);
    const bool begun = day && static_cast<unsigned>(day->month()) % 6 == 1;
    return begun ? 1 : 0;
}

Period year_before(const Period& period) {
    const std::string from = a_year_before(period.from);
    std::string to = a_year_before(period.to);
    // The end of a month stays the end of that month: February 2025 against all of February 2024.
    const year_month_day last = *day_in(period.to);
    if (last == year_month_day{last.year() / last.month() / std::chrono::last}) {
        const year_month_day before = *day_in(to);
        to = text_of(year_month_day{before.year() / before.month() / std::chrono::last});
    }
    return {from, to, {from + " 至 " + to, from + " to " + to}};
}

}  // namespace xy::outreach
