#include "screens/event_tab.h"

#include "base/plain_text.h"
#include "base/utf8.h"

namespace xy::screens {
namespace {

using outreach::EventState;
using Stage = EventDraft::Stage;

/// Names longer than this (bytes of UTF-8) do not fit on the attract screen.
constexpr std::size_t longest_name = 90;

void compose(EventDraft& draft) {
    if (!draft.typed) draft.name = outreach::composed_name(draft.occasion, draft.venue_title, draft.place);
}

void set_place(EventDraft& draft, const outreach::Place& place) {
    draft.place_code = place.code;
    draft.place = place.name;
    draft.stage = Stage::name;
    compose(draft);
}

/// What is asked before an event is opened or closed; nothing where nobody would be surprised.
std::optional<Asking> question_before(const PanelState& panel, const outreach::Event& event,
                                      const ChangeEvent& change, const Turn& turn) {
    if (change.state == EventState::closed) return Asking{Confirmation::closing, change};
    if (change.state != EventState::open) return std::nullopt;
    const outreach::Event* open = panel.open_event();
    const LocalizedText closes = open != nullptr ? open->name : LocalizedText{};
    if (!event.day.empty() && event.day != turn.moment.hour.day)
        return Asking{Confirmation::other_day, change, closes};
    if (open != nullptr) return Asking{Confirmation::opening, change, closes};
    return std::nullopt;
}

/// "e-2026-06-26-3f9a2c": the day helps people, the rest keeps two kiosks apart.
std::string fresh_event_id(const Moment& moment) {
    return "e-" + moment.hour.day + "-" + to_hex(moment.fresh_id).substr(0, 6);
}

}  // namespace

void show_event(PanelState& panel, const std::string& id, const Turn& turn) {
    panel.tab = Tab::events;
    panel.shown_event = id;
    panel.internal_sheet = false;
    panel.facts.sheet.reset();
    refresh(panel, turn);
}

void begin_event(PanelState& panel, const Turn& turn) {
    open_tab(panel, Tab::events, turn);
    panel.draft = EventDraft{};
}

void pick_for_event(PanelState& panel, std::size_t index, const Turn& turn) {
    if (!panel.draft) return;
    EventDraft& draft = *panel.draft;
    const Setup& setup = turn.setup;
    if (draft.stage == Stage::occasion && index < setup.occasions.size()) {
        draft.occasion = setup.occasions[index].title;
        draft.stage = Stage::venue;
    } else if (draft.stage == Stage::venue && index < setup.venues.size()) {
        draft.venue = setup.venues[index].id;
        draft.venue_title = setup.venues[index].title;
        draft.stage = Stage::place;
        if (const outreach::Place here = setup.stands_at(); !here.name.empty()) set_place(draft, here);
    } else if (draft.stage == Stage::place && index < setup.places.size()) {
        set_place(draft, setup.places[index]);
    }
    panel.page = 0;
}

void type_event_name(PanelState& panel, const std::string& utf8) {
    if (!panel.draft || panel.draft->stage != Stage::name) return;
    EventDraft& draft = *panel.draft;
    std::string name = draft.name.zh;
    if (utf8 == "\b") {
        erase_last_character(name);
    } else if (!fault_of(utf8, Lines::one) && name.size() + utf8.size() <= longest_name) {
        name += utf8;
    }
    draft.name = {name, name};
    draft.typed = true;
}

void make_event(PanelState& panel, const MakeEvent& made, Agreed agreed, const Turn& turn) {
    if (!panel.draft || panel.draft->stage != Stage::name) return;
    const EventDraft& draft = *panel.draft;
    const LocalizedText name{std::string(trimmed(draft.name.zh)), std::string(trimmed(draft.name.en))};
    if (name.empty()) return;
    const outreach::Event* open = panel.open_event();
    if (agreed == Agreed::no && made.state == EventState::open && open != nullptr) {
        panel.asking = Asking{Confirmation::opening, made, open->name};
        return;
    }
    outreach::Event event{.id = fresh_event_id(turn.moment),
                          .name = name,
                          .place = draft.place,
                          .place_code = draft.place_code,
                          .venue = draft.venue,
                          .occasion = draft.occasion,
                          .state = EventState::planned,
                          .day = turn.moment.hour.day};
    const std::string id = event.id;
    request_change(panel, PlanEvent{std::move(event)}, turn);
    if (made.state != EventState::planned) request_change(panel, SetEventState{id, made.state}, turn);
    panel.draft.reset();
    panel.shown_event = id;
    refresh(panel, turn);
}

void change_event(PanelState& panel, const ChangeEvent& change, Agreed agreed, const Turn& turn) {
    const outreach::Event* event = panel.event(change.id);
    if (event == nullptr || event->state == change.state) return;
    panel.asking = agreed == Agreed::no ? question_before(panel, *event, change, turn) : std::nullopt;
    if (panel.asking) return;
    request_change(panel, SetEventState{change.id, change.state}, turn);
    panel.shown_event = change.id;
    refresh(panel, turn);
}

bool back_in_events(PanelState& panel) {
    panel.page = 0;
    if (panel.draft) {
        if (panel.draft->stage == Stage::occasion)
            panel.draft.reset();
        else
            panel.draft->stage = static_cast<Stage>(static_cast<int>(panel.draft->stage) - 1);
        return true;
    }
    if (!panel.shown_event) return false;
    panel.shown_event.reset();
    panel.internal_sheet = false;
    return true;
}

}  // namespace xy::screens
