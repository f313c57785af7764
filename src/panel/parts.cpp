#include "panel/parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/utf8.h"
#include "stats/proportion.h"

namespace xy::panel {

std::string shortened(ScreenCanvas& canvas, std::string words, const TextStyle& style, float width) {
    if (canvas.text_width(words, style) <= width) return words;
    while (!words.empty() && canvas.text_width(words + "…", style) > width) erase_last_character(words);
    return words + "…";
}

void figure(ScreenCanvas& canvas, const Box& box, std::string_view name, const std::string& value,
            const std::string& beside) {
    const Theme& theme = canvas.theme();
    canvas.card(box);
    const Box inside = box.inset(28, 12);
    const float top = std::clamp(inside.h * 0.36F, 32.0F, 60.0F);
    line_of(canvas, {inside.x, inside.y, inside.w, top}, name, 28, theme.muted);
    const Box low{inside.x, inside.y + top, inside.w, inside.h - top};
    TextStyle style{
        .size = 76, .weight = Weight::bold, .colour = theme.ink, .down = Align::centre, .line_height = 1.2F};
    const float room = beside.empty() ? low.w : low.w * 0.5F;
    style.size = canvas.fitting_size(value, style, room, low.h, 28);
    canvas.text({low.x, low.y, room, low.h}, value, style);
    if (beside.empty()) return;
    const float used = canvas.text_width(value, style) + 16;
    line_of(canvas, {low.x + used, low.y, low.w - used, low.h}, beside, 26, theme.muted);
}

Widget& small_button(ScreenCanvas& canvas, const std::string& id, const Box& box, std::string_view label,
                     ButtonLook look, screens::PanelTap tap, bool enabled) {
    const float size =
        canvas.fitting_size(label, {.size = 30, .weight = Weight::bold, .colour = {}}, box.w - 24, 60, 24);
    return canvas.button(id, box, label, look, screens::Action(std::move(tap)), size, enabled);
}

void draw_no_event(ScreenCanvas& canvas, const PanelScene& p) {
    const Box& box = p.space;
    const bool any = !p.panel.facts.events.empty();
    line_of(canvas, {box.x, box.y + 40, box.w, 80}, p.words.open_first, 40, canvas.theme().ink, Weight::bold);
    const float width = std::min(420.0F, (box.w - 32) / 2);
    small_button(canvas, "none.new", {box.x, box.y + 160, width, 120}, p.words.new_event, ButtonLook::primary,
                 screens::PanelButton::new_event)
        .is(Role::primary);
    if (any)
        small_button(canvas, "none.choose", {box.x + width + 32, box.y + 160, width, 120},
                     p.words.tabs[static_cast<std::size_t>(screens::Tab::events)], ButtonLook::ghost,
                     screens::OpenTab{screens::Tab::events});
}

void draw_measure_name(ScreenCanvas& canvas, const PanelScene& p, const outreach::Measure& measure,
                       const Box& box, Weight weight) {
    const Theme& theme = canvas.theme();
    constexpr float gap = 12;
    const std::string& name = p.text(measure.title);
    const std::string& unit = p.text(measure.unit);
    TextStyle title{
        .size = 34, .weight = weight, .colour = theme.ink, .down = Align::centre, .line_height = 1.2F};
    TextStyle small{.size = 26, .colour = theme.muted, .down = Align::centre, .line_height = 1.2F};
    const auto width = [&] { return canvas.text_width(name, title) + gap + canvas.text_width(unit, small); };
    for (; width() > box.w && title.size > theme.body_min; title.size -= 2)
        small.size = std::min(small.size, title.size);
    const bool has_unit = width() <= box.w;
    if (!has_unit) title.size = canvas.fitting_size(name, title, box.w, title.size * 1.3F, theme.body_min);
    const std::string shown = shortened(canvas, name, title, box.w);
    const float used = canvas.text_width(shown, title);
    canvas.text({box.x, box.y, used + 1, box.h}, shown, title);
    if (has_unit) canvas.text({box.x + used + gap, box.y, box.w - used - gap + 1, box.h}, unit, small);
}

void draw_measure_total(ScreenCanvas& canvas, const PanelScene& p, const outreach::Measure& measure,
                        const Box& box) {
    const outreach::LedgerTotal total = p.panel.total_of(measure.id);
    const bool any = total.entries > 0;
    line_of(canvas, box, any ? amount_text(total, p.scene.language()) : "–", 40,
            any ? canvas.theme().ink : canvas.theme().muted, Weight::bold, Align::end);
}

Page page_of(ScreenCanvas& canvas, const PanelScene& p, const Box& box, std::size_t count, float row,
             const std::string& prefix, std::size_t columns) {
    const auto rows_in = [&](float height) {
        return std::max<std::size_t>(1, static_cast<std::size_t>(height / row)) * columns;
    };
    if (count <= rows_in(box.h)) return {0, count, row, box};
    const float foot = 96 + 24;
    const Box space{box.x, box.y, box.w, box.h - foot};
    const std::size_t fits = rows_in(space.h);
    const std::size_t last = (count - 1) / fits;
    const std::size_t page = std::min(p.panel.page, last);
    const float y = box.bottom() - 96;
    const float width = std::min(320.0F, (box.w - 24) / 2);
    // Both stay where they are, so that a thumb can go on and on.
    small_button(canvas, prefix + ".previous", {box.x, y, width, 96}, p.words.page, ButtonLook::ghost,
                 screens::TurnPage{-1 - static_cast<int>(p.panel.page - page)}, page > 0);
    small_button(canvas, prefix + ".more", {box.right() - width, y, width, 96}, p.words.more,
                 ButtonLook::ghost, screens::TurnPage{1}, page < last);
    return {page * fits, std::min(count, (page + 1) * fits), row, space};
}

std::string minutes(double milliseconds) {
    const auto seconds = static_cast<std::int64_t>(std::llround(milliseconds / 1000));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%lld:%02lld", static_cast<long long>(seconds / 60),
                  static_cast<long long>(seconds % 60));
    return text.data();
}

