#include <algorithm>

#include "panel/parts.h"

namespace xy::panel {
namespace {

/// What it is, in a few words: its invitation, or how many questions it asks.
std::string gist_of(const PanelScene& p, const quiz::Programme& programme) {
    if (!programme.invitation.empty()) return p.text(programme.invitation);
    const int length = screens::Setup::questions_asked(programme);
    return length > 0 ? wording::filled(p.words.steps, std::to_string(length)) : std::string();
}

constexpr float programme_height = 120;
constexpr float programme_height_portrait = 236;
constexpr float programme_button = 96;

void draw_words(ScreenCanvas& canvas, const PanelScene& p, const quiz::Programme& programme, const Box& box) {
    const Theme& theme = canvas.theme();
    const bool runs = programme.id == p.scene.setup.programme.id;
    line_of(canvas, {box.x, box.y, box.w, box.h * 0.55F}, p.text(programme.title), 38, theme.ink,
            Weight::bold);
    line_of(canvas, {box.x, box.y + box.h * 0.55F, box.w, box.h * 0.45F},
            gist_of(p, programme) + (runs ? " · " + std::string(p.words.runs_now) : ""), 28, theme.muted);
}

/// Any can be tried; one that does not run can be chosen.
void draw_one(ScreenCanvas& canvas, const PanelScene& p, const quiz::Programme& programme, const Box& box) {
    const Theme& theme = canvas.theme();
    const bool runs = programme.id == p.scene.setup.programme.id;
    canvas.card(box, theme.card, runs ? theme.green : theme.line, runs ? 4 : 2);
    const Box inside = box.inset(32, 12);
    constexpr float gap = 24;
    const float width = canvas.portrait() ? (inside.w - gap) / 2 : std::min(260.0F, inside.w * 0.25F);
    const float y =
        canvas.portrait() ? inside.bottom() - programme_button : box.y + (box.h - programme_button) / 2;
    const float x = inside.right() - 2 * width - gap;
    if (canvas.portrait())
        draw_words(canvas, p, programme, {inside.x, inside.y, inside.w, inside.h - programme_button - 8});
    else
        draw_words(canvas, p, programme, {inside.x, inside.y, x - gap - inside.x, inside.h});
    small_button(canvas, "programme.preview." + programme.id, {x, y, width, programme_button},
                 p.words.preview, ButtonLook::ghost, screens::PreviewProgramme{programme.id});
    if (!runs)
        small_button(canvas, "programme." + programme.id, {x + width + gap, y, width, programme_button},
                     p.words.choose, ButtonLook::primary, screens::ChooseProgramme{programme.id});
}

}  // namespace

void draw_programmes(ScreenCanvas& canvas, const PanelScene& p) {
    const Box& box = p.space;
    const auto& programmes = p.scene.setup.programmes;
    const float row = (canvas.portrait() ? programme_height_portrait : programme_height) + 24;
    const Page page =
        page_of(canvas, p, {box.x, box.y, box.w, box.h - 100}, programmes.size(), row, "programme");
    for (std::size_t i = page.first; i < page.end; ++i)
        draw_one(canvas, p, programmes[i],
                 {page.space.x, page.space.y + static_cast<float>(i - page.first) * page.row, page.space.w,
                  page.row - 24});
    std::string foot(p.words.preview_note);
    const int remarks = p.scene.setup.remarks + p.scene.setup.bank_remarks.value_or(0);
    if (remarks > 0) foot += " ｜ " + wording::filled(p.words.remarks, std::to_string(remarks));
    line_of(canvas, {box.x, box.bottom() - 60, box.w, 56}, foot, 28, canvas.theme().muted);
}

}  // namespace xy::panel
