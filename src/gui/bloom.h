// The flower of a visit that is done: in full bloom, whatever the score.
#pragma once

#include "gui/scene.h"

namespace xy::gui {

/// The flower before its sun, on a stem down to `ground`. `petals_fall`: for four seconds.
void draw_bloom(ScreenCanvas& canvas, const Scene& scene, const Sunflower& flower, float ground,
                bool petals_fall);

/// A ribbon with a name on it, as wide as it needs, its middle at (x, y). It lands from above.
void draw_ribbon(ScreenCanvas& canvas, const Scene& scene, std::string_view name, float x, float y);

/// Small flowers around a large one, which stands at (x, y): one for each thing that was learned. They grow
/// one after the other.
void draw_learned_flowers(ScreenCanvas& canvas, const Scene& scene, int learned, const Sunflower& around);

}  // namespace xy::gui
