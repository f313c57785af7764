#include "gui/bloom.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace xy::gui {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

void draw_sun(ScreenCanvas& canvas, const Sunflower& flower) {
    const Theme& theme = canvas.theme();
    canvas.circle(flower.x, flower.y, 228 * flower.size, theme.sun_light);
    constexpr int rays = 24;
    for (int i = 0; i < rays; ++i) {
        const float angle = static_cast<float>(i) * 2 * pi / rays;
        draw_ray(canvas, flower, angle, 240, i % 2 == 0 ? 272 : 260, 8, rgb(0xFFD978));
    }
}

/// Petals that fall through the picture for four seconds, ten drawings a second; then it is still.
void draw_falling_petals(ScreenCanvas& canvas, const Scene& scene, const Sunflower& flower) {
    constexpr Milliseconds fall{4'000};
    if (!scene.motion || scene.age >= fall) return;
    canvas.draw_again_in(Milliseconds{100});
    const float t = static_cast<float>(scene.age.count()) / static_cast<float>(fall.count());
    constexpr int petals = 16;
    for (int i = 0; i < petals; ++i) {
        const auto which = static_cast<float>(i);
        const float column = std::fmod(which * 0.618F, 1.0F);
        const float x = flower.x + (column - 0.5F) * 640 * flower.size + 24 * std::sin(9 * t + which);
        const float late = std::fmod(which * 0.37F, 0.5F);
        const float y = -60 + (t - late) * 2.1F * canvas.screen().h;
        if (y > -60) canvas.ellipse(x, y, 13, 27, which + 4 * t, i % 2 == 0 ? rgb(0xFFB81C) : rgb(0xFFD261));
    }
}

}  // namespace

void draw_bloom(ScreenCanvas& canvas, const Scene& scene, const Sunflower& flower, float ground,
                bool petals_fall) {
    Sunflower open = flower;
    open.expression = Expression::celebrating;
    draw_sun(canvas, open);
    draw_stem(canvas, open.x, open.y + 80 * open.size, ground, 26 * open.size, 0);
    draw_leaves(canvas, open.x, std::min(ground - 40, open.y + 405 * open.size), 150 * open.size);
    draw_sunflower(canvas, open);
    if (petals_fall) draw_falling_petals(canvas, scene, open);
}

void draw_ribbon(ScreenCanvas& canvas, const Scene& scene, std::string_view name, float x, float y) {
    if (name.empty()) return;
    const Theme& theme = canvas.theme();
    const TextStyle style{.size = 48,
                          .weight = Weight::bold,
                          .colour = theme.ink,
                          .across = Align::centre,
                          .down = Align::centre};
    const float width = canvas.text_width(name, style) + 120;
    const float above = 60 * (1 - scene.progress(canvas, Milliseconds{240}));
    const Box band{x - width / 2, y - 54 - above, width, 108};
    for (const float side : {-1.0F, 1.0F}) {
        // A tail with a notch: two halves, each convex.
        const float root = x + side * (width / 2 - 26);
        const float tip = x + side * (width / 2 + 54);
        const float notch = x + side * (width / 2 + 26);
        const float top = band.y + 26;
        const Colour shade = rgb(0xE39A00);
        canvas.convex({{root, top}, {tip, top}, {notch, top + 52}, {root, top + 52}}, shade);
        canvas.convex({{root, top + 52}, {notch, top + 52}, {tip, top + 104}, {root, top + 104}}, shade);
    }
    canvas.fill(band, theme.sun, 24);
    canvas.outline(band.inset(8, 8), theme.sun_light, 3, 18);
    canvas.text(band, name, style);
}

void draw_learned_flowers(ScreenCanvas& canvas, const Scene& scene, int learned, const Sunflower& around) {
    constexpr std::array<std::pair<float, float>, 10> places{{{-300, 240},
                                                              {305, 235},
                                                              {-195, 315},
                                                              {200, 325},
                                                              {-335, 375},
                                                              {340, 380},
                                                              {-225, 425},
                                                              {230, 430},
                                                              {-330, 490},
                                                              {335, 495}}};
    constexpr std::int64_t apart = 60;
    constexpr float growing = 300;
    // A portrait screen has its room beside the flower, a landscape one below it.
    const float spread = (canvas.portrait() ? 1.4F : 0.77F) * around.size;
    const float down = (canvas.portrait() ? 0.62F : 0.7F) * around.size;
    for (std::size_t i = 0; i < places.size() && static_cast<int>(i) < learned; ++i) {
        const auto age = static_cast<float>(scene.age.count() - static_cast<std::int64_t>(i) * apart);
        const float grown = scene.motion ? std::clamp(age / growing, 0.0F, 1.0F) : 1.0F;
        if (grown < 1) canvas.draw_again_in(Milliseconds{33});
        if (grown == 0) continue;
        const float x = around.x + places[i].first * spread;
        const float foot = around.y + (places[i].second + 110) * down;
        const float head = foot - 110 * down * grown;
        draw_stem(canvas, x, head, foot, 8 * around.size, 0);
        draw_sunflower(canvas, {.x = x, .y = head, .size = 0.2F * around.size * grown});
    }
}

}  // namespace xy::gui
