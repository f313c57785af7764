#include "stats/paired.h"

#include <cmath>
#include <gtest/gtest.h>

namespace xy::stats {
namespace {

// Airway responsiveness before and after a transplantation, 1 and 7 discordant pairs: table 2 and the worked
// figures of Fagerland, Lydersen and Laake, BMC Med. Res. Methodol. 13 (2013) 91. The exact ones are
// fractions: 2·(1 + 8)/256 and that minus 8/256.
TEST(McNemar, EqualsThePublishedExample) {
    const McNemar test = mcnemar({1, 1, 7, 12});
    EXPECT_NEAR(test.p_exact, 18.0 / 256, 1e-12);
    EXPECT_NEAR(test.p_mid, 10.0 / 256, 1e-12);
    EXPECT_NEAR(test.chi_squared_corrected, 25.0 / 8, 1e-12);
    EXPECT_NEAR(test.p_corrected, 0.077, 5e-4);
}

// Agresti, Categorical Data Analysis, 2nd ed., section 10.1.1: approval of a prime minister, 150 and 86
// changed.
TEST(McNemar, EqualsTheCorrectedStatisticOfALargeTable) {
    const McNemar test = mcnemar({794, 150, 86, 570});
    EXPECT_NEAR(test.chi_squared_corrected, 63.0 * 63 / 236, 1e-12);
    EXPECT_LT(test.p_exact, 1e-4);
    EXPECT_LT(test.p_mid, test.p_exact);
}

/// Binomial sums by multiplication from k = 0, an independent way to the same tail.
TEST(McNemar, ItsTailsAreThoseOfAFairCoin) {
    for (int n = 1; n <= 60; ++n)
        for (int f = 0; f <= n; ++f) {
            long double term = std::pow(0.5L, n);
            long double low = 0;
            long double at = 0;
            const int fewer = std::min(f, n - f);
            for (int k = 0; k <= fewer; ++k) {
                if (k > 0) term *= static_cast<long double>(n - k + 1) / k;
                low += term;
                at = term;
            }
            const McNemar test = mcnemar({3, f, n - f, 4});
            const long double exact = std::min(1.0L, 2 * low);
            EXPECT_NEAR(test.p_exact, static_cast<double>(exact), 1e-9) << f << " of " << n;
            // Twice the smaller strict tail, and half the middle term of each side.
            const long double mid = 2 * fewer == n ? 1 - at : 2 * (low - at) + at;
            EXPECT_NEAR(test.p_mid, static_cast<double>(mid), 1e-9) << f << " of " << n;
        }
}

TEST(McNemar, NobodyChangedIsNoEvidence) {
    const McNemar test = mcnemar({10, 0, 0, 3});
    EXPECT_EQ(test.p_exact, 1);
    EXPECT_EQ(test.p_mid, 1);
    EXPECT_EQ(test.p_corrected, 1);
}

// Newcombe, Statistics in Medicine 17 (1998) 2635, table III, method 10, printed to four decimals. Their
// difference is (f − g)/n, ours after − before: so f of the table is only_after here.
struct Printed {
    PairedTable table;
    double low, high;
};
constexpr Printed published[] = {
    {{36, 2, 12, 0}, 0.0569, 0.3404},
};

TEST(NewcombePaired, EqualsThePrintedTable) {
    for (const Printed& row : published) {
        const auto interval = newcombe_paired(row.table);
        ASSERT_TRUE(interval);
        EXPECT_NEAR(interval->low, row.low, 5e-5);
        EXPECT_NEAR(interval->high, row.high, 5e-5);
    }
}

TEST(NewcombePaired, SwappingBeforeAndAfterTurnsTheInterval) {
    const auto there = newcombe_paired({20, 3, 11, 6});
    const auto back = newcombe_paired({20, 11, 3, 6});
    EXPECT_NEAR(there->low, -back->high, 1e-12);
    EXPECT_NEAR(there->high, -back->low, 1e-12);
    EXPECT_FALSE(newcombe_paired({}));
}

// Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10: 56/70 − 48/80.
TEST(NewcombeDifference, EqualsThePrintedTable) {
    const auto interval = newcombe_difference({48, 80}, {56, 70});
    EXPECT_NEAR(interval->low, 0.0524, 5e-5);
    EXPECT_NEAR(interval->high, 0.3339, 5e-5);
}

TEST(PairedTable, TwoDevicesAddUp) {
    PairedTable sum{1, 2, 3, 4};
    sum += {10, 20, 30, 40};
    EXPECT_EQ(sum, (PairedTable{11, 22, 33, 44}));
}

}  // namespace
}  // namespace xy::stats
