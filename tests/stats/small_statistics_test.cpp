#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

#include "stats/durations.h"
#include "stats/likert.h"
#include "stats/rapid_guess.h"
#include "stats/year_on_year.h"

namespace xy::stats {
namespace {

TEST(Durations, AQuantileIsAtMostOnePercentOff) {
    std::mt19937 random(4);
    std::lognormal_distribution<double> seconds(4, 1.5);
    Durations durations;
    std::vector<std::int64_t> all;
    for (int i = 0; i < 20'000; ++i) {
        all.push_back(static_cast<std::int64_t>(1000 * seconds(random)) + 1);
        durations.add(all.back());
    }
    std::sort(all.begin(), all.end());
    for (const double share : {0.0, 0.25, 0.5, 0.75, 0.99, 1.0}) {
        const auto exact = static_cast<double>(all[static_cast<std::size_t>(share * 19'999)]);
        EXPECT_NEAR(*durations.quantile(share) / exact, 1, Durations::relative_error) << share;
    }
}

TEST(Durations, HalvesAddUpAndEmptyHasNoMedian) {
    Durations whole;
    Durations a;
    Durations b;
    for (std::int64_t ms = 0; ms < 5'000; ms += 7) {
        whole.add(ms);
        (ms % 2 == 0 ? a : b).add(ms);
    }
    a += b;
    EXPECT_EQ(a, whole);
    EXPECT_EQ(a.quantile(0), 0.0);
    EXPECT_FALSE(Durations().quantile(0.5));
}

TEST(Likert, TopTwoBottomTwoAndNet) {
    const Likert likert{{4, 6, 12, 33, 45}};
    EXPECT_EQ(likert.top_two().hits, 78);
    EXPECT_EQ(likert.bottom_two().hits, 10);
    EXPECT_NEAR(*likert.net(), 0.68, 1e-12);
    EXPECT_EQ((Likert{{5, 9, 1}}).top_two().hits, 1);
    EXPECT_FALSE((Likert{{0, 0, 0, 0}}).net());
}

TEST(RapidGuess, TheThresholdIsATenthOfTheMeanAndNeverBeyondTenSeconds) {
    ItemTimes times;
    EXPECT_EQ(times.threshold_ms(), 0);
    times.add(4'000);
    times.add(8'000);
    EXPECT_EQ(times.threshold_ms(), 600);
    times.add(1'000'000);
    EXPECT_EQ(times.threshold_ms(), 10'000);
}

TEST(RapidGuess, ExactlyNinePartsInTenAreEnough) {
    EXPECT_FALSE(is_rapid(0, 10));
    EXPECT_FALSE(is_rapid(1, 10));
    EXPECT_TRUE(is_rapid(2, 10));
    EXPECT_TRUE(is_rapid(1, 9));
    EXPECT_FALSE(is_rapid(0, 0));
}

// Totals 120 and 80; per event 50, 70 and 30, 50. Var = 2/1·(100 + 100) = 400 for both: 400/14400 + 400/6400.
TEST(YearOnYear, TheEventsAreWhatVaries) {
    const std::array<std::int64_t, 2> now{50, 70};
    const std::array<std::int64_t, 2> before{30, 50};
    const auto change = year_on_year(now, before);
    ASSERT_TRUE(change && change->interval);
    EXPECT_NEAR(change->ratio, 0.5, 1e-12);
    const double half = z_95 * std::sqrt(400.0 / 14'400 + 400.0 / 6'400);
    EXPECT_NEAR(change->interval->low, 1.5 * std::exp(-half) - 1, 1e-12);
    EXPECT_NEAR(change->interval->high, 1.5 * std::exp(half) - 1, 1e-12);
}

TEST(YearOnYear, WithoutAYearBeforeThereIsNoComparison) {
    const std::array<std::int64_t, 1> now{50};
    EXPECT_FALSE(year_on_year(now, {}));
    const std::array<std::int64_t, 1> before{40};
    EXPECT_FALSE(year_on_year(now, before)->interval);
}

}  // namespace
}  // namespace xy::stats
