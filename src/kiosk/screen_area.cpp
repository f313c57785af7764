#include "kiosk/screen_area.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>
#include <algorithm>
#include <memory>
#include <span>

namespace xy::kiosk {
namespace {

/// What of X11 is looked at; `display` is SDL's own connection, and null elsewhere (Wayland, no screen).
struct X11 {
    Display* display = nullptr;
    ::Window root = 0;
    int first_event = 0;  ///< of RandR; 0: it is not there
};

X11 x11_of(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    X11 x11;
    if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return x11;
    x11.display = info.info.x11.display;
    x11.root = XDefaultRootWindow(x11.display);
    int first_error = 0;
    if (XRRQueryExtension(x11.display, &x11.first_event, &first_error) == 0) x11.first_event = 0;
    return x11;
}

bool overlap(const ScreenArea& a, const ScreenArea& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

ScreenArea both(const ScreenArea& a, const ScreenArea& b) {
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

ScreenArea whole_root(const X11& x11) {
    XWindowAttributes root;
    if (XGetWindowAttributes(x11.display, x11.root, &root) == 0) return {};
    return {0, 0, root.width, root.height};
}

std::optional<ScreenArea> x11_area(const X11& x11) {
    int count = 0;
    using Monitors = std::unique_ptr<XRRMonitorInfo, void (*)(XRRMonitorInfo*)>;
    const Monitors monitors(
        x11.first_event == 0 ? nullptr : XRRGetMonitors(x11.display, x11.root, True, &count),
        XRRFreeMonitors);
    if (!monitors || count <= 0) {
        const ScreenArea root = whole_root(x11);
        return root.width > 0 ? std::optional(root) : std::nullopt;
    }
    const std::span<const XRRMonitorInfo> all(monitors.get(), static_cast<std::size_t>(count));
    const auto area = [](const XRRMonitorInfo& m) { return ScreenArea{m.x, m.y, m.width, m.height}; };
    const auto primary =
        std::find_if(all.begin(), all.end(), [](const XRRMonitorInfo& m) { return m.primary != 0; });
    ScreenArea covered = area(primary == all.end() ? all.front() : *primary);
    // A projector that shows the same, but larger, is covered whole.
    for (const XRRMonitorInfo& monitor : all)
        if (overlap(covered, area(monitor))) covered = both(covered, area(monitor));
    return covered.width > 0 && covered.height > 0 ? std::optional(covered) : std::nullopt;
}

/// Lets only those of X11's own events through that tell of screens.
int only_of_screens(void* x11_of_window, SDL_Event* event) {
    if (event->type != SDL_SYSWMEVENT) return 1;
    const X11& x11 = *static_cast<const X11*>(x11_of_window);
    const XEvent& raw = event->syswm.msg->msg.x11.event;
    if (raw.type == ConfigureNotify) return raw.xconfigure.window == x11.root ? 1 : 0;
    const bool of_randr = x11.first_event != 0 && (raw.type == x11.first_event + RRScreenChangeNotify ||
                                                   raw.type == x11.first_event + RRNotify);
    return of_randr ? 1 : 0;
}

}  // namespace

std::optional<ScreenArea> screen_area(SDL_Window* window) {
    const X11 x11 = x11_of(window);
    if (x11.display != nullptr) return x11_area(x11);
    SDL_Rect screen{};
    if (SDL_GetDisplayBounds(0, &screen) != 0) return std::nullopt;
    return ScreenArea{screen.x, screen.y, screen.w, screen.h};
}

void watch_screens(SDL_Window* window) {
    static X11 watched;  // one display for the program; SDL's filter outlives whoever sets it
    watched = x11_of(window);
    if (watched.display == nullptr) return;
    XWindowAttributes root;
    if (XGetWindowAttributes(watched.display, watched.root, &root) == 0) return;
    XSelectInput(watched.display, watched.root, root.your_event_mask | StructureNotifyMask);
    if (watched.first_event != 0)
        XRRSelectInput(watched.display, watched.root,
                       RRScreenChangeNotifyMask | RRCrtcChangeNotifyMask | RROutputChangeNotifyMask);
    SDL_SetEventFilter(only_of_screens, &watched);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

bool screens_changed(const SDL_Event& event) {
    return event.type == SDL_SYSWMEVENT || event.type == SDL_DISPLAYEVENT;
}

float pixels_per_mm(SDL_Window* window) {
    constexpr float usual = 96;
    const int display = std::max(0, SDL_GetWindowDisplayIndex(window));
    float per_inch = 0;
    if (SDL_GetDisplayDPI(display, &per_inch, nullptr, nullptr) != 0 || per_inch < 30 || per_inch > 400)
        per_inch = usual;
    return per_inch / 25.4F;
}

}  // namespace xy::kiosk
