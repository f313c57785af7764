#include "screens/event_part.h"

#include "screens/panel_steps.h"

namespace xy::screens {
namespace {

using outreach::EventState;
using Stage = EventDraft::Step;

/// Names longer than this (bytes of UTF-8) do not fit on the attract screen.
constexpr std::size_t longest_name = 90;

void compose(EventDraft& draft) {
    if (!draft.typed) draft.name = outreach::composed_name(draft.occasion, draft.venue_title, draft.place);
}

void pick(PanelState& panel, std::size_t index, const Step& step) {
    EventDraft& draft = *panel.draft;
    const Booth& booth = step.booth;
    if (draft.step == Stage::occasion && index < booth.occasions.size()) {
        draft.occasion = booth.occasions[index].title;
        draft.step = Stage::venue;
    } else if (draft.step == Stage::venue && index < booth.venues.size()) {
        draft.venue = booth.venues[index].id;
        draft.venue_title = booth.venues[index].title;
        draft.step = Stage::place;
    } else if (draft.step == Stage::place && index < booth.places.size()) {
        draft.place_code = booth.places[index].code;
        draft.place = booth.places[index].name;
        draft.step = Stage::name;
        compose(draft);
    }
    panel.page = 0;
}

void type(EventDraft& draft, const std::string& utf8) {
    std::string name = draft.name.zh;
    if (utf8 == "\b") {
        while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U) name.pop_back();
        if (!name.empty()) name.pop_back();
    } else if (name.size() + utf8.size() <= longest_name) {
        name += utf8;
    }
    draft.name = {name, name};
    draft.typed = true;
}

/// "e-2026-06-26-3f9a2c": the day helps people, the rest keeps two kiosks apart.
std::string fresh_event_id(const Moment& moment) {
    return "e-" + moment.hour.day + "-" + to_hex(moment.fresh_id).substr(0, 6);
}

void make(PanelState& panel, bool open, const Step& step) {
    const EventDraft& draft = *panel.draft;
    if (draft.name.empty()) return;
    outreach::Event event{.id = fresh_event_id(step.moment),
                          .name = draft.name,
                          .place = draft.place,
                          .place_code = draft.place_code,
                          .venue = draft.venue,
                          .occasion = draft.occasion,
                          .state = EventState::planned,
                          .day = step.moment.hour.day};
    const std::string id = event.id;
    wish(PlanEvent{std::move(event)}, step);
    if (open) wish(SetEventState{id, EventState::open}, step);
    panel.draft.reset();
    panel.shown_event = id;
    read_anew(panel, step);
}

void change(PanelState& panel, const ChangeEvent& wanted, bool sure, const Step& step) {
    const outreach::Event* event = panel.event(wanted.id);
    if (event == nullptr || event->state == wanted.state) return;
    const bool other_day =
        wanted.state == EventState::open && !event->day.empty() && event->day != step.moment.hour.day;
    if (!sure && (other_day || wanted.state == EventState::closed)) {
        panel.asking = Asking{other_day ? Doubt::other_day : Doubt::closing, wanted};
        return;
    }
    wish(SetEventState{wanted.id, wanted.state}, step);
    panel.shown_event = wanted.id;
    read_anew(panel, step);
}

}  // namespace

bool tap_events(PanelState& panel, const PanelTap& tap, bool sure, const Step& step) {
    if (const auto* shown = std::get_if<ShowEvent>(&tap)) {
        panel.shown_event = shown->id;
        panel.facts.sheet.reset();
        read_anew(panel, step);
    } else if (std::holds_alternative<NewEvent>(tap)) {
        panel.draft = EventDraft{};
        panel.page = 0;
    } else if (const auto* picked = std::get_if<PickForEvent>(&tap)) {
        if (panel.draft) pick(panel, picked->index, step);
    } else if (const auto* text = std::get_if<TypeText>(&tap)) {
        if (panel.draft && panel.draft->step == Stage::name) type(*panel.draft, text->utf8);
    } else if (const auto* made = std::get_if<MakeEvent>(&tap)) {
        if (panel.draft && panel.draft->step == Stage::name) make(panel, made->open, step);
    } else if (const auto* wanted = std::get_if<ChangeEvent>(&tap)) {
        change(panel, *wanted, sure, step);
    } else {
        return false;
    }
    return true;
}

bool back_in_events(PanelState& panel) {
    panel.page = 0;
    if (panel.draft) {
        if (panel.draft->step == Stage::occasion)
            panel.draft.reset();
        else
            panel.draft->step = static_cast<Stage>(static_cast<int>(panel.draft->step) - 1);
        return true;
    }
    if (!panel.shown_event) return false;
    panel.shown_event.reset();
    return true;
}

}  // namespace xy::screens
