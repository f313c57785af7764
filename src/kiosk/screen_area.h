// Which part of the desktop the kiosk covers, and when that changes: a monitor switched on late, a
// projector's cable, a screen turned upright.
#pragma once

#include <optional>

struct SDL_Window;
union SDL_Event;

namespace xy::kiosk {

/// In pixels of the desktop.
struct ScreenArea {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const ScreenArea&, const ScreenArea&) = default;
};

/// The first screen, with those that show the same. Nothing where there is none at the moment: a monitor is
/// being plugged in.
std::optional<ScreenArea> screen_area(SDL_Window* window);

/// From now on screens_changed() hears of it. SDL tells only of screens that come and go, and under X11 keeps
/// the size that it saw first.
void watch_screens(SDL_Window* window);

/// Whether an event says that screen_area() may be another one now.
bool screens_changed(const SDL_Event& event);

/// Of the first screen, as it says itself; what a desktop usually has where it says nothing or nonsense.
float pixels_per_mm(SDL_Window* window);

}  // namespace xy::kiosk
