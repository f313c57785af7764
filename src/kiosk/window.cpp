#include "kiosk/window.h"

#include <SDL.h>
#include <SDL_image.h>
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

#include "kiosk/screen_area.h"

namespace xy::kiosk {
namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error(what + ": " + SDL_GetError());
}

void set_hints() {
    // The window surface goes to the screen through shared memory; asking for a renderer would start OpenGL.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
    // Without this the touch that gives the window the focus is swallowed: a visitor would have to touch
    // twice.
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    // Fingers are read as fingers; the mouse that SDL makes of the first one is deaf to all others.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    // SDL looks at signals only when it is asked for events; StopSignals hears them always.
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    // Without a session bus SDL's bus library starts one and waits for it, sometimes for ever. Nothing here
    // needs it.
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
    // Xlib reads 6,000 lines of compose sequences to open a keyboard (7 ms, half a megabyte). Staff write
    // notes with an input method or plain letters.
    ::setenv("XCOMPOSEFILE", "/dev/null", 0);
}

/// The memory of a surface would come page by page while it is first painted: 2,000 interruptions, 8 ms for a
/// screen of 1920×1080. At once it takes 2 ms. What it cannot do (Linux before 5.14) is done by the painting.
void fetch_memory(const SDL_Surface& surface) {
    void* first = surface.pixels;
    std::size_t bytes = static_cast<std::size_t>(surface.pitch) * static_cast<std::size_t>(surface.h);
    if (std::align(static_cast<std::size_t>(sysconf(_SC_PAGESIZE)), 1, first, bytes) != nullptr)
        madvise(first, bytes, MADV_POPULATE_WRITE);
}

SDL_Window* open_window(std::optional<WindowSize> size) {
    constexpr const char* title = "Xiangyang 向阳";
    if (size)
        return SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size->width,
                                size->height, 0);
    SDL_Rect screen{};
    if (SDL_GetDisplayBounds(0, &screen) != 0) fail("no display");
    // A borderless window opens at once where no window manager answers the wish for full screen.
    return SDL_CreateWindow(title, screen.x, screen.y, screen.w, screen.h,
                            SDL_WINDOW_BORDERLESS | SDL_WINDOW_ALWAYS_ON_TOP);
}

/// SDL's last resort is to draw where nobody sees it.
bool draws_for_nobody() {
    const char* driver = SDL_GetCurrentVideoDriver();
    if (driver == nullptr || std::getenv("SDL_VIDEODRIVER") != nullptr) return false;
    constexpr std::string_view unseen[] = {"offscreen", "dummy", "evdev"};
    return std::find(std::begin(unseen), std::end(unseen), driver) != std::end(unseen);
}

/// A window manager that insists on another place is not fought for ever.
constexpr int most_moves = 8;

}  // namespace

Sdl::Sdl() {
    set_hints();
    if (SDL_InitSubSystem(SDL_INIT_EVENTS) != 0) fail("cannot start SDL");
}

Sdl::~Sdl() {
    SDL_Quit();
}

struct Window::State {
    SDL_Window* window = nullptr;
    bool whole_screen = false;
    int moves = 0;  ///< since it last covered the screen, or the screen changed
    float pixels_per_mm = 0;
    SDL_Surface* screen = nullptr;  ///< SDL's own
    SDL_Surface* own = nullptr;     ///< only where the screen has another pixel format
    paint::PixelBuffer last;

    ~State() {
        if (own != nullptr) SDL_FreeSurface(own);
        if (window != nullptr) SDL_DestroyWindow(window);
    }
    SDL_Surface* drawn() const { return own != nullptr ? own : screen; }
    void cover_screen();
};

Window::Window(std::optional<WindowSize> size) : state_(std::make_unique<State>()) {
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) fail("cannot open the display");
    if (draws_for_nobody())
        throw std::runtime_error(
            "there is no display: neither DISPLAY nor WAYLAND_DISPLAY leads to one; start the kiosk from a "
            "desktop, or try it with `xvfb-run`");
    state_->window = open_window(size);
    if (state_->window == nullptr) fail("cannot open the window");
    take_text(false);  // visitors write nothing
    target();
    fetch_memory(*state_->drawn());
    state_->last = {};  // it has not been painted
    state_->whole_screen = !size;
    if (state_->whole_screen) {
        SDL_SetWindowKeyboardGrab(state_->window, SDL_TRUE);
        SDL_ShowCursor(SDL_ENABLE);
        watch_screens(state_->window);
        state_->cover_screen();
    }
    state_->pixels_per_mm = kiosk::pixels_per_mm(state_->window);
}

