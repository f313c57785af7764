#include "kiosk/input.h"

#include <SDL.h>
#include <algorithm>
#include <cmath>

namespace xy::kiosk {
namespace {

/// The second half of a double touch would do something on a screen that has just appeared: it is ignored
/// when it comes this soon at about the same place. (Pages of a visit wait longer: Timing::reading.) A
/// child's second touch lies up to a finger's breadth beside the first.
constexpr Milliseconds double_touch{300};
constexpr float same_place_mm = 8;

/// Of fingers that were never seen to leave (a cable that was pulled), the oldest are forgotten.
constexpr std::size_t most_fingers = 20;

constexpr std::int64_t mouse_device = -1;

/// The way in for staff takes so long that nobody comes upon it by chance.
constexpr Milliseconds hold_time{3'000};

std::optional<int> digit_of(int code) {
    if (code >= SDLK_0 && code <= SDLK_9) return code - SDLK_0;
    if (code == SDLK_KP_0) return 0;
    if (code >= SDLK_KP_1 && code <= SDLK_KP_9) return code - SDLK_KP_1 + 1;
    return std::nullopt;
}

}  // namespace

void Input::screen_changed() {
    touching_ = {};
    fingers_.clear();
    changed_since_release_ = true;
}

std::optional<Input::Finger> Input::lift(FingerId id) {
    const auto found =
        std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& finger) { return finger.id == id; });
    if (found == fingers_.end()) return std::nullopt;
    Finger lifted = std::move(*found);
    fingers_.erase(found);
    touching_.pressed = fingers_.empty() ? std::string() : fingers_.back().widget;
    return lifted;
}

InputResult Input::press(FingerId finger, Point at, const widgets::Frame& frame, Milliseconds now) {
    lift(finger);
    const bool again = now - last_release_ < double_touch && changed_since_release_ &&
                       std::hypot(at.x - last_.x, at.y - last_.y) < same_place_mm * surface_.pixels_per_mm;
    if (again) return {};
    const widgets::Widget* widget = frame.at(at.x, at.y);
    if (fingers_.size() == most_fingers) fingers_.erase(fingers_.begin());
    fingers_.push_back({finger, widget != nullptr ? widget->id : std::string(), now});
    touching_.pressed = fingers_.back().widget;
    touching_.last = at;
    touching_.focused.clear();
    return {.actions = {screens::Tap::touch}, .redraw = true, .quit = false, .repaint = false};
}

InputResult Input::release(FingerId finger, Point at, const widgets::Frame& frame, Milliseconds now) {
    InputResult result;
    const std::optional<Finger> lifted = lift(finger);
    if (!lifted) return result;
    result.redraw = !lifted->widget.empty();
    const widgets::Widget* widget = frame.at(at.x, at.y);
    if (widget != nullptr && widget->id == lifted->widget)
        result.actions.push_back(widget->action);
    else if (widget == nullptr && lifted->widget.empty() && frame.elsewhere)
        result.actions.push_back(*frame.elsewhere);
    last_release_ = now;
    last_ = at;
    changed_since_release_ = false;
    return result;
}

void Input::move_focus(const widgets::Frame& frame, float dx, float dy) {
    const widgets::Widget* from = frame.widget(touching_.focused);
    if (from == nullptr) return step_focus(frame, dx + dy > 0 ? 1 : -1);
    const widgets::Widget* best = nullptr;
    float best_distance = 0;
    for (const widgets::Widget& to : frame.widgets) {
        if (!to.enabled || to.id == from->id) continue;
        const float along = (to.area.x + to.area.w / 2 - from->area.x - from->area.w / 2) * dx +
                            (to.area.y + to.area.h / 2 - from->area.y - from->area.h / 2) * dy;
        const float across =
            std::abs((to.area.x - from->area.x) * dy) + std::abs((to.area.y - from->area.y) * dx);
        if (along < 8) continue;
        const float distance = along + 2 * across;
        if (best == nullptr || distance < best_distance) {
            best = &to;
            best_distance = distance;
        }
    }
    if (best != nullptr) touching_.focused = best->id;
}

void Input::step_focus(const widgets::Frame& frame, int step) {
    std::vector<std::string> ids;
    for (const widgets::Widget& widget : frame.widgets)
        if (widget.enabled) ids.push_back(widget.id);
    if (ids.empty()) return;
    const auto found = std::find(ids.begin(), ids.end(), touching_.focused);
    const auto count = static_cast<int>(ids.size());
    // Whoever begins wants to answer, not to leave or to change the language.
    const widgets::Widget* first = frame.widget(widgets::Role::option, 1);
    if (first == nullptr) first = frame.widget(widgets::Role::primary);
    if (found == ids.end() && step > 0 && first != nullptr && first->enabled) {
        touching_.focused = first->id;
        return;
    }
    const int at = found == ids.end() ? (step > 0 ? -1 : count) : static_cast<int>(found - ids.begin());
    touching_.focused = ids[static_cast<std::size_t>((at + step + count) % count)];
}

const Input::Finger* Input::first_to_hold(const widgets::Frame& frame) const {
    const auto found = std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& finger) {
        const widgets::Widget* widget = frame.widget(finger.widget);
        return widget != nullptr && widget->held;
    });
    return found == fingers_.end() ? nullptr : &*found;
}

widgets::Touching Input::touching(Milliseconds now) const {
    widgets::Touching touching = touching_;
    const auto found = std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& finger) {
        return !finger.widget.empty() && finger.widget == touching.pressed;
    });
    if (found != fingers_.end())
        touching.held = std::min(
            1.0F, static_cast<float>((now - found->since).count()) / static_cast<float>(hold_time.count()));
    return touching;
}

