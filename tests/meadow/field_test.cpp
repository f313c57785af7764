// The field of the day: one flower for each visit, and nothing hidden behind them.
#include "meadow/field.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>

#include "meadow/hills.h"

namespace xy::meadow {
namespace {

using paint::Box;

constexpr Box screen{0, 0, 1920, 1080};
constexpr float hills = 420;

bool has(const std::vector<FieldFlower>& flowers, const FieldFlower& wanted) {
    return std::any_of(flowers.begin(), flowers.end(), [&](const FieldFlower& flower) {
        return flower.x == wanted.x && flower.y == wanted.y && flower.depth == wanted.depth;
    });
}

TEST(Field, HasOneFlowerForEachVisit) {
    for (const int count : {0, 1, 12, 239, 400})
        EXPECT_EQ(field_flowers(screen, hills, count, {}).size(), static_cast<std::size_t>(count));
}

TEST(Field, AFlowerStaysWhereItIsWhileMoreCome) {
    const auto before = field_flowers(screen, hills, 60, {});
    const auto after = field_flowers(screen, hills, 61, {});
    for (const FieldFlower& flower : before) EXPECT_TRUE(has(after, flower)) << flower.x << "," << flower.y;
}

TEST(Field, KeptIsTheSameAsWorkedOutAnewWhateverIsAskedNext) {
    KeptField kept;
    const std::array boxes{Box{0, 600, 900, 200}};
    const auto expect_same = [&](const Box& on, float height, int count, std::span<const Box> keep_off) {
        const auto flowers = kept.of(on, height, count, keep_off);
        EXPECT_EQ(flowers.size(), static_cast<std::size_t>(count));
        for (const FieldFlower& flower : field_flowers(on, height, count, keep_off))
            EXPECT_TRUE(has({flowers.begin(), flowers.end()}, flower));
    };
    for (const int count : {12, 12, 13}) expect_same(screen, hills, count, boxes);
    expect_same(screen, hills, 13, {});
    expect_same(screen, hills - 100, 13, {});
    expect_same({0, 0, 1080, 1920}, hills - 100, 13, {});
}

TEST(Field, KeepsOffWhatIsReadAndTouched) {
    const std::array boxes{Box{0, 600, 900, 200}, Box{1200, 700, 300, 380}};
    const auto flowers = field_flowers(screen, hills, 200, boxes);
    EXPECT_GT(flowers.size(), 100U);
    for (const FieldFlower& flower : flowers)
        for (const Box& box : boxes) {
            const float radius = radius_at(flower.depth);
            EXPECT_TRUE(flower.x + radius <= box.x || flower.x - radius >= box.right() ||
                        flower.y + radius <= box.y || flower.y - radius >= box.bottom())
                << flower.x << "," << flower.y;
        }
}

TEST(Field, StandsOnTheHillsTheFarOnesSmallAndFirst) {
    const auto flowers = field_flowers(screen, hills, 239, {});
    for (const FieldFlower& flower : flowers) {
        EXPECT_GE(flower.y, hill_top(screen, hills, flower.x) - 7);
        EXPECT_LT(flower.y, screen.bottom());
    }
    EXPECT_TRUE(std::is_sorted(flowers.begin(), flowers.end(),
                               [](const FieldFlower& a, const FieldFlower& b) { return a.y < b.y; }));
    const auto near = std::count_if(flowers.begin(), flowers.end(),
                                    [](const FieldFlower& flower) { return flower.depth > 0.5F; });
    EXPECT_LT(near, static_cast<std::ptrdiff_t>(flowers.size()) / 3);
}

/// Without any room there is none, and it ends.
TEST(Field, WhereNothingIsFreeNothingGrows) {
    EXPECT_TRUE(field_flowers(screen, hills, 50, std::array{screen}).empty());
}

}  // namespace
}  // namespace xy::meadow
