#include <algorithm>
#include <bit>

#include "gui/option_grid.h"
#include "gui/scene.h"

namespace xy::gui {
namespace {

using screens::QuestionState;

std::string chip_label(const QuestionState& question, const Scene& scene) {
    std::string label = scene.text(question.topic);
    if (question.page.phase == quiz::Phase::pre) label = std::string(scene.words.warm_up) + " · " + label;
    if (question.page.phase == quiz::Phase::post) label = std::string(scene.words.once_more) + " · " + label;
    return label;
}

struct OptionLook {
    Colour inside, border;
    float border_width;
    BadgeLook badge;
};

OptionLook option_look(const Theme& theme, bool chosen, bool pressed, bool several) {
    if (chosen)
        return {theme.green_light,
                theme.green,
                6,
                {theme.green, theme.card, several ? Mark::tick : Mark::letter}};
    if (pressed) return {theme.green_light, theme.green, 4, {theme.sun_light, theme.sun_ink, Mark::letter}};
    return {theme.card, theme.line, theme.line_width, {theme.sun_light, theme.sun_ink, Mark::letter}};
}

void draw_option(ScreenCanvas& canvas, const Scene& scene, const QuestionState& question, std::size_t shown,
                 Box box, const TextStyle& style, float caption) {
    const quiz::Option& option = question.page.item->options[question.page.order[shown]];
    const std::string id = "question.option." + std::to_string(shown + 1);
    const Box touch = box;
    const bool pressed = canvas.pressed(id);
    if (pressed) box.y += 4;
    const OptionLook look =
        option_look(canvas.theme(), question.is_chosen(shown), pressed, question.several());
    canvas.card(box, look.inside, look.border, look.border_width);
    Box inside = box.inset(option_padding, 14);
    if (option.picture) {
        const float picture = inside.h - std::min(std::max(caption, badge_side), inside.h / 2) - 16;
        canvas.picture({inside.x, inside.y, inside.w, picture}, option.picture->file);
        inside = {inside.x, inside.y + picture + 16, inside.w, inside.h - picture - 16};
    }
    const float gap = option.picture ? 20.0F : 28.0F;
    draw_badge(canvas, {inside.x, inside.y + (inside.h - badge_side) / 2, badge_side, badge_side}, shown,
               look.badge);
    canvas.text({inside.x + badge_side + gap, inside.y, inside.w - badge_side - gap, inside.h},
                scene.text(option.text), style);
    canvas.touchable(id, touch, screens::Pick{shown}, !question.saving)
        .is(Role::option, static_cast<int>(shown) + 1);
}

void draw_foot(ScreenCanvas& canvas, const Scene& scene, const QuestionState& question, const Box& foot) {
    canvas.button("question.skip", foot_left(foot, button_width(canvas, scene.words.skip)), scene.words.skip,
                  ButtonLook::ghost, screens::Tap::skip, 40, !question.saving);
    if (!question.several()) return;
    const int count = std::popcount(question.chosen);
    canvas
        .button("question.confirm", foot_right(foot, 420),
                wording::filled(scene.words.confirm, std::to_string(count)), ButtonLook::primary,
                screens::Tap::confirm, 40, question.can_confirm())
        .is(Role::primary);
}

/// The topic, and what else there is to know; where both do not fit, the topic waits.
void draw_chips(ScreenCanvas& canvas, const Scene& scene, const QuestionState& question, float y) {
    const Theme& theme = canvas.theme();
    const std::string topic = chip_label(question, scene);
    const std::string_view more = question.several() ? scene.words.several
                                  : question.noted   ? scene.words.noted
                                                     : std::string_view();
    float x = canvas.margin();
    const float both = canvas.chip_width(topic) + 20 + (more.empty() ? 0 : canvas.chip_width(more));
    if (both <= canvas.screen().w - 2 * canvas.margin()) {
        canvas.chip(x, y, topic, theme.green_light, theme.green_dark);
        x += canvas.chip_width(topic) + 20;
    }
    if (!more.empty()) canvas.chip(x, y, more, theme.sun_light, theme.sun_ink);
}

/// Where a portrait screen has room above a stem without a picture, the flower listens.
void draw_listener(ScreenCanvas& canvas, const OptionGrid& grid, float top) {
    const float room = grid.stem.y - top;
    if (grid.picture.h > 0 || room < 300) return;
    const float size = std::min(0.95F, (room - 60) / 424);
    draw_sunflower(canvas, {.x = canvas.screen().w / 2,
                            .y = top + room / 2 - 10,
                            .size = size,
                            .expression = Expression::listening});
}

}  // namespace

void draw(ScreenCanvas& canvas, const QuestionState& question, const Scene& scene) {
    if (question.survey()) return draw_survey(canvas, question, scene);
    const quiz::Item& item = *question.page.item;
    canvas.frame().item = item.bank + "/" + item.id;
    float y = draw_top_bar(canvas, scene,
                           {.label = {},
                            .number = question.number,
                            .total = question.total,
                            .answered = question.number - 1,
                            .prefix = "question"});
    y += 40;
    draw_chips(canvas, scene, question, y);
    y += 60 + 18;
    const Box foot = foot_line(canvas, Below::tools);
    const GridWish wish{
        .item = item,
        .language = scene.language(),
        .scale = scene.text_scale(),
        .space = {canvas.margin(), y, canvas.screen().w - 2 * canvas.margin(), foot.y - 28 - y}};
    const OptionGrid grid = arrange(canvas, wish);
    draw_listener(canvas, grid, y);
    canvas.text(grid.stem, scene.text(item.stem), stem_style(canvas, wish, grid.stem_scale));
    if (item.picture) {
        canvas.card(grid.picture);
        canvas.picture(grid.picture.inset(32, 28), item.picture->file);
    }
    const TextStyle style = option_style(canvas, wish, grid.option_scale);
    for (std::size_t shown = 0; shown < question.page.order.size(); ++shown)
        draw_option(canvas, scene, question, shown, grid.cell(shown), style, grid.caption);
    draw_foot(canvas, scene, question, foot);
}

}  // namespace xy::gui
