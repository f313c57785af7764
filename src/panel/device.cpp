// The device: is it well, and what only staff may switch.
#include <algorithm>

#include "panel/parts.h"

namespace xy::panel {
namespace {

struct Fact {
    std::string_view name;  ///< empty: the value has the whole row
    std::string value;
    bool well = true;
};

Fact clock_fact(const PanelScene& p) {
    const std::string& today = p.scene.state.counted_day;
    switch (screens::clock_doubt(p.panel.facts, today)) {
        case screens::ClockDoubt::impossible:
            return {p.words.clock, today + " · " + std::string(p.words.clock_impossible), false};
        case screens::ClockDoubt::before_last_visit:
            return {p.words.clock, today + " · " + std::string(p.words.clock_before), false};
        case screens::ClockDoubt::not_the_event_day:
            return {p.words.clock, today + " · " + std::string(p.words.clock_other_day), false};
        case screens::ClockDoubt::none:
            break;
    }
    if (p.scene.setup.settings.clock_correction.count() != 0)
        return {p.words.clock, wording::filled(p.words.clock_corrected, today)};
    return {p.words.clock, today + " · " + std::string(p.words.clock_fine)};
}

std::string said(const screens::Notice& notice, const wording::PanelWording& words) {
    switch (notice.kind) {
        case screens::Notice::Kind::set_aside:
            return wording::filled(words.set_aside, notice.file);
        case screens::Notice::Kind::wrong_day:
            return wording::filled(
                wording::filled(wording::filled(words.wrong_day, notice.day), std::to_string(notice.visits)),
                notice.counted_on);
        case screens::Notice::Kind::missing:
            return wording::filled(wording::filled(wording::filled(words.missing, notice.day),
                                                   std::to_string(notice.signed_visits)),
                                   std::to_string(notice.visits));
        case screens::Notice::Kind::perhaps_missing:
            return wording::filled(words.perhaps_missing, notice.day);
        case screens::Notice::Kind::foreign:
            return wording::filled(words.foreign, notice.day);
        case screens::Notice::Kind::no_recovery_code:
            break;
    }
    return std::string(words.no_recovery_code);
}

/// Which days are wrong is worked out from today: nothing is said of them by a clock that is wrong itself.
bool is_worth_saying(const screens::Notice& notice, screens::ClockDoubt clock) {
    if (notice.kind != screens::Notice::Kind::wrong_day) return true;
    return notice.day != notice.counted_on && clock != screens::ClockDoubt::impossible &&
           clock != screens::ClockDoubt::before_last_visit;
}

/// The last ones, each in a row of its own; what is pressing comes last.
std::vector<Fact> notice_facts(const PanelScene& p) {
    constexpr std::size_t most = 3;
    const auto clock = screens::clock_doubt(p.panel.facts, p.scene.state.counted_day);
    std::vector<Fact> rows;
    for (const screens::Notice& notice : p.panel.facts.notices)
        if (is_worth_saying(notice, clock))
            rows.push_back({{}, said(notice, p.words), !notice.is_pressing()});
    if (rows.size() > most) rows.erase(rows.begin(), rows.end() - most);
    return rows;
}

Fact store_fact(const PanelScene& p) {
    if (p.panel.checking) return {p.words.store, std::string(p.words.checking)};
    if (p.panel.checked && p.panel.checked->fault)
        return {p.words.store, std::string(p.words.store_bad), false};
    if (p.panel.trouble) return {p.words.store, std::string(words_of(p.words, p.panel.trouble)), false};
    return {p.words.store, std::string(p.panel.checked ? p.words.store_fine : p.words.all_well)};
}

Fact disk_fact(const PanelScene& p) {
    const std::uint64_t bytes = p.panel.facts.free_bytes;
    return {p.words.disk, size_text(bytes), bytes > 200'000'000};
}

Fact battery_fact(const PanelScene& p) {
    const auto& percent = p.panel.facts.battery_percent;
    return {p.words.battery, percent ? std::to_string(*percent) + "%" : std::string(p.words.no_battery),
            percent.value_or(100) > 15};
}

std::vector<Fact> facts(const PanelScene& p) {
    std::vector<Fact> all{{p.words.device, p.text(p.scene.setup.device_label)},
                          {p.words.version, p.scene.setup.version},
                          disk_fact(p),
                          battery_fact(p),
                          clock_fact(p),
                          store_fact(p)};
    for (Fact& notice : notice_facts(p)) all.push_back(std::move(notice));
    return all;
}

void draw_facts(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.card(box);
    const auto all = facts(p);
    const Box inside = box.inset(32, 16);
    const float row = inside.h / static_cast<float>(all.size());
    const float name = inside.w * 0.3F;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const float y = inside.y + static_cast<float>(i) * row;
        const float left = all[i].name.empty() ? 0 : name;
        if (left > 0) line_of(canvas, {inside.x, y, name - 12, row}, all[i].name, 28, theme.muted);
        line_of(canvas, {inside.x + left, y, inside.w - left, row}, all[i].value, 30,
                all[i].well ? theme.ink : theme.coral_ink, Weight::bold);
    }
}

struct Switch {
    std::string id;
    std::string_view label;
    screens::PanelTap tap;
    ButtonLook look = ButtonLook::ghost;
};

std::vector<Switch> switches(const PanelScene& p) {
    const outreach::BoothSettings& now = p.scene.setup.settings;
    const auto look = [](bool on) { return on ? ButtonLook::chosen : ButtonLook::ghost; };
    std::vector<Switch> all{
        {"device.practice", now.practice ? p.words.practice_off : p.words.practice_on,
         screens::PanelButton::toggle_practice, look(now.practice)},
        {"device.still", now.still ? p.words.still_off : p.words.still_on, screens::PanelButton::toggle_still,
         look(now.still)},
        {"device.contrast", now.high_contrast ? p.words.contrast_off : p.words.contrast_on,
         screens::PanelButton::toggle_contrast, look(now.high_contrast)},
        {"device.pause", p.words.pause, screens::PanelButton::pause},
        {"device.check", p.words.check_store, screens::PanelButton::check_integrity},
        {"device.touch", p.words.touch_test, screens::PanelButton::test_touch},
        {"device.shut_down", p.words.shut_down, screens::PanelButton::shut_down}};
    all.push_back({"device.set_up", p.words.set_up, screens::PanelButton::set_up});
    if (p.panel.organizer()) {
        all.push_back({"device.pin.volunteer", p.words.change_volunteer_pin,
                       screens::ChangePin{access::Role::volunteer}});
        all.push_back({"device.pin.organizer", p.words.change_organizer_pin,
                       screens::ChangePin{access::Role::organizer}});
        all.push_back(
            {"device.delete_practice", p.words.delete_practice, screens::PanelButton::delete_practice});
        all.push_back({"device.quit", p.words.quit, screens::PanelButton::quit});
    }
    return all;
}

void draw_touch_test(ScreenCanvas& canvas, const PanelScene& p) {
    const Theme& theme = canvas.theme();
    const Box& box = p.space;
    canvas.button("touch.back", {box.x, box.y, 220, 96}, p.words.back, ButtonLook::ghost, screens::Tap::back,
                  30);
    line_of(canvas, {box.x + 244, box.y, box.w - 244, 96}, p.words.touch_hint, 34, theme.ink, Weight::bold);
    const Box grid{box.x, box.y + 120, box.w, box.h - 120};
    const float gap = 24;
    const float width =
        (grid.w - gap * static_cast<float>(screens::touch_columns - 1)) / screens::touch_columns;
    const float height = (grid.h - gap * static_cast<float>(screens::touch_rows - 1)) / screens::touch_rows;
    for (std::size_t i = 0; i < p.panel.touched->size(); ++i) {
        const bool touched = p.panel.touched->at(i);
        const Box cell{grid.x + static_cast<float>(i % screens::touch_columns) * (width + gap),
                       grid.y + static_cast<float>(i / screens::touch_columns) * (height + gap), width,
                       height};
        canvas.card(cell, touched ? theme.green_light : theme.card, touched ? theme.green : theme.line, 3);
        if (touched)
            draw_tick(canvas, {cell.x + cell.w / 2 - 36, cell.y + cell.h / 2 - 36, 72, 72}, theme.green);
        canvas.touchable("touch." + std::to_string(i + 1), cell, screens::PanelTap{screens::TouchCell{i}});
    }
}

}  // namespace

