// The ledger: a line for each measure, the number pad, the last entries with undo.
#include <algorithm>

#include "gui/panel_parts.h"

namespace xy::gui {
namespace {

using outreach::LedgerEntry;
using outreach::Measure;

outreach::LedgerTotal total_of(const PanelScene& p, const std::string& measure) {
    for (const outreach::LedgerLine& line : p.panel.facts.totals)
        if (line.measure == measure) return line.total;
    return {};
}

std::string title_of(const PanelScene& p, const Measure& measure) {
    const bool chinese = p.scene.language() == Language::zh;
    return p.text(measure.title) + (chinese ? "（" : " (") + p.text(measure.unit) + (chinese ? "）" : ")");
}

void draw_steps(ScreenCanvas& canvas, const PanelScene& p, const Measure& measure, const Box& box) {
    const std::string id = "ledger." + measure.id;
    // Five columns, also where a measure has fewer steps, so that buttons stand under each other.
    const float gap = 24;
    const float width = (box.w - gap * 4) / 5;
    float x = box.x;
    const auto next = [&] {
        const Box cell{x, box.y, width, box.h};
        x += width + gap;
        return cell;
    };
    const std::int64_t least = measure.steps.front();
    small_button(canvas, id + ".minus" + std::to_string(least), next(), "−" + std::to_string(least),
                 ButtonLook::ghost, screens::AddAmount{measure.id, -least},
                 total_of(p, measure.id).amount >= least);
    for (const std::int64_t step : measure.steps)
        small_button(canvas, id + ".plus" + std::to_string(step), next(), "+" + std::to_string(step),
                     ButtonLook::chosen, screens::AddAmount{measure.id, step});
    small_button(canvas, id + ".pad", {box.right() - width, box.y, width, box.h}, p.words.pad,
                 ButtonLook::ghost, screens::OpenPad{measure.id});
}

void draw_measure(ScreenCanvas& canvas, const PanelScene& p, const Measure& measure, const Box& row) {
    const Theme& theme = canvas.theme();
    const std::string total = amount_text(total_of(p, measure.id), p.scene.language());
    if (canvas.portrait()) {
        line_of(canvas, {row.x, row.y, row.w * 0.62F, 64}, title_of(p, measure), 32, theme.ink);
        line_of(canvas, {row.x + row.w * 0.62F, row.y, row.w * 0.38F, 64}, total, 40, theme.ink, Weight::bold,
                Align::end);
        draw_steps(canvas, p, measure, {row.x, row.y + 68, row.w, 96});
        return;
    }
    const float name = row.w * 0.31F;
    const float amount = row.w * 0.17F;
    line_of(canvas, {row.x, row.y, name - 16, 96}, title_of(p, measure), 32, theme.ink);
    line_of(canvas, {row.x + name, row.y, amount - 24, 96}, total, 40, theme.ink, Weight::bold, Align::end);
    draw_steps(canvas, p, measure, {row.x + name + amount, row.y, row.w - name - amount, 96});
}

void draw_entry(ScreenCanvas& canvas, const PanelScene& p, const LedgerEntry& entry, std::size_t number,
                const Box& row) {
    const Theme& theme = canvas.theme();
    std::string words = p.text(entry.title) + " " + (entry.amount > 0 ? "+" : "") +
                        std::to_string(entry.amount) + " " + p.text(entry.unit);
    if (entry.precision != outreach::Precision::exact)
        words += " · " + std::string(p.words.precision[static_cast<std::size_t>(entry.precision)]);
    if (!entry.note.empty()) words += " · " + entry.note;
    line_of(canvas, {row.x, row.y, row.w - 224, row.h}, words, 28, entry.undone ? theme.muted : theme.ink);
    const Box right{row.right() - 200, row.y, 200, row.h};
    if (entry.undone)
        line_of(canvas, right, p.words.undone, 28, theme.muted, Weight::regular, Align::centre);
    else
        small_button(canvas, "ledger.undo." + std::to_string(number), right, p.words.undo, ButtonLook::ghost,
                     screens::UndoEntry{entry.id});
}

/// The newest first.
void draw_entries(ScreenCanvas& canvas, const PanelScene& p, const Box& box, std::size_t most) {
    const Theme& theme = canvas.theme();
    line_of(canvas, {box.x, box.y, box.w, 48}, p.words.last_entries, 28, theme.ink, Weight::bold);
    const auto& entries = p.panel.facts.entries;
    float y = box.y + 52;
    for (std::size_t i = 0; i < std::min(most, entries.size()); ++i) {
        draw_entry(canvas, p, entries[entries.size() - 1 - i], i + 1, {box.x, y, box.w, 96});
        y += 120;
    }
}

// ---- the number pad --------------------------------------------------------------------------------------

void draw_pad_keys(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const float gap = 24;
    const float width = (box.w - 2 * gap) / 3;
    const float height = std::min(120.0F, (box.h - 3 * gap) / 4);
    for (int place = 0; place < 12; ++place) {
        const Box key{box.x + static_cast<float>(place % 3) * (width + gap),
                      box.y + static_cast<float>(place / 3) * (height + gap), width, height};
        if (place == 9) {
            small_button(canvas, "pad.erase", key, p.words.erase, ButtonLook::ghost,
                         screens::PanelButton::erase);
        } else if (place == 11) {
            small_button(canvas, "pad.add", key, p.words.add, ButtonLook::primary,
                         screens::PanelButton::pad_done, p.panel.pad->amount() != 0)
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

/// The amount, how exact it is, the note.
void draw_pad_entry(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    const screens::Pad& pad = *p.panel.pad;
    const Measure* measure = p.scene.setup.measure(pad.measure);
    const std::string title = measure != nullptr ? title_of(p, *measure) : pad.measure;
    line_of(canvas, {box.x, box.y, box.w, 64}, filled(p.words.pad_title, title), 36, theme.ink, Weight::bold);
    const Box amount{box.x, box.y + 80, box.w, 120};
    canvas.card(amount, theme.card, theme.green, 4);
    line_of(canvas, amount.inset(28, 8), pad.digits.empty() ? "0" : pad.digits, 64,
            pad.digits.empty() ? theme.muted : theme.ink, Weight::bold, Align::end);
    const float gap = 24;
    const float width = (box.w - 3 * gap) / 4;
    for (std::size_t i = 0; i < p.words.precision.size(); ++i) {
        const auto precision = static_cast<outreach::Precision>(i);
        small_button(canvas, "pad." + std::string(outreach::code(precision)),
                     {box.x + static_cast<float>(i) * (width + gap), box.y + 224, width, 96},
                     p.words.precision[i],
                     pad.precision == precision ? ButtonLook::chosen : ButtonLook::ghost,
                     screens::PickPrecision{precision});
    }
    line_of(canvas, {box.x, box.y + 336, box.w, 44}, p.words.note_field, 28, theme.ink, Weight::bold);
    const Box note{box.x, box.y + 384, box.w, 88};
    canvas.card(note, theme.card, theme.line, 2);
    line_of(canvas, note.inset(24, 6), pad.note.empty() ? p.words.note_hint : std::string_view(pad.note), 28,
            pad.note.empty() ? theme.muted : theme.ink);
    canvas.frame().typing = true;
}

void draw_pad(ScreenCanvas& canvas, const PanelScene& p) {
    const Box& box = p.space;
    small_button(canvas, "pad.back", {box.x, box.y, 240, 96}, p.words.back, ButtonLook::ghost,
                 screens::OpenTab{screens::Tab::ledger});
    const Box rest{box.x, box.y + 120, box.w, box.h - 120};
    if (canvas.portrait()) {
        draw_pad_entry(canvas, p, {rest.x, rest.y, rest.w, 480});
        draw_pad_keys(canvas, p, {rest.x, rest.y + 510, rest.w, 600});
        return;
    }
    const float half = (rest.w - 48) / 2;
    draw_pad_entry(canvas, p, {rest.x, rest.y, half, rest.h});
    draw_pad_keys(canvas, p, {rest.x + half + 48, rest.y, half, rest.h});
}

}  // namespace

void draw_ledger(ScreenCanvas& canvas, const PanelScene& p) {
    const Box& box = p.space;
    if (p.panel.open_event() == nullptr) {
        line_of(canvas, {box.x, box.y + 40, box.w, 80}, p.words.ledger_empty, 40, canvas.theme().muted);
        return;
    }
    if (p.panel.pad) return draw_pad(canvas, p);
    const auto& measures = p.scene.setup.measures;
    const bool portrait = canvas.portrait();
    const std::size_t most = portrait ? 3 : 1;
    const Box upper{box.x, box.y, box.w, box.h - 24 - 52 - 120 * static_cast<float>(most)};
    const Page page = page_of(canvas, p, upper, measures.size(), portrait ? 196 : 120, "ledger");
    for (std::size_t i = page.first; i < page.end; ++i)
        draw_measure(canvas, p, measures[i],
                     {page.space.x, page.space.y + static_cast<float>(i - page.first) * page.row,
                      page.space.w, page.row});
    if (!p.panel.facts.entries.empty())
        draw_entries(canvas, p, {box.x, upper.bottom() + 24, box.w, box.h - upper.h - 24}, most);
}

}  // namespace xy::gui
