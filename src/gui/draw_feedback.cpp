#include <algorithm>

#include "gui/option_grid.h"
#include "gui/parts.h"

namespace xy::gui {
namespace {

using screens::FeedbackState;

bool chosen(const FeedbackState& feedback, std::size_t shown) {
    return ((feedback.chosen >> feedback.page.order[shown]) & 1U) != 0;
}

const quiz::Option& option_at(const FeedbackState& feedback, std::size_t shown) {
    return feedback.page.item->options[feedback.page.order[shown]];
}

/// What is said besides the explanation: the feedback of the options that were chosen.
std::string words_for(const FeedbackState& feedback, const Scene& scene) {
    std::string words;
    for (std::size_t shown = 0; shown < feedback.page.order.size(); ++shown) {
        const quiz::Option& option = option_at(feedback, shown);
        if (!chosen(feedback, shown) || option.feedback.empty()) continue;
        if (!words.empty()) words += "\n";
        words += scene.text(option.feedback);
    }
    return words;
}

/// A portrait screen is read from the same distance but has more room.
float largest_reason(const ScreenCanvas& canvas) {
    return canvas.portrait() ? 48 : 42;
}

float badge_of(const Box& box) {
    return std::min(badge_side, box.h - 24);
}

/// Room at the right for the option's picture; empty without one.
Box picture_place(const quiz::Option& option, const Box& box) {
    if (!option.picture) return {box.right() - 28, box.y, 0, box.h};
    const float width = std::min(150.0F, box.h * 1.2F);
    return {box.right() - 28 - width, box.y + 8, width, box.h - 16};
}

Box words_place(const quiz::Option& option, const Box& box) {
    const float x = box.x + 28 + badge_of(box) + 24;
    const float right = picture_place(option, box).x - (option.picture ? 12 : 0);
    return {x, box.y + 14, right - x, box.h - 28};
}

void draw_option(ScreenCanvas& canvas, const Scene& scene, const FeedbackState& feedback, std::size_t shown,
                 const Box& box, const TextStyle& style) {
    const Theme& theme = canvas.theme();
    const quiz::Option& option = option_at(feedback, shown);
    const bool picked = chosen(feedback, shown);
    TextStyle text = style;
    BadgeLook badge{theme.sun_light.faded(0.7), theme.sun_ink.faded(0.6), Mark::letter};
    const bool overlooked = option.correct && !picked && quiz::takes_several(feedback.page.item->kind);
    if (overlooked) {
        canvas.card(box, theme.card, theme.ok, 3);
        badge = {theme.green_light, theme.ok, Mark::tick};
    } else if (option.correct) {
        canvas.card(box, theme.green_light, theme.ok, 6);
        badge = {theme.ok, theme.card, Mark::tick};
    } else if (picked) {
        canvas.card(box, theme.coral_light, theme.coral, 6);
        badge = {theme.coral, theme.card, Mark::cross};
    } else {
        canvas.fill(box, theme.card.faded(0.55), theme.radius);
        canvas.outline(box, theme.line.faded(0.7), 2, theme.radius);
        text.colour = theme.muted;
    }
    const float side = badge_of(box);
    draw_badge(canvas, {box.x + 28, box.y + (box.h - side) / 2, side, side}, shown, badge);
    if (option.picture) canvas.picture(picture_place(option, box), option.picture->file);
    canvas.text(words_place(option, box), scene.text(option.text), text);
}

/// All options in one size: the largest at which each fits its box.
void draw_options(ScreenCanvas& canvas, const Scene& scene, const FeedbackState& feedback, const Box& space) {
    const std::size_t count = feedback.page.order.size();
    const auto rows = static_cast<float>(count);
    const float gap = count > 4 ? 16 : 24;
    const float height = std::min(canvas.portrait() ? 140.0F : 150.0F, (space.h - gap * (rows - 1)) / rows);
    const auto box = [&](std::size_t shown) {
        return Box{space.x, space.y + static_cast<float>(shown) * (height + gap), space.w, height};
    };
    TextStyle style{.size = 40 * std::min(1.15F, scene.text_scale()),
                    .colour = canvas.theme().ink,
                    .down = Align::centre,
                    .line_height = option_line_height};
    for (std::size_t shown = 0; shown < count; ++shown) {
        const quiz::Option& option = option_at(feedback, shown);
        const Box room = words_place(option, box(shown));
        style.size =
            canvas.fitting_size(scene.text(option.text), style, room.w, room.h, canvas.theme().body_min);
    }
    for (std::size_t shown = 0; shown < count; ++shown)
        draw_option(canvas, scene, feedback, shown, box(shown), style);
}

/// Height of a reason card that holds its words at their largest size.
float reason_height(ScreenCanvas& canvas, const Scene& scene, const FeedbackState& feedback, float width) {
    const float size = largest_reason(canvas) * scene.text_scale();
    const TextStyle bold{.size = size, .weight = Weight::bold, .colour = {}, .line_height = 1.45F};
    const TextStyle body{.size = size, .colour = {}, .line_height = 1.5F};
    const std::string said = words_for(feedback, scene);
    const float words = (said.empty() ? 0 : canvas.text_height(said, bold, width - 96) + 16) +
                        canvas.text_height(scene.text(feedback.page.item->explanation), body, width - 96);
    return 72 + 80 + words + 130;
}

/// The verdict, what to say and why. Sizes shrink together until everything fits.
void draw_reason(ScreenCanvas& canvas, const Scene& scene, const FeedbackState& feedback, const Box& box) {
    const Theme& theme = canvas.theme();
    const quiz::Item& item = *feedback.page.item;
    canvas.card(box);
    const Box inside = box.inset(48, 36);
    const bool right = feedback.right();
    const std::string_view verdict = right                ? scene.words.right
                                     : feedback.skipped() ? scene.words.skipped
                                                          : scene.words.nearly;
    const TextStyle head{.size = 48,
                         .weight = Weight::bold,
                         .colour = right ? theme.ok : theme.green_dark,
                         .line_height = 1.3F};
    float y = inside.y + canvas.text({inside.x, inside.y, inside.w, 66}, verdict, head) + 14;

    const std::string source =
        item.source ? std::string(scene.words.source) + quiz::citation(*item.source, scene.language())
                    : std::string();
    TextStyle small{.size = 28, .colour = theme.muted, .line_height = 1.3F};
    const float source_height =
        source.empty() ? 0 : std::min(110.0F, canvas.text_height(source, small, inside.w));
    if (!source.empty()) {
        canvas.fitted_text({inside.x, inside.bottom() - source_height, inside.w, source_height}, source,
                           small, 24);
    }
    const Box room{inside.x, y, inside.w, inside.bottom() - source_height - 16 - y};
    const std::string said = words_for(feedback, scene);
    const std::string& why = scene.text(item.explanation);
    TextStyle bold{.size = largest_reason(canvas) * scene.text_scale(),
                   .weight = Weight::bold,
                   .colour = theme.ink,
                   .line_height = 1.45F};
    TextStyle body{.size = bold.size, .colour = theme.ink, .line_height = 1.5F};
    float said_height = 0;
    float why_height = 0;
    for (; bold.size >= theme.body_min; bold.size -= 2, body.size -= 2) {
        said_height = said.empty() ? 0 : canvas.text_height(said, bold, room.w) + 16;
        why_height = canvas.text_height(why, body, room.w);
        if (said_height + why_height <= room.h || bold.size - 2 < theme.body_min) break;
    }
    if (!said.empty()) canvas.text({room.x, room.y, room.w, said_height - 16}, said, bold);
    canvas.text({room.x, room.y + said_height, room.w, room.h - said_height}, why, body);
}

void draw_foot(ScreenCanvas& canvas, const Scene& scene, const FeedbackState& feedback) {
    const std::string_view label = feedback.review && feedback.last ? scene.words.to_result
                                   : feedback.last                  ? scene.words.go_on
                                                                    : scene.words.next;
    canvas.button("feedback.next", foot_right(canvas, 420), label, ButtonLook::primary, screens::Tap::next)
        .is(Role::primary);
}

}  // namespace

void draw(ScreenCanvas& canvas, const FeedbackState& feedback, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const quiz::Item& item = *feedback.page.item;
    canvas.frame().item = item.bank + "/" + item.id;
    const float share = static_cast<float>(feedback.number) / static_cast<float>(feedback.total);
    std::string label = std::to_string(feedback.number) + " / " + std::to_string(feedback.total);
    if (feedback.review) label = std::string(scene.words.review) + " " + label;
    const float bar = draw_top_bar(
        canvas, scene,
        {.label = label, .from = share, .to = share, .home = !feedback.review, .prefix = "feedback"});
    const Box foot = foot_line(canvas);
    const Box screen = canvas.screen();
    const float x = canvas.margin();
    const float width = screen.w - 2 * x;
    const bool portrait = canvas.portrait();
    const float stem_room = portrait ? 260 : 150;
    TextStyle stem{
        .size = 44 * std::min(1.15F, scene.text_scale()), .colour = theme.ink, .line_height = 1.4F};
    stem.size = canvas.fitting_size(scene.text(item.stem), stem, width, stem_room, 28);
    const float stem_height = canvas.text_height(scene.text(item.stem), stem, width);
    float y = bar + 32;
    canvas.text({x, y, width, stem_height}, scene.text(item.stem), stem);
    y += stem_height + 28;
    const Box space{x, y, width, foot.y - 28 - y};
    if (portrait) {
        const auto count = static_cast<float>(feedback.page.order.size());
        const float options = std::min(space.h * 0.46F, count * 140 + (count - 1) * 24);
        draw_options(canvas, scene, feedback, {space.x, space.y, space.w, options});
        const float reason =
            std::min(space.h - options - 28, reason_height(canvas, scene, feedback, space.w));
        draw_reason(canvas, scene, feedback, {space.x, space.y + options + 28, space.w, reason});
        const float below = space.h - options - 28 - reason;
        if (below > 460) draw_sunflower(canvas, space.x + 240, space.bottom() - below / 2 + 20, 0.8F, 0);
    } else {
        const float left = space.w * 0.478F;
        draw_options(canvas, scene, feedback, {space.x, space.y, left, space.h});
        if (feedback.page.order.size() == 2)
            draw_sunflower(canvas, space.x + left / 2, foot.y - 70, 0.66F, 0);
        draw_reason(canvas, scene, feedback, {space.x + left + 48, space.y, space.w - left - 48, space.h});
    }
    draw_foot(canvas, scene, feedback);
}

}  // namespace xy::gui
