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

}  // namespace
}  // namespace xy::stats