void draw_state_of_device(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    const Fact rows[] = {clock_fact(p), battery_fact(p), disk_fact(p), store_fact(p)};
    const float height = box.h / static_cast<float>(std::size(rows));
    constexpr float name = 0.36F;
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        const float y = box.y + static_cast<float>(i) * height;
        line_of(canvas, {box.x, y, box.w * name - 12, height}, rows[i].name, 28, theme.muted);
        // What is wrong needs more words than fit here: they are on the device's own page.
        line_of(canvas, {box.x + box.w * name, y, box.w * (1 - name), height},
                rows[i].well ? rows[i].value : std::string(p.words.look_here), 28,
                rows[i].well ? theme.ink : theme.coral_ink, Weight::bold);
    }
}

bool device_is_well(const PanelScene& p) {
    const std::vector<Fact> all = facts(p);
    return std::all_of(all.begin(), all.end(), [](const Fact& fact) { return fact.well; });
}

void draw_device(ScreenCanvas& canvas, const PanelScene& p) {
    if (p.panel.touched) return draw_touch_test(canvas, p);
    const Box& box = p.space;
    const auto all = switches(p);
    const std::size_t columns = canvas.portrait() ? 2 : 4;
    const std::size_t rows = (all.size() + columns - 1) / columns;
    const float gap = 24;
    // Upright there are more rows of buttons, and the facts need their height too.
    const float row = canvas.portrait() ? 100 : 112;
    const float height = static_cast<float>(rows) * (row + gap);
    const float enough = 640 + 90 * static_cast<float>(notice_facts(p).size());
    const Box card{box.x, box.y, box.w, std::min(box.h - height - gap, enough)};
    draw_facts(canvas, p, card);
    const float top = card.bottom() + gap;
    const float width = (box.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < all.size(); ++i)
        small_button(canvas, all[i].id,
                     {box.x + static_cast<float>(i % columns) * (width + gap),
                      top + static_cast<float>(i / columns) * (row + gap), width, row},
                     all[i].label, all[i].look, all[i].tap);
}

}  // namespace xy::panel
