// Values of an independent computation in 50-digit decimals, next to the published ones (four decimals) that
// the other tests hold. docs/statistics.md prints the same table.
#include <gtest/gtest.h>

#include "stats/paired.h"
#include "stats/proportion.h"

namespace xy::stats {
namespace {

constexpr double tolerance = 1e-9;

void expect_interval(const std::optional<Interval>& found, double low, double high) {
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->low, low, tolerance);
    EXPECT_NEAR(found->high, high, tolerance);
}

TEST(ReferenceValues, Wilson) {
    expect_interval(wilson({81, 263}), 0.255288519878274, 0.366209576982800);
    expect_interval(wilson({15, 148}), 0.062386399530736, 0.160487241723308);
    expect_interval(wilson({0, 20}), 0, 0.161125158052819);
    expect_interval(wilson({1, 29}), 0.006113214292763, 0.171755218793203);
}

TEST(ReferenceValues, NewcombePaired) {
    expect_interval(newcombe_paired({36, 12, 2, 0}), -0.340427602974941, -0.056929584003239);
    expect_interval(newcombe_paired({20, 12, 2, 16}), -0.329206995400141, -0.056156424841748);
    expect_interval(newcombe_paired({1, 1, 7, 12}), 0.025559124164860, 0.506920226686141);
    expect_interval(newcombe_paired({0, 0, 29, 1}), 0.791529574286577, 0.994091409618388);
}

TEST(ReferenceValues, NewcombeDifference) {
    expect_interval(newcombe_difference({48, 80}, {56, 70}), 0.052431472402365, 0.333872654036906);
}

TEST(ReferenceValues, McNemar) {
    const McNemar small = mcnemar({1, 1, 7, 12});
    EXPECT_NEAR(small.p_corrected, 0.077099871743542, tolerance);
    EXPECT_NEAR(small.p_exact, 0.0703125, tolerance);
    EXPECT_NEAR(small.p_mid, 0.0390625, tolerance);
    const McNemar large = mcnemar({794, 150, 86, 570});
    EXPECT_NEAR(large.chi_squared_corrected, 16.81779661016949, tolerance);
    EXPECT_NEAR(large.p_corrected, 4.11456228134594e-05, tolerance);
    EXPECT_NEAR(large.p_exact, 3.71593613957144e-05, tolerance);
    EXPECT_NEAR(large.p_mid, 2.89338951761549e-05, tolerance);
}

}  // namespace
}  // namespace xy::stats
