#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "gui/option_grid.h"
#include "gui/scene.h"

namespace xy::gui {
namespace {

using screens::FeedbackState;

/// Of the flower beside the words on a landscape screen, and the column it has.
constexpr float flower_size = 1.22F;
constexpr float flower_column = 660;
/// Of the flower above the words on a portrait screen, and the room it has.
constexpr float flower_size_portrait = 0.86F;
constexpr float flower_room_portrait = 520;
/// Words that would have to be smaller than this share of their size take the place of the flower.
constexpr float least_beside_flower = 0.8F;

bool was_chosen(const FeedbackState& feedback, std::size_t shown) {
    return ((feedback.chosen >> feedback.page.order[shown]) & 1U) != 0;
}

const quiz::Option& option_at(const FeedbackState& feedback, std::size_t shown) {
    return feedback.page.item->options[feedback.page.order[shown]];
}

/// What is said besides the explanation: the feedback of the options that were chosen.
std::string said_about(const FeedbackState& feedback, const Scene& scene) {
    std::string words;
    for (std::size_t shown = 0; shown < feedback.page.order.size(); ++shown) {
        const quiz::Option& option = option_at(feedback, shown);
        if (!was_chosen(feedback, shown) || option.feedback.empty()) continue;
        if (!words.empty()) words += "\n";
        words += scene.text(option.feedback);
    }
    return words;
}

// ---- the flower ------------------------------------------------------------------------------------------

std::string petals_so_far(const FeedbackState& feedback, const Scene& scene) {
    const int left = feedback.total - feedback.number;
    std::string words(left > 0 ? scene.words.petals_open : scene.words.petals_all);
    for (const int number : {feedback.number, left}) words = wording::filled(words, std::to_string(number));
    return words;
}

/// Seven short rays around the petal that opens, counted from 0.
void draw_rays(ScreenCanvas& canvas, const Sunflower& flower, int petal) {
    const float step = 2 * std::numbers::pi_v<float> / static_cast<float>(flower.petals);
    const float middle = flower.turn + step * static_cast<float>(petal);
    for (int i = -3; i <= 3; ++i) {
        const float angle = middle + static_cast<float>(i) * 0.13F;
        draw_ray(canvas, flower, angle, 222, i % 2 == 0 ? 262 : 250, 7, canvas.theme().sun);
    }
}

/// It opens the petal of this answer, right or not; nods at a right one and thinks along at another.
void draw_flower(ScreenCanvas& canvas, const FeedbackState& feedback, const Scene& scene, Sunflower flower,
                 float ground) {
    const Theme& theme = canvas.theme();
    const bool right = feedback.right();
    flower.expression = right ? Expression::nodding : Expression::thinking;
    if (!feedback.review) {
        flower.petals = feedback.total;
        flower.open = static_cast<float>(feedback.number - 1) + scene.progress(canvas, Milliseconds{320});
    }
    if (right) {
        const float nod = scene.progress(canvas, Milliseconds{400});
        flower.turn = 0.105F * (1 - nod) * std::sin(nod * 4 * std::numbers::pi_v<float>);
    }
    const float size = flower.size;
    draw_stem(canvas, flower.x, flower.y + 80 * size, ground, 24 * size, 0);
    draw_leaf(canvas, flower.x, flower.y + 370 * size, -2.62F, 170 * size);
    if (right) draw_leaf(canvas, flower.x, flower.y + 370 * size, -0.5F, 170 * size);
    if (right && !feedback.review) draw_rays(canvas, flower, feedback.number - 1);
    draw_sunflower(canvas, flower);
    // It holds its chin.
    if (!right) draw_leaf(canvas, flower.x + 4 * size, flower.y + 310 * size, -1.17F, 215 * size);
    if (feedback.review) return;
    const std::string words = petals_so_far(feedback, scene);
    const float width = canvas.chip_width(words, 30);
    const Box pill{flower.x - width / 2 - 8, flower.y + 246 * size, width + 16, 76};
    canvas.card(pill);
    canvas.text(pill, words,
                {.size = 30,
                 .weight = Weight::bold,
                 .colour = theme.ink,
                 .across = Align::centre,
                 .down = Align::centre});
}

// ---- the words -------------------------------------------------------------------------------------------

/// One of the cards with options: what was chosen, or what is right.
struct OptionCard {
    bool better = false;
    std::string_view title;
    bool marks_each = false;         ///< each option has a mark of its own
    std::vector<std::size_t> shown;  ///< places of its options on the screen
};

/// Of what one does in a situation there is a better one; of what is known there is an answer.
std::string_view better_of(const quiz::Item& item, const wording::VisitorWording& words) {
    return item.kind == quiz::Kind::situation ? words.better_choice : words.the_answer;
}

std::vector<OptionCard> option_cards(const FeedbackState& feedback, const Scene& scene) {
    // Where several are right, some of what was chosen is, and something may be missing.
    const bool several = feedback.page.item->kind == quiz::Kind::multiple;
    OptionCard yours{false, scene.words.your_choice, several, {}};
    OptionCard better{true,
                      feedback.right() ? std::string_view() : better_of(*feedback.page.item, scene.words),
                      several || feedback.right(),
                      {}};
    for (std::size_t shown = 0; shown < feedback.page.order.size(); ++shown) {
        const bool right = option_at(feedback, shown).correct;
        if (right) better.shown.push_back(shown);
        if (was_chosen(feedback, shown)) yours.shown.push_back(shown);
    }
    if (feedback.right() || yours.shown.empty()) return {better};
    return {yours, better};
}

/// The sizes of everything at one scale, and how high it is then.
struct WordLayout {
    float scale = 1;
    TextStyle stem, title, option, said, reason;
    float stem_height = 0, cards_height = 0, said_height = 0, reason_height = 0;
    float height() const { return stem_height + 92 + cards_height + said_height + reason_height; }
};

constexpr float card_padding = 26;
constexpr float card_head = 60;  // of its title
constexpr float between_cards = 64;

/// Of an option: what it says, and whether it is one of several right ones that were overlooked.
std::string words_of(const FeedbackState& feedback, const Scene& scene, const OptionCard& card,
                     std::size_t shown) {
    const std::string& words = scene.text(option_at(feedback, shown).text);
    const bool overlooked =
        card.better && card.marks_each && !feedback.right() && !was_chosen(feedback, shown);
    return overlooked ? words + std::string(scene.words.overlooked) : words;
}

constexpr float picture_side = 120;

/// Each once: what is right stands on its own card.
bool shows_picture(const OptionCard& card, const quiz::Option& option) {
    return option.picture && (card.better || !option.correct);
}

class Words {
 public:
    Words(ScreenCanvas& canvas, const FeedbackState& feedback, const Scene& scene)
        : canvas_(canvas),
          feedback_(feedback),
          scene_(scene),
          cards_(option_cards(feedback, scene)),
          said_(said_about(feedback, scene)),
          reason_(scene.text(feedback.page.item->explanation)) {}

