#include "screens/wizard.h"

#include <algorithm>

#include "base/day.h"
#include "base/pinyin_initials.h"
#include "base/plain_text.h"
#include "base/utf8.h"
#include "screens/event_tab.h"
#include "screens/panel.h"
#include "screens/pin.h"

namespace xy::screens {
namespace {

using Step = WizardState::Step;
using std::chrono::minutes;

/// Somebody may have to look for the right date. Once PINs are set it leads into the panel, and is left as
/// soon.
constexpr Milliseconds first_idle_timeout{5 * 60'000};

Milliseconds timeout_of(const Setup& setup) {
    return setup.pins == access::PinStatus::never_set ? first_idle_timeout : panel_idle_timeout;
}

/// The face of the clock moves on.
constexpr Milliseconds next_look{10'000};
/// Names longer than this (bytes of UTF-8) do not fit beside an event's.
constexpr std::size_t longest_place = 60;
constexpr std::size_t longest_number = 3;
/// Of the clocks of computers.
constexpr std::string_view first_day = "1970-01-01";
constexpr std::string_view last_day = "2099-12-31";
constexpr std::size_t most_letters = 8;

/// Minutes since the beginning of 1970, by the same clock.
minutes since_epoch(const LocalMinute& time) {
    return calendar_day(time.hour.day).time_since_epoch() + std::chrono::hours(time.hour.hour) +
           minutes(time.minute);
}

/// The same day of another month, or its last one.
std::chrono::sys_days months_later(std::chrono::sys_days day, int months) {
    const std::chrono::year_month_day date(day);
    const std::chrono::year_month month =
        std::chrono::year_month(date.year(), date.month()) + std::chrono::months(months);
    const std::chrono::year_month_day_last last(month.year(), std::chrono::month_day_last(month.month()));
    return std::chrono::sys_days(month / std::min(date.day(), last.day()));
}

minutes adjusted(const AdjustClock& adjust, const LocalMinute& shown) {
    const std::chrono::sys_days day = calendar_day(shown.hour.day);
    switch (adjust.part) {
        case ClockPart::year:
            return months_later(day, 12 * adjust.by) - day;
        case ClockPart::month:
            return months_later(day, adjust.by) - day;
        case ClockPart::day:
            return std::chrono::days(adjust.by);
        case ClockPart::hour:
            return std::chrono::hours(adjust.by);
        case ClockPart::minute:
            break;
    }
    return minutes(adjust.by);
}

void adjust_clock(WizardState& wizard, const AdjustClock& adjust) {
    if (wizard.step != Step::date) return;
    WizardState later = wizard;
    later.correction += adjusted(adjust, shown_time(wizard));
    const std::string day = shown_time(later).hour.day;
    if (day >= first_day && day <= last_day) wizard = later;
}

void keep(const Turn& turn) {
    turn.effects.emplace_back(PanelCommand{KeepSettings{turn.setup.settings}});
}

void go_to(WizardState& wizard, Step step) {
    wizard = WizardState{.step = step, .role = wizard.role, .now = wizard.now};
}

NextScreen next_step(WizardState& wizard, const Turn& turn) {
    switch (wizard.step) {
        case Step::date:
            if (wizard.correction == minutes{0}) {
                go_to(wizard, Step::device);
            } else {
                wizard.waits = true;
                turn.effects.emplace_back(
                    PanelCommand{SetClock{turn.setup.settings.clock_correction + wizard.correction}});
            }
            return std::nullopt;
        case Step::pins:
            if (turn.setup.pins == access::PinStatus::never_set) {
                PinState pin = first_setting();
                pin.wizard = true;
                return pin;
            }
            break;
        case Step::trial:
            return begin_preview(turn.setup.programme.id, turn);
        case Step::device:
        case Step::place:
        case Step::programme:
            keep(turn);
            break;
    }
    go_to(wizard, static_cast<Step>(static_cast<int>(wizard.step) + 1));
    return std::nullopt;
}

NextScreen back(WizardState& wizard, const Turn& turn) {
    if (wizard.writing) {
        wizard.writing = false;
    } else if (wizard.step == Step::date) {
        if (turn.setup.pins != access::PinStatus::never_set)
            return open_panel(wizard.role, turn, Tab::device);
        return rest(turn);
    } else {
        go_to(wizard, static_cast<Step>(static_cast<int>(wizard.step) - 1));
    }
    return std::nullopt;
}

void type_place(WizardState& wizard, const std::string& utf8, const Turn& turn) {
    if (wizard.writing) {
        if (utf8 == "\b")
            erase_last_character(wizard.own_place);
        else if (!fault_of(utf8, Lines::one) && wizard.own_place.size() + utf8.size() <= longest_place)
            wizard.own_place += utf8;
        return;
    }
    wizard.page = 0;
    if (utf8 == "\b") {
        if (!wizard.letters.empty()) wizard.letters.pop_back();
        return;
    }
    for (char c : utf8) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const bool letter = c >= 'A' && c <= 'Z';
        if (letter && wizard.letters.size() < most_letters && found_places(wizard, turn.setup).leads_on(c))
            wizard.letters += c;
    }
}

void type_number(WizardState& wizard, int digit) {
    if (wizard.step != Step::device || digit < 0 || digit > 9 || wizard.digits.size() >= longest_number)
        return;
    wizard.digits += static_cast<char>('0' + digit);
}

void erase(WizardState& wizard, const Turn& turn) {
    if (wizard.step == Step::place) type_place(wizard, "\b", turn);
    if (wizard.step == Step::device && !wizard.digits.empty()) wizard.digits.pop_back();
}

NextScreen press(WizardState& wizard, PanelButton button, const Turn& turn) {
    if (button == PanelButton::wizard_next) return next_step(wizard, turn);
    if (button == PanelButton::erase) erase(wizard, turn);
    if (button == PanelButton::write_place && wizard.step == Step::place) wizard.writing = !wizard.writing;
    const bool may_enter = turn.setup.pins != access::PinStatus::never_set;
    if (button != PanelButton::new_event || wizard.step != Step::trial || !may_enter) return std::nullopt;
    Screen screen = open_panel(wizard.role, turn, Tab::events);
    begin_event(std::get<PanelState>(screen), turn);
    return screen;
}

}  // namespace

Screen open_wizard(access::Role role, const Turn& turn, Step step) {
    return WizardState{.step = step, .role = role, .now = {turn.moment.hour, turn.moment.minute}};
}

NextScreen tap_wizard(WizardState& wizard, const Action& action, const Turn& turn) {
    if (wizard.waits) return std::nullopt;  // who left now would meet the old time again
    wizard.now = {turn.moment.hour, turn.moment.minute};
    if (action == Action(Tap::back)) return back(wizard, turn);
    const auto* tap = std::get_if<PanelTap>(&action);
    if (tap == nullptr) return std::nullopt;
    wizard.failed = false;
    if (const auto* button = std::get_if<PanelButton>(tap)) return press(wizard, *button, turn);
    if (const auto* adjust = std::get_if<AdjustClock>(tap)) adjust_clock(wizard, *adjust);
    if (const auto* digit = std::get_if<Digit>(tap)) type_number(wizard, digit->value);
    const auto* text = std::get_if<TypeText>(tap);
    if (text != nullptr && wizard.step == Step::place) type_place(wizard, text->utf8, turn);
    if (std::holds_alternative<PickHere>(*tap) || std::holds_alternative<ChooseProgramme>(*tap)) keep(turn);
    if (const auto* paging = std::get_if<TurnPage>(tap))
        if (paging->by > 0 || wizard.page > 0) wizard.page += static_cast<std::size_t>(paging->by);
    return std::nullopt;
}

void on_wizard_event(WizardState& wizard, const PanelEvent& event, const Turn& turn) {
    if (std::holds_alternative<PanelFailed>(event)) {
        wizard.failed = true;
        wizard.waits = false;
    } else if (std::holds_alternative<ClockSet>(event) && wizard.waits) {
        wizard.now = {turn.moment.hour, turn.moment.minute};
        turn.state.counted_day = turn.moment.hour.day;
        go_to(wizard, Step::device);
    }
}

NextScreen tick_wizard(WizardState& wizard, const Turn& turn) {
    wizard.now = {turn.moment.hour, turn.moment.minute};
    if (wizard.waits) return std::nullopt;
    if (turn.moment.now - turn.state.last_touch >= timeout_of(turn.setup)) return rest(turn);
    return std::nullopt;
}

Milliseconds next_tick_of_wizard(const KioskState& state, const Setup& setup, Milliseconds now) {
    if (std::get<WizardState>(state.screen).waits) return now + next_look;
    return std::max(now, std::min(state.last_touch + timeout_of(setup), now + next_look));
}

void on_wizard_tap(Setup& setup, const WizardState& wizard, const PanelTap& tap) {
    outreach::BoothSettings chosen = setup.settings;
    const bool next = tap == PanelTap(PanelButton::wizard_next);
    if (next && wizard.step == Step::device && !wizard.digits.empty())
        chosen.device = shown_device(wizard, setup);
    if (next && wizard.step == Step::place && wizard.writing && !is_blank(wizard.own_place)) {
        chosen.place = std::string(trimmed(wizard.own_place));
        chosen.place_code.clear();
    }
    const auto* here = std::get_if<PickHere>(&tap);
    if (here != nullptr && wizard.step == Step::place && here->index < setup.places.size()) {
        chosen.place_code = setup.places[here->index].code;
        chosen.place.clear();
    }
    const auto* programme = std::get_if<ChooseProgramme>(&tap);
    if (programme != nullptr && wizard.step == Step::programme) return choose_programme(setup, programme->id);
    setup.choose(chosen);
}

LocalMinute shown_time(const WizardState& wizard) {
    const minutes shown = since_epoch(wizard.now) + wizard.correction;
    const auto day = std::chrono::floor<std::chrono::days>(shown);
    const auto in_day = shown - day;
    const auto hour = std::chrono::duration_cast<std::chrono::hours>(in_day);
    return {{text_of(std::chrono::sys_days(day)), static_cast<int>(hour.count())},
            static_cast<int>((in_day - hour).count())};
}

FoundPlaces found_places(const WizardState& wizard, const Setup& setup) {
    FoundPlaces found;
    for (std::size_t i = 0; i < setup.places.size(); ++i) {
        const std::string initials = pinyin_initials(setup.places[i].name.zh);
        if (!may_begin(initials, wizard.letters)) continue;
        found.indices.push_back(i);
        found.next += initials.substr(wizard.letters.size(), 1);
    }
    // The highest place first is no help to who stands in a village.
    std::stable_sort(found.indices.begin(), found.indices.end(), [&](std::size_t a, std::size_t b) {
        return setup.places[a].level > setup.places[b].level;
    });
    return found;
}

std::string shown_device(const WizardState& wizard, const Setup& setup) {
    if (!wizard.digits.empty()) return wizard.digits.size() == 1 ? "0" + wizard.digits : wizard.digits;
    if (!setup.settings.device.empty()) return setup.settings.device;
    const std::string& label = setup.configured_label.zh;
    const std::size_t end = label.find_first_not_of("0123456789");
    return label.substr(0, end);
}

}  // namespace xy::screens
