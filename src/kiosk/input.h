// From SDL's events to what the visitor means: touches, keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "gui/frame.h"
#include "gui/screen_canvas.h"

union SDL_Event;

namespace xy::kiosk {

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

    InputResult take(const SDL_Event& event, const gui::Frame& frame, Milliseconds now);
    /// When the widget under the finger will have been held long enough; nothing when it means nothing.
    std::optional<Milliseconds> hold_due(const gui::Frame& frame) const;
    /// What holding means, once hold_due() has come. The release that follows then means nothing.
    InputResult hold(const gui::Frame& frame, Milliseconds now);
    /// Another screen is shown: nothing on it is touched yet.
    void screen_changed();
    const gui::Touching& touching() const { return touching_; }

 private:
    InputResult press(float x, float y, const gui::Frame& frame, Milliseconds now);
    InputResult release(float x, float y, const gui::Frame& frame, Milliseconds now);
    InputResult key(int code, int modifiers, const gui::Frame& frame);
    InputResult text(std::string utf8, const gui::Frame& frame);
    void move_focus(const gui::Frame& frame, float dx, float dy);
    void step_focus(const gui::Frame& frame, int step);

    bool in_window_;
    bool down_ = false;
    gui::Touching touching_;
    Milliseconds pressed_at_{0};
    Milliseconds last_release_{-10'000};
    float last_x_ = -1;
    float last_y_ = -1;
    bool changed_since_release_ = false;
};

}  // namespace xy::kiosk
