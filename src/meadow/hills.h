// The meadow: hills along the foot of a screen.
#pragma once

#include "paint/canvas.h"

namespace xy::meadow {

/// Hills of this height (420 on the attract screen) along the lower edge.
void draw_hills(paint::Canvas& canvas, float height);
/// The y of the farthest hill's edge at this x.
float hill_top(const paint::Box& screen, float height, float x);

}  // namespace xy::meadow
