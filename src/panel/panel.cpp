// The panel's frame: the menu at its side (above it on a portrait screen), the head, and what it asks.
#include <algorithm>

#include "panel/parts.h"

namespace xy::panel {
namespace {

using screens::PanelNote;
using screens::Tab;

constexpr float menu_width = 320;
constexpr std::array tab_ids{"today", "events", "ledger", "programme", "export", "device"};

void draw_entry(ScreenCanvas& canvas, const PanelScene& p, std::size_t index, const Box& box) {
    const Theme& theme = canvas.theme();
    const bool here = static_cast<std::size_t>(p.panel.tab) == index;
    const std::string id = std::string("booth.") + tab_ids[index];
    if (here || canvas.pressed(id)) canvas.fill(box, theme.green, 20);
    const bool report = p.panel.organizer() && static_cast<Tab>(index) == Tab::carry;
    line_of(canvas, box.inset(canvas.portrait() ? 10 : 24, 6),
            report ? p.words.carry_and_report : p.words.tabs[index], 32, theme.card,
            here ? Weight::bold : Weight::regular, canvas.portrait() ? Align::centre : Align::start);
    canvas.touchable(id, box, screens::PanelTap{screens::OpenTab{static_cast<Tab>(index)}},
                     !p.panel.carrying.running);
}

void draw_lock(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.outline(box, theme.card, 2, 20);
    line_of(canvas, box.inset(12, 6), p.words.lock, 32, theme.card, Weight::regular, Align::centre);
    canvas.touchable("booth.lock", box, screens::PanelTap{screens::PanelButton::lock},
                     !p.panel.carrying.running);
}

/// Returns what is left beside it.
Box draw_menu(ScreenCanvas& canvas, const PanelScene& p) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    if (canvas.portrait()) {
        canvas.fill({0, 0, screen.w, 384}, theme.green_dark);
        const float width = (screen.w - 2 * 32 - 2 * 24) / 3;
        for (std::size_t i = 0; i < tab_ids.size(); ++i)
            draw_entry(canvas, p, i,
                       {32 + static_cast<float>(i % 3) * (width + 24), 24 + static_cast<float>(i / 3) * 120,
                        width, 96});
        draw_lock(canvas, p, {32, 264, screen.w - 64, 96});
        return {40, 408, screen.w - 80, screen.h - 408 - 40};
    }
    canvas.fill({0, 0, menu_width, screen.h}, theme.green_dark);
    line_of(canvas, {32, 52, menu_width - 64, 90}, p.words.title, 42, theme.card, Weight::bold);
    for (std::size_t i = 0; i < tab_ids.size(); ++i)
        draw_entry(canvas, p, i, {32, 168 + static_cast<float>(i) * 120, menu_width - 64, 96});
    draw_lock(canvas, p, {32, screen.h - 140, menu_width - 64, 100});
    return {menu_width + 48, 36, screen.w - menu_width - 96, screen.h - 36 - 48};
}

std::string under_title(const PanelScene& p, const outreach::Event& event) {
    std::string words;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) words += (words.empty() ? "" : " ｜ ") + part;
    };
    add(p.text(p.scene.setup.venue_title(event.venue)));
    add(p.text(event.place));
    add(event.day);
    add(wording::filled(p.words.this_device, p.text(p.scene.setup.device_label)));
    return words;
}

void draw_head(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    const bool well = !p.panel.known || device_is_well(p);
    const std::string_view state = !p.panel.known ? p.words.loading
                                   : well         ? p.words.all_well
                                                  : p.words.look_here;
    const float chip = canvas.chip_width(state);
    const outreach::Event* event = p.panel.open_event();
    const float width = box.w - chip - 24;
    line_of(canvas, {box.x, box.y, width, 68}, event != nullptr ? p.text(event->name) : p.words.no_event, 44,
            theme.ink, Weight::bold);
    if (event != nullptr)
        line_of(canvas, {box.x, box.y + 68, box.w, 52}, under_title(p, *event), 28, theme.muted);
    canvas.chip(box.right() - chip, box.y + 4, state, well ? theme.green_light : theme.sun_light,
                well ? theme.green_dark : theme.sun_ink);
}

