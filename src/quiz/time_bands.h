// The times of a visit as they are kept with it: so coarse that somebody who watched the queue with a watch
// does not find it again. What was measured exactly is kept apart, linked to no visit.
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"

namespace xy::quiz {

/// Before 12 o'clock, from 12 on, from 18 on; local clock.
enum class HalfDay { morning, afternoon, evening };

HalfDay half_day_of(int hour);
/// The clock hour at which it begins: 0, 12, 18.
int first_hour(HalfDay half_day);
/// "morning", "afternoon", "evening".
std::string_view code(HalfDay half_day);
std::optional<HalfDay> parse_half_day(std::string_view code);

/// Length of a visit in whole minutes; the last band is this long or longer.
inline constexpr int last_duration_band = 10;
int duration_band(Milliseconds duration);
/// The shortest duration in it.
Milliseconds beginning_of_duration(int band);

/// Time of an answer: band 0 is under 100 ms, each other reaches from one power of 1.25 to the next,
/// 100 ms · 1.25ⁿ⁻¹ to 100 ms · 1.25ⁿ, and the last one is 64.6 s or longer.
inline constexpr int last_time_band = 30;
int time_band(Milliseconds time);
/// As far from its beginning as from its end, as a ratio: at most 12 % from any time in a band that has both.
Milliseconds middle_of_time(int band);

}  // namespace xy::quiz
