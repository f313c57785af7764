#include "screens/panel.h"

#include <algorithm>
#include <utility>

#include "base/overloaded.h"
#include "outreach/doubt.h"
#include "screens/carry_tab.h"
#include "screens/event_tab.h"
#include "screens/ledger_tab.h"
#include "screens/pin.h"
#include "screens/wizard.h"

namespace xy::screens {
namespace {

using outreach::EventState;

/// The figures of the day are read anew this often while they are shown.
constexpr Milliseconds read_every{5'000};

NextScreen pause(const Turn& turn) {
    rest(turn);
    return PausedState{};
}

void check_integrity(PanelState& panel, const Turn& turn) {
    if (panel.checking) return;
    panel.checking = true;
    panel.checked.reset();
    request(CheckIntegrity{}, turn);
}

void delete_practice(PanelState& panel, Agreed agreed, const Turn& turn) {
    if (!panel.organizer()) return;
    if (agreed == Agreed::no) {
        panel.asking = Asking{Confirmation::delete_practice, PanelButton::delete_practice};
        return;
    }
    request_change(panel, DeletePracticeData{}, turn);
    refresh(panel, turn);
}

/// The setup has changed already, see on_panel_tap().
void keep_settings(PanelState& panel, const Turn& turn) {
    request_change(panel, KeepSettings{turn.setup.settings}, turn);
    refresh(panel, turn);
}

void shut_down(PanelState& panel, Agreed agreed, const Turn& turn) {
    if (agreed == Agreed::yes)
        request(ShutDown{}, turn);
    else
        panel.asking = Asking{Confirmation::shut_down, PanelButton::shut_down};
}

void quit(PanelState& panel, Agreed agreed, const Turn& turn) {
    if (!panel.organizer()) return;
    if (agreed == Agreed::yes)
        request(QuitProgram{}, turn);
    else
        panel.asking = Asking{Confirmation::quit, PanelButton::quit};
}

void switch_sheet(PanelState& panel, const Turn& turn) {
    if (!panel.organizer() || !panel.shown_event) return;
    panel.internal_sheet = !panel.internal_sheet;
    refresh(panel, turn);
}

/// What leaves the panel is not among them.
void press(PanelState& panel, PanelButton button, Agreed agreed, const Turn& turn) {
    switch (button) {
        case PanelButton::pad_done:
            finish_pad(panel, agreed, turn);
            break;
        case PanelButton::new_event:
            begin_event(panel, turn);
            break;
        case PanelButton::look_for_sticks:
            look_for_sticks(panel, turn);
            break;
        case PanelButton::stop_carrying:
            stop_carrying(panel, turn);
            break;
        case PanelButton::to_data:
            turn_to_data(panel);
            break;
        case PanelButton::to_report:
            turn_to_report(panel, turn);
            break;
        case PanelButton::write_report:
            write_report(panel, turn);
            break;
        case PanelButton::dismiss_result:
            dismiss_result(panel);
            break;
        case PanelButton::check_integrity:
            check_integrity(panel, turn);
            break;
        case PanelButton::test_touch:
            panel.touched.emplace(touch_columns * touch_rows, false);
            break;
        case PanelButton::delete_practice:
            return delete_practice(panel, agreed, turn);
        case PanelButton::switch_sheet:
            return switch_sheet(panel, turn);
        case PanelButton::shut_down:
            return shut_down(panel, agreed, turn);
        case PanelButton::quit:
            return quit(panel, agreed, turn);
        case PanelButton::toggle_practice:
        case PanelButton::toggle_still:
        case PanelButton::toggle_contrast:
            return keep_settings(panel, turn);
        case PanelButton::erase:  // of what was typed
        case PanelButton::lock:
        case PanelButton::pause:
        case PanelButton::set_up:
        case PanelButton::wizard_next:  // of the wizard
        case PanelButton::write_place:
        case PanelButton::agree:                // to nothing that was asked
        case PanelButton::enter_recovery_code:  // of the PIN screen
        case PanelButton::find_recovery_code:
        case PanelButton::code_written:
        case PanelButton::code_to_stick:
            break;
    }
}

/// What each tap does. One that is not here does not compile.
struct Tapped {
    PanelState& panel;
    Agreed agreed;
    const Turn& turn;

    NextScreen operator()(PanelButton button) const {
        if (button == PanelButton::lock) return rest(turn);
        if (button == PanelButton::pause) return pause(turn);
        if (button == PanelButton::set_up) return open_wizard(panel.role, turn);
        if (button == PanelButton::erase && panel.pad) erase_digit(*panel.pad);
        press(panel, button, agreed, turn);
        return std::nullopt;
    }
    NextScreen operator()(const ChangePin& change) const {
        if (!panel.organizer()) return std::nullopt;
        return PinState{.setting = change.role, .goes_on = false, .first = {}, .digits = {}};
    }
    NextScreen operator()(const PreviewProgramme& preview) const { return begin_preview(preview.id, turn); }
    NextScreen operator()(const auto& tap) const {
        take(tap);
        return std::nullopt;
    }

    void take(const Digit& digit) const {
        if (panel.pad) type_digit(*panel.pad, digit.value);
    }
    void take(const TypeText& text) const {
        if (panel.pad)
            type_note(*panel.pad, text.utf8);
        else
            type_event_name(panel, text.utf8);
    }
    void take(const OpenTab& opened) const { open_tab(panel, opened.tab, turn); }
    void take(const TurnPage& paging) const {
        if (paging.by > 0 || panel.page > 0) panel.page += static_cast<std::size_t>(paging.by);
    }
    void take(const AddAmount& added) const {
        outreach::LedgerEntry entry;
        entry.measure = added.measure;
        entry.amount = added.amount;
        add_amount(panel, entry, agreed, added, turn);
    }
    void take(const PickMeasure& picked) const { pick_measure(panel, picked.measure, turn); }
    void take(const PickReplacing& picked) const {
        if (panel.pad) replace_total(panel, picked.replaces);
    }
    void take(const PickPrecision& picked) const {
        if (panel.pad && picked.precision >= panel.least_precision()) panel.pad->precision = picked.precision;
    }
    void take(const UndoEntry& undo) const { undo_entry(panel, undo.id, turn); }
    void take(const ShowEvent& shown) const { show_event(panel, shown.id, turn); }
    void take(const PickForEvent& picked) const { pick_for_event(panel, picked.index, turn); }
    void take(const MakeEvent& made) const { make_event(panel, made, agreed, turn); }
    void take(const ChangeEvent& change) const { change_event(panel, change, agreed, turn); }
    void take(const ChooseProgramme&) const { keep_settings(panel, turn); }
    void take(const AdjustClock&) const {}
    void take(const PickHere&) const {}
    void take(const CarryTo& to) const { carry_to(panel, to.stick, turn); }
    void take(const PickPeriod& picked) const { pick_period(panel, picked.index); }
    void take(const PickReaders& readers) const { pick_readers(panel, readers); }
    void take(const PickPlace& picked) const { pick_place(panel, picked.index); }
    void take(const TouchCell& touched) const {
        if (panel.touched && touched.cell < panel.touched->size()) panel.touched->at(touched.cell) = true;
    }
};

NextScreen take_tap(PanelState& panel, const PanelTap& tap, Agreed agreed, const Turn& turn) {
    panel.note = PanelNote::none;
    return std::visit(Tapped{panel, agreed, turn}, tap);
}

NextScreen go_back(PanelState& panel, const Turn& turn) {
    if (panel.pad && !panel.pad->digits.empty())
        panel.pad->digits.clear();
    else if (panel.touched)
        panel.touched.reset();
    else if (back_in_events(panel))
        refresh(panel, turn);
    else if (!back_in_carrying(panel))
        return rest(turn);
    return std::nullopt;
}

}  // namespace

NextScreen begin_preview(const std::string& id, const Turn& turn) {
    const quiz::Programme* found = turn.setup.programme_called(id);
    if (found == nullptr) return std::nullopt;
    Screen home = rest(turn);
    turn.state.preview = *found;
    turn.state.large_text = found->large_type;
    NextScreen first = start(turn);
    return first ? std::move(first) : std::move(home);
}

void choose_programme(Setup& setup, const std::string& id) {
    outreach::BoothSettings chosen = setup.settings;
    if (setup.programme_called(id) != nullptr) chosen.programme = id;
    setup.choose(chosen);
}

void open_tab(PanelState& panel, Tab tab, const Turn& turn) {
    panel.tab = tab;
    panel.page = 0;
    panel.note = PanelNote::none;
    panel.pad.reset();
    panel.draft.reset();
    panel.shown_event.reset();
    panel.internal_sheet = false;
    panel.touched.reset();
    panel.checked.reset();
    if (tab == Tab::carry) open_carrying(panel, turn);
    if (tab == Tab::ledger) open_ledger(panel, turn);
    refresh(panel, turn);
    if (tab == Tab::programme && !turn.setup.bank_remarks) request(ReviewBanks{turn.moment.hour.day}, turn);
}

void refresh(PanelState& panel, const Turn& turn) {
    panel.read_at = turn.moment.now;
    // The page of the day is for looking, not for copying: the organizer sees all of it.
    const bool internal =
        panel.organizer() && (panel.shown_event ? panel.internal_sheet : panel.tab == Tab::today);
    request(LoadPanel{panel.shown_event.value_or(std::string()), internal}, turn);
}

const outreach::Event* PanelState::open_event() const {
    const auto found = std::find_if(facts.events.begin(), facts.events.end(),
                                    [](const outreach::Event& e) { return e.state == EventState::open; });
    return found == facts.events.end() ? nullptr : &*found;
}

const outreach::Event* PanelState::event(const std::string& id) const {
    const auto found = std::find_if(facts.events.begin(), facts.events.end(),
                                    [&](const outreach::Event& e) { return e.id == id; });
    return found == facts.events.end() ? nullptr : &*found;
}

ClockDoubt clock_doubt(const PanelFacts& facts, const std::string& today) {
    if (!today.empty() && outreach::is_doubtful(today, {}, {})) return ClockDoubt::impossible;
    if (!facts.last_day.empty() && today < facts.last_day) return ClockDoubt::before_last_visit;
    for (const outreach::Event& event : facts.events)
        if (event.state == EventState::open && !event.day.empty() && event.day != today)
            return ClockDoubt::not_the_event_day;
    return ClockDoubt::none;
}

Screen open_panel(access::Role role, const Turn& turn, Tab tab) {
    PanelState panel;
    panel.role = role;
    panel.tab = tab;
    refresh(panel, turn);
    return panel;
}

NextScreen tap_panel(PanelState& panel, const Action& action, const Turn& turn) {
    const auto* tap = std::get_if<PanelTap>(&action);
    const bool back = action == Action(Tap::back);
    // While something is carried, only that can be stopped.
    if (panel.carrying.running && action != Action(PanelTap(PanelButton::stop_carrying))) return std::nullopt;
    if (panel.asking) {
        const bool yes = action == Action(PanelTap(PanelButton::agree));
        if (!yes && !back) return std::nullopt;
        const Asking asked = *std::exchange(panel.asking, std::nullopt);
        return yes ? take_tap(panel, asked.tap, Agreed::yes, turn) : std::nullopt;
    }
    if (back) return go_back(panel, turn);
    return tap != nullptr ? take_tap(panel, *tap, Agreed::no, turn) : std::nullopt;
}

void on_panel_event(PanelState& panel, const PanelEvent& event, const Turn& turn) {
    std::visit(
        Overloaded{[&](const PanelKnown& known) {
                       panel.facts = known.facts;
                       panel.known = true;
                       if (std::exchange(panel.changing, false) || panel.trouble == StoreFault::cannot_read)
                           panel.trouble.reset();
                   },
                   [&](const PanelFailed& failed) {
                       panel.note = PanelNote::failed;
                       panel.trouble = failed.fault;
                       panel.changing = false;
                       panel.checking = false;
                   },
                   [&](const StoreChecked& checked) {
                       panel.checking = false;
                       panel.checked = checked;
                   },
                   [&](const SticksKnown& found) { on_carry_event(panel, found); },
                   [&](const CarryMoved& moved) { on_carry_event(panel, moved, turn); },
                   [&](const CarryEnded& ended) { on_carry_event(panel, ended, turn); },
                   [&](const ShutDownRefused&) { panel.note = PanelNote::shut_down_refused; },
                   // Of the setup and of the PIN.
                   [](const SetupKnown&) {}, [](const SetupFailed&) {}, [](const BanksReviewed&) {},
                   [](const PinChecked&) {}, [](const PinKept&) {}, [](const RecoveryCodeFound&) {},
                   [](const ClockSet&) {}, [](const RecoveryCodeCarried&) {},
                   [](const RecoveryCodeChecked&) {}},
        event);
}

NextScreen tick_panel(PanelState& panel, const Turn& turn) {
    const Milliseconds now = turn.moment.now;
    if (!panel.carrying.running && now - turn.state.last_touch >= panel_idle_timeout) return rest(turn);
    const bool live = panel.tab == Tab::today || panel.shown_event;
    if (live && now - panel.read_at >= read_every) refresh(panel, turn);
    return std::nullopt;
}

Milliseconds next_tick_of(const PanelState& panel, const KioskState& state, Milliseconds now) {
    const Milliseconds lock =
        panel.carrying.running ? now + panel_idle_timeout : state.last_touch + panel_idle_timeout;
    const bool live = panel.tab == Tab::today || panel.shown_event;
    return std::max(now, live ? std::min(lock, panel.read_at + read_every) : lock);
}

void on_panel_tap(Setup& setup, const PanelTap& tap) {
    const auto toggle = [&](PanelButton button, bool& setting) {
        if (tap == PanelTap(button)) setting = !setting;
    };
    toggle(PanelButton::toggle_practice, setup.settings.practice);
    toggle(PanelButton::toggle_still, setup.settings.still);
    toggle(PanelButton::toggle_contrast, setup.settings.high_contrast);
    if (const auto* chosen = std::get_if<ChooseProgramme>(&tap)) choose_programme(setup, chosen->id);
}

void on_panel_event(Setup& setup, const PanelEvent& event) {
    std::visit(Overloaded{[&](const SetupKnown& known) {
                              setup.known = true;
                              setup.event = known.open;
                              setup.pins = known.pins;
                              setup.choose(known.settings);
                          },
                          [&](const PinKept& kept) { setup.pins = kept.pins; },
                          [&](const ClockSet& set) { setup.settings.clock_correction = set.correction; },
                          [&](const BanksReviewed& reviewed) { setup.bank_remarks = reviewed.remarks; },
                          [&](const PanelKnown& panel) {
                              setup.event.reset();
                              for (const outreach::Event& known : panel.facts.events)
                                  if (known.state == EventState::open) setup.event = known;
                          },
                          [](const auto&) {}},
               event);
}

}  // namespace xy::screens
