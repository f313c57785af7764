#include "base/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <set>
#include <vector>

#include "base/identifier.h"

namespace xy {
namespace {

TEST(Random, GivesTheSameNumbersOnEveryMachine) {
    // From another implementation of SplitMix64 and xoshiro256** after https://prng.di.unimi.it/.
    Random zero(0);
    for (const std::uint64_t expected :
         {0x99EC5F36CB75F2B4U, 0xBF6E1F784956452AU, 0x1A5F849D4933E6E0U, 0x6AA594F1262D2D2CU})
        EXPECT_EQ(zero.next(), expected);
    Random answer(42);
    for (const std::uint64_t expected :
         {0x15780B2E0C2EC716U, 0x6104D9866D113A7EU, 0xAE17533239E499A1U, 0xECB8AD4703B360A1U})
        EXPECT_EQ(answer.next(), expected);
}

TEST(Random, ShufflesTheSameWayOnEveryMachine) {
    Random random(626);
    std::array<int, 8> values{};
    std::iota(values.begin(), values.end(), 0);
    random.shuffle(std::span<int>(values));
    EXPECT_THAT(values, testing::ElementsAre(6, 2, 4, 1, 5, 0, 3, 7));
}

TEST(Random, AnotherSeedGivesOtherNumbers) {
    EXPECT_NE(Random(1).next(), Random(2).next());
}

TEST(Random, BelowStaysBelowAndReachesEverything) {
    Random random(1);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i) ++counts.at(random.below(7));
    for (const int count : counts) EXPECT_NEAR(count, 10'000, 500);
    EXPECT_EQ(random.below(1), 0U);
}

TEST(Random, BelowIsFairForABoundBetweenPowersOfTwo) {
    // 3 · 2^62: a plain remainder would give the first third twice as often.
    constexpr std::uint64_t bound = 3U * (std::uint64_t{1} << 62U);
    Random random(3);
    int first_third = 0;
    for (int i = 0; i < 30'000; ++i) first_third += random.below(bound) < bound / 3 ? 1 : 0;
    EXPECT_NEAR(first_third, 10'000, 400);
}

TEST(Random, UnitIsAFractionWithTheRightMean) {
    Random random(5);
    double sum = 0;
    for (int i = 0; i < 20'000; ++i) {
        const double value = random.unit();
        ASSERT_GE(value, 0.0);
        ASSERT_LT(value, 1.0);
        sum += value;
    }
    EXPECT_NEAR(sum / 20'000, 0.5, 0.01);
}

TEST(Random, NormalHasMeanZeroAndVarianceOne) {
    Random random(6);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 50'000; ++i) {
        const double value = random.normal();
        ASSERT_TRUE(std::isfinite(value));
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / 50'000, 0.0, 0.02);
    EXPECT_NEAR(squares / 50'000, 1.0, 0.03);
}

TEST(Random, ShuffleKeepsEveryValueAndReachesEveryOrder) {
    Random random(9);
    std::set<std::vector<int>> orders;
    for (int i = 0; i < 1000; ++i) {
        std::vector<int> values{1, 2, 3};
        random.shuffle(std::span<int>(values));
        EXPECT_THAT(values, testing::UnorderedElementsAre(1, 2, 3));
        orders.insert(values);
    }
    EXPECT_EQ(orders.size(), 6U);
    std::vector<int> none;
    random.shuffle(std::span<int>(none));
    EXPECT_TRUE(none.empty());
}

TEST(Random, NobodyGuessesASeed) {
    EXPECT_NE(unpredictable_seed(), unpredictable_seed());
}

TEST(RandomId, IsReadBackFromItsDigits) {
    for (int i = 0; i < 100; ++i) {
        const RandomId id = new_random_id();
        EXPECT_EQ(to_hex(id).size(), 32U);
        EXPECT_EQ(parse_random_id(to_hex(id)), id);
    }
}

TEST(RandomId, WritesTheFirstByteFirst) {
    RandomId id;
    std::iota(id.bytes.begin(), id.bytes.end(), std::uint8_t{0xF5});
    EXPECT_EQ(to_hex(id), "f5f6f7f8f9fafbfcfdfeff0001020304");
    EXPECT_EQ(parse_random_id("f5f6f7f8f9fafbfcfdfeff0001020304"), id);
}

TEST(RandomId, NoOtherTextIsAnId) {
    EXPECT_FALSE(parse_random_id(""));
    EXPECT_FALSE(parse_random_id("00"));
    EXPECT_FALSE(parse_random_id(std::string(31, '0')));
    EXPECT_FALSE(parse_random_id(std::string(33, '0')));
    EXPECT_FALSE(parse_random_id("F5F6F7F8F9FAFBFCFDFEFF0001020304")) << "one id has one way to be written";
    EXPECT_FALSE(parse_random_id("g" + std::string(31, '0')));
    EXPECT_FALSE(parse_random_id(std::string(31, '0') + "g"));
}

TEST(RandomId, NeverComesTwiceAndUsesEveryByte) {
    std::set<RandomId> ids;
    RandomId seen;
    for (int i = 0; i < 1000; ++i) {
        const RandomId id = new_random_id();
        ids.insert(id);
        for (std::size_t b = 0; b < id.bytes.size(); ++b)
            seen.bytes[b] = static_cast<std::uint8_t>(seen.bytes[b] | id.bytes[b]);
    }
    EXPECT_EQ(ids.size(), 1000U);
    EXPECT_THAT(seen.bytes, testing::Each(0xFF));
}

}  // namespace
}  // namespace xy