std::optional<Milliseconds> Input::hold_due(const widgets::Frame& frame) const {
    const Finger* finger = first_to_hold(frame);
    if (finger == nullptr) return std::nullopt;
    return finger->since + hold_time;
}

InputResult Input::hold(const widgets::Frame& frame, Milliseconds now) {
    InputResult result;
    const Finger* finger = first_to_hold(frame);
    if (finger == nullptr || now < finger->since + hold_time) return result;
    result.actions.push_back(*frame.widget(finger->widget)->held);
    result.redraw = true;
    lift(FingerId(finger->id));
    return result;
}

InputResult Input::key(int code, int modifiers, const widgets::Frame& frame) {
    InputResult result{.actions = {screens::Tap::touch}, .redraw = true, .quit = false, .repaint = false};
    const auto activate = [&](const widgets::Widget* widget) {
        if (widget != nullptr && widget->enabled) result.actions.push_back(widget->action);
    };
    if (code == SDLK_p && (modifiers & KMOD_CTRL) != 0 && (modifiers & KMOD_ALT) != 0) {
        result.actions.emplace_back(screens::Tap::ask_for_panel_by_key);
        return result;
    }
    if (const auto digit = digit_of(code)) {
        const widgets::Widget* key = frame.widget(widgets::Role::digit, *digit);
        if (key == nullptr && !frame.typing) key = frame.widget(widgets::Role::option, *digit);
        activate(key);
        return result;
    }
    if (frame.typing && code == SDLK_SPACE) return result;  // comes as text
    if (frame.typing && code == SDLK_BACKSPACE) {
        result.actions.emplace_back(screens::PanelTap{screens::TypeText{"\b"}});
        return result;
    }
    switch (code) {
        case SDLK_LEFT:
            move_focus(frame, -1, 0);
            break;
        case SDLK_RIGHT:
            move_focus(frame, 1, 0);
            break;
        case SDLK_UP:
            move_focus(frame, 0, -1);
            break;
        case SDLK_DOWN:
            move_focus(frame, 0, 1);
            break;
        case SDLK_TAB:
            step_focus(frame, 1);
            break;
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
        case SDLK_SPACE:
            activate(touching_.focused.empty() ? frame.widget(widgets::Role::primary)
                                               : frame.widget(touching_.focused));
            break;
        case SDLK_ESCAPE:
        case SDLK_BACKSPACE:
            result.actions.emplace_back(screens::Tap::back);
            break;
        default:
            break;
    }
    return result;
}

InputResult Input::text(std::string utf8, const widgets::Frame& frame) {
    InputResult result;
    // Digits are the amount's where there is a number pad.
    const bool digit = utf8.size() == 1 && utf8[0] >= '0' && utf8[0] <= '9';
    if (!frame.typing || utf8.empty() || (digit && frame.widget(widgets::Role::digit, 0) != nullptr))
        return result;
    result.actions.emplace_back(screens::PanelTap{screens::TypeText{std::move(utf8)}});
    result.redraw = true;
    return result;
}

InputResult Input::touch(const SDL_Event& event, const widgets::Frame& frame, Milliseconds now) {
    const SDL_TouchFingerEvent& touch = event.tfinger;
    // A laptop's touch pad moves the pointer; its fingers touch nothing. (Without video SDL cannot be asked.)
    const SDL_TouchDeviceType kind =
        SDL_WasInit(SDL_INIT_VIDEO) == 0 ? SDL_TOUCH_DEVICE_DIRECT : SDL_GetTouchDeviceType(touch.touchId);
    const bool is_pad =
        kind == SDL_TOUCH_DEVICE_INDIRECT_ABSOLUTE || kind == SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
    if (is_pad || touch.touchId == SDL_MOUSE_TOUCHID) return {};
    const FingerId finger{touch.touchId, touch.fingerId};
    const Point at{touch.x * static_cast<float>(surface_.width),
                   touch.y * static_cast<float>(surface_.height)};
    return event.type == SDL_FINGERDOWN ? press(finger, at, frame, now) : release(finger, at, frame, now);
}

InputResult Input::take(const SDL_Event& event, const widgets::Frame& frame, Milliseconds now) {
    const auto left = [&] {  // of a mouse, and not what SDL says of a finger once more
        return event.button.button == SDL_BUTTON_LEFT && event.button.which != SDL_TOUCH_MOUSEID;
    };
    const auto pointer = [&] {
        return Point{static_cast<float>(event.button.x), static_cast<float>(event.button.y)};
    };
    switch (event.type) {
        case SDL_FINGERDOWN:
        case SDL_FINGERUP:
            return touch(event, frame, now);
        case SDL_MOUSEBUTTONDOWN:
            if (left()) return press({mouse_device, 0}, pointer(), frame, now);
            break;
        case SDL_MOUSEBUTTONUP:
            if (left()) return release({mouse_device, 0}, pointer(), frame, now);
            break;
        case SDL_KEYDOWN:
            if (event.key.repeat == 0) return key(event.key.keysym.sym, event.key.keysym.mod, frame);
            break;
        case SDL_TEXTINPUT:
            return text(event.text.text, frame);
        case SDL_WINDOWEVENT:
            if (event.window.event == SDL_WINDOWEVENT_EXPOSED ||
                event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
                return {.actions = {}, .redraw = true, .quit = false, .repaint = true};
            break;
        case SDL_QUIT:  // somebody asked to close the only window
            return {.actions = {}, .redraw = false, .quit = in_window_, .repaint = false};
        default:
            break;
    }
    return {};
}

}  // namespace xy::kiosk
