// The look as numbers. Lengths are design units: pixels on a screen whose short side is 1080.
#pragma once

#include "paint/colour.h"

namespace xy::widgets {

using paint::Colour;
using paint::rgb;

struct Theme {
    Colour paper = rgb(0xFFF9EC);
    Colour booth_paper = rgb(0xF4F6F5);
    Colour card = rgb(0xFFFFFF);
    Colour ink = rgb(0x1F2A37);
    Colour muted = rgb(0x5E6876);
    Colour green = rgb(0x0F7B5F);
    Colour green_dark = rgb(0x0A5A46);
    Colour green_light = rgb(0xE3F3EC);
    Colour sun = rgb(0xFFB81C);
    Colour sun_light = rgb(0xFFF0CC);
    Colour sun_ink = rgb(0x8A5B00);  ///< text on sun_light
    Colour ok = rgb(0x17875A);
    Colour coral = rgb(0xD9481F);
    Colour coral_ink = rgb(0xB83A15);  ///< coral as text: 4.5:1 on white and on coral_light
    Colour coral_light = rgb(0xFDE9E1);
    Colour line = rgb(0xE9DFC8);
    Colour trough = rgb(0xEFE6D2);  ///< what a progress bar slides over
    Colour veil = {0x1F, 0x2A, 0x37, 150};

    float radius = 28;
    float margin = 80;  ///< left and right of a landscape screen
    float margin_portrait = 56;
    float gap = 32;
    float touch = 96;     ///< least height of anything to touch
    float button = 112;   ///< height of the buttons at the foot
    float body_min = 24;  ///< no text is ever smaller

    bool plain = false;      ///< no shadows and no hills
    float line_width = 2;    ///< around a card
    float chosen_width = 6;  ///< around what was chosen
};

/// Every word at 7:1 and more on what lies behind it, every border black.
constexpr Theme high_contrast_theme() {
    Theme theme;
    theme.paper = theme.booth_paper = rgb(0xFFFFFF);
    theme.ink = theme.muted = theme.line = rgb(0x000000);
    theme.green = theme.green_dark = theme.ok = rgb(0x00543F);
    theme.coral = theme.coral_ink = rgb(0x8A2A0C);
    theme.sun_ink = rgb(0x5A3A00);
    theme.green_light = theme.sun_light = theme.coral_light = theme.trough = rgb(0xFFFFFF);
    theme.veil = {0, 0, 0, 200};
    theme.plain = true;
    theme.line_width = 3;
    theme.chosen_width = 8;
    return theme;
}

}  // namespace xy::widgets
