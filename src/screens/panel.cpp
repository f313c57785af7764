#include "screens/panel.h"

#include <algorithm>

#include "screens/carry_tab.h"
#include "screens/event_tab.h"
#include "screens/ledger_tab.h"
#include "screens/panel_steps.h"
#include "screens/pin.h"

namespace xy::screens {
namespace {

using outreach::EventState;

/// The figures of the day are read anew this often while they are shown.
constexpr Milliseconds read_every{5'000};

/// Leaves whatever the part has opened, and the part.
void open_tab(PanelState& panel, Tab tab, const Turn& turn) {
    panel.tab = tab;
    panel.page = 0;
    panel.note = PanelNote::none;
    panel.pad.reset();
    panel.draft.reset();
    panel.shown_event.reset();
    panel.touched.reset();
    panel.checked.reset();
    if (tab == Tab::carry) open_carrying(panel, turn);
    refresh(panel, turn);
    if (tab == Tab::programme && !turn.setup.bank_remarks) request(ReviewBanks{turn.moment.hour.day}, turn);
}

void begin_preview(const Turn& turn) {
    rest(turn);
    turn.state.preview = true;
    start(turn);
}

/// What only the organizer may do. Whether the tap was one of it.
bool tap_as_organizer(PanelState& panel, const PanelTap& tap, bool sure, const Turn& turn) {
    if (const auto* change = std::get_if<ChangePin>(&tap)) {
        if (panel.organizer())
            turn.state.screen =
                PinState{.setting = change->role, .goes_on = false, .first = {}, .digits = {}};
    } else if (std::holds_alternative<DeletePractice>(tap)) {
        if (!panel.organizer()) return true;
        if (!sure) {
            panel.asking = Asking{Confirmation::delete_practice, tap};
            return true;
        }
        request(DeletePracticeData{}, turn);
        refresh(panel, turn);
    } else if (std::holds_alternative<QuitKiosk>(tap)) {
        if (!panel.organizer()) return true;
        if (sure)
            request(QuitProgram{}, turn);
        else
            panel.asking = Asking{Confirmation::quit, tap};
    } else {
        return false;
    }
    return true;
}

void tap_device(PanelState& panel, const PanelTap& tap, const Turn& turn) {
    if (std::holds_alternative<CheckStore>(tap) && !panel.checking) {
        panel.checking = true;
        panel.checked.reset();
        request(CheckIntegrity{}, turn);
    } else if (std::holds_alternative<TestTouch>(tap)) {
        panel.touched.emplace(touch_columns * touch_rows, false);
    } else if (const auto* cell = std::get_if<TouchCell>(&tap)) {
        if (panel.touched && cell->cell < panel.touched->size()) panel.touched->at(cell->cell) = true;
    }
}

void do_tap(PanelState& panel, const PanelTap& tap, bool sure, const Turn& turn) {
    panel.note = PanelNote::none;
    if (tap_pad(panel, tap, sure, turn) || tap_events(panel, tap, sure, turn) ||
        tap_as_organizer(panel, tap, sure, turn))
        return;
    if (const auto* opened = std::get_if<OpenTab>(&tap)) {
        open_tab(panel, opened->tab, turn);
    } else if (std::holds_alternative<LockPanel>(tap)) {
        rest(turn);
    } else if (std::holds_alternative<PauseScreen>(tap)) {
        rest(turn);
        turn.state.screen = PausedState{};
    } else if (std::holds_alternative<PreviewProgramme>(tap)) {
        begin_preview(turn);
    } else if (const auto* paging = std::get_if<TurnPage>(&tap)) {
        if (paging->by > 0 || panel.page > 0) panel.page += static_cast<std::size_t>(paging->by);
    } else if (const auto* added = std::get_if<AddAmount>(&tap)) {
        outreach::LedgerEntry entry;
        entry.measure = added->measure;
        entry.amount = added->amount;
        add_amount(panel, entry, sure, turn);
    } else if (const auto* pad = std::get_if<OpenPad>(&tap)) {
        panel.pad = Pad{.measure = pad->measure, .digits = {}, .precision = {}, .note = {}};
    } else if (const auto* undo = std::get_if<UndoEntry>(&tap)) {
        request(MarkUndone{undo->id}, turn);
        refresh(panel, turn);
    } else {
        tap_carrying(panel, tap, turn);
        tap_device(panel, tap, turn);
    }
}

void go_back(PanelState& panel, const Turn& turn) {
    if (panel.pad)
        panel.pad.reset();
    else if (panel.touched)
        panel.touched.reset();
    else if (back_in_events(panel))
        refresh(panel, turn);
    else if (back_in_carrying(panel))
        return;
    else
        rest(turn);
}

}  // namespace

void refresh(PanelState& panel, const Turn& turn) {
    panel.read_at = turn.moment.now;
    request(LoadPanel{panel.shown_event.value_or(std::string())}, turn);
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
    if (!facts.last_day.empty() && today < facts.last_day) return ClockDoubt::before_last_visit;
    for (const outreach::Event& event : facts.events)
        if (event.state == EventState::open && !event.day.empty() && event.day != today)
            return ClockDoubt::not_the_event_day;
    return ClockDoubt::none;
}

void open_panel(access::Role role, const Turn& turn) {
    PanelState panel;
    panel.role = role;
    refresh(panel, turn);
    turn.state.screen = std::move(panel);
}

void tap_panel(PanelState& panel, const Action& action, const Turn& turn) {
    if (panel.carrying.running && !std::holds_alternative<PanelTap>(action)) return;
    const auto* tap = std::get_if<PanelTap>(&action);
    if (panel.asking) {
        const bool yes = tap != nullptr && std::holds_alternative<Agree>(*tap);
        if (!yes && !std::holds_alternative<Back>(action)) return;
        const Asking asked = *std::exchange(panel.asking, std::nullopt);
        if (yes) do_tap(panel, asked.tap, true, turn);
    } else if (std::holds_alternative<Back>(action)) {
        go_back(panel, turn);
    } else if (tap != nullptr) {
        const bool carries = panel.carrying.running && !std::holds_alternative<StopCarrying>(*tap);
        if (!carries) do_tap(panel, *tap, false, turn);
    }
}

void on_panel_event(PanelState& panel, const PanelEvent& event, const Turn& turn) {
    if (const auto* known = std::get_if<PanelKnown>(&event)) {
        panel.facts = known->facts;
        panel.known = true;
    } else if (const auto* failed = std::get_if<PanelFailed>(&event)) {
        panel.note = PanelNote::failed;
        panel.why = failed->why;
        panel.checking = false;
    } else if (const auto* checked = std::get_if<StoreChecked>(&event)) {
        panel.checking = false;
        panel.checked = *checked;
    } else {
        on_carry_event(panel, event, turn);
    }
}

void tick_panel(PanelState& panel, const Turn& turn) {
    const Milliseconds now = turn.moment.now;
    if (!panel.carrying.running && now - turn.state.last_touch >= panel_idle_timeout) {
        rest(turn);
        return;
    }
    const bool live = panel.tab == Tab::today || panel.shown_event;
    if (live && now - panel.read_at >= read_every) refresh(panel, turn);
}

Milliseconds next_tick_of(const PanelState& panel, const KioskState& state, Milliseconds now) {
    const Milliseconds lock =
        panel.carrying.running ? now + panel_idle_timeout : state.last_touch + panel_idle_timeout;
    const bool live = panel.tab == Tab::today || panel.shown_event;
    return std::max(now, live ? std::min(lock, panel.read_at + read_every) : lock);
}

void on_panel_tap(Setup& setup, const PanelTap& tap) {
    if (std::holds_alternative<TogglePractice>(tap)) {
        setup.practice = !setup.practice;
    } else if (const auto* chosen = std::get_if<ChooseProgramme>(&tap)) {
        for (const quiz::Programme& programme : setup.programmes)
            if (programme.id == chosen->id) setup.programme = programme;
    }
}

void on_panel_event(Setup& setup, const PanelEvent& event) {
    if (const auto* known = std::get_if<SetupKnown>(&event)) {
        setup.known = true;
        setup.event = known->open;
        setup.pins_set = known->pins_set;
    } else if (std::holds_alternative<PanelFailed>(event)) {
        setup.known = true;  // the store does not work: the event of the configuration stands
    } else if (const auto* kept = std::get_if<PinKept>(&event)) {
        setup.pins_set = kept->pins_set;
    } else if (const auto* reviewed = std::get_if<BanksReviewed>(&event)) {
        setup.bank_remarks = reviewed->remarks;
    } else if (const auto* panel = std::get_if<PanelKnown>(&event)) {
        setup.event.reset();
        for (const outreach::Event& each : panel->facts.events)
            if (each.state == EventState::open) setup.event = each;
    }
}

}  // namespace xy::screens
