// The canvas of a screen: what paint::Canvas draws, in the look of the theme, and the widgets on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "paint/canvas.h"
#include "widgets/frame.h"
#include "widgets/theme.h"

namespace xy::widgets {

using paint::Align;
using paint::Box;
using paint::TextStyle;
using paint::Weight;

/// How a widget is being touched right now.
struct Touching {
    std::string pressed;  ///< id of the widget under the finger; empty: none
    std::string focused;  ///< id of the widget that the keyboard has reached; empty: none
    float held = 0;       ///< share of the time for which `pressed` has to be held to mean more, 0..1
    struct Point {
        float x = 0;
        float y = 0;
    };
    std::optional<Point> last = std::nullopt;  ///< where this screen was touched last, pixels
};

enum class ButtonLook { primary, ghost, chosen };

class ScreenCanvas : public paint::Canvas {
 public:
    /// The theme and the touch must outlive the canvas.
    ScreenCanvas(const Canvas& blank, const Theme& theme, const Touching& touching)
        : Canvas(blank), theme_(theme), touching_(touching) {}

    const Theme& theme() const { return theme_; }
    float margin() const { return portrait() ? theme().margin_portrait : theme().margin; }
    Frame& frame() { return frame_; }
    /// The frame with the texts that were set; the canvas is done.
    Frame finish();
    /// Something moves: the screen is to be drawn again after this time, or sooner where more moves.
    void draw_again_in(Milliseconds time);
    /// What follows lies above what was drawn so far; earlier widgets can no longer be touched.
    void begin_overlay();

    void card(const Box& box);
    void card(const Box& box, Colour fill, Colour border, float border_width);
    /// The widget can be given a role; it is there until the next one.
    Widget& touchable(const std::string& id, const Box& box, screens::Action action, bool enabled = true);
    bool pressed(const std::string& id) const { return touching_.pressed == id; }
    /// Where this screen was touched last, in design units; before that, `otherwise`.
    Touching::Point last_touch(Touching::Point otherwise) const;
    Widget& button(const std::string& id, const Box& box, std::string_view label, ButtonLook look,
                   screens::Action action, float size = 40, bool enabled = true);
    /// While the widget is held: a ring around this point that is full when it means more.
    void hold_ring(const std::string& id, float x, float y, float radius);
    void chip(float x, float y, std::string_view label, Colour fill, Colour ink, float size = 28);
    float chip_width(std::string_view label, float size = 28);

 private:
    void focus_ring(const std::string& id, const Box& box);

    const Theme& theme_;
    const Touching& touching_;
    Frame frame_;
};

}  // namespace xy::widgets
