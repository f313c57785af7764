#include "meadow/hills.h"

#include <iterator>
#include <utility>
#include <vector>

namespace xy::meadow {
namespace {

using paint::Box;
using paint::Canvas;
using paint::rgb;

using Curve = std::vector<std::pair<float, float>>;

/// The edge of a hill: two quadratic bends over the whole width, as in the design; depths under the top of
/// the hills at 0, ¼, ½, ¾ and 1.
struct Wave {
    float start, crest, middle, trough, end;

    /// At this share of the width.
    float at(float share) const {
        constexpr float half = 0.52F;
        const auto bend = [](float t, float from, float over, float to) {
            return (1 - t) * (1 - t) * from + 2 * t * (1 - t) * over + t * t * to;
        };
        return share < half ? bend(share / half, start, crest, middle)
                            : bend((share - half) / (1 - half), middle, trough, end);
    }
};

/// Of hills 420 high, the far one first.
constexpr Wave waves[] = {{220, 60, 190, 320, 140}, {300, 160, 280, 400, 240}, {370, 270, 360, 440, 330}};

Curve hill(const Canvas& canvas, float height, const Wave& wave) {
    const Box screen = canvas.screen();
    constexpr int steps = 48;
    Curve curve;
    for (int i = 0; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        curve.emplace_back(screen.w * share, screen.h - height + wave.at(share) * height / 420);
    }
    return curve;
}

}  // namespace

float hill_top(const Box& screen, float height, float x) {
    return screen.h - height + waves[0].at((x - screen.x) / screen.w) * height / 420;
}

void draw_hills(Canvas& canvas, float height) {
    constexpr paint::Colour colours[] = {rgb(0xCDE9D6), rgb(0x9FD3B4), rgb(0x5FB38A)};
    for (std::size_t i = 0; i < std::size(waves); ++i)
        canvas.ground(hill(canvas, height, waves[i]), colours[i]);
}

}  // namespace xy::meadow
