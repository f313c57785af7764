#include <algorithm>

#include "gui/option_grid.h"
#include "gui/scene.h"

namespace xy::gui {
namespace {

using screens::QuestionState;

/// Whether the steps of this scale are shown as faces: to children, where its author allows it.
bool with_faces(const Scene& scene, const quiz::Item& item) {
    if (!item.faces || !scene.state.visit) return false;
    const outreach::Audience* audience = scene.setup.audience(scene.state.visit->audience);
    return audience != nullptr && audience->faces;
}

meadow::Mood mood_of(std::size_t step) {
    return static_cast<meadow::Mood>(std::min<std::size_t>(step, 4));
}

/// A step of a scale for children: a face, its words, and the number below them.
void draw_step_with_face(ScreenCanvas& canvas, std::size_t step, std::string_view words, const Box& inside,
                         float text_scale) {
    const Theme& theme = canvas.theme();
    const std::string digit = std::to_string(step + 1);
    TextStyle label{
        .size = 36 * text_scale, .colour = theme.ink, .down = Align::centre, .line_height = 1.25F};
    TextStyle number{.size = 30, .colour = theme.muted, .down = Align::centre};
    if (canvas.portrait()) {
        const float radius = std::min(inside.h / 2, 78.0F);
        meadow::draw_mood(canvas, inside.x + 8 + radius, inside.y + inside.h / 2, radius / 212,
                          mood_of(step));
        const float x = inside.x + 2 * radius + 48;
        canvas.fitted_text({x, inside.y, inside.right() - 70 - x, inside.h}, words, label, 26);
        canvas.text({inside.right() - 56, inside.y, 56, inside.h}, digit, number);
        return;
    }
    label.across = number.across = Align::centre;
    const float face = std::min(inside.w, inside.h * 0.55F);
    meadow::draw_mood(canvas, inside.x + inside.w / 2, inside.y + face / 2 + 4, face / 424, mood_of(step));
    canvas.fitted_text({inside.x, inside.y + face + 12, inside.w, inside.h - face - 64}, words, label, 26);
    canvas.text({inside.x, inside.bottom() - 48, inside.w, 48}, digit, number);
}

/// A step of a scale: a large number and its words, side by side on a portrait screen.
void draw_step_with_number(ScreenCanvas& canvas, std::size_t step, std::string_view words, const Box& inside,
                           float text_scale) {
    const Theme& theme = canvas.theme();
    const TextStyle number{.size = 80,
                           .weight = Weight::bold,
                           .colour = theme.green,
                           .across = Align::centre,
                           .down = Align::centre,
                           .line_height = 1.2F};
    TextStyle label{.size = 32 * text_scale,
                    .colour = theme.ink,
                    .across = Align::centre,
                    .down = Align::centre,
                    .line_height = 1.3F};
    const std::string digit = std::to_string(step + 1);
    if (canvas.portrait()) {
        canvas.text({inside.x + 16, inside.y, 100, inside.h}, digit, number);
        label.across = Align::start;
        label.size = 44 * std::min(1.15F, text_scale);
        canvas.fitted_text({inside.x + 148, inside.y, inside.w - 164, inside.h}, words, label, 26);
        return;
    }
    canvas.text({inside.x, inside.y + inside.h * 0.06F, inside.w, inside.h * 0.5F}, digit, number);
    canvas.fitted_text({inside.x, inside.y + inside.h * 0.58F, inside.w, inside.h * 0.42F}, words, label, 26);
}

void draw_step(ScreenCanvas& canvas, const Scene& scene, const QuestionState& question, std::size_t shown,
               Box box, bool faces) {
    const Theme& theme = canvas.theme();
    const quiz::Option& option = question.page.item->options[question.page.order[shown]];
    const std::string id = "survey." + std::to_string(shown + 1);
    const Box touch = box;
    const bool chosen = question.is_chosen(shown) || canvas.pressed(id);
    if (canvas.pressed(id)) box.y += 4;
    canvas.card(box, chosen ? theme.green_light : theme.card, chosen ? theme.green : theme.line,
                chosen ? theme.chosen_width : theme.line_width);
    const auto draw_inside = faces ? draw_step_with_face : draw_step_with_number;
    draw_inside(canvas, shown, scene.text(option.text), box.inset(16, 14), scene.text_scale());
    canvas.touchable(id, touch, screens::Pick{shown}, !question.saving)
        .is(Role::option, static_cast<int>(shown) + 1);
}

/// The steps in a row, or in a column on a portrait screen.
void draw_scale(ScreenCanvas& canvas, const Scene& scene, const QuestionState& question, const Box& space,
                bool faces) {
    const float tallest = faces ? 420.0F : 290.0F;
    const auto count = static_cast<float>(question.page.order.size());
    for (std::size_t shown = 0; shown < question.page.order.size(); ++shown) {
        const auto i = static_cast<float>(shown);
        if (canvas.portrait()) {
            const float height = std::min(176.0F, (space.h - 28 * (count - 1)) / count);
            draw_step(canvas, scene, question, shown, {space.x, space.y + i * (height + 28), space.w, height},
                      faces);
        } else {
            const float width = (space.w - 28 * (count - 1)) / count;
            draw_step(canvas, scene, question, shown,
                      {space.x + i * (width + 28), space.y, width, std::min(space.h, tallest)}, faces);
        }
    }
}

void draw_choices(ScreenCanvas& canvas, const Scene& scene, const QuestionState& question, const Box& space) {
    const Theme& theme = canvas.theme();
    const std::size_t count = question.page.order.size();
    const std::size_t columns = canvas.portrait() ? 1 : 2;
    const auto rows = static_cast<float>((count + columns - 1) / columns);
    const float width = (space.w - 32 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = std::min(150.0F, (space.h - 24 * (rows - 1)) / rows);
    for (std::size_t shown = 0; shown < count; ++shown) {
        const quiz::Option& option = question.page.item->options[question.page.order[shown]];
        const std::string id = "survey." + std::to_string(shown + 1);
        const bool chosen = question.is_chosen(shown) || canvas.pressed(id);
        const Box box{space.x + static_cast<float>(shown % columns) * (width + 32),
                      space.y + static_cast<float>(shown / columns) * (height + 24), width, height};
        canvas.card(box, chosen ? theme.green_light : theme.card, chosen ? theme.green : theme.line,
                    chosen ? theme.chosen_width : theme.line_width);
        canvas.fitted_text(box.inset(40, 10), scene.text(option.text),
                           {.size = 40 * scene.text_scale(),
                            .colour = theme.ink,
                            .down = Align::centre,
                            .line_height = 1.28F},
                           26);
        canvas.touchable(id, box, screens::Pick{shown}, !question.saving)
            .is(Role::option, static_cast<int>(shown) + 1);
    }
}

}  // namespace

void draw_survey(ScreenCanvas& canvas, const QuestionState& question, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const quiz::Item& item = *question.page.item;
    canvas.frame().item = item.bank + "/" + item.id;
    const float bar = draw_top_bar(canvas, scene,
                                   {.label = std::string(scene.words.survey),
                                    .number = question.number,
                                    .total = question.total,
                                    .answered = question.number - 1,
                                    .prefix = "survey"});
    const Box foot = foot_line(canvas, Below::tools);
    const Box screen = canvas.screen();
    const float x = canvas.margin();
    const float width = screen.w - 2 * x;
    const bool scale = item.kind == quiz::Kind::scale;
    const bool faces = with_faces(scene, item);
    const float middle = canvas.portrait() ? bar + 420 : scale && !faces ? 500 : 400;
    canvas.fitted_text({x, bar + 30, width, middle - bar - 60}, scene.text(item.stem),
                       {.size = 60 * std::min(1.15F, scene.text_scale()),
                        .weight = Weight::bold,
                        .colour = theme.ink,
                        .across = Align::centre,
                        .down = Align::centre,
                        .line_height = 1.4F},
                       36);
    const Box space{x, middle, width, foot.y - 30 - middle};
    if (scale)
        draw_scale(canvas, scene, question, space, faces);
    else
        draw_choices(canvas, scene, question, space);
    const Box decline = foot_left(foot, button_width(canvas, scene.words.decline));
    canvas.button("survey.decline", decline, scene.words.decline, ButtonLook::ghost, screens::Tap::skip, 40,
                  !question.saving);
    canvas.fitted_text({decline.right() + 32, foot.y, foot.right() - decline.right() - 32, foot.h},
                       scene.words.decline_note,
                       {.size = 28, .colour = theme.muted, .across = Align::end, .down = Align::centre}, 24);
}

}  // namespace xy::gui
