// Friendly people, as far as the shoulders, for those who are asked who they are. Words always stand beside
// them.
#pragma once

#include <string_view>

#include "paint/canvas.h"

namespace xy::gui {

/// Of the audience with this id (kiosk-config/audiences.json); of one that is not known, somebody.
void draw_bust(paint::Canvas& canvas, float x, float y, float radius, std::string_view audience);

}  // namespace xy::gui
