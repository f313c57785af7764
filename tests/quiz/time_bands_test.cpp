// The bands in which times are kept.
#include "quiz/time_bands.h"

#include <gtest/gtest.h>

namespace xy::quiz {
namespace {

TEST(TimeBands, HalfDaysBeginAtTheirHours) {
    EXPECT_EQ(code(half_day_of(0)), "morning");
    EXPECT_EQ(code(half_day_of(11)), "morning");
    EXPECT_EQ(code(half_day_of(12)), "afternoon");
    EXPECT_EQ(code(half_day_of(17)), "afternoon");
    EXPECT_EQ(code(half_day_of(18)), "evening");
    EXPECT_EQ(code(half_day_of(23)), "evening");
    for (int hour = 0; hour < 24; ++hour) {
        const HalfDay half_day = half_day_of(hour);
        EXPECT_EQ(half_day_of(first_hour(half_day)), half_day);
        EXPECT_EQ(parse_half_day(code(half_day)), half_day);
    }
    EXPECT_FALSE(parse_half_day("noon"));
}

TEST(TimeBands, OfAVisitAreMinutesAndTheLastHasNoEnd) {
    EXPECT_EQ(duration_band(Milliseconds(0)), 0);
    EXPECT_EQ(duration_band(Milliseconds(59'999)), 0);
    EXPECT_EQ(duration_band(Milliseconds(60'000)), 1);
    EXPECT_EQ(duration_band(Milliseconds(599'999)), 9);
    EXPECT_EQ(duration_band(Milliseconds(600'000)), last_duration_band);
    EXPECT_EQ(duration_band(Milliseconds(86'400'000)), last_duration_band);
    for (int band = 0; band <= last_duration_band; ++band)
        EXPECT_EQ(duration_band(beginning_of_duration(band)), band);
}

TEST(TimeBands, OfAnAnswerGrowByAQuarterAndTheirMiddleIsNear) {
    EXPECT_EQ(time_band(Milliseconds(0)), 0);
    EXPECT_EQ(time_band(Milliseconds(99)), 0);
    EXPECT_EQ(time_band(Milliseconds(100)), 1);
    EXPECT_EQ(time_band(Milliseconds(124)), 1);
    EXPECT_EQ(time_band(Milliseconds(125)), 2);
    EXPECT_EQ(time_band(Milliseconds(4'200)), 17);
    EXPECT_EQ(time_band(Milliseconds(3'600'000)), last_time_band);
    for (int band = 0; band <= last_time_band; ++band) EXPECT_EQ(time_band(middle_of_time(band)), band);
    for (int ms = 100; ms < 64'000; ms += 7) {
        const double middle = static_cast<double>(middle_of_time(time_band(Milliseconds(ms))).count());
        EXPECT_NEAR(middle / ms, 1, 0.121) << ms;
    }
}

}  // namespace
}  // namespace xy::quiz
