#include "screens/pin.h"

#include "screens/panel.h"

namespace xy::screens {
namespace {

using access::Role;

/// Nobody stands in front of the PIN screen for longer than this without a touch.
constexpr Milliseconds pin_patience{30'000};

/// Whole seconds that the way in is still locked.
int locked_seconds(const KioskState& state, Milliseconds now) {
    return static_cast<int>((state.gate.locked_for(now).count() + 999) / 1000);
}

void show_lock(PinState& pin, const Step& step) {
    step.state.seconds_left = locked_seconds(step.state, step.moment.now);
    if (step.state.seconds_left > 0)
        pin.note = PinNote::locked;
    else if (pin.note == PinNote::locked)
        pin.note = PinNote::none;
}

void take_new_pin(PinState& pin, const Step& step) {
    std::string digits = std::exchange(pin.digits, {});
    if (!pin.again()) {
        if (access::fault_of(digits))
            pin.note = PinNote::too_simple;
        else
            pin.first = std::move(digits);
    } else if (digits != pin.first) {
        pin.note = PinNote::differs;
        pin.first.clear();
    } else {
        pin.checking = true;
        step.effects.emplace_back(PanelWish{KeepPin{*pin.setting, std::move(digits)}});
    }
}

void take_digit(PinState& pin, int digit, const Step& step) {
    if (pin.checking || digit < 0 || digit > 9) return;
    if (!pin.setting && step.state.gate.locked_for(step.moment.now) > Milliseconds{0}) return;
    pin.note = PinNote::none;
    pin.digits += static_cast<char>('0' + digit);
    if (pin.digits.size() < access::pin_length) return;
    if (pin.setting) return take_new_pin(pin, step);
    pin.checking = true;
    step.effects.emplace_back(PanelWish{CheckPin{std::exchange(pin.digits, {})}});
}

void leave(const PinState& pin, const Step& step) {
    const bool paused = pin.paused;
    rest(step);
    if (paused) step.state.screen = PausedState{};
}

void pin_kept(PinState& pin, const Step& step) {
    if (pin.goes_on && pin.setting == Role::volunteer) {
        pin = PinState{.setting = Role::organizer, .goes_on = true, .first = {}, .digits = {}};
        return;
    }
    open_panel(Role::organizer, step);
}

void pin_checked(PinState& pin, const PinChecked& checked, const Step& step) {
    pin.checking = false;
    if (checked.role) {
        step.state.gate.tried_right();
        open_panel(*checked.role, step);
        return;
    }
    step.state.gate.tried_wrong(step.moment.now);
    pin.note = PinNote::wrong;
    show_lock(pin, step);
}

}  // namespace

void ask_for_pin(const Step& step) {
    PinState pin;
    if (!step.booth.pins_set) {
        pin.setting = Role::volunteer;
        pin.goes_on = true;
    }
    pin.paused = std::holds_alternative<PausedState>(step.state.screen);
    const Language language = step.state.language;
    rest(step);
    step.state.language = language;
    step.state.visit.reset();
    show_lock(pin, step);
    step.state.screen = std::move(pin);
}

void tap_pin(PinState& pin, const Action& action, const Step& step) {
    const auto* tap = std::get_if<PanelTap>(&action);
    if (std::holds_alternative<Back>(action)) {
        if (!pin.digits.empty())
            pin.digits.pop_back();
        else if (!pin.checking)
            leave(pin, step);
    } else if (std::holds_alternative<Leave>(action)) {
        leave(pin, step);
    } else if (tap != nullptr) {
        if (const auto* digit = std::get_if<Digit>(tap)) take_digit(pin, digit->value, step);
        if (std::holds_alternative<Erase>(*tap) && !pin.digits.empty()) pin.digits.pop_back();
    }
}

void hear_pin(PinState& pin, const PanelNews& news, const Step& step) {
    if (const auto* checked = std::get_if<PinChecked>(&news)) {
        pin_checked(pin, *checked, step);
    } else if (std::holds_alternative<PinKept>(news)) {
        pin_kept(pin, step);
    } else if (std::holds_alternative<PanelFailed>(news)) {
        pin.checking = false;
        pin.note = PinNote::failed;
        pin.first.clear();
    }
}

void tick_pin(PinState& pin, const Step& step) {
    show_lock(pin, step);
    if (step.moment.now - step.state.last_touch >= pin_patience) leave(pin, step);
}

Milliseconds next_tick_of(const PinState& pin, const KioskState& state, Milliseconds now) {
    const Milliseconds end = state.last_touch + pin_patience;
    const Milliseconds locked = state.gate.locked_for(now);
    if (pin.setting || locked <= Milliseconds{0}) return std::max(now, end);
    return std::min(end, now + Milliseconds{(locked.count() - 1) % 1000 + 1});
}

}  // namespace xy::screens
