#include "gui/meadow.h"

#include <cmath>
#include <numbers>

namespace xy::gui {
namespace {

using Curve = std::vector<std::pair<float, float>>;

/// A wave of two quadratic bends over the whole width, as in the design: depths under the top of the hills at
/// 0, ¼, ½, ¾ and 1.
Curve hill(const ScreenCanvas& canvas, float height, float start, float crest, float middle, float trough,
           float end) {
    const Box screen = canvas.screen();
    Curve curve;
    const auto bend = [&](float x0, float y0, float yc, float x1, float y1) {
        for (int i = 0; i <= 24; ++i) {
            const float t = static_cast<float>(i) / 24;
            const float y = (1 - t) * (1 - t) * y0 + 2 * t * (1 - t) * yc + t * t * y1;
            curve.emplace_back(x0 + (x1 - x0) * t, screen.h - height + y);
        }
    };
    const float half = screen.w * 0.52F;
    bend(0, start, crest, half, middle);
    bend(half, middle, trough, screen.w, end);
    return curve;
}

}  // namespace

void draw_hills(ScreenCanvas& canvas, float height) {
    const float s = height / 420;
    canvas.ground(hill(canvas, height, 220 * s, 60 * s, 190 * s, 320 * s, 140 * s), rgb(0xCDE9D6));
    canvas.ground(hill(canvas, height, 300 * s, 160 * s, 280 * s, 400 * s, 240 * s), rgb(0x9FD3B4));
    canvas.ground(hill(canvas, height, 370 * s, 270 * s, 360 * s, 440 * s, 330 * s), rgb(0x5FB38A));
}

void draw_stem(ScreenCanvas& canvas, float x, float top, float bottom, float width, float lean) {
    Curve stem;
    for (int i = 0; i <= 12; ++i) {
        const float t = static_cast<float>(i) / 12;
        stem.emplace_back(x + lean * (1 - t) * (1 - t) - 14 * 4 * t * (1 - t) * width / 26,
                          top + (bottom - top) * t);
    }
    canvas.polyline(stem, width, rgb(0x0F7B5F));
}

void draw_leaf(ScreenCanvas& canvas, float x, float y, float side, float size) {
    Curve leaf;
    for (int i = 0; i <= 20; ++i) {
        const float angle = static_cast<float>(i) * std::numbers::pi_v<float> / 20;
        leaf.emplace_back(x + side * size * 120 * (1 - std::cos(angle)) / 2,
                          y - size * (46 * std::sin(angle)) - size * 56 * (1 - std::cos(angle)) / 2);
    }
    for (int i = 19; i > 0; --i) {
        const float angle = static_cast<float>(i) * std::numbers::pi_v<float> / 20;
        leaf.emplace_back(x + side * size * 120 * (1 - std::cos(angle)) / 2,
                          y + size * (30 * std::sin(angle)) - size * 56 * (1 - std::cos(angle)) / 2);
    }
    canvas.convex(leaf, rgb(0x17875A));
}

void draw_sunflower(ScreenCanvas& canvas, float x, float y, float size, float turn) {
    const auto petals = [&](float first, float distance, float rx, float ry, Colour colour) {
        for (int i = 0; i < 12; ++i) {
            const float angle = turn + first + static_cast<float>(i) * std::numbers::pi_v<float> / 6;
            canvas.ellipse(x + distance * size * std::sin(angle), y - distance * size * std::cos(angle),
                           rx * size, ry * size, angle, colour);
        }
    };
    const auto place = [&](float dx, float dy) {
        return std::pair{x + size * (dx * std::cos(turn) - dy * std::sin(turn)),
                         y + size * (dx * std::sin(turn) + dy * std::cos(turn))};
    };
    petals(0, 112, 38, 92, rgb(0xFFB81C));
    petals(std::numbers::pi_v<float> / 12, 98, 26, 70, rgb(0xFFD261));
    canvas.circle(x, y, 88 * size, rgb(0x8A5B22));
    canvas.circle(x, y, 76 * size, rgb(0xA9722F));
    for (const float side : {-1.0F, 1.0F}) {
        const auto [ex, ey] = place(28 * side, -10);
        canvas.circle(ex, ey, 10 * size, rgb(0x3B250C));
        const auto [cx, cy] = place(50 * side, 14);
        canvas.circle(cx, cy, 12 * size, rgb(0xD6834F));
    }
    std::vector<std::pair<float, float>> smile;
    for (int i = 0; i <= 16; ++i) {
        const float t = static_cast<float>(i) / 16;
        smile.push_back(place(-32 + 64 * t, 18 + 4 * 17 * t * (1 - t)));
    }
    canvas.polyline(smile, 9 * size, rgb(0x3B250C));
    canvas.circle(smile.front().first, smile.front().second, 4.5F * size, rgb(0x3B250C));
    canvas.circle(smile.back().first, smile.back().second, 4.5F * size, rgb(0x3B250C));
}

}  // namespace xy::gui
