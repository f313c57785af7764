// Pieces that several screens share.
#pragma once

#include <string>
#include <string_view>

#include "meadow/hills.h"
#include "meadow/sunflower.h"
#include "widgets/scene.h"

namespace xy::widgets {

using meadow::draw_leaf;
using meadow::draw_leaves;
using meadow::draw_ray;
using meadow::draw_stem;
using meadow::draw_sunflower;
using meadow::Expression;
using meadow::Sunflower;

/// Hills along the lower edge, where the theme has any.
void draw_hills(ScreenCanvas& canvas, float height);

struct TopBar {
    std::string label;   ///< before the number: "再看一遍"; may be empty
    int number = 0;      ///< of the step that is shown
    int total = 0;       ///< 0: nothing is counted
    int answered = 0;    ///< of them; each opened a petal
    bool flower = true;  ///< a small one shows the petals
    bool home = true;    ///< the way out
    std::string prefix;  ///< of the widget ids: "question"
};

/// How far the visit is, and the tools: the way out, language and text size. The tools stand beside it, and
/// on a portrait screen in a bar along its lower edge, where a child reaches them. Returns the y below it.
float draw_top_bar(ScreenCanvas& canvas, const Scene& scene, const TopBar& bar);

inline constexpr float foot_margin = 48;
/// What a portrait screen has below its line of buttons.
enum class Below { nothing, tools };
/// The line of buttons at the foot of the screen.
Box foot_line(const ScreenCanvas& canvas, Below below = Below::nothing);
/// A box of this width at the left or right end of the foot line.
Box foot_left(const Box& foot, float width);
Box foot_right(const Box& foot, float width);
/// Width of a button that holds the label in one line.
float button_width(ScreenCanvas& canvas, std::string_view label, float least = 240);

/// One line, left, smaller when it is long.
void line_of(ScreenCanvas& canvas, const Box& box, std::string_view words, float size, Colour colour,
             Weight weight = Weight::regular, Align across = Align::start);

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

}  // namespace xy::widgets
