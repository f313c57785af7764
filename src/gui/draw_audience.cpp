#include <algorithm>

#include "gui/bust.h"
#include "gui/scene.h"

namespace xy::gui {
namespace {

/// A card with somebody of this audience: beside the words where the card is wide, else above them.
void draw_audience(ScreenCanvas& canvas, const Scene& scene, const outreach::Audience& audience,
                   const Box& box) {
    const Theme& theme = canvas.theme();
    const bool beside = box.w > 1.5F * box.h;
    const float margin = box.h < 200 ? 14 : 24;
    const float radius = beside ? std::min(box.h / 2 - margin, box.w * 0.2F)
                                : std::min((box.h - 2 * margin) * 0.3F, box.w / 2 - margin);
    Box words = box.inset(margin, margin);
    if (beside) {
        draw_bust(canvas, words.x + radius, box.y + box.h / 2, radius, audience.id);
        words.x += 2 * radius + 24;
        words.w -= 2 * radius + 24;
    } else {
        draw_bust(canvas, box.x + box.w / 2, words.y + radius, radius, audience.id);
        words.y += 2 * radius + 12;
        words.h -= 2 * radius + 12;
    }
    const Align across = beside ? Align::start : Align::centre;
    const std::string& note = scene.text(audience.note);
    const float title = note.empty() ? words.h : words.h * 0.6F;
    canvas.fitted_text({words.x, words.y, words.w, title}, scene.text(audience.title),
                       {.size = 52,
                        .weight = Weight::bold,
                        .colour = theme.ink,
                        .across = across,
                        .down = note.empty() ? Align::centre : Align::end,
                        .line_height = 1.25F},
                       28);
    if (!note.empty())
        canvas.fitted_text({words.x, words.y + title, words.w, words.h - title}, note,
                           {.size = 32, .colour = theme.muted, .across = across, .line_height = 1.3F}, 24);
}

}  // namespace

void draw(ScreenCanvas& canvas, const screens::AudienceState&, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    const float x = canvas.margin();
    const float width = screen.w - 2 * x;
    draw_hills(canvas, canvas.portrait() ? 420.0F : 330.0F);
    if (screens::programme_of(scene.state, scene.setup).has<quiz::WelcomeStep>())
        canvas.button("audience.back", {x, 44, button_width(canvas, scene.words.back, 200), theme.touch},
                      scene.words.back, ButtonLook::ghost, screens::Tap::back, 32);
    canvas.text({x, 180, width, 90}, scene.words.who_are_you,
                {.size = 64, .weight = Weight::bold, .colour = theme.ink, .line_height = 1.35F});
    const float privacy =
        canvas.text({x, 276, width, 110}, scene.words.privacy, {.size = 32, .colour = theme.muted});

    const std::vector<outreach::Audience> audiences =
        scene.setup.offered(screens::programme_of(scene.state, scene.setup));
    const std::size_t count = std::max<std::size_t>(1, audiences.size());
    const std::size_t columns =
        canvas.portrait() ? (count > 5 ? 2 : 1) : std::min<std::size_t>(count, count == 4 ? 2 : 3);
    const std::size_t rows = (count + columns - 1) / columns;
    const float gap = rows > 3 ? 24 : 40;
    const float top = 300 + privacy + 24;
    const float bottom = screen.h - foot_margin - 70;
    const float height =
        std::min(340.0F, (bottom - top - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows));
    const float cell = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < audiences.size(); ++i) {
        const outreach::Audience& audience = audiences[i];
        const std::string id = "audience." + audience.id;
        const bool down = canvas.pressed(id);
        const Box touch{x + static_cast<float>(i % columns) * (cell + gap),
                        top + static_cast<float>(i / columns) * (height + gap), cell, height};
        const Box box{touch.x, touch.y + (down ? 4 : 0), touch.w, touch.h};
        canvas.card(box, down ? theme.green_light : theme.card, down ? theme.green : theme.line,
                    down ? theme.chosen_width : theme.line_width);
        draw_audience(canvas, scene, audience, box);
        canvas.touchable(id, touch, screens::ChooseAudience{audience.id})
            .is(Role::option, static_cast<int>(i) + 1);
    }
    const float below = top + static_cast<float>(rows) * (height + gap);
    if (const float room = screen.h - below; room > 280) {
        const float size = std::min(0.62F, (room - 130) / 424);
        const float y = below + 212 * size;
        draw_stem(canvas, screen.w - x - 170, y, screen.h - 40, 14, 0);
        draw_sunflower(canvas, {.x = screen.w - x - 170, .y = y, .size = size});
    }
    const auto idle = std::chrono::duration_cast<std::chrono::seconds>(scene.setup.timing.idle).count();
    canvas.text({x, screen.h - foot_margin - 44, width, 42},
                wording::filled(scene.words.idle_note, std::to_string(idle)),
                {.size = 28, .colour = theme.ink});
}

}  // namespace xy::gui
