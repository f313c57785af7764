#include "stats/item_counts.h"

#include <gtest/gtest.h>

#include "stats/sample.h"

namespace xy::stats {
namespace {

struct Raw {
    Column x, o;
    ItemCounts counts;
};

Raw raw_of(const std::vector<std::vector<bool>>& sessions, std::size_t item) {
    Raw raw;
    for (const auto& row : sessions) {
        const int rest = total(row) - (row[item] ? 1 : 0);
        raw.x.push_back(row[item] ? 1 : 0);
        raw.o.push_back(rest);
        raw.counts.add(row[item], rest);
    }
    return raw;
}

TEST(ItemCounts, EqualTheDefinitionsOverRawMarks) {
    const auto sessions = marks(801, 9, 5);
    for (std::size_t item = 0; item < 9; ++item) {
        const Raw raw = raw_of(sessions, item);
        EXPECT_NEAR(*raw.counts.facility(), static_cast<double>(mean(raw.x)), 1e-9);
        EXPECT_NEAR(*raw.counts.discrimination(), static_cast<double>(correlation(raw.x, raw.o)), 1e-9);
        Column x = raw.x;
        Column o = raw.o;
        std::sort(x.begin(), x.end());
        std::sort(o.begin(), o.end());
        EXPECT_NEAR(*raw.counts.discriminative_efficiency(),
                    static_cast<double>(covariance(raw.x, raw.o) / covariance(x, o)), 1e-9);
    }
}

// 27 % of 10 sessions are 2.7. Top: rest 5 (1 of 1 right), then 1.7 of the three with rest 4, two of which
// are right: 1 + 1.7·2/3. Bottom: two with rest 0 (none right), then 0.7 of the four with rest 2, one right:
// 0.7/4.
TEST(ItemCounts, ATieAtTheBorderIsSplitByFractions) {
    ItemCounts counts;
    counts.add(true, 5);
    for (const bool right : {true, false, true}) counts.add(right, 4);
    for (const bool right : {false, true, false, false}) counts.add(right, 2);
    for (int i = 0; i < 2; ++i) counts.add(false, 0);
    EXPECT_NEAR(*counts.upper_lower(), (1 + 1.7 * 2 / 3) / 2.7 - (0.7 / 4) / 2.7, 1e-12);
}

TEST(ItemCounts, TheOrderOfSessionsDoesNotMatterAndHalvesAddUpBitForBit) {
    const auto sessions = marks(2'000, 8, 9);
    ItemCounts whole;
    ItemCounts even;
    ItemCounts odd;
    for (std::size_t s = 0; s < sessions.size(); ++s) {
        const bool right = sessions[s][3];
        const int rest = total(sessions[s]) - (right ? 1 : 0);
        whole.add(right, rest);
        (s % 2 == 0 ? even : odd).add(right, rest);
    }
    odd += even;
    EXPECT_EQ(odd, whole);
    EXPECT_EQ(*odd.discrimination(), *whole.discrimination());
    EXPECT_EQ(*odd.upper_lower(), *whole.upper_lower());
}

// Against a total that includes it, a mis-keyed item looks better than it is.
TEST(ItemCounts, AnItemKeyedWrongIsTheWorst) {
    auto sessions = marks(3'000, 8, 21);
    for (auto& row : sessions) row[4] = !row[4];
    double worst = 2;
    std::size_t which = 99;
    for (std::size_t item = 0; item < 8; ++item) {
        const double d = *raw_of(sessions, item).counts.discrimination();
        if (d < worst) {
            worst = d;
            which = item;
        }
    }
    EXPECT_EQ(which, 4U);
    EXPECT_LT(worst, 0);
}

TEST(ItemCounts, WithoutVarianceThereIsNoFigureInsteadOfAWrongOne) {
    ItemCounts counts;
    EXPECT_FALSE(counts.facility());
    counts.add(true, 3);
    counts.add(true, 4);
    EXPECT_EQ(counts.facility(), 1.0);
    EXPECT_FALSE(counts.discrimination());
    EXPECT_FALSE(counts.discriminative_efficiency());
}

// 3,000,000 sessions of 20 items: n·Σxo is beyond 32 bits by far.
TEST(ItemCounts, LargeCountsDoNotOverflow) {
    ItemCounts counts;
    counts.add(true, 19);
    counts.add(false, 2);
    for (int doubling = 0; doubling < 20; ++doubling) {
        const ItemCounts same = counts;
        counts += same;
    }
    EXPECT_NEAR(*counts.discrimination(), 1, 1e-9);
    EXPECT_EQ(counts.n(), std::int64_t{2} << 20);
}

TEST(OptionCounts, EqualTheCorrelationOverRawRows) {
    const auto sessions = marks(500, 7, 3);
    OptionCounts counts;
    Column chosen;
    Column rests;
    for (const auto& row : sessions) {
        const int rest = total(row) - (row[2] ? 1 : 0);
        counts.add(!row[2], rest);
        chosen.push_back(row[2] ? 0 : 1);
        rests.push_back(rest);
    }
    EXPECT_NEAR(*counts.rest_correlation(), static_cast<double>(correlation(chosen, rests)), 1e-9);
    EXPECT_LT(*counts.rest_correlation(), 0);
}

TEST(OptionCounts, ADistractorUnderFivePercentIsIdle) {
    const auto chosen_by = [](std::int64_t few, std::int64_t others) {
        OptionCounts counts;
        counts.add(true, 1, few);
        counts.add(false, 1, others);
        return counts;
    };
    EXPECT_TRUE(chosen_by(4, 96).is_idle());
    EXPECT_FALSE(chosen_by(5, 95).is_idle());
    EXPECT_FALSE(OptionCounts().is_idle()) << "nobody was asked";
}

}  // namespace
}  // namespace xy::stats