    /// As large as fits into width × height.
    WordLayout fitting(float width, float height) const {
        WordLayout layout;
        for (float scale = std::min(1.4F, 1.12F * scene_.text_scale());; scale -= 0.04F) {
            layout = at(scale, width);
            if (layout.height() <= height || scale <= 0.56F) return layout;
        }
    }

    /// Draws everything from the top of `box`; what is too high ends at its bottom.
    void draw(const WordLayout& layout, const Box& box) const {
        const Theme& theme = canvas_.theme();
        const quiz::Item& item = *feedback_.page.item;
        canvas_.text({box.x, box.y, box.w, layout.stem_height - 8}, scene_.text(item.stem), layout.stem);
        float y = box.y + layout.stem_height;
        const std::string_view verdict = feedback_.right()     ? scene_.words.right
                                         : feedback_.skipped() ? scene_.words.skipped
                                                               : scene_.words.nearly;
        canvas_.text({box.x, y, box.w, 84}, verdict, layout.title);
        y += 92;
        draw_cards(layout, {box.x, y, box.w, layout.cards_height - 28});
        y += layout.cards_height;
        if (!said_.empty()) {
            const Box said{box.x, y, box.w, layout.said_height - 24};
            canvas_.fill(said, theme.sun_light, theme.radius);
            canvas_.text(said.inset(36, 22), said_, layout.said);
            y += layout.said_height;
        }
        canvas_.text({box.x, y, box.w, box.bottom() - y}, reason_, layout.reason);
    }

 private:
    bool beside() const { return cards_.size() == 2 && !canvas_.portrait(); }
    float card_width(float width) const { return beside() ? (width - between_cards) / 2 : width; }

