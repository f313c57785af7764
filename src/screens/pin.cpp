#include "screens/pin.h"

#include <utility>

#include "access/recovery_code.h"
#include "base/overloaded.h"
#include "screens/panel.h"
#include "screens/wizard.h"

namespace xy::screens {
namespace {

using access::PinStatus;
using access::Role;

/// Nobody stands in front of the PIN screen for longer than this without a touch.
constexpr Milliseconds pin_idle_timeout{30'000};
/// A recovery code is written down by hand, and read back.
constexpr Milliseconds code_idle_timeout{5 * 60'000};

Milliseconds timeout_of(const PinState& pin) {
    return pin.code.empty() && !pin.recovering ? pin_idle_timeout : code_idle_timeout;
}

/// Whole seconds that the way in is still locked.
int locked_seconds(const KioskState& state, Milliseconds now) {
    return static_cast<int>((state.lockout.locked_for(now).count() + 999) / 1000);
}

void show_lock(PinState& pin, const Turn& turn) {
    turn.state.seconds_left = locked_seconds(turn.state, turn.moment.now);
    if (pin.recovering) return;  // the code ends a lock
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
    if (pin.checking || pin.recovering || digit < 0 || digit > 9) return;
    if (pin.note == PinNote::needs_key || !pin.code.empty()) return;
    if (!pin.setting && turn.state.lockout.locked_for(turn.moment.now) > Milliseconds{0}) return;
    pin.note = PinNote::none;
    pin.digits += static_cast<char>('0' + digit);
    if (pin.digits.size() < access::pin_length) return;
    if (pin.setting) return take_new_pin(pin, turn);
    pin.checking = true;
    turn.effects.emplace_back(PanelCommand{CheckPin{std::exchange(pin.digits, {})}});
}

void erase_digit(PinState& pin) {
    if (!pin.digits.empty()) pin.digits.pop_back();
}

/// Also what a keyboard types: small letters, dashes.
void take_code_text(PinState& pin, const std::string& text, const Turn& turn) {
    if (!pin.recovering || pin.checking) return;
    if (text == "\b") return erase_digit(pin);
    for (const char c : text) {
        const auto character = access::code_character(c);
        if (!character || pin.digits.size() >= access::code_length) continue;
        pin.note = PinNote::none;
        pin.digits += *character;
    }
    if (pin.digits.size() < access::code_length) return;
    pin.checking = true;
    turn.effects.emplace_back(PanelCommand{CheckRecoveryCode{{std::exchange(pin.digits, {})}}});
}

void ask_for_code(PinState& pin) {
    if (pin.setting || pin.checking || pin.note == PinNote::needs_key) return;
    pin.recovering = true;
    pin.note = PinNote::none;
    pin.digits.clear();
}

void find_code(PinState& pin, const Turn& turn) {
    if (!pin.recovering || pin.checking) return;
    pin.checking = true;
    turn.effects.emplace_back(PanelCommand{FindRecoveryCode{turn.setup.device}});
}

NextScreen code_found(PinState& pin, const RecoveryCodeFound& found, const Turn& turn) {
    if (!pin.recovering) return std::nullopt;
    pin.digits.clear();
    if (found.codes.empty()) {
        pin.checking = false;
        pin.note = PinNote::no_code;
    } else {
        turn.effects.emplace_back(PanelCommand{CheckRecoveryCode{found.codes}});
    }
    return std::nullopt;
}

/// The new code goes on the organizer's stick as well.
void carry_code(PinState& pin, const Turn& turn) {
    if (pin.code.empty() || pin.checking) return;
    pin.checking = true;
    pin.note = PinNote::none;
    turn.effects.emplace_back(PanelCommand{CarryRecoveryCode{pin.code, turn.setup.device}});
}

NextScreen code_carried(PinState& pin, const RecoveryCodeCarried& carried) {
    if (pin.code.empty() || !pin.checking) return std::nullopt;  // another screen asked for it
    pin.checking = false;
    pin.stick = carried.label;
    pin.note = carried.sticks == 0  ? PinNote::no_stick_for_code
               : carried.sticks > 1 ? PinNote::several_sticks
               : carried.done       ? PinNote::code_carried
                                    : PinNote::code_not_carried;
    return std::nullopt;
}

/// Whether a PIN is at the store's, to be looked at or kept. Its answer is waited for on this screen: who
/// left before it would try PINs that lock nothing, and somebody else would get the answer.
bool waits_for_store(const PinState& pin) {
    return pin.checking && !pin.recovering && pin.code.empty();
}

Screen leave(const PinState& pin, const Turn& turn) {
    Screen home = rest(turn);
    return pin.paused ? PausedState{} : std::move(home);
}

/// A change of PIN was begun in the panel, and so is its end.
Screen cancel(const PinState& pin, const Turn& turn) {
    if (pin.wizard) return open_wizard(Role::organizer, turn, WizardState::Step::pins);
    const bool from_panel = pin.setting && !pin.goes_on;
    return from_panel ? open_panel(Role::organizer, turn, Tab::device) : leave(pin, turn);
}

/// Both are set, and the code is written down.
Screen after_setting(const PinState& pin, const Turn& turn) {
    if (pin.wizard) return open_wizard(Role::organizer, turn, WizardState::Step::programme);
    return open_panel(Role::organizer, turn);
}

Screen pin_kept(const PinState& pin, const PinKept& kept, const Turn& turn) {
    if (pin.goes_on && pin.setting == Role::volunteer)
        return PinState{
            .setting = Role::organizer, .goes_on = true, .first = {}, .digits = {}, .wizard = pin.wizard};
    if (!kept.code.empty()) {
        PinState written;
        written.code = kept.code;
        written.wizard = pin.wizard;
        return written;
    }
    return after_setting(pin, turn);
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

NextScreen code_checked(PinState& pin, const RecoveryCodeChecked& checked, const Turn& turn) {
    if (!pin.recovering || !pin.checking) return std::nullopt;  // somebody else's, who left
    pin.checking = false;
    if (!checked.right) {
        pin.note = checked.kept ? PinNote::wrong_code : PinNote::code_not_kept;
        return std::nullopt;
    }
    turn.state.lockout.record_success();
    return first_setting();
}

NextScreen pin_failed(PinState& pin, StoreFault fault) {
    pin.checking = false;
    pin.fault = fault;
    pin.note = PinNote::failed;
    pin.first.clear();
    return std::nullopt;
}

NextScreen tap(PinState& pin, Tap tap, const Turn& turn) {
    if (!pin.code.empty()) return std::nullopt;  // only once it was written down
    if (waits_for_store(pin)) return std::nullopt;
    if (tap == Tap::ask_for_panel_by_key && pin.note == PinNote::needs_key)
        return open_wizard(Role::organizer, turn);
    if (tap == Tap::leave) return cancel(pin, turn);
    if (tap != Tap::back) return std::nullopt;
    if (pin.digits.empty() && !pin.checking) return cancel(pin, turn);
    erase_digit(pin);
    return std::nullopt;
}

NextScreen tap(PinState& pin, const PanelTap& tap, const Turn& turn) {
    if (const auto* digit = std::get_if<Digit>(&tap)) take_digit(pin, digit->value, turn);
    if (const auto* text = std::get_if<TypeText>(&tap)) take_code_text(pin, text->utf8, turn);
    if (tap == PanelTap(PanelButton::erase)) erase_digit(pin);
    if (tap == PanelTap(PanelButton::enter_recovery_code)) ask_for_code(pin);
    if (tap == PanelTap(PanelButton::find_recovery_code)) find_code(pin, turn);
    if (tap == PanelTap(PanelButton::code_to_stick)) carry_code(pin, turn);
    if (tap == PanelTap(PanelButton::code_written) && !pin.code.empty()) return after_setting(pin, turn);
    return std::nullopt;
}

}  // namespace

PinState first_setting() {
    return {.setting = Role::volunteer, .goes_on = true, .first = {}, .digits = {}};
}

Screen ask_for_pin(WayIn way, const Turn& turn) {
    PinState pin;
    if (turn.setup.pins == PinStatus::lost) pin.note = PinNote::lost;
    if (turn.setup.pins == PinStatus::never_set) {
        // A touch screen is the visitors'; a keyboard is only there when staff are.
        pin.note = PinNote::needs_key;
    }
    pin.paused = std::holds_alternative<PausedState>(turn.state.screen);
    const Language language = turn.state.language;
    rest(turn);  // whatever was on the screen
    turn.state.language = language;
    turn.state.visit.reset();
    if (pin.note == PinNote::needs_key && way == WayIn::key) return open_wizard(Role::organizer, turn);
    show_lock(pin, turn);
    return pin;
}

NextScreen tap_pin(PinState& pin, const Action& action, const Turn& turn) {
    if (const auto* tapped = std::get_if<Tap>(&action)) return tap(pin, *tapped, turn);
    if (const auto* tapped = std::get_if<PanelTap>(&action)) return tap(pin, *tapped, turn);
    return std::nullopt;
}

NextScreen on_pin_event(PinState& pin, const PanelEvent& event, const Turn& turn) {
    return std::visit(
        Overloaded{[&](const PinChecked& checked) { return pin_checked(pin, checked, turn); },
                   [&](const PinKept& kept) { return NextScreen(pin_kept(pin, kept, turn)); },
                   [&](const RecoveryCodeFound& found) { return code_found(pin, found, turn); },
                   [&](const RecoveryCodeCarried& carried) { return code_carried(pin, carried); },
                   [&](const RecoveryCodeChecked& checked) { return code_checked(pin, checked, turn); },
                   [&](const PanelFailed& failed) { return pin_failed(pin, failed.fault); },
                   [](const auto&) { return NextScreen(); }},
        event);
}

NextScreen tick_pin(PinState& pin, const Turn& turn) {
    show_lock(pin, turn);
    if (waits_for_store(pin)) return std::nullopt;
    if (turn.moment.now - turn.state.last_touch >= timeout_of(pin)) return leave(pin, turn);
    return std::nullopt;
}

Milliseconds next_tick_of(const PinState& pin, const KioskState& state, Milliseconds now) {
    if (waits_for_store(pin)) return now + Milliseconds{1'000};
    const Milliseconds end = state.last_touch + timeout_of(pin);
    const Milliseconds locked = state.lockout.locked_for(now);
    if (pin.setting || locked <= Milliseconds{0}) return std::max(now, end);
    return std::min(end, now + Milliseconds{(locked.count() - 1) % 1000 + 1});
}

}  // namespace xy::screens
