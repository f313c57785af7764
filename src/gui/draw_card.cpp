#include <algorithm>

#include "gui/parts.h"

namespace xy::gui {
namespace {

using screens::CardState;

constexpr float title = 60;
constexpr float least_text = 36;
/// Pictures are drawn 4:3.
constexpr float picture_shape = 0.75F;

/// Where the picture and the words are within the card.
struct CardLayout {
    Box card, picture, words;
};

CardLayout landscape(const Box& space) {
    const float side = std::min(space.h - 96, (space.w * 0.5F - 96) * picture_shape);
    const float width = side / picture_shape;
    const Box picture{space.x + 48, space.y + (space.h - side) / 2, width, side};
    const float x = picture.right() + 64;
    return {space, picture, {x, space.y + 48, space.right() - 56 - x, space.h - 96}};
}

CardLayout portrait(const Box& space) {
    const float width = space.w - 96;
    const Box picture{space.x + 48, space.y + 48, width, std::min(width * picture_shape, space.h * 0.48F)};
    const float y = picture.bottom() + 44;
    return {space, picture, {picture.x, y, width, space.bottom() - 48 - y}};
}

void draw_picture(Canvas& canvas, const CardState& card, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.fill(box, theme.sun_light, theme.radius);
    if (card.card->picture)
        canvas.picture(box.inset(24, 18), card.card->picture->file);
    else
        draw_sunflower(canvas, box.x + box.w / 2, box.y + box.h / 2, std::min(box.w, box.h) / 560, 0);
}

void draw_words(Canvas& canvas, const CardState& card, const Scene& scene, const Box& box) {
    const Theme& theme = canvas.theme();
    const std::string topic = scene.text(card.topic);
    canvas.chip(box.x, box.y, topic, theme.green_light, theme.green_dark);
    const Box room{box.x, box.y + 60 + 24, box.w, box.h - 84};
    canvas.fitted_text(room, scene.text(card.card->text),
                       {.size = title * scene.text_scale(),
                        .weight = Weight::bold,
                        .colour = theme.ink,
                        .down = canvas.portrait() ? Align::start : Align::centre,
                        .line_height = 1.5F},
                       least_text);
}

}  // namespace

void draw(Canvas& canvas, const CardState& card, const Scene& scene) {
    canvas.frame().item = card.card->bank + "/" + card.card->id;
    draw_hills(canvas, canvas.portrait() ? 420.0F : 300.0F);
    const float top =
        draw_top_bar(canvas, scene,
                     {.label = {}, .dots = card.total, .dot = card.number, .tools = true, .prefix = "card"}) +
        32;
    const Box foot = foot_line(canvas);
    const Box space{canvas.margin(), top, canvas.screen().w - 2 * canvas.margin(), foot.y - 32 - top};
    const CardLayout layout = canvas.portrait() ? portrait(space) : landscape(space);
    canvas.card(layout.card);
    draw_picture(canvas, card, layout.picture);
    draw_words(canvas, card, scene, layout.words);
    const Box button = canvas.portrait() ? foot : foot_right(canvas, 560);
    canvas.button("card.next", button, scene.words.got_it, ButtonLook::primary, screens::Next{}, 48);
}

}  // namespace xy::gui
