#include "stats/scale_scores.h"

#include <gtest/gtest.h>
#include <random>

#include "stats/sample.h"

namespace xy::stats {
namespace {

/// Steps 1 to 5 of `items` statements that `visits` answered, which hang together.
std::vector<std::vector<int>> random_steps(int visits, int items, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> own(0, 1), noise(0, 0.8);
    std::vector<std::vector<int>> all;
    for (int visit = 0; visit < visits; ++visit) {
        const double attitude = own(random);
        auto& steps = all.emplace_back();
        for (int item = 0; item < items; ++item)
            steps.push_back(std::clamp(static_cast<int>(std::lround(3 + attitude + noise(random))), 1, 5));
    }
    return all;
}

ScaleScores scored(const std::vector<std::vector<int>>& visits) {
    ScaleScores scores(visits.front().size());
    for (const auto& steps : visits) scores.add(steps);
    return scores;
}

// Alpha from the covariances of all pairs of statements: k/(k−1)·Σ cov(i≠j)/Σ cov(all).
TEST(ScaleScores, AlphaIsThatOfTheCovariances) {
    constexpr std::size_t items = 4;
    const auto visits = random_steps(300, items, 4);
    std::vector<Column> columns(items);
    for (const auto& steps : visits)
        for (std::size_t i = 0; i < items; ++i) columns[i].push_back(steps[i]);
    long double pairs = 0;
    long double whole = 0;
    for (std::size_t i = 0; i < items; ++i)
        for (std::size_t j = 0; j < items; ++j) {
            const long double of_two = covariance(columns[i], columns[j]);
            whole += of_two;
            if (i != j) pairs += of_two;
        }
    const ScaleScores scores = scored(visits);
    EXPECT_NEAR(*scores.alpha(), static_cast<double>(items / (items - 1.0L) * pairs / whole), 1e-9);
    EXPECT_LT(scores.alpha_interval()->low, *scores.alpha());
    EXPECT_GT(scores.alpha_interval()->high, *scores.alpha());
}

// Steps 1 2, 3 3, 5 4: variances 4 and 1, sums 3 6 9 with variance 9: α = 2·(1 − 5/9) = 8/9. Scores 1.5,
// 3, 4.5. Feldt's F(2, 2) is 39 and 1/39.
TEST(ScaleScores, AnExampleByHand) {
    const ScaleScores scores = scored({{1, 2}, {3, 3}, {5, 4}});
    EXPECT_NEAR(*scores.alpha(), 8.0 / 9, 1e-12);
    EXPECT_NEAR(scores.alpha_interval()->low, 1 - 39.0 / 9, 1e-9);
    EXPECT_NEAR(scores.alpha_interval()->high, 1 - 1.0 / 351, 1e-9);
    EXPECT_NEAR(*scores.mean(), 3, 1e-12);
    EXPECT_NEAR(*scores.deviation(), 1.5, 1e-12);
}

TEST(ScaleScores, HalvesAddUpAndTheOrderOfStatementsDoesNotMatter) {
    const auto visits = random_steps(200, 3, 9);
    const ScaleScores whole = scored(visits);
    ScaleScores sum;
    sum += scored({visits.begin(), visits.begin() + 70});
    sum += scored({visits.begin() + 70, visits.end()});
    EXPECT_EQ(sum, whole);
    auto turned = visits;
    for (auto& steps : turned) std::swap(steps[0], steps[2]);
    EXPECT_EQ(scored(turned).reordered(std::vector<std::size_t>{2, 1, 0}), whole);
}

TEST(ScaleScores, NothingWhereItIsNotDefined) {
    EXPECT_FALSE(ScaleScores().mean());
    EXPECT_FALSE(scored({{1, 2}}).alpha()) << "one visit";
    EXPECT_FALSE(scored({{1}, {2}}).alpha()) << "one statement";
    EXPECT_FALSE(scored({{1, 3}, {3, 1}}).alpha()) << "all have the same sum";
}

}  // namespace
}  // namespace xy::stats