Window::~Window() = default;

void Window::State::cover_screen() {
    const std::optional<ScreenArea> area = screen_area(window);
    ScreenArea now;
    SDL_GetWindowPosition(window, &now.x, &now.y);
    SDL_GetWindowSize(window, &now.width, &now.height);
    if (!area || now == *area) {
        moves = 0;
        return;
    }
    if (moves++ >= most_moves) return;
    SDL_SetWindowSize(window, area->width, area->height);
    SDL_SetWindowPosition(window, area->x, area->y);
}

Window::Target Window::target() {
    State& s = *state_;
    SDL_Surface* screen = SDL_GetWindowSurface(s.window);
    if (screen == nullptr) fail("cannot draw into the window");
    if (screen != s.screen) {
        s.screen = screen;
        if (s.own != nullptr) SDL_FreeSurface(s.own);
        s.own = nullptr;
        const Uint32 format = screen->format->format;
        if (format != SDL_PIXELFORMAT_RGB888 && format != SDL_PIXELFORMAT_ARGB8888)
            s.own = SDL_CreateRGBSurfaceWithFormat(0, screen->w, screen->h, 32, SDL_PIXELFORMAT_RGB888);
    }
    SDL_Surface* drawn = s.drawn();
    const paint::PixelBuffer pixels{static_cast<std::uint32_t*>(drawn->pixels), drawn->w, drawn->h,
                                    drawn->pitch / 4};
    const bool lost =
        pixels.data != s.last.data || pixels.width != s.last.width || pixels.height != s.last.height;
    s.last = pixels;
    return {pixels, lost};
}

void Window::take_text(bool on) {
    if (on)
        SDL_StartTextInput();
    else
        SDL_StopTextInput();
}

void Window::keep_whole_screen(const SDL_Event& event) {
    if (screens_changed(event)) state_->pixels_per_mm = kiosk::pixels_per_mm(state_->window);
    if (!state_->whole_screen) return;
    if (screens_changed(event)) {
        state_->moves = 0;
        state_->cover_screen();
    }
    if (event.type != SDL_WINDOWEVENT) return;
    switch (event.window.event) {
        case SDL_WINDOWEVENT_MINIMIZED:
        case SDL_WINDOWEVENT_HIDDEN:
            SDL_RestoreWindow(state_->window);
            SDL_ShowWindow(state_->window);
            [[fallthrough]];
        case SDL_WINDOWEVENT_FOCUS_LOST:
            SDL_RaiseWindow(state_->window);
            SDL_SetWindowInputFocus(state_->window);
            break;
        case SDL_WINDOWEVENT_MOVED:
        case SDL_WINDOWEVENT_RESIZED:
        case SDL_WINDOWEVENT_SIZE_CHANGED:
        case SDL_WINDOWEVENT_SHOWN:
        case SDL_WINDOWEVENT_RESTORED:
            state_->cover_screen();
            break;
        default:
            break;
    }
}

float Window::pixels_per_mm() const {
    return state_->pixels_per_mm;
}

void Window::present(const std::vector<paint::PixelRect>& parts) {
    if (parts.empty()) return;
    std::vector<SDL_Rect> rects;
    rects.reserve(parts.size());
    for (const paint::PixelRect& part : parts)
        rects.push_back({part.x0, part.y0, part.width(), part.height()});
    State& s = *state_;
    if (s.own != nullptr)
        for (SDL_Rect rect : rects) SDL_BlitSurface(s.own, &rect, s.screen, &rect);
    SDL_UpdateWindowSurfaceRects(s.window, rects.data(), static_cast<int>(rects.size()));
}

void Window::save_png(const std::filesystem::path& file) const {
    // Converted, because a PNG of a surface without alpha would be written as transparent.
    SDL_Surface* copy = SDL_ConvertSurfaceFormat(state_->drawn(), SDL_PIXELFORMAT_RGB24, 0);
    if (copy == nullptr) fail("cannot copy the screen");
    const int result = IMG_SavePNG(copy, file.c_str());
    SDL_FreeSurface(copy);
    if (result != 0) fail("cannot write " + file.string());
}

}  // namespace xy::kiosk
