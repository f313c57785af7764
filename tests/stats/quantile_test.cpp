#include "stats/quantile.h"

#include <gtest/gtest.h>
#include <vector>

namespace xy::stats {
namespace {

TEST(Quantile, EqualsQuartileIncOfASpreadsheet) {
    // The example of Microsoft's page on QUARTILE.INC: {1, 2, 4, 7, 8, 9, 10, 12} gives 3.5, 7.5 and 9.25.
    const std::vector<double> values{1, 2, 4, 7, 8, 9, 10, 12};
    EXPECT_DOUBLE_EQ(*quantile(values, 0.25), 3.5);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.5), 7.5);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.75), 9.25);
}

TEST(Quantile, TheEndsAreTheLeastAndTheLargest) {
    const std::vector<double> values{3, 5, 8};
    EXPECT_DOUBLE_EQ(*quantile(values, 0), 3);
    EXPECT_DOUBLE_EQ(*quantile(values, 1), 8);
    EXPECT_FALSE(quantile({}, 0.5));
}

TEST(Quartiles, OfNumbersThatAreNotAtHandAreTheSame) {
    const std::vector<double> sorted{1, 2, 4, 7, 8, 9, 10, 12};
    const auto at = [&](std::int64_t i) { return std::optional(sorted.at(static_cast<std::size_t>(i))); };
    for (const double share : {0.0, 0.1, 0.25, 0.5, 0.75, 1.0})
        EXPECT_EQ(quantile_of(8, share, at), quantile(sorted, share)) << share;
    const Quartiles quartiles = quartiles_of(8, at);
    EXPECT_EQ(quartiles.lower, 3.5);
    EXPECT_EQ(quartiles.median, 7.5);
    EXPECT_EQ(quartiles.upper, 9.25);
    EXPECT_FALSE(quantile_of(0, 0.5, at));
}

TEST(Quartiles, OneThatNeedsWhatIsNotKnownIsNotTold) {
    const auto at = [](std::int64_t i) { return i < 3 ? std::optional(1.0) : std::nullopt; };
    EXPECT_EQ(quantile_of(4, 0.25, at), 1.0);
    EXPECT_FALSE(quantile_of(4, 0.75, at));
}

}  // namespace
}  // namespace xy::stats
