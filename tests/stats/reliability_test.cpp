#include "stats/reliability.h"

#include <array>
#include <gtest/gtest.h>

#include "stats/distributions.h"
#include "stats/sample.h"

namespace xy::stats {
namespace {

// With equal lengths Hoyt's analysis of variance over sessions is the one-way intraclass correlation of the
// mean; computed here from raw marks by its definition.
TEST(SessionScores, EqualTheAnalysisOfVarianceOverRawMarks) {
    const auto sessions = marks(400, 10, 31);
    SessionScores scores;
    long double grand = 0;
    for (const auto& row : sessions) {
        scores.add(10, total(row));
        grand += total(row);
    }
    grand /= 4'000;
    long double between = 0;
    long double within = 0;
    for (const auto& row : sessions) {
        const long double own = total(row) / 10.0L;
        between += 10 * (own - grand) * (own - grand);
        for (const bool mark : row) within += ((mark ? 1 : 0) - own) * ((mark ? 1 : 0) - own);
    }
    const long double msb = between / 399;
    const long double msw = within / 3'600;
    const auto reliability = scores.reliability();
    ASSERT_TRUE(reliability);
    EXPECT_NEAR(reliability->reliability, static_cast<double>((msb - msw) / msb), 1e-9);
    EXPECT_NEAR(reliability->length, 10, 1e-12);
}

// Lengths 2, 3, 5: k₀ = (10 − 38/10)/2 = 3.1 (Snedecor).
TEST(SessionScores, UnequalLengthsUseSnedecorsLength) {
    SessionScores scores;
    scores.add(2, 2);
    scores.add(3, 1);
    scores.add(5, 4);
    EXPECT_NEAR(scores.reliability()->length, 3.1, 1e-12);
}

TEST(SessionScores, MeanDeviationAndThreshold) {
    SessionScores scores;
    for (const int marks : {2, 4, 6, 8}) scores.add(10, marks);
    EXPECT_NEAR(*scores.mean_share(), 0.5, 1e-12);
    EXPECT_NEAR(*scores.deviation(), std::sqrt(0.2 / 3), 1e-12);
    EXPECT_EQ(scores.at_least(6, 10), 2);
    EXPECT_EQ(scores.at_least(61, 100), 1);
}

TEST(SessionScores, HalvesAddUpBitForBit) {
    const auto sessions = marks(1'000, 12, 8);
    SessionScores whole;
    SessionScores first;
    SessionScores second;
    for (std::size_t s = 0; s < sessions.size(); ++s) {
        const int items = 5 + static_cast<int>(s % 8);
        const int right = std::min(items, total(sessions[s]));
        whole.add(items, right);
        (s < 300 ? first : second).add(items, right);
    }
    second += first;
    EXPECT_EQ(second, whole);
    EXPECT_EQ(second.reliability()->reliability, whole.reliability()->reliability);
}

TEST(SessionScores, NothingWhereItIsNotDefined) {
    SessionScores scores;
    EXPECT_FALSE(scores.mean_share());
    EXPECT_FALSE(scores.reliability());
    scores.add(10, 10);
    scores.add(10, 10);
    EXPECT_FALSE(scores.reliability());
}

TEST(StandardError, IsTheDeviationThatReliabilityLeaves) {
    EXPECT_NEAR(standard_error_of_measurement(2, 0.75), 1, 1e-12);
}

// Alpha from the covariances of all pairs of items: k/(k−1)·Σ cov(i≠j)/Σ cov(all).
TEST(FormScores, AlphaIsThatOfTheCovariancesAndFeldtsIntervalHoldsIt) {
    constexpr int items = 6;
    const auto all = marks(200, items, 8);
    FormScores form(items);
    std::vector<Column> columns(items);
    for (const auto& row : all) {
        std::array<bool, items> right{};
        for (std::size_t i = 0; i < items; ++i) {
            right.at(i) = row[i];
            columns[i].push_back(row[i] ? 1 : 0);
        }
        form.add(right);
    }
    long double pairs = 0;
    long double whole = 0;
    for (std::size_t i = 0; i < items; ++i)
        for (std::size_t j = 0; j < items; ++j) {
            const long double c = covariance(columns[i], columns[j]);
            whole += c;
            if (i != j) pairs += c;
        }
    const double alpha = static_cast<double>(items / (items - 1.0L) * pairs / whole);
    EXPECT_NEAR(*form.alpha(), alpha, 1e-9);
    const auto interval = *form.alpha_interval();
    EXPECT_NEAR((1 - interval.low) / (1 - alpha), f_quantile(0.975, 199, 995), 1e-9);
    EXPECT_LT(interval.low, alpha);
    EXPECT_GT(interval.high, alpha);
}

// L. S. Feldt's F with a numerator of 2 degrees has a closed form: three sessions of two items, 2 and 2
// degrees, F(0.975) = 39, F(0.025) = 1/39. Marks 11, 10, 00: Σpq = 4/9, σ² = 2/3, α = 2·(1 − 2/3) = 2/3.
TEST(FormScores, BothEndsOfASmallExampleByHand) {
    FormScores form(2);
    for (const std::array<bool, 2> right : {std::array{true, true}, {true, false}, {false, false}})
        form.add(right);
    EXPECT_NEAR(*form.alpha(), 2.0 / 3, 1e-12);
    EXPECT_NEAR(form.alpha_interval()->low, 1 - 39.0 / 3, 1e-9);
    EXPECT_NEAR(form.alpha_interval()->high, 1 - 1.0 / 117, 1e-9);
}

}  // namespace
}  // namespace xy::stats
