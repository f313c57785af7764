#include "outreach/doubt.h"

#include <gtest/gtest.h>

namespace xy::outreach {
namespace {

TEST(Doubt, IsOnDaysThatCannotBe) {
    EXPECT_TRUE(is_doubtful("1970-01-01", "", "2026-11-29"));
    EXPECT_TRUE(is_doubtful("2024-12-31", "", "2026-11-29")) << "there was no such program";
    EXPECT_TRUE(is_doubtful("2035-03-01", "", "2026-11-29")) << "after today";
    EXPECT_TRUE(is_doubtful("2026-11-30", "", "2026-11-29"));
    EXPECT_TRUE(is_doubtful("2025-02-01", "2026-06-26", "2026-11-29")) << "far from its event";
    EXPECT_FALSE(is_doubtful("2026-11-29", "", "2026-11-29"));
    EXPECT_FALSE(is_doubtful("2026-07-20", "2026-06-26", "2026-11-29")) << "an event may last for weeks";
}

TEST(Doubt, IsNotMadeByAClockThatIsWrongItself) {
    EXPECT_FALSE(is_doubtful("2026-06-26", "", "1970-01-01"));
    EXPECT_FALSE(is_doubtful("2026-06-26", "1970-01-01", "2026-11-29"))
        << "the day was said by a wrong clock";
}

TEST(Doubt, AClockIsHeldAgainstTheLastDayBeforeAJump) {
    EXPECT_EQ(last_credible_day({}), "");
    EXPECT_EQ(last_credible_day({"2026-06-26"}), "2026-06-26");
    EXPECT_EQ(last_credible_day({"2025-03-05", "2025-11-26", "2026-06-26"}), "2026-06-26");
    EXPECT_EQ(last_credible_day({"2026-03-05", "2026-06-26", "2035-03-01", "2035-03-02"}), "2026-06-26");
    EXPECT_EQ(last_credible_day({"2026-03-05", "2027-03-06"}), "2027-03-06") << "once a year";
    EXPECT_EQ(last_credible_day({"2026-03-05", "2027-03-07"}), "2026-03-05");
}

}  // namespace
}  // namespace xy::outreach
