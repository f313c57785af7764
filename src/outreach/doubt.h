// Days that cannot be (日期存疑): the clock of a kiosk was wrong. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xy::outreach {

/// Before it there was no such program: a clock whose battery is empty says 1970 or the year of its board.
inline constexpr std::string_view first_possible_day = "2025-01-01";
/// Days between a visit and the day its event was planned for. An event may last for weeks.
inline constexpr int farthest_from_event = 92;

/// Whether no visit can have been on `day`: before there was this program, after `today`, or far from
/// `event_day`, the day that its event was planned for (may be empty). Whatever other days there are makes no
/// difference. A `today` that cannot be itself proves nothing.
bool is_doubtful(std::string_view day, std::string_view event_day, std::string_view today);

/// Days that a kiosk may stand in a cupboard. A day that comes later than that after the one before it is
/// one on which its clock had jumped.
inline constexpr int longest_pause = 366;

/// The latest day of visits that a clock can be held against; empty without any. Of two days that are years
/// apart the earlier one is right: else one visit while the clock stood in 2035 would put every later clock
/// in doubt.
std::string last_credible_day(const std::set<std::string, std::less<>>& days);

/// Visits of an event on one day, as their kiosk's clock said.
struct EventDay {
    std::string event;
    std::string day;
    std::int64_t visits = 0;  ///< without practice
    friend bool operator==(const EventDay&, const EventDay&) = default;
};

/// Visits on a day that cannot be. They belong to their event all the same, and are counted on another day.
struct DoubtfulDay {
    EventDay visits;
    std::string
        counted_on;  ///< the last day of the event that can be, else the one it was planned for, else the day
    friend bool operator==(const DoubtfulDay&, const DoubtfulDay&) = default;
};

}  // namespace xy::outreach
