#include <algorithm>

#include "gui/panel_parts.h"

namespace xy::gui {
namespace {

/// What it is, in a few words: its invitation, or how many questions it asks.
std::string gist_of(const PanelScene& p, const quiz::Programme& programme) {
    if (!programme.invitation.empty()) return p.text(programme.invitation);
    screens::Setup setup;
    setup.programme = programme;
    return filled(p.words.steps, std::to_string(setup.questions_asked()));
}

void draw_one(ScreenCanvas& canvas, const PanelScene& p, const quiz::Programme& programme, const Box& box) {
    const Theme& theme = canvas.theme();
    const bool runs = programme.id == p.scene.setup.programme.id;
    canvas.card(box, theme.card, runs ? theme.green : theme.line, runs ? 4 : 2);
    const Box inside = box.inset(32, 18);
    const float width = std::min(300.0F, inside.w * 0.34F);
    line_of(canvas, {inside.x, inside.y, inside.w - width - 24, inside.h * 0.55F}, p.text(programme.title),
            38, theme.ink, Weight::bold);
    line_of(canvas, {inside.x, inside.y + inside.h * 0.55F, inside.w - width - 24, inside.h * 0.45F},
            gist_of(p, programme) + (runs ? " · " + std::string(p.words.runs_now) : ""), 28, theme.muted);
    const Box button{inside.right() - width, box.y + box.h / 2 - 48, width, 96};
    if (runs)
        small_button(canvas, "programme.preview", button, p.words.preview, ButtonLook::ghost,
                     screens::PanelButton::preview_programme);
    else
        small_button(canvas, "programme." + programme.id, button, p.words.choose, ButtonLook::primary,
                     screens::ChooseProgramme{programme.id});
}

}  // namespace

void draw_programmes(ScreenCanvas& canvas, const PanelScene& p) {
    const Box& box = p.space;
    const auto& programmes = p.scene.setup.programmes;
    const Page page =
        page_of(canvas, p, {box.x, box.y, box.w, box.h - 100}, programmes.size(), 180, "programme");
    for (std::size_t i = page.first; i < page.end; ++i)
        draw_one(canvas, p, programmes[i],
                 {page.space.x, page.space.y + static_cast<float>(i - page.first) * page.row, page.space.w,
                  page.row - 24});
    std::string foot(p.words.preview_note);
    const int remarks = p.scene.setup.remarks + p.scene.setup.bank_remarks.value_or(0);
    if (remarks > 0) foot += " ｜ " + filled(p.words.remarks, std::to_string(remarks));
    line_of(canvas, {box.x, box.bottom() - 60, box.w, 56}, foot, 28, canvas.theme().muted);
}

}  // namespace xy::gui
