#include "stats/gain.h"

#include <gtest/gtest.h>

#include "stats/sample.h"

namespace xy::stats {
namespace {

// Class averages 43 % before and 71 % after give g = 0.28/0.57 (Hake 1998, formula 1).
TEST(Gain, HakeIsTheGainOfMeansNotTheMeanOfGains) {
    Gain gain;
    gain.add(1, 4, 5);
    gain.add(4, 5, 5);
    // Means 0.5 and 0.9: 0.4/0.5. The mean of single gains would be (0.75 + 1)/2.
    EXPECT_NEAR(*gain.hake(), 0.8, 1e-12);
}

TEST(Gain, ItsIntervalEqualsTheDeltaMethodOverRawScores) {
    const auto before = marks(300, 5, 1);
    const auto luck = marks(300, 5, 2);
    Gain gain;
    Column pre;
    Column post;
    for (std::size_t s = 0; s < before.size(); ++s) {
        const int a = total(before[s]);
        const int b = std::max(a, total(luck[s]));
        gain.add(a, b, 5);
        pre.push_back(a / 5.0L);
        post.push_back(b / 5.0L);
    }
    const long double n = 300;
    const long double g = (mean(post) - mean(pre)) / (1 - mean(pre));
    const long double by_post = 1 / (1 - mean(pre));
    const long double by_pre = (mean(post) - 1) / ((1 - mean(pre)) * (1 - mean(pre)));
    const long double variance =
        (by_post * by_post * covariance(post, post) + by_pre * by_pre * covariance(pre, pre) +
         2 * by_post * by_pre * covariance(pre, post)) /
        n;
    const long double half = z_95 * std::sqrt(variance);
    EXPECT_NEAR(*gain.hake(), static_cast<double>(g), 1e-9);
    EXPECT_NEAR(gain.hake_interval()->low, static_cast<double>(g - half), 1e-9);
    EXPECT_NEAR(gain.hake_interval()->high, static_cast<double>(g + half), 1e-9);
    Column difference;
    for (std::size_t s = 0; s < pre.size(); ++s) difference.push_back(post[s] - pre[s]);
    const long double wide = z_95 * std::sqrt(covariance(difference, difference) / n);
    EXPECT_NEAR(gain.difference_interval()->low, static_cast<double>(mean(difference) - wide), 1e-9);
}

TEST(Gain, HalvesAddUpBitForBit) {
    Gain whole;
    Gain half;
    Gain other;
    for (int i = 0; i < 100; ++i) {
        whole.add(i % 5, i % 6, 5);
        (i % 3 == 0 ? half : other).add(i % 5, i % 6, 5);
    }
    half += other;
    EXPECT_EQ(half, whole);
}

TEST(Gain, WhoKnewEverythingBeforeHasNoGain) {
    Gain gain;
    EXPECT_FALSE(gain.hake());
    gain.add(5, 5, 5);
    EXPECT_FALSE(gain.hake());
    EXPECT_FALSE(gain.difference_interval());
}

}  // namespace
}  // namespace xy::stats
