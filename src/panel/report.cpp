// The report of a period: what it is about, for whom, and where it goes; and how it ended.
#include <algorithm>

#include "panel/parts.h"

namespace xy::panel {
namespace {

constexpr float tile_gap = 24;
constexpr float heading = 48;
constexpr float note_height = 84;

void draw_heading(ScreenCanvas& canvas, const Box& box, std::string_view words) {
    line_of(canvas, {box.x, box.y, box.w, heading}, words, 32, canvas.theme().ink, Weight::bold);
}

/// A choice of which one is taken: told by its frame, its weight and a tick.
Widget& draw_choice(ScreenCanvas& canvas, const std::string& id, const Box& box, std::string_view label,
                    bool chosen, screens::PanelTap tap) {
    const Theme& theme = canvas.theme();
    const bool down = canvas.pressed(id);
    canvas.card(box, chosen || down ? theme.green_light : theme.card, chosen ? theme.green : theme.line,
                chosen ? 4 : 2);
    const float mark = chosen ? 44 : 0;
    if (chosen) draw_tick(canvas, {box.x + 18, box.y + box.h / 2 - 18, 36, 36}, theme.green);
    const Box words{box.x + 20 + mark, box.y + 6, box.w - 40 - mark, box.h - 12};
    // Rather smaller in one line than large in two; but rather two lines than tiny.
    TextStyle style{.size = 34, .weight = Weight::bold, .colour = {}};
    const float usual = style.size;
    style.size = canvas.fitting_size(label, style, words.w, 56, 26);
    if (canvas.text_width(label, style) > words.w) style.size = usual;
    line_of(canvas, words, label, style.size, chosen ? theme.green_dark : theme.ink,
            chosen ? Weight::bold : Weight::regular, Align::centre);
    return canvas.touchable(id, box, std::move(tap));
}

void draw_periods(ScreenCanvas& canvas, const PanelScene& p, const Box& box, std::size_t columns) {
    const auto& periods = p.panel.report->periods;
    const std::size_t rows = (periods.size() + columns - 1) / columns;
    const float width = (box.w - tile_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = (box.h - tile_gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (std::size_t i = 0; i < periods.size(); ++i)
        draw_choice(canvas, "report.period." + std::to_string(i + 1),
                    {box.x + static_cast<float>(i % columns) * (width + tile_gap),
                     box.y + static_cast<float>(i / columns) * (height + tile_gap), width, height},
                    p.text(periods[i].title), i == p.panel.report->period, screens::PickPeriod{i})
            .is(Role::option, static_cast<int>(i) + 1);
}

void draw_readers(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    const bool internal = p.panel.report->internal;
    const float width = (box.w - tile_gap) / 2;
    draw_choice(canvas, "report.public", {box.x, box.y, width, 96}, p.words.readers[0], !internal,
                screens::PickReaders{false});
    draw_choice(canvas, "report.internal", {box.x + width + tile_gap, box.y, width, 96}, p.words.readers[1],
                internal, screens::PickReaders{true});
    line_of(canvas, {box.x, box.y + 104, box.w, note_height}, p.words.readers_note[internal ? 1 : 0], 28,
            internal ? theme.coral_ink : theme.muted);
}

void draw_contents(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    canvas.card(box);
    const Box inside = box.inset(32, 20);
    const float readers = heading + 8 + 96 + 8 + note_height;
    const float room = inside.h - heading - 8 - 16 - readers;
    // Two columns where three rows are high enough for a thumb.
    const bool high = room >= 3 * canvas.theme().touch + 2 * tile_gap;
    const float height = std::min(room, high ? 3 * 120 + 2 * tile_gap : 2 * 120 + tile_gap);
    draw_heading(canvas, inside, p.words.which_period);
    draw_periods(canvas, p, {inside.x, inside.y + heading + 8, inside.w, height}, high ? 2 : 3);
    const float y = inside.y + heading + 8 + height + 16;
    draw_heading(canvas, {inside.x, y, inside.w, heading}, p.words.which_readers);
    draw_readers(canvas, p, {inside.x, y + heading + 8, inside.w, readers - heading - 8});
}

void draw_place(ScreenCanvas& canvas, const PanelScene& p, const screens::Stick& place, std::size_t index,
                const Box& box) {
    const Theme& theme = canvas.theme();
    const std::string id = "report.place." + std::to_string(index + 1);
    const bool own = p.panel.carrying.is_own(place);
    const bool chosen = place.writable && index == p.panel.report->place;
    canvas.card(box, chosen || canvas.pressed(id) ? theme.green_light : theme.card,
                chosen ? theme.green : theme.line, chosen ? 4 : 2);
    const Box inside = box.inset(24, 8);
    const float mark = chosen ? 60 : 0;
    const float top = own ? 48 : inside.h * 0.52F;
    if (chosen) draw_tick(canvas, {inside.right() - 40, box.y + box.h / 2 - 20, 40, 40}, theme.green);
    line_of(canvas, {inside.x, inside.y, inside.w - mark, top},
            own ? p.words.own_folder : std::string_view(place.label), 32,
            place.writable ? theme.ink : theme.muted, Weight::bold);
    const std::string below = own              ? place.folder
                              : place.writable ? wording::filled(p.words.free, size_text(place.free_bytes))
                                               : std::string(p.words.read_only);
    line_of(canvas, {inside.x, inside.y + top, inside.w - mark, inside.h - top}, below, 28, theme.muted);
    canvas.touchable(id, box, screens::PanelTap{screens::PickPlace{index}}, place.writable);
}

void draw_destination(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.card(box);
    const Box inside = box.inset(32, 20);
    draw_heading(canvas, inside, p.words.which_place);
    const float foot = theme.button + tile_gap;
    const Box list{inside.x, inside.y + heading + 8, inside.w, inside.h - heading - 8 - foot};
    const auto places = p.panel.carrying.places();
    const std::size_t chosen = p.panel.report->place;
    if (places.empty())
        line_of(canvas, {list.x, list.y, list.w, std::min(list.h, 120.0F)},
                p.panel.carrying.looked ? p.words.no_stick : p.words.looking, 32, theme.sun_ink,
                Weight::bold);
    const bool own = !places.empty() && p.panel.carrying.is_own(places.back());
    const Page page = page_of(canvas, p, list, places.size(), own ? 188 : 136, "report");
    for (std::size_t i = page.first; i < page.end; ++i)
        draw_place(canvas, p, places[i], i,
                   {page.space.x, page.space.y + static_cast<float>(i - page.first) * page.row, page.space.w,
                    page.row - tile_gap});
    canvas
        .button("report.write", {inside.x, inside.bottom() - theme.button, inside.w, theme.button},
                p.words.write_report, ButtonLook::primary,
                screens::PanelTap{screens::PanelButton::write_report}, 40,
                chosen < places.size() && places[chosen].writable)
        .is(Role::primary);
}

/// A sheet of paper with a folded corner, and the name of the file.
void draw_file(ScreenCanvas& canvas, const Box& box, const std::string& name) {
    const Theme& theme = canvas.theme();
    canvas.card(box);
    const float x = box.x + 28;
    const float y = box.y + box.h / 2 - 26;
    canvas.polyline({{x, y}, {x + 26, y}, {x + 42, y + 16}, {x + 42, y + 52}, {x, y + 52}, {x, y}}, 4,
                    theme.green);
    canvas.polyline({{x + 26, y}, {x + 26, y + 16}, {x + 42, y + 16}}, 4, theme.green);
    line_of(canvas, {x + 66, box.y + 6, box.right() - x - 66 - 20, box.h - 12}, name, 34, theme.ink,
            Weight::bold);
}

void draw_files(ScreenCanvas& canvas, const Box& box, const std::vector<std::string>& files) {
    const std::size_t columns = canvas.portrait() ? 2 : 3;
    const float width = (box.w - tile_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < files.size(); ++i)
        draw_file(canvas,
                  {box.x + static_cast<float>(i % columns) * (width + tile_gap),
                   box.y + static_cast<float>(i / columns) * (104 + tile_gap), width, 104},
                  files[i]);
}

/// Returns the y below it.
float draw_written(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    const screens::CarryEnded& ended = p.panel.carrying.ended;
    const auto& own = p.panel.carrying.computer;
    const bool here = own && ended.folder.starts_with(own->folder + "/");
    const Box band{box.x, box.y, box.w, 220};
    canvas.fill(band, theme.green_light, 24);
    const Box inside = band.inset(32, 20);
    draw_tick(canvas, {inside.x, inside.y + 10, 60, 60}, theme.green);
    line_of(canvas, {inside.x + 88, inside.y, inside.w - 88, 80},
            std::string(p.words.written) + (here ? "" : " " + std::string(p.words.may_pull)), 40,
            theme.green_dark, Weight::bold);
    line_of(canvas, {inside.x, inside.y + 88, inside.w, 92},
            (here ? std::string(p.words.written_here) + " " : std::string()) + ended.folder, 28, theme.ink);
    float y = band.bottom() + tile_gap;
    if (ended.nothing_took_place) {
        const Box note{box.x, y, box.w, 96};
        canvas.fill(note, theme.sun_light, 24);
        line_of(canvas, note.inset(32, 8), p.words.nothing_took_place, 32, theme.sun_ink, Weight::bold);
        y = note.bottom() + tile_gap;
    }
    return y;
}

/// Returns the y below it.
float draw_not_written(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const Theme& theme = canvas.theme();
    const bool stopped = p.panel.carrying.ended.fault == screens::CarryFault::stopped;
    const Box band{box.x, box.y, box.w, stopped ? 120.0F : 240.0F};
    canvas.fill(band, stopped ? theme.sun_light : theme.coral_light, 24);
    const Box inside = band.inset(32, 20);
    line_of(canvas, {inside.x, inside.y, inside.w, 80}, stopped ? p.words.stopped : p.words.not_written, 40,
            stopped ? theme.sun_ink : theme.coral_ink, Weight::bold);
    if (!stopped)
        line_of(canvas, {inside.x, inside.y + 88, inside.w, inside.h - 88}, carry_fault(p), 32, theme.ink);
    return band.bottom() + tile_gap;
}

}  // namespace

void draw_report_outcome(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    const screens::CarryEnded& ended = p.panel.carrying.ended;
    const bool good = ended.why.empty();
    const float y = good ? draw_written(canvas, p, box) : draw_not_written(canvas, p, box);
    if (good) draw_files(canvas, {box.x, y, box.w, box.bottom() - y}, ended.files);
    const float width = std::min(480.0F, box.w);
    const float button = canvas.theme().button;
    canvas
        .button("report.done", {box.right() - width, box.bottom() - button, width, button},
                good ? p.words.understood : p.words.back, ButtonLook::primary,
                screens::PanelTap{screens::PanelButton::dismiss_result})
        .is(Role::primary);
}

void draw_report(ScreenCanvas& canvas, const PanelScene& p, const Box& box) {
    if (canvas.portrait()) {
        // The places keep room for one of them and the buttons of a list; the choices get by with less.
        const float upper = std::clamp(box.h - tile_gap - 516, 572.0F, 620.0F);
        draw_contents(canvas, p, {box.x, box.y, box.w, upper});
        draw_destination(
            canvas, p, {box.x, box.y + upper + tile_gap, box.w, std::min(box.h - upper - tile_gap, 560.0F)});
        return;
    }
    const float left = (box.w - 32) * 0.58F;
    draw_contents(canvas, p, {box.x, box.y, left, box.h});
    draw_destination(canvas, p, {box.x + left + 32, box.y, box.w - left - 32, box.h});
}

}  // namespace xy::panel
