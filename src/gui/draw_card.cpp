#include <algorithm>

#include "gui/scene.h"

namespace xy::gui {
namespace {

using screens::CardState;

constexpr float least_text = 36;
constexpr float border = 40;
/// Of the two chips, and what is under them.
constexpr float head = 84;
/// Pictures are drawn 4:3.
constexpr float picture_shape = 0.75F;

/// Where the picture and the words are within the card.
struct CardLayout {
    Box card, picture, words;
    TextStyle style;
};

TextStyle style_of(const ScreenCanvas& canvas, const Scene& scene) {
    return {.size = (canvas.portrait() ? 68.0F : 60.0F) * scene.text_scale(),
            .weight = Weight::bold,
            .colour = canvas.theme().ink,
            .line_height = 1.5F};
}

CardLayout landscape(ScreenCanvas& canvas, const Scene& scene, const std::string& text, const Box& space) {
    const Box picture{space.x + border, space.y + border, space.w * 0.47F, space.h - 2 * border};
    const float x = picture.right() + 64;
    CardLayout layout{
        space, picture, {x, picture.y, space.right() - 56 - x, picture.h}, style_of(canvas, scene)};
    TextStyle& style = layout.style;
    style.size = canvas.fitting_size(text, style, layout.words.w, layout.words.h - head, least_text);
    style.down = Align::centre;
    return layout;
}

/// The card is as high as its words need.
CardLayout portrait(ScreenCanvas& canvas, const Scene& scene, const std::string& text, const Box& space) {
    const float width = space.w - 2 * border;
    const Box picture{space.x + border, space.y + border, width,
                      std::min(width * picture_shape, space.h * 0.48F)};
    const float y = picture.bottom() + border;
    CardLayout layout{space, picture, {picture.x + 16, y, width - 32, 0}, style_of(canvas, scene)};
    TextStyle& style = layout.style;
    const float room = space.bottom() - border - y - head;
    style.size = canvas.fitting_size(text, style, layout.words.w, room, least_text);
    layout.words.h = head + std::min(room, canvas.text_height(text, style, layout.words.w));
    layout.card.h = layout.words.bottom() + border - space.y;
    return layout;
}

void draw_picture(ScreenCanvas& canvas, const CardState& card, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.fill(box, theme.sun_light, theme.radius);
    if (card.card->picture)
        canvas.picture(box.inset(24, 18), card.card->picture->file);
    else
        draw_sunflower(
            canvas, {.x = box.x + box.w / 2, .y = box.y + box.h / 2, .size = std::min(box.w, box.h) / 560});
}

void draw_words(ScreenCanvas& canvas, const CardState& card, const Scene& scene, const CardLayout& layout) {
    const Theme& theme = canvas.theme();
    const Box& box = layout.words;
    const std::string which =
        std::string(scene.words.card) +
        (card.total > 1 ? " " + std::to_string(card.number) + " / " + std::to_string(card.total) : "");
    canvas.chip(box.x, box.y, which, theme.sun_light, theme.sun_ink);
    canvas.chip(box.x + canvas.chip_width(which) + 20, box.y, scene.text(card.topic), theme.green_light,
                theme.green_dark);
    canvas.text({box.x, box.y + head, box.w, box.h - head}, scene.text(card.card->text), layout.style);
}

/// A flower in the meadow where a short card leaves room for it.
void draw_neighbour(ScreenCanvas& canvas, float below, float ground) {
    const float room = ground - below;
    if (room < 300) return;
    const float size = std::min(0.62F, room / 620);
    const float x = canvas.screen().w - canvas.margin() - 190;
    const float y = below + 40 + 212 * size;
    draw_stem(canvas, x, y + 150 * size, ground + 40, 14, 0);
    draw_sunflower(canvas, {.x = x, .y = y, .size = size});
}

}  // namespace

void draw(ScreenCanvas& canvas, const CardState& card, const Scene& scene) {
    canvas.frame().item = card.card->bank + "/" + card.card->id;
    draw_hills(canvas, canvas.portrait() ? 420.0F : 300.0F);
    const float top = draw_top_bar(canvas, scene,
                                   {.label = {},
                                    .number = card.asked,
                                    .total = card.questions,
                                    .answered = card.asked,
                                    .prefix = "card"}) +
                      32;
    const Box foot = foot_line(canvas, Below::tools);
    const Box space{canvas.margin(), top, canvas.screen().w - 2 * canvas.margin(), foot.y - 32 - top};
    const std::string& text = scene.text(card.card->text);
    const CardLayout layout =
        canvas.portrait() ? portrait(canvas, scene, text, space) : landscape(canvas, scene, text, space);
    draw_neighbour(canvas, layout.card.bottom(), foot.y);
    canvas.card(layout.card);
    draw_picture(canvas, card, layout.picture);
    draw_words(canvas, card, scene, layout);
    const Box button = canvas.portrait() ? foot : foot_right(foot, 560);
    canvas.button("card.next", button, scene.words.got_it, ButtonLook::primary, screens::Tap::next, 48)
        .is(Role::primary);
}

}  // namespace xy::gui
