#include <algorithm>

#include "gui/bloom.h"
#include "gui/scene.h"
#include "gui/take_home.h"

namespace xy::gui {
namespace {

using screens::Praise;
using screens::ResultState;

constexpr float gap = 24;
constexpr float cards_height = 260;  // of the ticket and the card with the telephone numbers
constexpr float closing_height = 40;

struct Greeting {
    std::string title, line;
    std::string_view badge;
};

/// "10 道题答对了 7 道"
std::string score_line(const ResultState& result, const wording::VisitorWording& words) {
    std::string line(words.score);
    for (const int number : {result.asked, result.right})
        line = wording::filled(line, std::to_string(number));
    return line;
}

Greeting greeting(const ResultState& result, const wording::VisitorWording& words) {
    const bool all = result.right == result.asked;
    switch (result.praise) {
        case Praise::great:
            return {std::string(all ? words.full_bloom : words.great),
                    (all ? wording::filled(words.all_right, std::to_string(result.asked))
                         : score_line(result, words)) +
                        std::string(words.great_line),
                    words.badge_great};
        case Praise::good:
            return {std::string(words.good), score_line(result, words) + std::string(words.good_line),
                    words.badge_good};
        case Praise::growing:
            return {std::string(words.growing), score_line(result, words) + std::string(words.growing_line),
                    words.badge_growing};
        case Praise::learning:
            return {wording::filled(words.learned, std::to_string(result.learned)),
                    std::string(words.learned_line), words.badge_growing};
        case Praise::thanks:
            break;
    }
    return {std::string(words.thanks), std::string(words.thanks_line), {}};
}

/// Returns the y below it.
float draw_greeting(ScreenCanvas& canvas, const Scene& scene, const Greeting& words, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.fitted_text({box.x, box.y, box.w, 100}, words.title,
                       {.size = 76, .weight = Weight::bold, .colour = theme.ink, .line_height = 1.3F}, 44);
    TextStyle line{
        .size = 36 * std::min(1.15F, scene.text_scale()), .colour = theme.ink, .line_height = 1.35F};
    line.size = canvas.fitting_size(words.line, line, box.w, 150, 26);
    const float height = canvas.text_height(words.line, line, box.w);
    canvas.text({box.x, box.y + 104, box.w, height}, words.line, line);
    return box.y + 104 + height + gap;
}

// ---- before and after ------------------------------------------------------------------------------------

/// One box a question: those that were right before, those that are right now besides, and the others.
void draw_gain_bar(ScreenCanvas& canvas, const ResultState& result, const Box& bar) {
    const Theme& theme = canvas.theme();
    const int all = std::max(result.before.asked, result.after.asked);
    const float cell = bar.w / static_cast<float>(all);
    for (int i = 0; i < all; ++i) {
        const Colour colour = i < result.before.right  ? theme.sun
                              : i < result.after.right ? theme.ok
                                                       : theme.trough;
        canvas.fill({bar.x + static_cast<float>(i) * cell, bar.y, cell - 4, bar.h}, colour, 8);
    }
}

/// What was right when they came and what is right now, or how the warm-up went. Returns the y below it.
float draw_gain(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, const Box& box) {
    const Theme& theme = canvas.theme();
    if (result.before.asked == 0 || result.praise == Praise::learning) return box.y;
    const auto number = [](std::string_view words, int value) {
        return wording::filled(words, std::to_string(value));
    };
    const TextStyle strong{
        .size = 32, .weight = Weight::bold, .colour = theme.green_dark, .down = Align::centre};
    if (result.after.asked == 0) {
        canvas.fitted_text(
            {box.x, box.y, box.w, 48},
            number(number(scene.words.warm_up_score, result.before.right), result.before.asked), strong,
            theme.body_min);
        return box.y + 48 + gap;
    }
    const Box card{box.x, box.y, box.w, 178};
    canvas.card(card);
    const Box inside = card.inset(36, 20);
    TextStyle plain = strong;
    plain.colour = theme.ink;
    canvas.fitted_text({inside.x, inside.y, inside.w, 44}, scene.words.gain_title, plain, theme.body_min);
    draw_gain_bar(canvas, result, {inside.x, inside.y + 54, inside.w, 34});
    plain.weight = Weight::regular;
    plain.size = 30;
    canvas.fitted_text({inside.x, inside.bottom() - 42, inside.w * 0.35F, 42},
                       number(scene.words.before, result.before.right), plain, theme.body_min);
    const int more = result.after.right - result.before.right;
    std::string now = number(scene.words.after, result.after.right);
    if (more > 0) now += "　" + number(scene.words.more, more);
    TextStyle right = strong;
    right.size = 30;
    right.across = Align::end;
    canvas.fitted_text({inside.x + inside.w * 0.35F, inside.bottom() - 42, inside.w * 0.65F, 42}, now, right,
                       theme.body_min);
    return card.bottom() + gap;
}

// ---- sentences -------------------------------------------------------------------------------------------

/// The sentences to take home: under each other where there is room, else beside each other.
void draw_sentences(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, const Box& room) {
    const Theme& theme = canvas.theme();
    const auto count = static_cast<float>(result.take_home.size());
    if (count == 0 || room.h < 80) return;
    const bool stacked = room.h >= count * 96 + (count - 1) * gap || canvas.portrait();
    const float rows = stacked ? count : 1;
    const float columns = stacked ? 1 : count;
    const float width = (room.w - gap * (columns - 1)) / columns;
    const float height = std::min(stacked ? 132.0F : 190.0F, (room.h - gap * (rows - 1)) / rows);
    const bool numbered = result.praise == Praise::learning;
    Box box{room.x, room.y, width, height};
    for (std::size_t i = 0; i < result.take_home.size(); ++i) {
        canvas.card(box);
        float x = box.x + 44;
        if (numbered) {
            canvas.circle(box.x + 60, box.y + box.h / 2, 30, theme.sun);
            canvas.text({box.x + 30, box.y, 60, box.h}, std::to_string(i + 1),
                        {.size = 34,
                         .weight = Weight::bold,
                         .colour = theme.ink,
                         .across = Align::centre,
                         .down = Align::centre});
            x = box.x + 116;
        } else {
            canvas.fill({box.x, box.y + 20, 10, box.h - 40}, theme.sun, 5);
        }
        canvas.fitted_text({x, box.y + 6, box.right() - 24 - x, box.h - 12}, scene.text(result.take_home[i]),
                           {.size = 38 * std::min(1.15F, scene.text_scale()),
                            .colour = theme.ink,
                            .down = Align::centre,
                            .line_height = 1.28F},
                           theme.body_min);
        if (stacked)
            box.y += height + gap;
        else
            box.x += width + gap;
    }
}

// ---- the way on ------------------------------------------------------------------------------------------

void draw_foot(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, const Box& foot) {
    struct Way {
        const char* id;
        std::string_view label;
        screens::Tap tap;
    };
    std::vector<Way> ways;
    if (result.missed > 0) ways.push_back({"result.review", scene.words.look_again, screens::Tap::review});
    ways.push_back({"result.again", scene.words.again, screens::Tap::again});
    ways.push_back({"result.friend", scene.words.call_a_friend, screens::Tap::next_visitor});
    ways.push_back({"result.finish", scene.words.finish, screens::Tap::finish});
    const auto count = static_cast<float>(ways.size());
    const float width = (foot.w - gap * (count - 1)) / count;
    float x = foot.x;
    for (const Way& way : ways) {
        const bool last = way.tap == screens::Tap::finish;
        Widget& button = canvas.button(way.id, {x, foot.y, width, foot.h}, way.label,
                                       last ? ButtonLook::primary : ButtonLook::ghost, way.tap, 38);
        if (last) button.is(Role::primary);
        x += width + gap;
    }
    canvas.fitted_text({foot.x, foot.bottom() + 4, foot.w, closing_height},
                       wording::filled(scene.words.closes_in, std::to_string(scene.state.seconds_left)),
                       {.size = 26,
                        .colour = canvas.theme().ink,
                        .across = Align::end,
                        .down = Align::centre,
                        .line_height = 1.25F},
                       22);
}

void draw_cards(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, const Box& box) {
    const float ticket = box.w * 0.43F;
    draw_ticket(canvas, scene, {box.x, box.y, ticket, box.h}, scene.state.counted_day);
    draw_help_card(canvas, scene, {box.x + ticket + gap, box.y, box.w - ticket - gap, box.h},
                   result.take_home);
}

void draw_flower(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, const Greeting& words,
                 const Sunflower& flower, float ground) {
    const bool low = result.praise == Praise::learning;
    draw_bloom(canvas, scene, flower, ground, !low && result.praise != Praise::thanks);
    if (low) draw_learned_flowers(canvas, scene, result.learned, flower);
    draw_ribbon(canvas, scene, words.badge, flower.x, flower.y + 290 * flower.size);
}

}  // namespace

void draw(ScreenCanvas& canvas, const ResultState& result, const Scene& scene) {
    const Greeting words = greeting(result, scene.words);
    const Box screen = canvas.screen();
    const bool portrait = canvas.portrait();
    const Box line = foot_line(canvas);
    const float left = portrait ? line.x : screen.w * 0.458F;
    const Box foot{left, line.y, line.right() - left, line.h};
    draw_hills(canvas, portrait ? 300.0F : 200.0F);
    if (portrait)
        draw_flower(canvas, scene, result, words, {.x = screen.w / 2, .y = 330, .size = 0.9F}, 720);
    else
        draw_flower(canvas, scene, result, words,
                    {.x = left / 2 - 20, .y = screen.h * 0.39F, .size = std::min(1.45F, left / 600)},
                    screen.h - 30);
    const float top = portrait ? 730 : 56 + (screen.h - 1080) / 4;
    float y = draw_greeting(canvas, scene, words, {left, top, foot.w, 0});
    y = draw_gain(canvas, scene, result, {left, y, foot.w, 0});
    const Box cards{left, foot.y - gap - cards_height, foot.w, cards_height};
    draw_sentences(canvas, scene, result, {left, y, foot.w, cards.y - gap - y});
    draw_cards(canvas, scene, result, cards);
    draw_foot(canvas, scene, result, foot);
}

}  // namespace xy::gui
