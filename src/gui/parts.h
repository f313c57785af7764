// Pieces that several screens share.
#pragma once

#include <string>
#include <string_view>

#include "gui/meadow.h"
#include "gui/scene.h"

namespace xy::gui {

struct TopBar {
    std::string label;   ///< "3 / 10"
    float from = 0;      ///< where the progress slides from, 0..1
    float to = 0;        ///< where it slides to
    bool home = true;    ///< the way out, at the left
    std::string prefix;  ///< of the widget ids: "question"
};

/// The way out at the left, progress, language and text size. Returns the y below it.
float draw_top_bar(ScreenCanvas& canvas, const Scene& scene, const TopBar& bar);

inline constexpr float foot_margin = 48;
/// The line of buttons at the foot of the screen.
Box foot_line(const ScreenCanvas& canvas);
/// A box of this width at the left or right end of the foot line.
Box foot_left(const ScreenCanvas& canvas, float width);
Box foot_right(const ScreenCanvas& canvas, float width);
/// Width of a button that holds the label in one line.
float button_width(ScreenCanvas& canvas, std::string_view label, float least = 240);

/// The square with A, B, … or a mark at the left of an option.
enum class Mark { letter, tick, cross };
struct BadgeLook {
    Colour inside;
    Colour ink;
    Mark mark = Mark::letter;
};
void draw_badge(ScreenCanvas& canvas, const Box& box, std::size_t index, const BadgeLook& look);
void draw_tick(ScreenCanvas& canvas, const Box& box, Colour colour);
void draw_cross(ScreenCanvas& canvas, const Box& box, Colour colour);

}  // namespace xy::gui
