// The window: opened through SDL2, drawn into by the CPU, presented in parts.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "kiosk/options.h"
#include "paint/pixels.h"

struct SDL_Surface;
union SDL_Event;

namespace xy::kiosk {

/// SDL's settings and its queue of events. Made before any thread, because it writes to the environment, and
/// before whoever wakes the loop, whom it outlives. Throws std::runtime_error with SDL's reason.
class Sdl {
 public:
    Sdl();
    ~Sdl();
    Sdl(const Sdl&) = delete;
    Sdl& operator=(const Sdl&) = delete;
};

class Window {
 public:
    /// Starts SDL's video and opens the window; Sdl is there. Throws std::runtime_error with SDL's reason.
    explicit Window(std::optional<WindowSize> size);
    ~Window();

    /// What to draw into. It has lost its content when `lost` is set.
    struct Target {
        paint::PixelBuffer pixels;
        bool lost = false;
    };
    Target target();
    void present(const std::vector<paint::PixelRect>& parts);
    /// Whether a physical keyboard, with its input method, writes text.
    void take_text(bool on);
    /// On the whole screen: comes back in front, and over all of it, when an event says that something else
    /// got there, that the screen has another size now, or that a window manager moved the window.
    void keep_whole_screen(const SDL_Event& event);
    /// Of the screen it is on.
    float pixels_per_mm() const;
    /// Writes what is shown as a PNG. Throws std::runtime_error.
    void save_png(const std::filesystem::path& file) const;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace xy::kiosk
