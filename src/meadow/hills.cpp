#include "meadow/hills.h"

#include <utility>
#include <vector>

namespace xy::meadow {
namespace {

using paint::Box;
using paint::Canvas;
using paint::rgb;

using Curve = std::vector<std::pair<float, float>>;

/// A wave of two quadratic bends over the whole width, as in the design: depths under the top of the hills at
/// 0, ¼, ½, ¾ and 1.
Curve hill(const Canvas& canvas, float height, float start, float crest, float middle, float trough,
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

void draw_hills(Canvas& canvas, float height) {
    const float s = height / 420;
    canvas.ground(hill(canvas, height, 220 * s, 60 * s, 190 * s, 320 * s, 140 * s), rgb(0xCDE9D6));
    canvas.ground(hill(canvas, height, 300 * s, 160 * s, 280 * s, 400 * s, 240 * s), rgb(0x9FD3B4));
    canvas.ground(hill(canvas, height, 370 * s, 270 * s, 360 * s, 440 * s, 330 * s), rgb(0x5FB38A));
}

}  // namespace xy::meadow
