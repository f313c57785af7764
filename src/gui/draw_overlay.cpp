#include <algorithm>

#include "gui/scene.h"

namespace xy::gui {
namespace {

using screens::Overlay;

Box dialog(const ScreenCanvas& canvas, float height) {
    const Box screen = canvas.screen();
    const float width = std::min(1120.0F, screen.w - 2 * canvas.margin());
    return {(screen.w - width) / 2, (screen.h - height) / 2, width, height};
}

constexpr float title_size = 60;

void draw_words(ScreenCanvas& canvas, const Box& box, std::string_view title, std::string_view text) {
    const Theme& theme = canvas.theme();
    canvas.fitted_text({box.x, box.y, box.w, 90}, title,
                       {.size = title_size,
                        .weight = Weight::bold,
                        .colour = theme.ink,
                        .across = Align::centre,
                        .line_height = 1.4F},
                       40);
    canvas.fitted_text({box.x, box.y + 100, box.w, 120}, text,
                       {.size = 36, .colour = theme.muted, .across = Align::centre, .line_height = 1.5F}, 26);
}

/// The card of both questions, with the flower that looks over its upper edge. Returns what is left in it
/// under the words and above the two buttons.
Box draw_question_card(ScreenCanvas& canvas, float height, std::string_view title) {
    constexpr float head = 150;
    const Box box = dialog(canvas, height);
    const float middle = box.x + box.w / 2;
    canvas.fill({middle - 176, box.y - 176, 352, 352}, canvas.theme().card, 176);
    canvas.card(box);
    draw_sunflower(canvas, {.x = middle, .y = box.y - 8, .size = 0.72F});
    canvas.fitted_text({box.x + 48, box.y + head, box.w - 96, 90}, title,
                       {.size = 68,
                        .weight = Weight::bold,
                        .colour = canvas.theme().ink,
                        .across = Align::centre,
                        .line_height = 1.3F},
                       40);
    return {box.x + 48, box.y + head + 100, box.w - 96, box.h - head - 100 - 40};
}

struct Answer {
    std::string id;
    std::string_view label;
    screens::Tap tap;
};

/// Going on is the large one.
void draw_answers(ScreenCanvas& canvas, const Box& box, const Answer& other, const Answer& stay) {
    const float gap = 32;
    const float narrow = (box.w - gap) * 0.5F;
    const float size = canvas.fitting_size(other.label, {.size = 38, .weight = Weight::bold, .colour = {}},
                                           narrow - 40, 60, 24);
    canvas.button(other.id, {box.x, box.y, narrow, box.h}, other.label, ButtonLook::ghost, other.tap, size);
    canvas
        .button(stay.id, {box.x + narrow + gap, box.y, box.w - narrow - gap, box.h}, stay.label,
                ButtonLook::primary, stay.tap, 52)
        .is(Role::primary);
}

constexpr float answer_height = 144;

void draw_still_there(ScreenCanvas& canvas, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const Box left = draw_question_card(canvas, 620, scene.words.still_there);
    const TextStyle line{
        .size = 36, .colour = theme.ink, .across = Align::centre, .down = Align::centre, .line_height = 1.2F};
    canvas.text({left.x, left.y, left.w, 52},
                wording::filled(scene.words.goes_home, std::to_string(scene.state.seconds_left)), line);
    const auto whole = static_cast<float>(scene.setup.timing.countdown.count()) / 1000;
    const float share = std::clamp(static_cast<float>(scene.state.seconds_left) / whole, 0.0F, 1.0F);
    const Box trough{left.x + left.w * 0.2F, left.y + 70, left.w * 0.6F, 16};
    canvas.fill(trough, theme.trough, 8);
    if (share > 0) canvas.fill({trough.x, trough.y, std::max(16.0F, trough.w * share), 16}, theme.sun, 8);
    const float y = left.bottom() - 60 - answer_height;
    draw_answers(canvas, {left.x, y, left.w, answer_height},
                 {"still_there.newcomer", scene.words.newcomer, screens::Tap::newcomer},
                 {"still_there.stay", scene.words.stay, screens::Tap::stay});
    canvas.fitted_text({left.x, y + answer_height + 14, left.w, 44}, scene.words.newcomer_note,
                       {.size = 28, .colour = theme.muted, .across = Align::centre, .down = Align::centre},
                       theme.body_min);
}

void draw_leave(ScreenCanvas& canvas, const Scene& scene) {
    const Box left = draw_question_card(canvas, 530, scene.words.leave_title);
    canvas.fitted_text({left.x, left.y, left.w, 60}, scene.words.leave_text,
                       {.size = 36,
                        .colour = canvas.theme().muted,
                        .across = Align::centre,
                        .down = Align::centre,
                        .line_height = 1.2F},
                       26);
    draw_answers(canvas, {left.x, left.bottom() - answer_height - 8, left.w, answer_height},
                 {"leave.yes", scene.words.leave, screens::Tap::leave},
                 {"leave.no", scene.words.stay, screens::Tap::stay});
}

void draw_retry(ScreenCanvas& canvas, std::string_view label, float y) {
    const float width = button_width(canvas, label, 420);
    canvas
        .button("staff.retry", {(canvas.screen().w - width) / 2, y, width, 120}, label, ButtonLook::primary,
                screens::Tap::retry)
        .is(Role::primary);
}

/// What the staff do when it stays.
void draw_help_for_staff(ScreenCanvas& canvas, const Box& box, std::string_view words) {
    canvas.fitted_text(
        box, words,
        {.size = 28, .colour = canvas.theme().muted, .across = Align::centre, .line_height = 1.4F}, 24);
}

/// The store has never answered. Nobody has chosen a language yet, so both are shown.
void draw_staff_at_start(ScreenCanvas& canvas) {
    const Box screen = canvas.screen();
    const float middle = screen.h / 2;
    const float apart = canvas.portrait() ? 80 : 0;
    draw_sunflower(canvas, {.x = screen.w / 2, .y = middle - 415 - apart, .size = 0.45F});
    const Box box = dialog(canvas, 0);
    float y = middle - 300 - apart;
    for (const Language language : {Language::zh, Language::en}) {
        const wording::VisitorWording& words = wording::visitor_wording(language);
        draw_words(canvas, {box.x, y, box.w, 0}, words.staff_title, words.staff_opening);
        draw_help_for_staff(canvas, {box.x, y + 232, box.w, 82}, words.staff_help);
        y += 336 + apart;
    }
    const std::string both = std::string(wording::visitor_wording(Language::zh).retry) + " · " +
                             std::string(wording::visitor_wording(Language::en).retry);
    draw_retry(canvas, both, y + 10);
}

void draw_staff(ScreenCanvas& canvas, const Scene& scene) {
    const Box screen = canvas.screen();
    const Theme& theme = canvas.theme();
    canvas.fill(screen, theme.paper);
    if (!scene.setup.known) return draw_staff_at_start(canvas);
    draw_sunflower(canvas, {.x = screen.w / 2, .y = screen.h * 0.28F, .size = 0.8F});
    const Box box = dialog(canvas, 0);
    draw_words(canvas, {box.x, screen.h * 0.52F, box.w, 0}, scene.words.staff_title, scene.words.staff_text);
    draw_help_for_staff(canvas, {box.x, screen.h * 0.52F + 224, box.w, 82}, scene.words.staff_help);
    draw_retry(canvas, scene.words.retry, screen.h * 0.52F + 330);
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
