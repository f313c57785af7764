#include "screens/panel.h"

#include <algorithm>

#include "screens/carry_part.h"
#include "screens/event_part.h"
#include "screens/ledger_part.h"
#include "screens/panel_steps.h"
#include "screens/pin.h"

namespace xy::screens {
namespace {

using outreach::EventState;

/// The figures of the day are read anew this often while they are shown.
constexpr Milliseconds read_every{5'000};

/// Leaves whatever the part has opened, and the part.
void open_part(PanelState& panel, Part part, const Step& step) {
    panel.part = part;
    panel.page = 0;
    panel.note = PanelNote::none;
    panel.pad.reset();
    panel.draft.reset();
    panel.shown_event.reset();
    panel.touched.reset();
    panel.checked.reset();
    if (part == Part::carry) open_carrying(panel, step);
    read_anew(panel, step);
    if (part == Part::programme && !step.booth.bank_remarks) wish(ReviewBanks{step.moment.hour.day}, step);
}

void begin_preview(const Step& step) {
    rest(step);
    step.state.preview = true;
    come_in(step);
}

/// What only the organizer may do. Whether the tap was one of it.
bool tap_as_organizer(PanelState& panel, const PanelTap& tap, bool sure, const Step& step) {
    if (const auto* change = std::get_if<ChangePin>(&tap)) {
        if (panel.organizer())
            step.state.screen =
                PinState{.setting = change->role, .goes_on = false, .first = {}, .digits = {}};
    } else if (std::holds_alternative<DeletePractice>(tap)) {
        if (!panel.organizer()) return true;
        if (!sure) {
            panel.asking = Asking{Doubt::delete_practice, tap};
            return true;
        }
        wish(DropPractice{}, step);
        read_anew(panel, step);
    } else if (std::holds_alternative<QuitKiosk>(tap)) {
        if (!panel.organizer()) return true;
        if (sure)
            wish(QuitProgram{}, step);
        else
            panel.asking = Asking{Doubt::quit, tap};
    } else {
        return false;
    }
    return true;
}

void tap_device(PanelState& panel, const PanelTap& tap, const Step& step) {
    if (std::holds_alternative<CheckStore>(tap) && !panel.checking) {
        panel.checking = true;
        panel.checked.reset();
        wish(LookAtStore{}, step);
    } else if (std::holds_alternative<TestTouch>(tap)) {
        panel.touched.emplace(touch_columns * touch_rows, false);
    } else if (const auto* cell = std::get_if<TouchCell>(&tap)) {
        if (panel.touched && cell->cell < panel.touched->size()) panel.touched->at(cell->cell) = true;
    }
}

void do_tap(PanelState& panel, const PanelTap& tap, bool sure, const Step& step) {
    panel.note = PanelNote::none;
    if (tap_pad(panel, tap, sure, step) || tap_events(panel, tap, sure, step) ||
        tap_as_organizer(panel, tap, sure, step))
        return;
    if (const auto* part = std::get_if<OpenPart>(&tap)) {
        open_part(panel, part->part, step);
    } else if (std::holds_alternative<LockPanel>(tap)) {
        rest(step);
    } else if (std::holds_alternative<PauseScreen>(tap)) {
        rest(step);
        step.state.screen = PausedState{};
    } else if (std::holds_alternative<PreviewProgramme>(tap)) {
        begin_preview(step);
    } else if (const auto* turn = std::get_if<TurnPage>(&tap)) {
        if (turn->by > 0 || panel.page > 0) panel.page += static_cast<std::size_t>(turn->by);
    } else if (const auto* added = std::get_if<AddAmount>(&tap)) {
        outreach::LedgerEntry entry;
        entry.measure = added->measure;
        entry.amount = added->amount;
        add_amount(panel, entry, sure, step);
    } else if (const auto* pad = std::get_if<OpenPad>(&tap)) {
        panel.pad = Pad{.measure = pad->measure, .digits = {}, .precision = {}, .note = {}};
    } else if (const auto* undo = std::get_if<UndoEntry>(&tap)) {
        wish(MarkUndone{undo->id}, step);
        read_anew(panel, step);
    } else {
        tap_carrying(panel, tap, step);
        tap_device(panel, tap, step);
    }
}

void go_back(PanelState& panel, const Step& step) {
    if (panel.pad)
        panel.pad.reset();
    else if (panel.touched)
        panel.touched.reset();
    else if (back_in_events(panel))
        read_anew(panel, step);
    else if (back_in_carrying(panel))
        return;
    else
        rest(step);
}

}  // namespace

void read_anew(PanelState& panel, const Step& step) {
    panel.read_at = step.moment.now;
    wish(LoadPanel{panel.shown_event.value_or(std::string())}, step);
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

void open_panel(access::Role role, const Step& step) {
    PanelState panel;
    panel.role = role;
    read_anew(panel, step);
    step.state.screen = std::move(panel);
}

void tap_panel(PanelState& panel, const Action& action, const Step& step) {
    if (panel.carrying.running && !std::holds_alternative<PanelTap>(action)) return;
    const auto* tap = std::get_if<PanelTap>(&action);
    if (panel.asking) {
        const bool yes = tap != nullptr && std::holds_alternative<Agree>(*tap);
        if (!yes && !std::holds_alternative<Back>(action)) return;
        const Asking asked = *std::exchange(panel.asking, std::nullopt);
        if (yes) do_tap(panel, asked.tap, true, step);
    } else if (std::holds_alternative<Back>(action)) {
        go_back(panel, step);
    } else if (tap != nullptr) {
        const bool carries = panel.carrying.running && !std::holds_alternative<StopCarrying>(*tap);
        if (!carries) do_tap(panel, *tap, false, step);
    }
}

void hear_panel(PanelState& panel, const PanelNews& news, const Step& step) {
    if (const auto* known = std::get_if<PanelKnown>(&news)) {
        panel.facts = known->facts;
        panel.known = true;
    } else if (const auto* failed = std::get_if<PanelFailed>(&news)) {
        panel.note = PanelNote::failed;
        panel.why = failed->why;
        panel.checking = false;
    } else if (const auto* checked = std::get_if<StoreChecked>(&news)) {
        panel.checking = false;
        panel.checked = *checked;
    } else {
        hear_carrying(panel, news, step);
    }
}

void tick_panel(PanelState& panel, const Step& step) {
    const Milliseconds now = step.moment.now;
    if (!panel.carrying.running && now - step.state.last_touch >= panel_patience) {
        rest(step);
        return;
    }
    const bool live = panel.part == Part::today || panel.shown_event;
    if (live && now - panel.read_at >= read_every) read_anew(panel, step);
}

Milliseconds next_tick_of(const PanelState& panel, const KioskState& state, Milliseconds now) {
    const Milliseconds lock =
        panel.carrying.running ? now + panel_patience : state.last_touch + panel_patience;
    const bool live = panel.part == Part::today || panel.shown_event;
    return std::max(now, live ? std::min(lock, panel.read_at + read_every) : lock);
}

void set_up_booth(Booth& booth, const PanelTap& tap) {
    if (std::holds_alternative<TogglePractice>(tap)) {
        booth.practice = !booth.practice;
    } else if (const auto* chosen = std::get_if<ChooseProgramme>(&tap)) {
        for (const quiz::Programme& programme : booth.programmes)
            if (programme.id == chosen->id) booth.programme = programme;
    }
}

void hear_of_booth(Booth& booth, const PanelNews& news) {
    if (const auto* known = std::get_if<BoothKnown>(&news)) {
        booth.known = true;
        booth.event = known->open;
        booth.pins_set = known->pins_set;
    } else if (std::holds_alternative<PanelFailed>(news)) {
        booth.known = true;  // the store does not work: the event of the configuration stands
    } else if (const auto* kept = std::get_if<PinKept>(&news)) {
        booth.pins_set = kept->pins_set;
    } else if (const auto* reviewed = std::get_if<BanksReviewed>(&news)) {
        booth.bank_remarks = reviewed->remarks;
    } else if (const auto* panel = std::get_if<PanelKnown>(&news)) {
        booth.event.reset();
        for (const outreach::Event& event : panel->facts.events)
            if (event.state == EventState::open) booth.event = event;
    }
}

}  // namespace xy::screens