    /// Room of an option's words within its card.
    float option_width(float width, const OptionCard& card, std::size_t shown) const {
        const float mark = card.marks_each ? 72 : 0;
        const float picture = shows_picture(card, option_at(feedback_, shown)) ? picture_side + 20 : 0;
        return card_width(width) - 2 * card_padding - mark - picture;
    }
    float option_height(const WordLayout& layout, const OptionCard& card, std::size_t shown,
                        float width) const {
        const quiz::Option& option = option_at(feedback_, shown);
        const float words = canvas_.text_height(words_of(feedback_, scene_, card, shown), layout.option,
                                                option_width(width, card, shown));
        return std::max({words, shows_picture(card, option) ? picture_side : 0.0F,
                         card.marks_each ? 60.0F : 0.0F}) +
               14;
    }
    float card_height(const WordLayout& layout, const OptionCard& card, float width) const {
        float height = 2 * card_padding - 14 + (card.title.empty() ? 0 : card_head);
        for (const std::size_t shown : card.shown) height += option_height(layout, card, shown, width);
        return height;
    }

    WordLayout at(float scale, float width) const {
        const Theme& theme = canvas_.theme();
        WordLayout layout;
        layout.scale = scale;
        const auto size = [&](float wish) { return std::max(theme.body_min, wish * scale); };
        layout.stem = {.size = size(32), .colour = theme.muted, .line_height = 1.35F};
        layout.title = {.size = std::min(64.0F, 60 * scale),
                        .weight = Weight::bold,
                        .colour = feedback_.right() ? theme.green_dark : theme.ink,
                        .line_height = 1.3F};
        layout.option = {.size = size(40), .weight = Weight::bold, .colour = theme.ink, .line_height = 1.3F};
        layout.said = {.size = size(40), .weight = Weight::bold, .colour = theme.ink, .line_height = 1.4F};
        layout.reason = {.size = size(38), .colour = theme.ink, .line_height = 1.45F};
        layout.stem_height =
            canvas_.text_height(scene_.text(feedback_.page.item->stem), layout.stem, width) + 8;
        float tallest = 0;
        float all = 0;
        for (const OptionCard& card : cards_) {
            const float height = card_height(layout, card, width);
            tallest = std::max(tallest, height);
            all += height + (all > 0 ? 20 : 0);
        }
        layout.cards_height = (beside() ? tallest : all) + 28;
        layout.said_height =
            said_.empty() ? 0 : canvas_.text_height(said_, layout.said, width - 72) + 44 + 24;
        layout.reason_height = canvas_.text_height(reason_, layout.reason, width);
        return layout;
    }

    void draw_cards(const WordLayout& layout, const Box& box) const {
        Box place{box.x, box.y, card_width(box.w), box.h};
        for (const OptionCard& card : cards_) {
            if (!beside()) place.h = card_height(layout, card, box.w);
            draw_card(layout, card, place, box.w);
            if (beside() && &card == &cards_.front())
                draw_arrow(place.right() + between_cards / 2, place.y + place.h / 2);
            if (beside())
                place.x += place.w + between_cards;
            else
                place.y += place.h + 20;
        }
    }

    void draw_arrow(float x, float y) const {
        const Colour colour = canvas_.theme().muted;
        canvas_.polyline({{x - 18, y}, {x + 18, y}}, 6, colour);
        canvas_.polyline({{x + 4, y - 15}, {x + 19, y}, {x + 4, y + 15}}, 6, colour);
    }

