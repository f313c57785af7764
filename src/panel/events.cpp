// Events: the list, the sheet of one, a new one made by picking.
#include <algorithm>

#include "panel/parts.h"

namespace xy::panel {
namespace {

using outreach::Event;
using outreach::EventState;
using Pick = screens::EventDraft::Stage;

Colour state_fill(const Theme& theme, EventState state) {
    return state == EventState::open      ? theme.green_light
           : state == EventState::planned ? theme.sun_light
                                          : theme.trough;
}

void draw_row(ScreenCanvas& canvas, const PanelScene& p, const Event& event, const Box& box) {
    const Theme& theme = canvas.theme();
    const std::string id = "events." + event.id;
    const bool down = canvas.pressed(id);
    canvas.card(box, down ? theme.green_light : theme.card, theme.line, theme.line_width);
    const Box inside = box.inset(28, 10);
    const std::string_view state = p.words.states[static_cast<std::size_t>(event.state)];
    const float chip = canvas.chip_width(state);
    const float width = inside.w - chip - 20;
    line_of(canvas, {inside.x, inside.y, width, inside.h * 0.52F}, p.text(event.name), 34, theme.ink,
            Weight::bold);
    const std::string where = p.text(event.place) + (event.day.empty() ? "" : " ｜ " + event.day);
    line_of(canvas, {inside.x, inside.y + inside.h * 0.52F, width, inside.h * 0.48F}, where, 28, theme.muted);
    canvas.chip(inside.right() - chip, box.y + box.h / 2 - 26, state, state_fill(theme, event.state),
                event.state == EventState::open ? theme.green_dark : theme.ink);
    canvas.touchable(id, box, screens::PanelTap{screens::ShowEvent{event.id}});
}

/// Open ones first, then planned by day, then closed from the newest.
std::vector<const Event*> in_order(const std::vector<Event>& events) {
    std::vector<const Event*> sorted;
    for (const Event& event : events) sorted.push_back(&event);
    const auto rank = [](const Event& e) {
        return e.state == EventState::open ? 0 : e.state == EventState::planned ? 1 : 2;
    };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Event* a, const Event* b) {
        if (rank(*a) != rank(*b)) return rank(*a) < rank(*b);
        return a->state == EventState::closed ? a->day > b->day : a->day < b->day;
    });
    return sorted;
}

void draw_list(ScreenCanvas& canvas, const PanelScene& p) {
    const Box& box = p.space;
    small_button(canvas, "events.new", {box.x, box.y, std::min(420.0F, box.w), 96}, p.words.new_event,
                 ButtonLook::primary, screens::PanelButton::new_event);
    const Box list{box.x, box.y + 120, box.w, box.h - 120};
    const auto events = in_order(p.panel.facts.events);
    if (events.empty()) {
        line_of(canvas, {list.x, list.y, list.w, 80}, p.words.no_events, 36, canvas.theme().muted);
        return;
    }
    const Page page = page_of(canvas, p, list, events.size(), 140, "events");
    for (std::size_t i = page.first; i < page.end; ++i)
        draw_row(canvas, p, *events[i],
                 {page.space.x, page.space.y + static_cast<float>(i - page.first) * page.row, page.space.w,
                  page.row - 20});
}

void draw_one(ScreenCanvas& canvas, const PanelScene& p, const Event& event) {
    const Theme& theme = canvas.theme();
    const Box& box = p.space;
    const bool open = event.state == EventState::open;
    const std::string_view label = open                                 ? p.words.close_event
                                   : event.state == EventState::planned ? p.words.open_event
                                                                        : p.words.open_again;
    const float width = std::min(400.0F, box.w * 0.42F);
    small_button(canvas, "event.back", {box.x, box.y, 220, 96}, p.words.back, ButtonLook::ghost,
                 screens::OpenTab{screens::Tab::events});
    small_button(canvas, open ? "event.close" : "event.open", {box.right() - width, box.y, width, 96}, label,
                 open ? ButtonLook::ghost : ButtonLook::primary,
                 screens::ChangeEvent{event.id, open ? EventState::closed : EventState::open});
    float before_title = box.x + 244;
    if (p.panel.organizer()) {
        const bool internal = p.panel.internal_sheet;
        const float left = canvas.portrait() ? box.right() - width - 24 - 320 : before_title;
        small_button(canvas, "event.sheet", {left, box.y, 320, 96},
                     internal ? p.words.to_public_sheet : p.words.to_internal_sheet, ButtonLook::ghost,
                     screens::PanelButton::switch_sheet);
        before_title += 344;
    }
    const std::string title =
        p.text(event.name) + " · " + p.text(event.place) + (event.day.empty() ? "" : " · " + event.day);
    float y = box.y + 112;
    if (canvas.portrait()) {
        line_of(canvas, {box.x, y, box.w, 60}, title, 34, theme.ink, Weight::bold);
        y += 68;
    } else {
        line_of(canvas, {before_title, box.y, box.right() - width - 24 - before_title, 96}, title, 34,
                theme.ink, Weight::bold);
    }
    const auto& sheet = p.panel.facts.sheet;
    if (sheet && sheet->event.id == event.id)
        draw_sheet(canvas, p, *sheet, {box.x, y, box.w, box.bottom() - y});
}

