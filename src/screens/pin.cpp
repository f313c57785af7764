#include "screens/pin.h"

#include "base/overloaded.h"
#include "screens/panel.h"

namespace xy::screens {
namespace {

using access::Role;

/// Nobody stands in front of the PIN screen for longer than this without a touch.
constexpr Milliseconds pin_idle_timeout{30'000};

/// Whole seconds that the way in is still locked.
int locked_seconds(const KioskState& state, Milliseconds now) {
    return static_cast<int>((state.lockout.locked_for(now).count() + 999) / 1000);
}

void show_lock(PinState& pin, const Turn& turn) {
    turn.state.seconds_left = locked_seconds(turn.state, turn.moment.now);
    if (turn.state.seconds_left > 0)
        pin.note = PinNote::locked;
    else if (pin.note == PinNote::locked)
        pin.note = PinNote::none;
}

void take_new_pin(PinState& pin, const Turn& turn) {
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
        turn.effects.emplace_back(PanelCommand{KeepPin{*pin.setting, std::move(digits)}});
    }
}

void take_digit(PinState& pin, int digit, const Turn& turn) {
    if (pin.checking || digit < 0 || digit > 9) return;
    if (!pin.setting && turn.state.lockout.locked_for(turn.moment.now) > Milliseconds{0}) return;
    pin.note = PinNote::none;
    pin.digits += static_cast<char>('0' + digit);
    if (pin.digits.size() < access::pin_length) return;
    if (pin.setting) return take_new_pin(pin, turn);
    pin.checking = true;
    turn.effects.emplace_back(PanelCommand{CheckPin{std::exchange(pin.digits, {})}});
}

Screen leave(const PinState& pin, const Turn& turn) {
    Screen home = rest(turn);
    return pin.paused ? PausedState{} : std::move(home);
}

Screen pin_kept(const PinState& pin, const Turn& turn) {
    if (pin.goes_on && pin.setting == Role::volunteer)
        return PinState{.setting = Role::organizer, .goes_on = true, .first = {}, .digits = {}};
    return open_panel(Role::organizer, turn);
}

NextScreen pin_checked(PinState& pin, const PinChecked& checked, const Turn& turn) {
    pin.checking = false;
    if (checked.role) {
        turn.state.lockout.record_success();
        return open_panel(*checked.role, turn);
    }
    turn.state.lockout.record_failure(turn.moment.now);
    pin.note = PinNote::wrong;
    show_lock(pin, turn);
    return std::nullopt;
}

NextScreen pin_failed(PinState& pin) {
    pin.checking = false;
    pin.note = PinNote::failed;
    pin.first.clear();
    return std::nullopt;
}

void erase_digit(PinState& pin) {
    if (!pin.digits.empty()) pin.digits.pop_back();
}

NextScreen tap(PinState& pin, Tap tap, const Turn& turn) {
    if (tap == Tap::leave) return leave(pin, turn);
    if (tap != Tap::back) return std::nullopt;
    if (pin.digits.empty() && !pin.checking) return leave(pin, turn);
    erase_digit(pin);
    return std::nullopt;
}

void tap(PinState& pin, const PanelTap& tap, const Turn& turn) {
    if (const auto* digit = std::get_if<Digit>(&tap)) take_digit(pin, digit->value, turn);
    if (tap == PanelTap(PanelButton::erase)) erase_digit(pin);
}

}  // namespace

Screen ask_for_pin(const Turn& turn) {
    PinState pin;
    if (!turn.setup.pins_set) {
        pin.setting = Role::volunteer;
        pin.goes_on = true;
    }
    pin.paused = std::holds_alternative<PausedState>(turn.state.screen);
    const Language language = turn.state.language;
    rest(turn);  // whatever was on the screen
    turn.state.language = language;
    turn.state.visit.reset();
    show_lock(pin, turn);
    return pin;
}

NextScreen tap_pin(PinState& pin, const Action& action, const Turn& turn) {
    if (const auto* tapped = std::get_if<Tap>(&action)) return tap(pin, *tapped, turn);
    if (const auto* tapped = std::get_if<PanelTap>(&action)) tap(pin, *tapped, turn);
    return std::nullopt;
}

NextScreen on_pin_event(PinState& pin, const PanelEvent& event, const Turn& turn) {
    return std::visit(Overloaded{[&](const PinChecked& checked) { return pin_checked(pin, checked, turn); },
                                 [&](const PinKept&) { return NextScreen(pin_kept(pin, turn)); },
                                 [&](const PanelFailed&) { return pin_failed(pin); },
                                 [](const auto&) { return NextScreen(); }},
                      event);
}

NextScreen tick_pin(PinState& pin, const Turn& turn) {
    show_lock(pin, turn);
    if (turn.moment.now - turn.state.last_touch >= pin_idle_timeout) return leave(pin, turn);
    return std::nullopt;
}

Milliseconds next_tick_of(const PinState& pin, const KioskState& state, Milliseconds now) {
    const Milliseconds end = state.last_touch + pin_idle_timeout;
    const Milliseconds locked = state.lockout.locked_for(now);
    if (pin.setting || locked <= Milliseconds{0}) return std::max(now, end);
    return std::min(end, now + Milliseconds{(locked.count() - 1) % 1000 + 1});
}

}  // namespace xy::screens
