// Taking the data home on a stick.
#include <algorithm>
#include <cmath>

#include "gui/panel_parts.h"

namespace xy::gui {
namespace {

void draw_stick(Canvas& canvas, const PanelScene& p, std::size_t index, const Box& box) {
    const Theme& theme = canvas.theme();
    const screens::Stick& stick = p.panel.carrying.sticks[index];
    canvas.card(box);
    const Box inside = box.inset(32, 18);
    const float width = std::min(320.0F, inside.w * 0.36F);
    line_of(canvas, {inside.x, inside.y, inside.w - width - 24, inside.h * 0.55F}, stick.label, 36, theme.ink,
            Weight::bold);
    const std::string room =
        stick.writable ? filled(p.words.free, size_text(stick.free_bytes)) : std::string(p.words.read_only);
    line_of(canvas, {inside.x, inside.y + inside.h * 0.55F, inside.w - width - 24, inside.h * 0.45F}, room,
            28, theme.muted);
    small_button(canvas, "export.stick." + std::to_string(index + 1),
                 {inside.right() - width, box.y + box.h / 2 - 48, width, 96}, p.words.carry,
                 ButtonLook::primary, screens::CarryTo{index}, stick.writable);
}

void draw_running(Canvas& canvas, const PanelScene& p) {
    const Theme& theme = canvas.theme();
    const Box& box = p.space;
    line_of(canvas, {box.x, box.y + 40, box.w, 80}, p.words.carrying, 44, theme.ink, Weight::bold);
    const auto share = static_cast<float>(std::clamp(p.panel.carrying.share, 0.0, 1.0));
    const Box trough{box.x, box.y + 150, box.w - 160, 40};
    canvas.fill(trough, theme.trough, 20);
    if (share > 0) canvas.fill({trough.x, trough.y, std::max(40.0F, trough.w * share), 40}, theme.sun, 20);
    line_of(canvas, {trough.right() + 20, trough.y - 14, 140, 68},
            std::to_string(std::lround(100 * share)) + "%", 36, theme.ink, Weight::bold, Align::end);
    small_button(canvas, "export.stop", {box.x, box.y + 250, 320, 112}, p.words.stop, ButtonLook::ghost,
                 screens::StopCarrying{});
}

/// What became of the last export; returns the y below it.
float draw_outcome(Canvas& canvas, const PanelScene& p, float y) {
    const screens::Carrying& carrying = p.panel.carrying;
    if (carrying.folder.empty() && carrying.why.empty()) return y;
    const Theme& theme = canvas.theme();
    const bool good = carrying.why.empty();
    const Box band{p.space.x, y, p.space.w, 190};
    canvas.fill(band, good ? theme.green_light : theme.coral_light, 24);
    const Box inside = band.inset(32, 18);
    line_of(canvas, {inside.x, inside.y, inside.w, 80},
            good ? std::string(p.words.carried) + " " + std::string(p.words.may_pull)
                 : std::string(p.words.not_carried),
            40, good ? theme.green_dark : theme.coral_ink, Weight::bold);
    canvas.fitted_text({inside.x, inside.y + 84, inside.w, 70}, good ? carrying.folder : carrying.why,
                       {.size = 28, .colour = theme.ink, .line_height = 1.2F}, theme.body_min);
    return band.bottom() + 24;
}

}  // namespace

void draw_carry(Canvas& canvas, const PanelScene& p) {
    if (p.panel.carrying.running) return draw_running(canvas, p);
    const Theme& theme = canvas.theme();
    const Box& box = p.space;
    const float y = draw_outcome(canvas, p, box.y);
    line_of(canvas, {box.x, y, box.w - 300, 96}, p.words.carry_hint, 32, theme.muted);
    small_button(canvas, "export.look", {box.right() - 280, y, 280, 96}, p.words.look_again,
                 ButtonLook::ghost, screens::LookForSticks{});
    const Box list{box.x, y + 120, box.w, box.bottom() - y - 120};
    const auto& sticks = p.panel.carrying.sticks;
    if (p.panel.carrying.looked && sticks.empty()) {
        canvas.fitted_text({list.x, list.y + 20, list.w, 120}, p.words.no_stick,
                           {.size = 40, .weight = Weight::bold, .colour = theme.sun_ink, .line_height = 1.3F},
                           28);
        return;
    }
    const Page page = page_of(canvas, p, list, sticks.size(), 164, "export");
    for (std::size_t i = page.first; i < page.end; ++i)
        draw_stick(canvas, p, i,
                   {page.space.x, page.space.y + static_cast<float>(i - page.first) * page.row, page.space.w,
                    page.row - 24});
}

}  // namespace xy::gui