std::string size_text(std::uint64_t bytes) {
    std::array<char, 32> text{};
    const auto number = static_cast<double>(bytes);
    if (bytes >= 1'000'000'000)
        std::snprintf(text.data(), text.size(), "%.1f GB", number / 1e9);
    else
        std::snprintf(text.data(), text.size(), "%.0f MB", number / 1e6);
    return text.data();
}

std::string_view words_of(const wording::PanelWording& words, std::optional<screens::StoreFault> fault) {
    return words.store_faults[static_cast<std::size_t>(fault.value_or(screens::StoreFault::other))];
}

std::string amount_text(const outreach::LedgerTotal& total, Language language) {
    const wording::PanelWording& words = wording::panel_wording(language);
    if (total.entries == 0) return std::string(words.not_reported);
    const std::string amount = std::to_string(total.amount);
    const std::string word(words.precision[static_cast<std::size_t>(total.precision)]);
    switch (total.precision) {
        case outreach::Precision::exact:
            break;
        case outreach::Precision::about:
            return word + " " + amount;
        case outreach::Precision::over:
        case outreach::Precision::more:
            return language == Language::zh ? amount + " " + word : word + " " + amount;
    }
    return amount;
}

RateText rate_text(std::int64_t right, std::int64_t answered) {
    const stats::Proportion proportion{right, answered};
    const auto rate = proportion.value();
    if (!rate) return {"–", ""};
    const auto interval = stats::wilson(proportion);
    const auto percent = [](double share) { return std::to_string(std::lround(100 * share)); };
    return {percent(*rate) + "%", percent(interval->low) + "–" + percent(interval->high) + "%"};
}

}  // namespace xy::panel