std::string note_text(const PanelScene& p) {
    switch (p.panel.note) {
        case PanelNote::negative_total:
            return std::string(p.words.negative_total);
        case PanelNote::too_large:
            return std::string(p.words.too_large);
        case PanelNote::personal_number:
            return std::string(p.words.personal_number);
        case PanelNote::personal_contact:
            return std::string(p.words.personal_contact);
        case PanelNote::personal_name:
            return std::string(p.words.personal_name);
        case PanelNote::failed:
            return wording::filled(p.words.failed, words_of(p.words, p.panel.trouble));
        case PanelNote::shut_down_refused:
            return std::string(p.words.shut_down_refused);
        case PanelNote::saved:
        case PanelNote::none:
            break;
    }
    return {};
}

constexpr float head_height = 132;

/// What was refused, in place of the head: nothing below it moves. Whether there was anything.
bool draw_note(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const std::string note = note_text(p);
    if (note.empty()) return false;
    const Theme& theme = canvas.theme();
    const Box band{box.x, box.y, box.w, head_height - 24};
    canvas.fill(band, theme.coral_light, 20);
    canvas.fitted_text(band.inset(24, 6), note,
                       {.size = 32,
                        .weight = Weight::bold,
                        .colour = theme.coral_ink,
                        .down = Align::centre,
                        .line_height = 1.2F},
                       theme.body_min);
    return true;
}

std::string question_words(const PanelScene& p, const screens::Asking& asking) {
    std::string words(p.words.confirmations[static_cast<std::size_t>(asking.confirmation)]);
    if (!asking.closes.empty()) words += "\n" + wording::filled(p.words.closes_other, p.text(asking.closes));
    return words;
}

void draw_question(ScreenCanvas& canvas, const PanelScene& p, const screens::Asking& asking) {
    canvas.begin_overlay();
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    const float width = std::min(1120.0F, screen.w - 112);
    const Box box{(screen.w - width) / 2, screen.h / 2 - 220, width, 440};
    canvas.card(box);
    canvas.fitted_text({box.x + 48, box.y + 40, box.w - 96, 190}, question_words(p, asking),
                       {.size = 48,
                        .weight = Weight::bold,
                        .colour = theme.ink,
                        .across = Align::centre,
                        .down = Align::centre,
                        .line_height = 1.35F},
                       30);
    const float half = (box.w - 96 - 32) / 2;
    const float y = box.bottom() - 48 - 120;
    canvas.button("ask.no", {box.x + 48, y, half, 120}, p.words.no, ButtonLook::ghost, screens::Tap::back)
        .is(Role::primary);
    canvas.button("ask.yes", {box.x + 48 + half + 32, y, half, 120}, p.words.yes, ButtonLook::primary,
                  screens::PanelTap{screens::PanelButton::agree});
}

void draw_tab(ScreenCanvas& canvas, const PanelScene& p) {
    switch (p.panel.tab) {
        case Tab::today:
            return draw_today(canvas, p);
        case Tab::events:
            return draw_events(canvas, p);
        case Tab::ledger:
            return draw_ledger(canvas, p);
        case Tab::programme:
            return draw_programmes(canvas, p);
        case Tab::carry:
            return draw_carry(canvas, p);
        case Tab::device:
            return draw_device(canvas, p);
    }
}

}  // namespace

void draw(ScreenCanvas& canvas, const screens::PanelState& panel, const Scene& scene) {
    canvas.fill(canvas.screen(), canvas.theme().booth_paper);
    PanelScene p{panel, scene, wording::panel_wording(scene.language()), {}};
    const Box space = draw_menu(canvas, p);
    if (!draw_note(canvas, p, space)) draw_head(canvas, p, space);
    p.space = {space.x, space.y + head_height, space.w, space.h - head_height};
    if (panel.known) draw_tab(canvas, p);
    if (panel.asking) draw_question(canvas, p, *panel.asking);
}

}  // namespace xy::panel