// ---- a new event -----------------------------------------------------------------------------------------

std::vector<std::string> choices(const PanelScene& p, Pick step) {
    std::vector<std::string> words;
    const screens::Setup& setup = p.scene.setup;
    if (step == Pick::occasion)
        for (const auto& occasion : setup.occasions) words.push_back(p.text(occasion.title));
    if (step == Pick::venue)
        for (const auto& venue : setup.venues) words.push_back(p.text(venue.title));
    if (step == Pick::place)
        for (const auto& place : setup.places) words.push_back(p.text(place.name));
    return words;
}

void draw_choices(ScreenCanvas& canvas, const PanelScene& p, const Box& box, Pick step) {
    const std::vector<std::string> words = choices(p, step);
    const std::size_t columns = canvas.portrait() ? 2 : 3;
    const Page page = page_of(canvas, p, box, words.size(), 128, "draft", columns);
    const float gap = 24;
    const float width = (box.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = page.first; i < page.end; ++i) {
        const std::size_t place = i - page.first;
        small_button(canvas, "draft." + std::to_string(i + 1),
                     {box.x + static_cast<float>(place % columns) * (width + gap),
                      box.y + static_cast<float>(place / columns) * page.row, width, page.row - 24},
                     words[i], ButtonLook::ghost, screens::PickForEvent{i});
    }
}

void draw_naming(ScreenCanvas& canvas, const PanelScene& p, const screens::EventDraft& draft,
                 const Box& box) {
    const Theme& theme = canvas.theme();
    const Box field{box.x, box.y, box.w, 120};
    canvas.card(field, theme.card, theme.green, 4);
    line_of(canvas, field.inset(28, 8), p.text(draft.name), 44, theme.ink, Weight::bold);
    line_of(canvas, {box.x, box.y + 132, box.w, 48}, p.words.name_hint, 28, theme.muted);
    line_of(canvas, {box.x, box.y + 190, box.w, 56},
            p.text(draft.occasion) + " ｜ " + p.text(draft.venue_title) + " ｜ " + p.text(draft.place), 32,
            theme.ink);
    const float width = (box.w - 32) / 2;
    small_button(canvas, "draft.make", {box.x, box.y + 290, width, 120}, p.words.make, ButtonLook::ghost,
                 screens::MakeEvent{}, !draft.name.empty());
    small_button(canvas, "draft.make_and_open", {box.x + width + 32, box.y + 290, width, 120},
                 p.words.make_and_open, ButtonLook::primary, screens::MakeEvent{outreach::EventState::open},
                 !draft.name.empty())
        .is(Role::primary);
    canvas.frame().typing = true;
}

void draw_draft(ScreenCanvas& canvas, const PanelScene& p, const screens::EventDraft& draft) {
    const Box& box = p.space;
    canvas.button("draft.back", {box.x, box.y, 220, 96}, p.words.back, ButtonLook::ghost, screens::Tap::back,
                  30);
    const std::string_view title = draft.stage == Pick::occasion ? p.words.pick_occasion
                                   : draft.stage == Pick::venue  ? p.words.pick_venue
                                   : draft.stage == Pick::place  ? p.words.pick_place
                                                                 : p.words.name_it;
    line_of(canvas, {box.x + 244, box.y, box.w - 244, 96}, title, 40, canvas.theme().ink, Weight::bold);
    const Box rest{box.x, box.y + 128, box.w, box.h - 128};
    if (draft.stage == Pick::name)
        draw_naming(canvas, p, draft, rest);
    else
        draw_choices(canvas, p, rest, draft.stage);
}

}  // namespace

void draw_events(ScreenCanvas& canvas, const PanelScene& p) {
    if (p.panel.draft) return draw_draft(canvas, p, *p.panel.draft);
    if (p.panel.shown_event)
        if (const Event* event = p.panel.event(*p.panel.shown_event)) return draw_one(canvas, p, *event);
    draw_list(canvas, p);
}

}  // namespace xy::panel