    void draw_card(const WordLayout& layout, const OptionCard& card, const Box& box, float width) const {
        const Theme& theme = canvas_.theme();
        const Colour mark = card.better ? theme.ok : theme.coral_ink;
        canvas_.card(box, card.better ? theme.green_light : theme.card, card.better ? theme.ok : theme.coral,
                     card.better ? 5 : 3);
        Box inside = box.inset(card_padding, card_padding);
        const auto look = [&](bool right) {
            return BadgeLook{right ? theme.ok : theme.coral_light, right ? theme.card : mark,
                             right ? Mark::tick : Mark::cross};
        };
        if (!card.title.empty()) {
            const float badge = card.marks_each ? 0 : 60;
            if (!card.marks_each) draw_badge(canvas_, {inside.x, inside.y, 44, 44}, 0, look(card.better));
            canvas_.fitted_text({inside.x + badge, inside.y - 4, inside.w - badge, 52}, card.title,
                                {.size = 30,
                                 .weight = Weight::bold,
                                 .colour = card.better ? theme.green_dark : theme.coral_ink,
                                 .down = Align::centre},
                                theme.body_min);
            inside.y += card_head;
            inside.h -= card_head;
        }
        for (const std::size_t shown : card.shown) {
            const quiz::Option& option = option_at(feedback_, shown);
            const float height = option_height(layout, card, shown, width) - 14;
            float x = inside.x;
            if (card.marks_each) {
                draw_badge(canvas_, {x, inside.y + (height - 56) / 2, 56, 56}, 0, look(option.correct));
                x += 72;
            }
            TextStyle style = layout.option;
            style.down = Align::centre;
            const float words = option_width(width, card, shown);
            canvas_.text({x, inside.y, words, height}, words_of(feedback_, scene_, card, shown), style);
            if (shows_picture(card, option))
                canvas_.picture(
                    {x + words + 20, inside.y + (height - picture_side) / 2, picture_side, picture_side},
                    option.picture->file);
            inside.y += height + 14;
        }
    }

    ScreenCanvas& canvas_;
    const FeedbackState& feedback_;
    const Scene& scene_;
    std::vector<OptionCard> cards_;
    std::string said_;
    const std::string& reason_;
};

/// The way on at the right, the source in what is left.
void draw_foot(ScreenCanvas& canvas, const Scene& scene, const FeedbackState& feedback, const Box& foot) {
    const std::string_view label = feedback.review && feedback.last ? scene.words.to_result
                                   : feedback.last                  ? scene.words.go_on
                                                                    : scene.words.next;
    const Box next = foot_right(foot, 420);
    canvas.button("feedback.next", next, label, ButtonLook::primary, screens::Tap::next).is(Role::primary);
    const quiz::Item& item = *feedback.page.item;
    if (!item.source) return;
    canvas.fitted_text(
        {foot.x, foot.y, next.x - 40 - foot.x, foot.h},
        std::string(scene.words.source) + quiz::citation(*item.source, scene.language()),
        {.size = 28, .colour = canvas.theme().muted, .down = Align::centre, .line_height = 1.3F}, 24);
}

}  // namespace

void draw(ScreenCanvas& canvas, const FeedbackState& feedback, const Scene& scene) {
    const quiz::Item& item = *feedback.page.item;
    canvas.frame().item = item.bank + "/" + item.id;
    const Box screen = canvas.screen();
    const bool portrait = canvas.portrait();
    const Box foot = foot_line(canvas, Below::tools);
    const Words words(canvas, feedback, scene);
    const float top = 44 + canvas.theme().touch + 24;
    const Box whole{canvas.margin(), top, foot.w, foot.y - 28 - top};
    const Box beside = portrait
                           ? Box{whole.x, top + flower_room_portrait, whole.w, whole.h - flower_room_portrait}
                           : Box{whole.x + flower_column, top, whole.w - flower_column, whole.h};
    WordLayout layout = words.fitting(beside.w, beside.h);
    const bool flower = layout.height() <= beside.h && layout.scale >= least_beside_flower;
    if (!flower) layout = words.fitting(whole.w, whole.h);
    draw_top_bar(canvas, scene,
                 {.label = feedback.review ? std::string(scene.words.review) : std::string(),
                  .number = feedback.number,
                  .total = feedback.total,
                  .answered = feedback.number,
                  .flower = !flower && !feedback.review,
                  .home = !feedback.review,
                  .prefix = "feedback"});
    const Box& room = flower ? beside : whole;
    const float spare = std::max(0.0F, room.h - layout.height());
    // Read from the flower's face on in landscape; low in portrait, near the finger.
    const float down = portrait ? spare : std::min(spare / 3, 90.0F);
    if (flower && portrait)
        draw_flower(
            canvas, feedback, scene,
            {.x = screen.w / 2, .y = top + 216 + std::min(spare / 2, 120.0F), .size = flower_size_portrait},
            top + flower_room_portrait + down - 30);
    else if (flower)
        draw_flower(canvas, feedback, scene,
                    {.x = whole.x + flower_column / 2 - 30, .y = top + 300, .size = flower_size},
                    screen.h + 20);
    words.draw(layout, {room.x, room.y + down, room.w, room.h - down});
    draw_foot(canvas, scene, feedback, portrait ? foot : Box{room.x, foot.y, room.w, foot.h});
}

}  // namespace xy::gui
