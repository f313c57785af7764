#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

#include "stats/distributions.h"
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
        EXPECT_NEAR(*durations.quantile(share) / exact, 1, durations.relative_error()) << share;
    }
}

// Twenty visits: the median lies halfway between the tenth and the eleventh, as on an event's sheet. Reading
// one of them out of a bucket made 59,893 of it.
TEST(Durations, OfFewVisitsAQuantileIsExact) {
    Durations durations;
    for (int i = 0; i < 10; ++i) durations.add(60'000);
    for (int i = 0; i < 10; ++i) durations.add(180'000);
    EXPECT_EQ(durations.quantile(0.5), 120'000.0);
    EXPECT_EQ(durations.relative_error(), 0);
    Durations eight;  // of Microsoft's page on QUARTILE.INC
    for (const int ms : {1, 2, 4, 7, 8, 9, 10, 12}) eight.add(ms);
    EXPECT_EQ(eight.quantile(0.25), 3.5);
    EXPECT_EQ(eight.quantile(0.75), 9.25);
}

TEST(Durations, FewAndManyAddUpInAnyOrder) {
    Durations whole;
    Durations few;
    Durations many;
    for (std::int64_t i = 0; i < 10'050; ++i) {
        const std::int64_t ms = i * 7 % 60'000;
        whole.add(ms);
        (i < 60 ? few : many).add(ms);
    }
    ASSERT_EQ(many.relative_error(), 0);
    Durations sum = few;
    sum += many;
    EXPECT_EQ(sum, whole);
    Durations turned = many;
    turned += few;
    EXPECT_EQ(turned, whole);
    Durations more = whole;
    more += few;
    few += whole;
    EXPECT_EQ(more, few);
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

// Steps 1, 1, 2, 4: mean 2, squares 1 + 1 + 0 + 4 = 6, of 3.
TEST(Likert, MeanAndDeviationOfTheSteps) {
    const Likert likert{{2, 1, 0, 1}};
    EXPECT_DOUBLE_EQ(*likert.mean(), 2);
    EXPECT_DOUBLE_EQ(*likert.deviation(), std::sqrt(2.0));
    EXPECT_FALSE((Likert{{1, 0}}).deviation());
}

TEST(RapidGuess, TheThresholdIsATenthOfTheMeanAndNeverBeyondTenSeconds) {
    EXPECT_EQ(ItemTimes{}.threshold_ms(), 0);
    EXPECT_EQ((ItemTimes{2, 12'000}).threshold_ms(), 600);
    EXPECT_EQ((ItemTimes{3, 1'012'000}).threshold_ms(), 10'000);
}

TEST(RapidGuess, ExactlyNinePartsInTenAreEnough) {
    EXPECT_FALSE(is_rapid(0, 10));
    EXPECT_FALSE(is_rapid(1, 10));
    EXPECT_TRUE(is_rapid(2, 10));
    EXPECT_TRUE(is_rapid(1, 9));
    EXPECT_FALSE(is_rapid(0, 0));
}

// Totals 300 and 200; deviations ±20, ±20, 0 in both: Var = 5/4·1600 = 2000. Relative: 2000/90000 = 1/45 and
// 2000/40000 = 1/20. Satterthwaite: (1/45 + 1/20)²·4/(1/45² + 1/20²) = 6.97…
TEST(YearOnYear, TheEventsAreWhatVaries) {
    const std::array<std::int64_t, 5> now{40, 80, 60, 40, 80};
    const std::array<std::int64_t, 5> before{20, 60, 40, 20, 60};
    const auto change = year_on_year(now, before);
    ASSERT_TRUE(change && change->interval);
    EXPECT_NEAR(change->ratio, 0.5, 1e-12);
    const double a = 1.0 / 45;
    const double b = 1.0 / 20;
    const double half = student_t(0.975, 4 * (a + b) * (a + b) / (a * a + b * b)) * std::sqrt(a + b);
    EXPECT_NEAR(change->interval->low, 1.5 * std::exp(-half) - 1, 1e-12);
    EXPECT_NEAR(change->interval->high, 1.5 * std::exp(half) - 1, 1e-12);
}

// Two events withheld (3 and 20) beside 100 came out of the interval: with so few events there is none.
TEST(YearOnYear, UnderFiveEventsThereIsNoInterval) {
    const std::array<std::int64_t, 3> now{3, 20, 100};
    const std::array<std::int64_t, 5> before{40, 60, 50, 30, 20};
    ASSERT_TRUE(year_on_year(now, before));
    EXPECT_FALSE(year_on_year(now, before)->interval);
    EXPECT_FALSE(year_on_year(before, now)->interval);
}

TEST(YearOnYear, EventsOfEqualSizeClaimNoMoreThanACount) {
    const std::array<std::int64_t, 5> now{40, 40, 40, 40, 40};
    const auto change = year_on_year(now, now);
    ASSERT_TRUE(change && change->interval);
    // Poisson: 1/200 + 1/200, 8 degrees of freedom.
    EXPECT_NEAR(std::log1p(change->interval->high), student_t(0.975, 8) * 0.1, 1e-9);
}

TEST(YearOnYear, WithoutAYearBeforeThereIsNoComparison) {
    const std::array<std::int64_t, 1> now{50};
    EXPECT_FALSE(year_on_year(now, {}));
    const std::array<std::int64_t, 1> before{40};
    EXPECT_FALSE(year_on_year(now, before)->interval);
}

}  // namespace
}  // namespace xy::stats
