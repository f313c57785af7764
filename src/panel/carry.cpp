// Taking the data home on a stick.
#include <algorithm>
#include <cmath>

#include "panel/parts.h"

namespace xy::panel {
namespace {

void draw_stick(ScreenCanvas& canvas, const PanelScene& p, std::size_t index, const Box& box) {
    const Theme& theme = canvas.theme();
    const screens::Stick& stick = p.panel.carrying.sticks[index];
    canvas.card(box);
    const Box inside = box.inset(32, 18);
    const float width = std::min(320.0F, inside.w * 0.36F);
    line_of(canvas, {inside.x, inside.y, inside.w - width - 24, inside.h * 0.55F}, stick.label, 36, theme.ink,
            Weight::bold);
    const std::string room = stick.writable ? wording::filled(p.words.free, size_text(stick.free_bytes))
                                            : std::string(p.words.read_only);
    line_of(canvas, {inside.x, inside.y + inside.h * 0.55F, inside.w - width - 24, inside.h * 0.45F}, room,
            28, theme.muted);
    small_button(canvas, "export.stick." + std::to_string(index + 1),
                 {inside.right() - width, box.y + box.h / 2 - 48, width, 96}, p.words.carry,
                 ButtonLook::primary, screens::CarryTo{index}, stick.writable);
}

std::string time_left(const PanelScene& p) {
    const auto& seconds = p.panel.carrying.seconds_left;
    if (!seconds) return {};
    if (*seconds < 120) return wording::filled(p.words.seconds_left, std::to_string(*seconds));
    return wording::filled(p.words.minutes_left, std::to_string((*seconds + 59) / 60));
}

std::string_view running_title(const PanelScene& p) {
    if (!p.panel.report) return p.words.carrying;
    const auto places = p.panel.carrying.places();
    const std::size_t place = p.panel.report->place;
    const bool here = place < places.size() && p.panel.carrying.is_own(places[place]);
    return here ? p.words.writing_here : p.words.writing;
}

void draw_running(ScreenCanvas& canvas, const PanelScene& p) {
    const Theme& theme = canvas.theme();
    const Box& box = p.space;
    const screens::Carrying& carrying = p.panel.carrying;
    line_of(canvas, {box.x, box.y + 40, box.w, 80}, running_title(p), 44, theme.ink, Weight::bold);
    const auto share = static_cast<float>(std::clamp(carrying.share, 0.0, 1.0));
    const Box trough{box.x, box.y + 150, box.w - 160, 40};
    canvas.fill(trough, theme.trough, 20);
    if (share > 0) canvas.fill({trough.x, trough.y, std::max(40.0F, trough.w * share), 40}, theme.sun, 20);
    line_of(canvas, {trough.right() + 20, trough.y - 14, 140, 68},
            std::to_string(std::lround(100 * share)) + "%", 36, theme.ink, Weight::bold, Align::end);
    line_of(canvas, {box.x, trough.bottom() + 12, box.w, 56}, time_left(p), 32, theme.muted);
    small_button(canvas, "export.stop", {box.x, box.y + 300, 320, 112},
                 carrying.stopping ? p.words.stopping : p.words.stop, ButtonLook::ghost,
                 screens::PanelButton::stop_carrying, !carrying.stopping);
}

/// What became of the last export; returns the y below it.
float draw_outcome(ScreenCanvas& canvas, const PanelScene& p, float y) {
    const screens::CarryEnded& ended = p.panel.carrying.ended;
    if (!p.panel.carrying.has_ended()) return y;
    const Theme& theme = canvas.theme();
    const bool good = ended.why.empty();
    const bool stopped = ended.fault == screens::CarryFault::stopped;
    const Box band{p.space.x, y, p.space.w, stopped ? 116.0F : 190.0F};
    canvas.fill(band, good ? theme.green_light : stopped ? theme.sun_light : theme.coral_light, 24);
    const Box inside = band.inset(32, 18);
    line_of(canvas, {inside.x, inside.y, inside.w, 80},
            good      ? std::string(p.words.carried) + " " + std::string(p.words.may_pull)
            : stopped ? std::string(p.words.stopped)
                      : std::string(p.words.not_carried),
            40,
            good      ? theme.green_dark
            : stopped ? theme.sun_ink
                      : theme.coral_ink,
            Weight::bold);
    if (!stopped)
        canvas.fitted_text({inside.x, inside.y + 84, inside.w, 70}, good ? ended.folder : carry_fault(p),
                           {.size = 28, .colour = theme.ink, .line_height = 1.2F}, theme.body_min);
    return band.bottom() + 24;
}

/// The organizer turns between the data and the report; a volunteer only has the data.
void draw_turn(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const float width = std::min(340.0F, (box.w - 24) / 2);
    const bool report = p.panel.report.has_value();
    small_button(canvas, "export.data", {box.x, box.y, width, 96}, p.words.to_data,
                 report ? ButtonLook::ghost : ButtonLook::chosen, screens::PanelButton::to_data);
    small_button(canvas, "export.report", {box.x + width + 24, box.y, width, 96}, p.words.to_report,
                 report ? ButtonLook::chosen : ButtonLook::ghost, screens::PanelButton::to_report);
}

void draw_sticks(ScreenCanvas& canvas, const PanelScene& p, const Box& list) {
    const auto& sticks = p.panel.carrying.sticks;
    if (p.panel.carrying.looked && sticks.empty()) {
        canvas.fitted_text(
            {list.x, list.y + 20, list.w, 120}, p.words.no_stick,
            {.size = 40, .weight = Weight::bold, .colour = canvas.theme().sun_ink, .line_height = 1.3F}, 28);
        return;
    }
    const Page page = page_of(canvas, p, list, sticks.size(), 164, "export");
    for (std::size_t i = page.first; i < page.end; ++i)
        draw_stick(canvas, p, i,
                   {page.space.x, page.space.y + static_cast<float>(i - page.first) * page.row, page.space.w,
                    page.row - 24});
}

}  // namespace

std::string carry_fault(const PanelScene& p) {
    return std::string(p.words.carry_faults[static_cast<std::size_t>(p.panel.carrying.ended.fault)]);
}

void draw_carry(ScreenCanvas& canvas, const PanelScene& p) {
    if (p.panel.carrying.running) return draw_running(canvas, p);
    const Theme& theme = canvas.theme();
    const Box& box = p.space;
    if (p.panel.report && p.panel.carrying.has_ended()) return draw_report_outcome(canvas, p, box);
    float y = draw_outcome(canvas, p, box.y);
    const Box row{box.x, y, box.w - 304, 96};
    if (p.panel.organizer())
        draw_turn(canvas, p, row);
    else
        line_of(canvas, row, p.words.carry_hint, 32, theme.muted);
    small_button(canvas, "export.look", {box.right() - 280, y, 280, 96}, p.words.look_again,
                 ButtonLook::ghost, screens::PanelButton::look_for_sticks);
    y += 120;
    if (p.panel.report) return draw_report(canvas, p, {box.x, y, box.w, box.bottom() - y});
    if (p.panel.organizer()) {
        line_of(canvas, {box.x, y, box.w, 52}, p.words.carry_hint, 32, theme.muted);
        y += 68;
    }
    draw_sticks(canvas, p, {box.x, y, box.w, box.bottom() - y});
}

}  // namespace xy::panel
