#include "stats/proportion.h"

#include <gtest/gtest.h>

namespace xy::stats {
namespace {

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (printed to four decimals).
struct Printed {
    std::int64_t hits, n;
    double low, high;
};
constexpr Printed newcombe[] = {
    {81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0.0, 0.1611}, {1, 29, 0.0061, 0.1718}};

TEST(Wilson, EqualsThePrintedTable) {
    for (const Printed& row : newcombe) {
        const auto interval = wilson({row.hits, row.n});
        ASSERT_TRUE(interval);
        EXPECT_NEAR(interval->low, row.low, 5e-5) << row.hits << "/" << row.n;
        EXPECT_NEAR(interval->high, row.high, 5e-5) << row.hits << "/" << row.n;
    }
}

// The bounds are where the score test just rejects: (p − p₀)² = z²·p₀(1 − p₀)/n, an independent formula.
TEST(Wilson, ItsBoundsSolveTheScoreEquation) {
    for (const Proportion& p : {Proportion{81, 263}, Proportion{1, 29}, Proportion{999'999, 1'000'000}}) {
        const auto interval = wilson(p);
        for (const double bound : {interval->low, interval->high}) {
            const double left = (*p.value() - bound) * (*p.value() - bound);
            const double right = z_95 * z_95 * bound * (1 - bound) / static_cast<double>(p.n);
            EXPECT_NEAR(left / right, 1.0, 1e-9);
        }
    }
}

TEST(Wilson, StaysInsideZeroAndOne) {
    EXPECT_EQ(wilson({0, 5})->low, 0.0);
    EXPECT_EQ(wilson({5, 5})->high, 1.0);
    EXPECT_FALSE(wilson({0, 0}));
}

}  // namespace
}  // namespace xy::stats
