#include <algorithm>

#include "gui/parts.h"

namespace xy::gui {
namespace {

using screens::Overlay;

Box dialog(const ScreenCanvas& canvas, float height) {
    const Box screen = canvas.screen();
    const float width = std::min(1120.0F, screen.w - 2 * canvas.margin());
    return {(screen.w - width) / 2, (screen.h - height) / 2, width, height};
}

void draw_words(ScreenCanvas& canvas, const Box& box, std::string_view title, std::string_view text) {
    const Theme& theme = canvas.theme();
    canvas.fitted_text({box.x, box.y, box.w, 90}, title,
                       {.size = 60,
                        .weight = Weight::bold,
                        .colour = theme.ink,
                        .across = Align::centre,
                        .line_height = 1.4F},
                       40);
    canvas.fitted_text({box.x, box.y + 100, box.w, 120}, text,
                       {.size = 36, .colour = theme.muted, .across = Align::centre, .line_height = 1.5F}, 26);
}

void draw_still_there(ScreenCanvas& canvas, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const Box box = dialog(canvas, 560);
    canvas.card(box);
    draw_words(canvas, {box.x + 48, box.y + 48, box.w - 96, 0}, scene.words.still_there,
               scene.words.any_touch);
    const float x = box.x + box.w / 2;
    const float y = box.y + 390;
    const auto whole = static_cast<float>(scene.setup.timing.countdown.count()) / 1000;
    canvas.ring(x, y, 110, 20, 1, theme.trough);
    canvas.ring(x, y, 110, 20, static_cast<float>(scene.state.seconds_left) / whole, theme.sun);
    canvas.text({x - 100, y - 60, 200, 120}, std::to_string(scene.state.seconds_left),
                {.size = 84,
                 .weight = Weight::bold,
                 .colour = theme.ink,
                 .across = Align::centre,
                 .down = Align::centre,
                 .line_height = 1.2F});
    canvas.frame().elsewhere = screens::Tap::stay;
}

void draw_leave(ScreenCanvas& canvas, const Scene& scene) {
    const Box box = dialog(canvas, 470);
    canvas.card(box);
    draw_words(canvas, {box.x + 48, box.y + 56, box.w - 96, 0}, scene.words.leave_title,
               scene.words.leave_text);
    const float width = (box.w - 96 - 32) / 2;
    const float y = box.bottom() - 56 - 120;
    canvas.button("leave.yes", {box.x + 48, y, width, 120}, scene.words.leave, ButtonLook::ghost,
                  screens::Tap::leave);
    canvas
        .button("leave.no", {box.x + 48 + width + 32, y, width, 120}, scene.words.stay, ButtonLook::primary,
                screens::Tap::stay)
        .is(Role::primary);
}

void draw_retry(ScreenCanvas& canvas, const Scene& scene, float y) {
    const float width = button_width(canvas, scene.words.retry, 420);
    canvas
        .button("staff.retry", {(canvas.screen().w - width) / 2, y, width, 120}, scene.words.retry,
                ButtonLook::primary, screens::Tap::retry)
        .is(Role::primary);
}

/// The store has never answered. Nobody has chosen a language yet, so both are shown.
void draw_staff_at_start(ScreenCanvas& canvas, const Scene& scene) {
    const Box screen = canvas.screen();
    draw_sunflower(canvas, screen.w / 2, screen.h * 0.18F, 0.6F, 0);
    const Box box = dialog(canvas, 0);
    float y = screen.h * 0.36F;
    for (const Language language : {Language::zh, Language::en}) {
        const Wording& words = wording(language);
        draw_words(canvas, {box.x, y, box.w, 0}, words.staff_title, words.staff_opening);
        y += 230;
    }
    draw_retry(canvas, scene, y + 10);
}

void draw_staff(ScreenCanvas& canvas, const Scene& scene) {
    const Box screen = canvas.screen();
    const Theme& theme = canvas.theme();
    canvas.fill(screen, theme.paper);
    if (!scene.setup.known) return draw_staff_at_start(canvas, scene);
    draw_sunflower(canvas, screen.w / 2, screen.h * 0.28F, 0.8F, 0);
    const Box box = dialog(canvas, 0);
    draw_words(canvas, {box.x, screen.h * 0.52F, box.w, 0}, scene.words.staff_title, scene.words.staff_text);
    draw_retry(canvas, scene, screen.h * 0.52F + 260);
}

}  // namespace

void draw_overlay(ScreenCanvas& canvas, const Scene& scene) {
    canvas.begin_overlay();
    canvas.frame().elsewhere = screens::Tap::touch;
    switch (scene.state.overlay) {
        case Overlay::still_there:
            return draw_still_there(canvas, scene);
        case Overlay::leave:
            return draw_leave(canvas, scene);
        case Overlay::staff:
            return draw_staff(canvas, scene);
        case Overlay::none:
            return;
    }
}

}  // namespace xy::gui
