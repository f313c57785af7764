#include <algorithm>

#include "gui/scene.h"

namespace xy::gui {

void draw(ScreenCanvas& canvas, const screens::PledgeState& pledge, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    const Box foot = foot_line(canvas);
    const bool portrait = canvas.portrait();
    const float flower = portrait ? 0.95F : 1.1F;
    const float fx = portrait ? screen.w / 2 : canvas.margin() + 330;
    const float fy = portrait ? 420 : screen.h * 0.44F;
    draw_sunflower(canvas, {.x = fx, .y = fy, .size = flower});
    const float x = portrait ? canvas.margin() : canvas.margin() + 760;
    const Box card{x, portrait ? 720.0F : 150.0F, screen.w - canvas.margin() - x,
                   portrait ? foot.y - 300 - 720 : foot.y - 110 - 150};
    canvas.card(card);
    const Box inside = card.inset(56, 44);
    canvas.fitted_text({inside.x, inside.y, inside.w, 140}, scene.words.pledge_title,
                       {.size = 60, .weight = Weight::bold, .colour = theme.green_dark, .line_height = 1.15F},
                       40);
    canvas.fitted_text(
        {inside.x, inside.y + 164, inside.w, inside.h - 164}, scene.words.pledge_text,
        {.size = 56 * std::min(1.2F, scene.text_scale()), .colour = theme.ink, .line_height = 1.6F}, 32);
    canvas.text({x, card.bottom() + 24, card.w, 44}, scene.words.pledge_note,
                {.size = 28, .colour = theme.muted, .across = portrait ? Align::centre : Align::start});
    const Box yes = portrait ? Box{canvas.margin(), foot.y - 150, foot.w, 130} : foot_right(foot, 480);
    canvas
        .button("pledge.yes", yes, scene.words.pledge_yes, ButtonLook::primary, screens::GivePledge{true}, 48,
                !pledge.saving)
        .is(Role::option, 1);
    const float width = button_width(canvas, scene.words.pledge_no);
    const Box no = portrait ? foot : Box{yes.x - 32 - width, foot.y, width, foot.h};
    canvas
        .button("pledge.no", no, scene.words.pledge_no, ButtonLook::ghost, screens::GivePledge{false}, 40,
                !pledge.saving)
        .is(Role::option, 2);
}

}  // namespace xy::gui
