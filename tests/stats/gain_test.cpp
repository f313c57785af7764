#include "stats/gain.h"

#include <array>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "stats/distributions.h"
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
    // Few pairs: Student's t of 299 degrees of freedom.
    const long double t = student_t(0.975, 299);
    const long double half = t * std::sqrt(variance);
    EXPECT_NEAR(*gain.hake(), static_cast<double>(g), 1e-9);
    EXPECT_NEAR(gain.hake_interval()->low, static_cast<double>(g - half), 1e-9);
    EXPECT_NEAR(gain.hake_interval()->high, static_cast<double>(g + half), 1e-9);
    Column difference;
    for (std::size_t s = 0; s < pre.size(); ++s) difference.push_back(post[s] - pre[s]);
    const long double wide = t * std::sqrt(covariance(difference, difference) / n);
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

// Twelve pairs that all went from 2 to 3 of 5: 0 of 12 differed, of which Wilson's interval allows
// z²/(12 + z²) = 24.2 %, by 20 points each.
TEST(Gain, PairsThatAllChangedAlikeStillHaveAnIntervalWithAWidth) {
    Gain gain;
    for (int i = 0; i < 12; ++i) gain.add(2, 3, 5);
    const double half = z_95 * z_95 / (12 + z_95 * z_95) / 5;
    EXPECT_NEAR(gain.difference_interval()->low, 0.2 - half, 1e-12);
    EXPECT_NEAR(gain.difference_interval()->high, 0.2 + half, 1e-12);
    EXPECT_GT(gain.hake_interval()->high, gain.hake_interval()->low);
}

TEST(Gain, UnderTenPairsThereIsNoInterval) {
    Gain gain;
    for (int i = 0; i < 9; ++i) gain.add(i % 3, 3, 5);
    EXPECT_TRUE(gain.difference());
    EXPECT_FALSE(gain.difference_interval());
    gain.add(1, 3, 5);
    EXPECT_TRUE(gain.difference_interval());
}

/// Nobody learns; form B is one item in five easier. `ab` visits have A first, `ba` B first.
std::array<EventGains, 2> no_learning(int ab, int ba) {
    std::array<EventGains, 2> orders;
    for (int i = 0; i < ab; ++i) orders[0]["e" + std::to_string(i % 3)].add(2 + i % 2, 3 + i % 2, 5);
    for (int i = 0; i < ba; ++i) orders[1]["e" + std::to_string(i % 3)].add(3 + i % 2, 2 + i % 2, 5);
    return orders;
}

TEST(Gain, AnEasierFormIsNoGainWhenBothOrdersCountAlike) {
    const auto orders = no_learning(90, 30);
    const auto gain = measured(orders);
    ASSERT_TRUE(gain && gain->difference_interval && gain->form_interval);
    EXPECT_NEAR(gain->difference, 0, 1e-12) << "pooled it was +10 points";
    EXPECT_NEAR(*gain->form_difference, 0.2, 1e-12);
    EXPECT_NEAR(gain->before, gain->after, 1e-12);
    EXPECT_EQ(gain->n, 120);
    const std::array<EventGains, 2> fixed{orders[0], EventGains()};
    EXPECT_FALSE(measured(fixed));
}

// By hand: the variance of the mean of two means is a quarter of the sum of theirs; Welch's degrees of
// freedom.
TEST(Gain, OfTwoOrdersByVisitsEqualsWelchOverRawScores) {
    std::array<EventGains, 2> orders;
    std::array<Column, 2> differences;
    std::mt19937 random(5);
    for (std::size_t order = 0; order < 2; ++order)
        for (int i = 0; i < (order == 0 ? 40 : 25); ++i) {
            const int pre = static_cast<int>(random() % 6);
            const int post = static_cast<int>(random() % 6);
            orders[order]["one event"].add(pre, post, 5);
            differences[order].push_back((post - pre) / 5.0L);
        }
    const long double a = covariance(differences[0], differences[0]) / 40;
    const long double b = covariance(differences[1], differences[1]) / 25;
    const long double freedom = (a + b) * (a + b) / (a * a / 39 + b * b / 24);
    const long double half = student_t(0.975, static_cast<double>(freedom)) * std::sqrt(a + b) / 2;
    const long double mid = (mean(differences[0]) + mean(differences[1])) / 2;
    EXPECT_NEAR(measured(orders)->difference_interval->low, static_cast<double>(mid - half), 1e-9);
    EXPECT_NEAR(measured(orders)->difference_interval->high, static_cast<double>(mid + half), 1e-9);
}

// By hand, one order of six events of ten pairs: the mean of event means, and their variance over six.
TEST(Gain, OfEventsOfEqualSizeEqualsTheIntervalOfTheirMeans) {
    EventGains events;
    Column means;
    for (int event = 0; event < 6; ++event) {
        for (int i = 0; i < 10; ++i)
            events["e" + std::to_string(event)].add(1 + i % 2, std::min(5, 1 + i % 2 + event % 4), 5);
        means.push_back(*events["e" + std::to_string(event)].difference());
    }
    const auto gain = measured({&events, 1});
    EXPECT_EQ(gain->events, 6);
    const long double half = student_t(0.975, 5) * std::sqrt(covariance(means, means) / 6);
    EXPECT_NEAR(gain->difference_interval->low, static_cast<double>(mean(means) - half), 1e-9);
    EXPECT_NEAR(gain->difference_interval->high, static_cast<double>(mean(means) + half), 1e-9);
}

}  // namespace
}  // namespace xy::stats
