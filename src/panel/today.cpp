// Today's figures, and the sheet of an event.
#include <algorithm>

#include "panel/parts.h"

namespace xy::panel {
namespace {

using Sheet = outreach::ShownSheet;

constexpr const char* withheld = "※";

std::string text_of(const Sheet::Count& count) {
    return count ? std::to_string(*count) : withheld;
}

/// Empty where there is none, or where a reader must not have it.
std::string share_of(const Sheet::Count& part, const Sheet::Count& whole) {
    return part && whole && *whole > 0 ? rate_text(*part, *whole).rate : std::string();
}

RateText rate_of(const Sheet::Count& right, const Sheet::Count& answered) {
    return right && answered ? rate_text(*right, *answered) : RateText{withheld, {}};
}

struct Figure {
    std::string_view name;
    std::string value;
    std::string beside;
};

void draw_figures(ScreenCanvas& canvas, const std::vector<Figure>& figures, const Box& box,
                  std::size_t columns) {
    const float gap = 24;
    const std::size_t rows = (figures.size() + columns - 1) / columns;
    const float width = (box.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = (box.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (std::size_t i = 0; i < figures.size(); ++i)
        figure(canvas,
               {box.x + static_cast<float>(i % columns) * (width + gap),
                box.y + static_cast<float>(i / columns) * (height + gap), width, height},
               figures[i].name, figures[i].value, figures[i].beside);
}

std::vector<Figure> main_figures(const PanelScene& p, const Sheet& sheet) {
    const RateText rate = rate_of(sheet.right_answers, sheet.answered_items);
    const std::string no_time = sheet.completed ? "–" : withheld;
    return {{p.words.started, text_of(sheet.started), {}},
            {p.words.completed, text_of(sheet.completed), share_of(sheet.completed, sheet.started)},
            {p.words.right_rate, rate.rate, rate.interval},
            {p.words.median_time, sheet.median_ms ? minutes(*sheet.median_ms) : no_time, {}}};
}

void draw_hours(ScreenCanvas& canvas, const PanelScene& p, const Sheet& sheet, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.card(box);
    const Box inside = box.inset(32, 24);
    line_of(canvas, {inside.x, inside.y, inside.w, 56}, p.words.per_hour, 32, theme.ink, Weight::bold);
    if (sheet.hours.empty()) {
        line_of(canvas, {inside.x, inside.y + 70, inside.w, 60}, p.words.nothing_yet, 30, theme.muted);
        return;
    }
    const int first = sheet.hours.front().hour;
    const int count = std::max(sheet.hours.back().hour - first + 1, 4);
    std::int64_t most = 1;
    for (const Sheet::Hour& hour : sheet.hours) most = std::max(most, hour.started.value_or(0));
    const float step = std::min(inside.w / static_cast<float>(count), 150.0F);
    const float ground = inside.bottom() - 48;
    const float tall = ground - inside.y - 56 - 60;
    for (const Sheet::Hour& hour : sheet.hours) {
        const float x = inside.x + static_cast<float>(hour.hour - first) * step;
        // Of a withheld hour no bar: its height would say how many.
        const float height =
            hour.started ? std::max(6.0F, tall * static_cast<float>(*hour.started) / static_cast<float>(most))
                         : 0;
        const bool last = &hour == &sheet.hours.back();
        if (hour.started)
            canvas.fill({x + step * 0.15F, ground - height, step * 0.7F, height},
                        last ? theme.sun : theme.green, 8);
        const bool narrow = step < 56;
        const float label = std::max(100.0F, step + 16);
        const float above = narrow && !hour.started ? std::max(step, 30.0F) : label;
        // Where there is no room for all figures a withheld hour still shows its mark: it is no hour of
        // nobody.
        if (!narrow || !hour.started || hour.started == Sheet::Count(most))
            line_of(canvas, {x + step / 2 - above / 2, ground - height - 46, above, 42},
                    text_of(hour.started), 28, theme.ink, Weight::bold, Align::centre);
        if (!narrow || (hour.hour - first) % 3 == 0)
            line_of(canvas, {x + step / 2 - label / 2, ground + 6, label, 40},
                    wording::filled(p.words.hour, std::to_string(hour.hour)), 26, theme.muted,
                    Weight::regular, Align::centre);
    }
}

void draw_topics(ScreenCanvas& canvas, const PanelScene& p, const Sheet& sheet, const Box& box,
                 std::size_t most) {
    const Theme& theme = canvas.theme();
    canvas.card(box);
    const Box inside = box.inset(32, 24);
    line_of(canvas, {inside.x, inside.y, inside.w, 56}, p.words.topics, 32, theme.ink, Weight::bold);
    float y = inside.y + 68;
    std::size_t shown = 0;
    for (const Sheet::Topic& topic : sheet.topics) {
        if (topic.answered == Sheet::Count(0) || shown == most || y + 96 > inside.bottom()) break;
        ++shown;
        const std::string rate = rate_of(topic.right, topic.answered).rate;
        line_of(canvas, {inside.x, y, inside.w - 130, 52}, p.text(topic.title), 30, theme.ink);
        line_of(canvas, {inside.right() - 120, y, 120, 52}, rate, 30, theme.ink, Weight::bold, Align::end);
        const Box trough{inside.x, y + 58, inside.w, 18};
        canvas.fill(trough, theme.trough, 9);
        const float share = topic.right && topic.answered
                                ? static_cast<float>(*topic.right) / static_cast<float>(*topic.answered)
                                : 0;
        if (share > 0)
            canvas.fill({trough.x, trough.y, std::max(18.0F, trough.w * share), 18}, theme.green, 9);
        y += 100;
    }
    if (shown == 0) line_of(canvas, {inside.x, y, inside.w, 60}, p.words.nothing_yet, 30, theme.muted);
}

/// In the order of the configuration; what is no longer configured comes last.
std::vector<outreach::LedgerLine> in_order(const PanelScene& p, std::vector<outreach::LedgerLine> lines) {
    const auto& measures = p.scene.setup.measures;
    const auto rank = [&](const outreach::LedgerLine& line) {
        return std::find_if(measures.begin(), measures.end(),
                            [&](const outreach::Measure& measure) { return measure.id == line.measure; });
    };
    std::stable_sort(
        lines.begin(), lines.end(),
        [&](const outreach::LedgerLine& a, const outreach::LedgerLine& b) { return rank(a) < rank(b); });
    return lines;
}

void draw_ledger_lines(ScreenCanvas& canvas, const PanelScene& p, const Sheet& sheet, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.card(box);
    const Box inside = box.inset(32, 24);
    line_of(canvas, {inside.x, inside.y, inside.w, 56},
            p.words.tabs[static_cast<std::size_t>(screens::Tab::ledger)], 32, theme.ink, Weight::bold);
    if (sheet.ledger.empty()) {
        line_of(canvas, {inside.x, inside.y + 64, inside.w, 52}, p.words.not_reported, 30, theme.muted);
        return;
    }
    constexpr float least_row = 31;
    const float room = inside.h - 64;
    const std::size_t columns = static_cast<float>(sheet.ledger.size()) * least_row > room ? 2 : 1;
    const std::size_t rows = (sheet.ledger.size() + columns - 1) / columns;
    const float height = std::min(60.0F, room / static_cast<float>(rows));
    const float width = (inside.w - 40 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const std::vector<outreach::LedgerLine> lines = in_order(p, sheet.ledger);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const outreach::LedgerLine& line = lines[i];
        const Box row{inside.x + static_cast<float>(i / rows) * (width + 40),
                      inside.y + 64 + static_cast<float>(i % rows) * height, width, height};
        line_of(canvas, {row.x, row.y, row.w * 0.47F - 8, row.h}, p.text(line.title), 28, theme.ink);
        line_of(canvas, {row.x + row.w * 0.47F, row.y, row.w * 0.53F, row.h},
                amount_text(line.total, p.scene.language()) + " " + p.text(line.unit), 28, theme.ink,
                Weight::bold, Align::end);
    }
}

/// What a reader must know of the figures above: internal, or what ※ means; empty for the page of a day on
/// which nothing is withheld.
std::string sheet_note(const PanelScene& p, const Sheet& sheet, bool for_copying) {
    if (sheet.internal) return std::string(p.words.sheet_internal);
    std::string note;
    if (for_copying) note = std::string(p.words.sheet_hint) + " ｜ " + std::string(p.words.rate_note);
    if (sheet.withholds) note += (note.empty() ? "" : " ｜ ") + std::string(p.words.sheet_withheld);
    return note;
}

constexpr float sheet_note_height = 44;

void draw_sheet_note(ScreenCanvas& canvas, const Sheet& sheet, const std::string& note, const Box& box) {
    line_of(canvas, {box.x, box.bottom() - sheet_note_height + 6, box.w, sheet_note_height - 6}, note, 24,
            sheet.internal ? canvas.theme().coral_ink : canvas.theme().muted,
            sheet.internal ? Weight::bold : Weight::regular);
}

// ---- the page of the day ---------------------------------------------------------------------------------

constexpr std::size_t quick_lines = 3;
constexpr float quick_gap = 24;
constexpr float quick_height = 60 + quick_lines * 96 + (quick_lines - 1) * quick_gap + 34;

/// One of the first measures, and the buttons that add its usual amounts.
void draw_quick_line(ScreenCanvas& canvas, const PanelScene& p, const outreach::Measure& measure,
                     const Box& row) {
    constexpr std::size_t most_steps = 3;
    constexpr float button = 116;
    constexpr float gap = 20;
    const float steps = most_steps * button + (most_steps - 1) * gap;
    const float words = row.w - steps - 32;
    draw_measure_name(canvas, p, measure, {row.x, row.y, words * 0.66F, row.h});
    draw_measure_total(canvas, p, measure, {row.x + words * 0.68F, row.y, words * 0.32F, row.h});
    float x = row.right() - steps;
    for (const std::int64_t step : measure.steps) {
        const std::string amount = std::to_string(step);
        small_button(canvas, "today." + measure.id + ".plus" + amount, {x, row.y, button, row.h},
                     "+" + amount, ButtonLook::chosen, screens::AddAmount{measure.id, step});
        x += button + gap;
    }
}

void draw_quick_ledger(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    canvas.card(box);
    const Box inside = box.inset(32, 14);
    line_of(canvas, {inside.x, inside.y, inside.w, 52}, p.words.quick_ledger, 32, canvas.theme().ink,
            Weight::bold);
    const auto& measures = p.scene.setup.measures;
    for (std::size_t i = 0; i < std::min(quick_lines, measures.size()); ++i)
        draw_quick_line(canvas, p, measures[i],
                        {inside.x, inside.y + 60 + static_cast<float>(i) * (96 + quick_gap), inside.w, 96});
}

/// The two ways on at the end of a day.
void draw_take_home(ScreenCanvas& canvas, const PanelScene& p, const Sheet& sheet, const Box& box) {
    canvas.card(box);
    const Box inside = box.inset(32, 20);
    const float height = std::min(112.0F, inside.h - 64);
    line_of(canvas, {inside.x, inside.y, inside.w, 52}, p.words.take_home, 32, canvas.theme().ink,
            Weight::bold);
    const float width = (inside.w - 24) * 0.56F;
    const float y = inside.bottom() - height;
    const bool report = p.panel.organizer();
    small_button(
        canvas, "today.export", {inside.x, y, width, height},
        report ? p.words.carry_and_report : p.words.tabs[static_cast<std::size_t>(screens::Tab::carry)],
        ButtonLook::primary, screens::OpenTab{screens::Tab::carry})
        .is(Role::primary);
    small_button(canvas, "today.sheet", {inside.x + width + 24, y, inside.w - width - 24, height},
                 p.words.to_sheet, ButtonLook::ghost, screens::ShowEvent{sheet.event.id});
}

void draw_machine(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    canvas.card(box);
    draw_state_of_device(canvas, p, box.inset(32, 12));
}

}  // namespace

void draw_sheet(ScreenCanvas& canvas, const PanelScene& p, const Sheet& sheet, const Box& box) {
    std::vector<Figure> figures = main_figures(p, sheet);
    figures.push_back({p.words.abandoned, text_of(sheet.abandoned), {}});
    figures.push_back({p.words.timed_out, text_of(sheet.timed_out), {}});
    figures.push_back({p.words.answered, text_of(sheet.answered_items), {}});
    figures.push_back({p.words.pledges, text_of(sheet.pledges_given), {}});
    const std::size_t columns = canvas.portrait() ? 3 : 4;
    const Box upper{box.x, box.y, box.w, canvas.portrait() ? 410.0F : std::min(260.0F, box.h * 0.5F)};
    draw_figures(canvas, figures, upper, columns);
    const Box lower{box.x, upper.bottom() + 24, box.w, box.h - upper.h - 24 - sheet_note_height};
    if (canvas.portrait()) {
        const float ledger = std::max(lower.h / 2, std::min(440.0F, lower.h));
        draw_ledger_lines(canvas, p, sheet, {lower.x, lower.y, lower.w, ledger});
        draw_topics(canvas, p, sheet, {lower.x, lower.y + ledger + 24, lower.w, lower.h - ledger - 24}, 8);
    } else {
        const float left = lower.w * 0.58F;
        draw_ledger_lines(canvas, p, sheet, {lower.x, lower.y, left, lower.h});
        draw_topics(canvas, p, sheet, {lower.x + left + 24, lower.y, lower.w - left - 24, lower.h}, 8);
    }
    draw_sheet_note(canvas, sheet, sheet_note(p, sheet, true), box);
}

void draw_today(ScreenCanvas& canvas, const PanelScene& p) {
    if (p.panel.open_event() == nullptr) return draw_no_event(canvas, p);
    if (!p.panel.facts.sheet) return;
    const Sheet& sheet = *p.panel.facts.sheet;
    const bool portrait = canvas.portrait();
    std::vector<Figure> figures = main_figures(p, sheet);
    figures.front().value = std::to_string(p.panel.facts.started);
    const std::string note = sheet_note(p, sheet, false);
    if (!note.empty()) draw_sheet_note(canvas, sheet, note, p.space);
    const Box box{p.space.x, p.space.y, p.space.w, p.space.h - (note.empty() ? 0 : sheet_note_height)};
    const float gap = 24;
    const Box upper{box.x, box.y, box.w, portrait ? 330.0F : 168.0F};
    draw_figures(canvas, figures, upper, portrait ? 2 : 4);
    const float y = upper.bottom() + gap;
    if (portrait) {
        const float quick = quick_height + 8;
        const float foot = 226;
        draw_quick_ledger(canvas, p, {box.x, y, box.w, quick});
        draw_hours(canvas, p, sheet,
                   {box.x, y + quick + gap, box.w, box.bottom() - y - quick - foot - 2 * gap});
        const float half = (box.w - gap) / 2;
        draw_take_home(canvas, p, sheet, {box.x, box.bottom() - foot, half, foot});
        draw_machine(canvas, p, {box.x + half + gap, box.bottom() - foot, half, foot});
        return;
    }
    const float left = box.w * 0.58F;
    const float right = box.w - left - gap;
    const float foot = box.bottom() - y - quick_height - gap;
    draw_quick_ledger(canvas, p, {box.x, y, left, quick_height});
    draw_hours(canvas, p, sheet, {box.x + left + gap, y, right, quick_height});
    draw_take_home(canvas, p, sheet, {box.x, box.bottom() - foot, left, foot});
    draw_machine(canvas, p, {box.x + left + gap, box.bottom() - foot, right, foot});
}

}  // namespace xy::panel
