#include "stats/clustered.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <vector>

#include "stats/distributions.h"

namespace xy::stats {
namespace {

// Closed forms: with 1 degree of freedom t is Cauchy's, tan(π(p − ½)); with 2 it is (2p − 1)/√(2p(1 − p)); F
// with a numerator of 2 is d/2·((1 − p)^(−2/d) − 1).
TEST(Distributions, AgreeWithTheirClosedForms) {
    EXPECT_NEAR(student_t(0.975, 1) / std::tan(0.475 * std::numbers::pi), 1, 1e-12);
    EXPECT_NEAR(student_t(0.975, 2) / (0.95 / std::sqrt(2 * 0.975 * 0.025)), 1, 1e-12);
    EXPECT_NEAR(f_quantile(0.975, 2, 30) / (15 * (std::pow(0.025, -1.0 / 15) - 1)), 1, 1e-11);
    EXPECT_NEAR(f_quantile(0.025, 2, 30) / (15 * (std::pow(0.975, -1.0 / 15) - 1)), 1, 1e-11);
    EXPECT_NEAR(student_t_of(z_95, 1e6), z_95, 1e-5);
    EXPECT_EQ(student_t_of(z_95, 1e9), z_95);
}

// Tables of every textbook: 4 degrees of freedom 2.776, 25 degrees 2.060.
TEST(Distributions, StudentsTOfFewEventsIsThatOfTheTables) {
    EXPECT_NEAR(student_t_of(z_95, 4), 2.776445, 5e-7);
    EXPECT_NEAR(student_t_of(z_95, 25), 2.059539, 5e-7);
}

// Python, from the definition alone:
//   e = [(90,100),(40,80),(66,120),(20,60),(84,140),(30,100)]; m = 6; N = 600; p = 330/600 = 0.55
//   v = m/(m-1)*sum((h-p*n)**2 for h,n in e)/N**2   # 0.006946666666666666
//   deff = v/(p*(1-p)/N)                            # 16.84040404040404
TEST(Clustered, TheDesignEffectIsThatOfTheRatioEstimator) {
    ClusterSums events;
    for (const Proportion& event :
         std::vector<Proportion>{{90, 100}, {40, 80}, {66, 120}, {20, 60}, {84, 140}, {30, 100}})
        events.add(event);
    EXPECT_NEAR(*design_effect(events), 16.84040404040404, 1e-9);
    const Estimate share = clustered({330, 600}, events, {});
    EXPECT_EQ(share.events, 6);
    const auto interval = *interval_of(share);
    const auto naive = *wilson(share);
    // √deff and t₅/z wider, but for Wilson's pull to the middle.
    EXPECT_GT((interval.high - interval.low) / (naive.high - naive.low), 4.5);
    EXPECT_LT(interval.low, naive.low);
    EXPECT_GT(interval.high, naive.high);
}

TEST(Clustered, UnderFiveEventsTheVisitsAreWhatVaries) {
    ClusterSums events;
    for (int i = 0; i < 4; ++i) events.add(5 * i, 20);
    ClusterSums visits;  // each all right or all wrong: two answers say no more than one
    for (int i = 0; i < 40; ++i) visits.add(i % 2 == 0 ? 2 : 0, 2);
    const Estimate share = clustered({40, 80}, events, visits);
    EXPECT_EQ(share.events, 0);
    EXPECT_NEAR(share.design_effect, 2.0 * 40 / 39, 1e-12);
    EXPECT_NEAR(interval_of(share)->low, wilson({40, 80}, 39.0, z_95)->low, 1e-12);
}

TEST(Clustered, EventsThatAreMoreAlikeThanChanceClaimNoMoreThanStrangers) {
    ClusterSums events;
    for (int i = 0; i < 8; ++i) events.add(5, 10);
    Estimate share = clustered({40, 80}, events, {});
    EXPECT_EQ(share.design_effect, 0);
    EXPECT_LE(interval_of(share)->low, wilson({40, 80})->low);
    EXPECT_EQ(clustered({0, 80}, {}, {}).design_effect, 1);
    EXPECT_FALSE(interval_of(Estimate()));
}

TEST(Clustered, TheDifferenceOfStrangersIsNewcombes) {
    const auto interval = *difference_interval(Proportion{48, 80}, Proportion{56, 70});
    EXPECT_NEAR(interval.low, 0.052431472402, 1e-9);
    EXPECT_NEAR(interval.high, 0.333872654037, 1e-9);
}

}  // namespace
}  // namespace xy::stats
