// The ledger: the measures, the number pad, the last entries with undo.
#include <algorithm>

#include "panel/parts.h"

namespace xy::panel {
namespace {

using outreach::LedgerEntry;
using outreach::Measure;

/// Rows of one list may lie this near, for each of them is one target; buttons in them may not.
constexpr float between_rows = 10;
constexpr float between_entries = 24;
constexpr float row_height = 96;
constexpr std::size_t last_entries = 5;

void draw_measure(ScreenCanvas& canvas, const PanelScene& p, const Measure& measure, const Box& row) {
    const Theme& theme = canvas.theme();
    const std::string id = "ledger." + measure.id;
    const bool picked = p.panel.pad && p.panel.pad->measure == measure.id;
    const bool marked = picked || canvas.pressed(id);
    canvas.card(row, marked ? theme.green_light : theme.card, marked ? theme.green : theme.line,
                marked ? theme.chosen_width : theme.line_width);
    const Box inside = row.inset(28, 8);
    const float name = inside.w * 0.66F;
    draw_measure_name(canvas, p, measure, {inside.x, inside.y, name, inside.h},
                      picked ? Weight::bold : Weight::regular);
    draw_measure_total(canvas, p, measure, {inside.x + name + 12, inside.y, inside.w - name - 12, inside.h});
    canvas.touchable(id, row, screens::PanelTap{screens::PickMeasure{measure.id}});
}

void draw_measures(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const auto& measures = p.scene.setup.measures;
    const Page page = page_of(canvas, p, box, measures.size(), row_height + between_rows, "ledger");
    for (std::size_t i = page.first; i < page.end; ++i)
        draw_measure(canvas, p, measures[i],
                     {page.space.x, page.space.y + static_cast<float>(i - page.first) * page.row,
                      page.space.w, row_height});
}

// ---- the last entries ------------------------------------------------------------------------------------

void draw_entry(ScreenCanvas& canvas, const PanelScene& p, const LedgerEntry& entry, std::size_t number,
                const Box& row) {
    const Theme& theme = canvas.theme();
    canvas.card(row, theme.card, theme.line, theme.line_width);
    constexpr float button = 148;
    const Box inside{row.x + 20, row.y + 6, row.w - button - 32, row.h - 12};
    const Colour ink = entry.undone ? theme.muted : theme.ink;
    std::string amount = (entry.amount > 0 ? "+" : "−") + std::to_string(std::abs(entry.amount));
    if (entry.precision != outreach::Precision::exact)
        amount += " · " + std::string(p.words.precision[static_cast<std::size_t>(entry.precision)]);
    std::string title = p.text(entry.title);
    if (!entry.note.empty()) title += " · " + entry.note;
    const float upper = inside.h * 0.5F;
    const TextStyle small{.size = 26, .colour = ink, .down = Align::centre, .line_height = 1.2F};
    canvas.text({inside.x, inside.y, inside.w, upper}, shortened(canvas, title, small, inside.w), small);
    const TextStyle large{
        .size = 32, .weight = Weight::bold, .colour = ink, .down = Align::centre, .line_height = 1.2F};
    canvas.text({inside.x, inside.y + upper, inside.w, inside.h - upper},
                shortened(canvas, amount, large, inside.w), large);
    const Box right{row.right() - button, row.y, button, row.h};
    if (entry.undone)
        line_of(canvas, right, p.words.undone, 28, theme.muted, Weight::regular, Align::centre);
    else
        small_button(canvas, "ledger.undo." + std::to_string(number), right, p.words.undo, ButtonLook::ghost,
                     screens::UndoEntry{entry.id});
}

/// The newest first.
void draw_entries(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    line_of(canvas, {box.x, box.y, box.w, 48}, p.words.last_entries, 32, theme.ink, Weight::bold);
    const auto& entries = p.panel.facts.entries;
    float y = box.y + 56;
    for (std::size_t i = 0; i < std::min(last_entries, entries.size()); ++i) {
        draw_entry(canvas, p, entries[entries.size() - 1 - i], i + 1, {box.x, y, box.w, row_height});
        y += row_height + between_entries;
    }
    canvas.fitted_text({box.x, y, box.w, 76}, p.words.undo_note,
                       {.size = 28, .colour = theme.muted, .line_height = 1.3F}, theme.body_min);
}

// ---- the number pad --------------------------------------------------------------------------------------

/// 再加 or 改为.
void draw_ways(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const bool replaces = p.panel.pad->replaces;
    constexpr float gap = 20;
    const float width = (box.w - gap) / 2;
    small_button(canvas, "pad.way.add", {box.x, box.y, width, box.h}, p.words.pad_more,
                 replaces ? ButtonLook::ghost : ButtonLook::chosen, screens::PickReplacing{false});
    small_button(canvas, "pad.way.change", {box.x + width + gap, box.y, width, box.h}, p.words.pad_change,
                 replaces ? ButtonLook::chosen : ButtonLook::ghost, screens::PickReplacing{true});
}

struct Term {
    std::string_view name;
    std::string value;
    bool typed = false;
};

void draw_term(ScreenCanvas& canvas, const Term& term, const Box& box, float size) {
    const Theme& theme = canvas.theme();
    const Colour colour = term.typed ? theme.green_dark : theme.ink;
    line_of(canvas, {box.x, box.y, box.w, 40}, term.name, 28, term.typed ? theme.green_dark : theme.muted,
            term.typed ? Weight::bold : Weight::regular, Align::centre);
    canvas.text({box.x, box.y + 40, box.w, 70}, term.value,
                {.size = size,
                 .weight = Weight::bold,
                 .colour = colour,
                 .across = Align::centre,
                 .down = Align::centre,
                 .line_height = 1.1F});
    if (term.typed) canvas.fill({box.x + box.w * 0.2F, box.y + 108, box.w * 0.6F, 6}, theme.green, 3);
}

/// 现有 300 + 再加 50 = 共 350, or 现有 300 → 改为 150.
void draw_sum(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const screens::Pad& pad = *p.panel.pad;
    const std::int64_t total = p.panel.total_of(pad.measure).amount;
    const std::string typed = pad.digits.empty() ? "0" : pad.digits;
    std::vector<Term> terms{{p.words.pad_now, std::to_string(total)}};
    if (pad.replaces) {
        terms.push_back({p.words.pad_new, pad.digits.empty() ? "?" : typed, true});
    } else {
        terms.push_back({p.words.pad_more, typed, true});
        terms.push_back({p.words.pad_total, std::to_string(pad.result(total))});
    }
    const auto count = static_cast<float>(terms.size());
    constexpr float sign = 44;
    const float width = (box.w - sign * (count - 1)) / count;
    TextStyle style{.size = 64, .weight = Weight::bold, .colour = {}, .line_height = 1.1F};
    for (const Term& term : terms) style.size = canvas.fitting_size(term.value, style, width - 8, 70, 28);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const float x = box.x + static_cast<float>(i) * (width + sign);
        draw_term(canvas, terms[i], {x, box.y, width, box.h}, style.size);
        if (i > 0)
            line_of(canvas, {x - sign, box.y + 40, sign, 70},
                    pad.replaces ? "→"
                    : i == 1     ? "+"
                                 : "=",
                    40, canvas.theme().muted, Weight::bold, Align::centre);
    }
}

void draw_precisions(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const float gap = 20;
    const float width = (box.w - 3 * gap) / 4;
    for (std::size_t i = 0; i < p.words.precision.size(); ++i) {
        const auto precision = static_cast<outreach::Precision>(i);
        small_button(canvas, "pad." + std::string(outreach::code(precision)),
                     {box.x + static_cast<float>(i) * (width + gap), box.y, width, box.h},
                     p.words.precision[i],
                     p.panel.pad->precision == precision ? ButtonLook::chosen : ButtonLook::ghost,
                     screens::PickPrecision{precision}, precision >= p.panel.least_precision());
    }
}

void draw_keys(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const float gap = 20;
    const float width = (box.w - 2 * gap) / 3;
    const float height = std::min(120.0F, (box.h - 3 * gap) / 4);
    const screens::Pad& pad = *p.panel.pad;
    for (int place = 0; place < 12; ++place) {
        const Box key{box.x + static_cast<float>(place % 3) * (width + gap),
                      box.y + static_cast<float>(place / 3) * (height + gap), width, height};
        if (place == 9) {
            small_button(canvas, "pad.erase", key, p.words.erase, ButtonLook::ghost,
                         screens::PanelButton::erase);
        } else if (place == 11) {
            small_button(canvas, "pad.add", key, p.words.add, ButtonLook::primary,
                         screens::PanelButton::pad_done,
                         pad.says_something(p.panel.total_of(pad.measure).amount))
                .is(Role::primary);
        } else {
            const int digit = place == 10 ? 0 : place + 1;
            canvas
                .button("pad." + std::to_string(digit), key, std::to_string(digit), ButtonLook::ghost,
                        screens::PanelTap{screens::Digit{digit}}, 48)
                .is(Role::digit, digit);
        }
    }
}

constexpr float sum_height = 250;

/// Which way, the sum before it is entered, how exact it is.
void draw_entry_card(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    draw_ways(canvas, p, {box.x, box.y, box.w, 96});
    const Box card{box.x, box.y + 96 + 16, box.w, sum_height};
    canvas.card(card);
    draw_sum(canvas, p, {card.x + 16, card.y + 12, card.w - 32, 120});
    draw_precisions(canvas, p, {card.x + 8, card.bottom() - 96 - 16, card.w - 16, 96});
}

/// What a keyboard types.
void draw_note_field(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    const std::string& note = p.panel.pad->note;
    canvas.card(box, theme.card, theme.line, theme.line_width);
    canvas.fitted_text(box.inset(20, 6), note.empty() ? p.words.note_hint : std::string_view(note),
                       {.size = 28,
                        .colour = note.empty() ? theme.muted : theme.ink,
                        .down = Align::centre,
                        .line_height = 1.2F},
                       theme.body_min);
    canvas.frame().typing = true;
}

void draw_landscape(ScreenCanvas& canvas, const PanelScene& p) {
    const Box& box = p.space;
    const float list = box.w * 0.32F;
    const float pad = box.w * 0.35F;
    const Box middle{box.x + list + 32, box.y, pad, box.h};
    const Box right{middle.right() + 32, box.y, box.right() - middle.right() - 32, box.h};
    draw_measures(canvas, p, {box.x, box.y, list, box.h});
    draw_entry_card(canvas, p, middle);
    const float above = 96 + 16 + sum_height + 20;
    draw_keys(canvas, p, {middle.x, middle.y + above, middle.w, middle.h - above});
    draw_entries(canvas, p, right);
    draw_note_field(canvas, p, {right.x, right.bottom() - 104, right.w, 96});
}

void draw_portrait(ScreenCanvas& canvas, const PanelScene& p) {
    const Box& box = p.space;
    const float half = (box.w - 32) / 2;
    const float below = 476;
    const Box upper{box.x, box.y, box.w, box.h - below - 32};
    const float y = upper.bottom() + 32;
    draw_measures(canvas, p, {box.x, box.y, half, upper.h});
    draw_entries(canvas, p, {box.x + half + 32, box.y, half, upper.h});
    const float sum = box.w * 0.54F;
    draw_entry_card(canvas, p, {box.x, y, sum, below});
    draw_note_field(canvas, p, {box.x, box.bottom() - 92, sum, 88});
    draw_keys(canvas, p, {box.x + sum + 32, y, box.w - sum - 32, below});
}

}  // namespace

void draw_ledger(ScreenCanvas& canvas, const PanelScene& p) {
    if (p.panel.open_event() == nullptr) return draw_no_event(canvas, p);
    if (!p.panel.pad) return;  // no measure is configured
    if (canvas.portrait())
        draw_portrait(canvas, p);
    else
        draw_landscape(canvas, p);
}

}  // namespace xy::panel
