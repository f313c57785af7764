// The meadow: hills along the foot of a screen, sunflowers on stems.
#pragma once

#include "gui/screen_canvas.h"

namespace xy::gui {

/// Hills of this height (420 on the attract screen) along the lower edge.
void draw_hills(ScreenCanvas& canvas, float height);
/// A stem from the flower's middle down; `lean` bends its top to the right.
void draw_stem(ScreenCanvas& canvas, float x, float top, float bottom, float width, float lean);
/// A leaf that starts at the stem; `side` −1 left, 1 right.
void draw_leaf(ScreenCanvas& canvas, float x, float y, float side, float size);
/// The smiling sunflower, 424 units wide at size 1; `turn` in radians.
void draw_sunflower(ScreenCanvas& canvas, float x, float y, float size, float turn);

}  // namespace xy::gui
