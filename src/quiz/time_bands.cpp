#include "quiz/time_bands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace xy::quiz {
namespace {

constexpr double time_growth = 1.25;
constexpr double first_time_ms = 100;
constexpr std::int64_t ms_in_a_minute = 60'000;

/// Where each band but the first begins, in milliseconds, rounded up.
constexpr auto time_beginnings = [] {
    std::array<std::int64_t, last_time_band> beginnings{};
    double ms = first_time_ms;
    for (std::int64_t& beginning : beginnings) {
        beginning = static_cast<std::int64_t>(ms);
        if (static_cast<double>(beginning) < ms) ++beginning;
        ms *= time_growth;
    }
    return beginnings;
}();

}  // namespace

HalfDay half_day_of(int hour) {
    if (hour < first_hour(HalfDay::afternoon)) return HalfDay::morning;
    return hour < first_hour(HalfDay::evening) ? HalfDay::afternoon : HalfDay::evening;
}

int first_hour(HalfDay half_day) {
    switch (half_day) {
        case HalfDay::morning:
            return 0;
        case HalfDay::afternoon:
            return 12;
        case HalfDay::evening:
            break;
    }
    return 18;
}

std::string_view code(HalfDay half_day) {
    switch (half_day) {
        case HalfDay::morning:
            return "morning";
        case HalfDay::afternoon:
            return "afternoon";
        case HalfDay::evening:
            break;
    }
    return "evening";
}

std::optional<HalfDay> parse_half_day(std::string_view text) {
    for (const HalfDay half_day : {HalfDay::morning, HalfDay::afternoon, HalfDay::evening})
        if (code(half_day) == text) return half_day;
    return std::nullopt;
}

int duration_band(Milliseconds duration) {
    return static_cast<int>(
        std::clamp<std::int64_t>(duration.count() / ms_in_a_minute, 0, last_duration_band));
}

Milliseconds beginning_of_duration(int band) {
    return Milliseconds(band * ms_in_a_minute);
}

int time_band(Milliseconds time) {
    const auto* const end = std::upper_bound(time_beginnings.begin(), time_beginnings.end(), time.count());
    return static_cast<int>(end - time_beginnings.begin());
}

Milliseconds middle_of_time(int band) {
    if (band <= 0) return Milliseconds(50);
    return Milliseconds(std::llround(first_time_ms * std::pow(time_growth, band - 0.5)));
}

}  // namespace xy::quiz
