#include "kiosk/input.h"

#include <SDL.h>
#include <algorithm>
#include <cmath>

namespace xy::kiosk {
namespace {

/// The second half of a double touch would answer the next question unread: it is ignored when it comes this
/// soon, at the same place, on a screen that has just appeared.
constexpr Milliseconds double_touch{250};
constexpr float same_place = 12;

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
    changed_since_release_ = true;
}

InputResult Input::press(float x, float y, const gui::Frame& frame, Milliseconds now) {
    const bool again = now - last_release_ < double_touch && changed_since_release_ &&
                       std::hypot(x - last_x_, y - last_y_) < same_place;
    if (again) return {};
    const gui::Widget* widget = frame.at(x, y);
    down_ = true;
    pressed_at_ = now;
    touching_.pressed = widget != nullptr ? widget->id : std::string();
    touching_.focused.clear();
    return {.actions = {screens::Tap::touch}, .redraw = true, .quit = false, .repaint = false};
}

InputResult Input::release(float x, float y, const gui::Frame& frame, Milliseconds now) {
    InputResult result;
    if (!down_) return result;
    down_ = false;
    result.redraw = !touching_.pressed.empty();
    const gui::Widget* widget = frame.at(x, y);
    if (widget != nullptr && widget->id == touching_.pressed)
        result.actions.push_back(widget->action);
    else if (widget == nullptr && touching_.pressed.empty() && frame.elsewhere)
        result.actions.push_back(*frame.elsewhere);
    touching_.pressed.clear();
    last_release_ = now;
    last_x_ = x;
    last_y_ = y;
    changed_since_release_ = false;
    return result;
}

void Input::move_focus(const gui::Frame& frame, float dx, float dy) {
    const gui::Widget* from = frame.widget(touching_.focused);
    if (from == nullptr) return step_focus(frame, dx + dy > 0 ? 1 : -1);
    const gui::Widget* best = nullptr;
    float best_distance = 0;
    for (const gui::Widget& to : frame.widgets) {
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

void Input::step_focus(const gui::Frame& frame, int step) {
    std::vector<std::string> ids;
    for (const gui::Widget& widget : frame.widgets)
        if (widget.enabled) ids.push_back(widget.id);
    if (ids.empty()) return;
    const auto found = std::find(ids.begin(), ids.end(), touching_.focused);
    const auto count = static_cast<int>(ids.size());
    const int at = found == ids.end() ? (step > 0 ? -1 : count) : static_cast<int>(found - ids.begin());
    touching_.focused = ids[static_cast<std::size_t>((at + step + count) % count)];
}

std::optional<Milliseconds> Input::hold_due(const gui::Frame& frame) const {
    const gui::Widget* widget = down_ ? frame.widget(touching_.pressed) : nullptr;
    if (widget == nullptr || !widget->held) return std::nullopt;
    return pressed_at_ + hold_time;
}

InputResult Input::hold(const gui::Frame& frame, Milliseconds now) {
    InputResult result;
    const auto due = hold_due(frame);
    if (!due || now < *due) return result;
    result.actions.push_back(*frame.widget(touching_.pressed)->held);
    result.redraw = true;
    down_ = false;
    touching_.pressed.clear();
    return result;
}

InputResult Input::key(int code, int modifiers, const gui::Frame& frame) {
    InputResult result{.actions = {screens::Tap::touch}, .redraw = true, .quit = false, .repaint = false};
    const auto activate = [&](const gui::Widget* widget) {
        if (widget != nullptr && widget->enabled) result.actions.push_back(widget->action);
    };
    if (code == SDLK_p && (modifiers & KMOD_CTRL) != 0 && (modifiers & KMOD_ALT) != 0) {
        result.actions.emplace_back(screens::Tap::ask_for_panel_by_key);
        return result;
    }
    if (const auto digit = digit_of(code)) {
        const gui::Widget* key = frame.widget(gui::Role::digit, *digit);
        if (key == nullptr && !frame.typing) key = frame.widget(gui::Role::option, *digit);
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
            activate(touching_.focused.empty() ? frame.widget(gui::Role::primary)
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

InputResult Input::text(std::string utf8, const gui::Frame& frame) {
    InputResult result;
    // Digits are the amount's where there is a number pad.
    const bool digit = utf8.size() == 1 && utf8[0] >= '0' && utf8[0] <= '9';
    if (!frame.typing || utf8.empty() || (digit && frame.widget(gui::Role::digit, 0) != nullptr))
        return result;
    result.actions.emplace_back(screens::PanelTap{screens::TypeText{std::move(utf8)}});
    result.redraw = true;
    return result;
}

InputResult Input::take(const SDL_Event& event, const gui::Frame& frame, Milliseconds now) {
    const auto x = [](int value) { return static_cast<float>(value); };
    switch (event.type) {
        case SDL_MOUSEBUTTONDOWN:
            if (event.button.button == SDL_BUTTON_LEFT)
                return press(x(event.button.x), x(event.button.y), frame, now);
            break;
        case SDL_MOUSEBUTTONUP:
            if (event.button.button == SDL_BUTTON_LEFT)
                return release(x(event.button.x), x(event.button.y), frame, now);
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
