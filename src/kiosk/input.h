// From SDL's events to what the visitor means: touches, keys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "widgets/frame.h"
#include "widgets/screen_canvas.h"

union SDL_Event;

namespace xy::kiosk {

/// The glass that fingers touch.
struct TouchSurface {
    int width = 1;  ///< pixels
    int height = 1;
    float pixels_per_mm = 96 / 25.4F;
};

/// What an event means. `redraw` when only the look of a touched widget changes.
struct InputResult {
    std::vector<screens::Action> actions;
    bool redraw = false;
    bool quit = false;     ///< the window of a window manager was closed
    bool repaint = false;  ///< the window lost its content
};

class Input {
 public:
    /// `in_window`: a request to close the window is honoured; on the whole screen it is not.
    explicit Input(bool in_window) : in_window_(in_window) {}

    InputResult take(const SDL_Event& event, const widgets::Frame& frame, Milliseconds now);
    /// When the widget under the finger will have been held long enough; nothing when it means nothing.
    std::optional<Milliseconds> hold_due(const widgets::Frame& frame) const;
    /// What holding means, once hold_due() has come. The release that follows then means nothing.
    InputResult hold(const widgets::Frame& frame, Milliseconds now);
    /// Another screen is shown: nothing on it is touched yet, and what is let go of meant the last one.
    void screen_changed();
    /// The window has this size from now on.
    void touch_on(const TouchSurface& surface) { surface_ = surface; }
    const widgets::Touching& touching() const { return touching_; }
    /// The same, with how long the widget has been held by `now`.
    widgets::Touching touching(Milliseconds now) const;

 private:
    using Point = widgets::Touching::Point;
    /// Which finger: the device and its number on it. The mouse is one, too.
    struct FingerId {
        std::int64_t device = 0;
        std::int64_t number = 0;
        friend bool operator==(const FingerId&, const FingerId&) = default;
    };
    /// One that lies on the screen.
    struct Finger {
        FingerId id;
        std::string widget;  ///< what it pressed; empty: nothing
        Milliseconds since{0};
    };

    InputResult touch(const SDL_Event& event, const widgets::Frame& frame, Milliseconds now);
    InputResult press(FingerId finger, Point at, const widgets::Frame& frame, Milliseconds now);
    InputResult release(FingerId finger, Point at, const widgets::Frame& frame, Milliseconds now);
    std::optional<Finger> lift(FingerId id);
    const Finger* first_to_hold(const widgets::Frame& frame) const;
    InputResult key(int code, int modifiers, const widgets::Frame& frame);
    InputResult text(std::string utf8, const widgets::Frame& frame);
    void move_focus(const widgets::Frame& frame, float dx, float dy);
    void step_focus(const widgets::Frame& frame, int step);

    bool in_window_;
    TouchSurface surface_;
    std::vector<Finger> fingers_;  ///< in the order in which they came
    widgets::Touching touching_;
    Milliseconds last_release_{-10'000};
    Point last_;  ///< where it was
    bool changed_since_release_ = false;
};

}  // namespace xy::kiosk
