#include "meadow/field.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "meadow/colours.h"
#include "meadow/hills.h"
#include "meadow/sunflower.h"

namespace xy::meadow {
namespace {

using paint::Box;
using paint::Canvas;
using paint::Colour;

/// From here on a flower is near enough for petals, and for leaves.
constexpr float with_petals = 0.3F;
constexpr float with_leaves = 0.72F;

bool touches(const Box& box, float x, float y, float radius) {
    return x + radius > box.x && x - radius < box.right() && y + radius > box.y && y - radius < box.bottom();
}

bool is_off(const FieldFlower& flower, std::span<const Box> keep_off) {
    const float radius = radius_at(flower.depth);
    return std::any_of(keep_off.begin(), keep_off.end(),
                       [&](const Box& box) { return touches(box, flower.x, flower.y + radius, 2 * radius); });
}

/// 0..1, always the same for a number (https://prng.di.unimi.it/splitmix64.c).
float spread(std::uint64_t number) {
    std::uint64_t z = (number + 1) * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<float>((z ^ (z >> 31U)) >> 40U) / static_cast<float>(1U << 24U);
}

FieldFlower place_of(const Box& screen, float hills, int number) {
    const auto index = static_cast<std::uint64_t>(number);
    const float down = spread(2 * index);
    FieldFlower flower{screen.x + spread(2 * index + 1) * screen.w, 0, std::pow(down, 2.6F)};
    const float top = hill_top(screen, hills, flower.x) - 6;
    flower.y = top + (screen.bottom() - 70 - top) * down * (0.3F + 0.7F * down);
    return flower;
}

/// How far it stands from the nearest of the others, in the widths of the two, squared.
float room_around(const FieldFlower& flower, std::span<const FieldFlower> others) {
    float room = 1e9F;
    for (const FieldFlower& other : others) {
        const float wide = radius_at(flower.depth) + radius_at(other.depth);
        const float x = (flower.x - other.x) / wide;
        const float y = (flower.y - other.y) / wide;
        room = std::min(room, x * x + y * y);
    }
    return room;
}

void draw_petals(Canvas& canvas, const FieldFlower& flower, int count, Colour colour) {
    const float radius = radius_at(flower.depth);
    for (int i = 0; i < count; ++i) {
        const float angle = (static_cast<float>(i) + flower.depth) * 2 * std::numbers::pi_v<float> /
                            static_cast<float>(count);
        const float at = radius * 0.62F;
        canvas.ellipse(flower.x + at * std::sin(angle), flower.y - at * std::cos(angle),
                       radius * 2.1F / static_cast<float>(count), radius * 0.4F, angle, colour);
    }
}

void draw_one(Canvas& canvas, const FieldFlower& flower, bool pale) {
    const float radius = radius_at(flower.depth);
    const Colour colour = pale ? inner_petal : petal;
    const float foot = flower.y + radius * 2.4F;
    canvas.polyline({{flower.x, flower.y}, {flower.x, foot}}, std::max(2.0F, radius * 0.13F), stalk);
    if (flower.depth < with_petals) {
        canvas.circle(flower.x, flower.y, radius, colour);
        canvas.circle(flower.x, flower.y, radius * 0.45F, rim);
        return;
    }
    if (flower.depth >= with_leaves) draw_leaves(canvas, flower.x, foot - radius * 0.4F, radius * 0.75F);
    draw_petals(canvas, flower, flower.depth < with_leaves ? 7 : 11, colour);
    canvas.circle(flower.x, flower.y, radius * 0.45F, rim);
}

}  // namespace

float radius_at(float depth) {
    return 9 + 43 * depth * depth;
}

std::vector<FieldFlower> field_flowers(const Box& screen, float hills, int count,
                                       std::span<const Box> keep_off) {
    constexpr int candidates = 8;
    std::vector<FieldFlower> flowers;
    for (int i = 0; static_cast<int>(flowers.size()) < count && i < 3 * count + 40; ++i) {
        FieldFlower best;
        float widest = 0;
        for (int k = 0; k < candidates; ++k) {
            const FieldFlower candidate = place_of(screen, hills, i * candidates + k);
            if (is_off(candidate, keep_off)) continue;
            if (const float room = room_around(candidate, flowers); room > widest) {
                widest = room;
                best = candidate;
            }
        }
        if (widest > 0) flowers.push_back(best);
    }
    std::sort(flowers.begin(), flowers.end(),
              [](const FieldFlower& a, const FieldFlower& b) { return a.y < b.y; });
    return flowers;
}

std::span<const FieldFlower> KeptField::of(const Box& screen, float hills, int count,
                                           std::span<const Box> keep_off) {
    Asked asked{{screen}, hills, count};
    asked.boxes.insert(asked.boxes.end(), keep_off.begin(), keep_off.end());
    if (asked != asked_) {
        flowers_ = field_flowers(screen, hills, count, keep_off);
        asked_ = std::move(asked);
    }
    return flowers_;
}

void draw_field(Canvas& canvas, std::span<const FieldFlower> flowers) {
    for (const FieldFlower& flower : flowers) draw_one(canvas, flower, std::fmod(flower.x, 5.0F) < 1.2F);
}

}  // namespace xy::meadow
