#include <algorithm>
#include <array>
#include <utility>

#include "gui/parts.h"

namespace xy::gui {
namespace {

using screens::Praise;
using screens::ResultState;

struct Greeting {
    std::string title;
    std::string_view line, badge;
};

Greeting greeting(const ResultState& result, const wording::VisitorWording& words) {
    switch (result.praise) {
        case Praise::great:
            return {std::string(words.great), words.great_line, words.badge_great};
        case Praise::good:
            return {std::string(words.good), words.good_line, words.badge_good};
        case Praise::growing:
            return {std::string(words.growing), words.growing_line, words.badge_growing};
        case Praise::learning:
            return {wording::filled(words.learned, std::to_string(result.learned)), words.learned_line,
                    words.badge_growing};
        case Praise::thanks:
            break;
    }
    return {std::string(words.thanks), words.thanks_line, {}};
}

void draw_score(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, float x, float y,
                float radius) {
    const Theme& theme = canvas.theme();
    const float width = radius * 0.17F;
    canvas.ring(x, y, radius, width, 1, theme.trough);
    const float share = static_cast<float>(result.right) / static_cast<float>(result.asked);
    canvas.ring(x, y, radius, width, share * scene.progress(canvas, Milliseconds{600}), theme.green);
    canvas.text({x - radius, y - radius * 0.58F, 2 * radius, radius * 0.8F}, std::to_string(result.right),
                {.size = radius * 0.64F,
                 .weight = Weight::bold,
                 .colour = theme.ink,
                 .across = Align::centre,
                 .down = Align::centre,
                 .line_height = 1.2F});
    canvas.text({x - radius, y + radius * 0.22F, 2 * radius, radius * 0.3F},
                wording::filled(scene.words.out_of, std::to_string(result.asked)),
                {.size = radius * 0.18F,
                 .colour = theme.muted,
                 .across = Align::centre,
                 .down = Align::centre,
                 .line_height = 1.2F});
}

void draw_badge_name(ScreenCanvas& canvas, std::string_view name, float x, float y) {
    if (name.empty()) return;
    canvas.chip(x - canvas.chip_width(name, 40) / 2, y, name, canvas.theme().sun_light,
                canvas.theme().sun_ink, 40);
}

/// A flower for each thing that was learned, beside the large one.
void draw_learned(ScreenCanvas& canvas, const ResultState& result, float middle, float y, float size) {
    const float spread = canvas.portrait() ? 1.6F * size : size;
    constexpr std::array<std::pair<float, float>, 10> places{{{-300, 240},
                                                              {305, 235},
                                                              {-195, 315},
                                                              {200, 325},
                                                              {-335, 375},
                                                              {340, 380},
                                                              {-225, 425},
                                                              {230, 430},
                                                              {-330, 490},
                                                              {335, 495}}};
    draw_hills(canvas, 300);
    draw_stem(canvas, middle, y + 150 * size, y + 520 * size, 22 * size, 0);
    for (std::size_t i = 0; i < places.size() && static_cast<int>(i) < result.learned; ++i) {
        const float x = middle + places[i].first * spread;
        const float head = y + places[i].second * size;
        draw_stem(canvas, x, head, head + 110 * size, 8 * size, 0);
        draw_sunflower(canvas, x, head, 0.22F * size, 0);
    }
    draw_sunflower(canvas, middle, y, size, 0);
}

bool shows_score(const ResultState& result) {
    return result.asked > 0 && result.praise != Praise::learning;
}

/// Where to get help, whatever the score.
void draw_help(ScreenCanvas& canvas, const Scene& scene, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.fill(box, theme.green_light, theme.radius);
    const Box inside = box.inset(32, 22);
    canvas.text({inside.x, inside.y, inside.w, 46}, scene.words.help_title,
                {.size = 32, .weight = Weight::bold, .colour = theme.green_dark, .line_height = 1.4F});
    struct Line {
        std::string_view number, meaning;
    };
    const Line lines[] = {{"12355", scene.words.help_youth},
                          {"110", scene.words.help_danger},
                          {"120", scene.words.help_medical}};
    const float cell = inside.w / 3;
    const float height = inside.h - 46 - 46;
    for (std::size_t i = 0; i < 3; ++i) {
        const Box place{inside.x + static_cast<float>(i) * cell, inside.y + 50, cell - 16, height};
        canvas.text({place.x, place.y, place.w, 52}, lines[i].number,
                    {.size = 40, .weight = Weight::bold, .colour = theme.ink, .line_height = 1.3F});
        canvas.fitted_text({place.x, place.y + 52, place.w, height - 56}, lines[i].meaning,
                           {.size = 26, .colour = theme.ink, .line_height = 1.25F}, 24);
    }
    canvas.fitted_text({inside.x, inside.bottom() - 42, inside.w, 42}, scene.words.help_who,
                       {.size = 26, .colour = theme.ink, .line_height = 1.4F}, 24);
}

float draw_take_home(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, Box box) {
    const Theme& theme = canvas.theme();
    for (const LocalizedText& sentence : result.take_home) {
        TextStyle style{.size = 34 * std::min(1.15F, scene.text_scale()),
                        .colour = theme.ink,
                        .down = Align::centre,
                        .line_height = 1.4F};
        style.size = canvas.fitting_size(scene.text(sentence), style, box.w - 88, 100, 26);
        const float height =
            std::max(104.0F, canvas.text_height(scene.text(sentence), style, box.w - 88) + 48);
        canvas.card({box.x, box.y, box.w, height});
        canvas.fill({box.x, box.y + 24, 10, height - 48}, theme.sun, 5);
        canvas.text({box.x + 44, box.y, box.w - 88, height}, scene.text(sentence), style);
        box.y += height + 24;
    }
    return box.y;
}

void draw_topic_bar(ScreenCanvas& canvas, const Scene& scene, const screens::TopicResult& topic,
                    const Box& trough) {
    const Theme& theme = canvas.theme();
    canvas.fill(trough, theme.trough, trough.h / 2);
    if (topic.right == 0) return;
    const float share = static_cast<float>(topic.right) / static_cast<float>(topic.asked);
    const float length = trough.w * share * scene.progress(canvas, Milliseconds{600});
    canvas.fill({trough.x, trough.y, std::max(trough.h, length), trough.h}, theme.ok, trough.h / 2);
}

/// Its name, and how many of its items were right, at both ends of `line`; `left` is the room of the name.
void draw_topic_words(ScreenCanvas& canvas, const Scene& scene, const screens::TopicResult& topic,
                      const Box& line, float left) {
    const Theme& theme = canvas.theme();
    canvas.fitted_text({line.x, line.y, left, line.h}, scene.text(topic.title),
                       {.size = 30, .colour = theme.ink, .down = Align::centre, .line_height = 1.2F}, 24);
    canvas.text({line.right() - 120, line.y, 120, line.h},
                std::to_string(topic.right) + " / " + std::to_string(topic.asked),
                {.size = std::min(32.0F, line.h / 1.2F),
                 .weight = Weight::bold,
                 .colour = theme.ink,
                 .across = Align::end,
                 .down = Align::centre,
                 .line_height = 1.2F});
}

/// One line for each; of many topics, two in a line with their bars under them.
void draw_topics(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, const Box& box) {
    constexpr std::size_t most_lines = 5;
    constexpr float between = 48;
    if (result.topics.empty() || !shows_score(result)) return;
    const std::size_t columns = result.topics.size() > most_lines ? 2 : 1;
    const std::size_t lines = (result.topics.size() + columns - 1) / columns;
    const float row = std::min(columns == 1 ? 62.0F : 92.0F, box.h / static_cast<float>(lines));
    // Rather none than crowded ones: the sentences to take home matter more.
    if (row < (columns == 1 ? 40 : 62)) return;
    const float width = columns == 1 ? box.w : (box.w - between) / 2;
    for (std::size_t i = 0; i < result.topics.size(); ++i) {
        const screens::TopicResult& topic = result.topics[i];
        const Box cell{box.x + static_cast<float>(i % columns) * (width + between),
                       box.y + static_cast<float>(i / columns) * row, width, row};
        if (columns == 1) {
            const float name = cell.w * 0.27F;
            draw_topic_words(canvas, scene, topic, cell, name);
            draw_topic_bar(canvas, scene, topic,
                           {cell.x + name + 20, cell.y + row / 2 - 12, cell.w - name - 20 - 120, 24});
        } else {
            draw_topic_words(canvas, scene, topic, {cell.x, cell.y, cell.w, 42}, cell.w - 120);
            draw_topic_bar(canvas, scene, topic, {cell.x, cell.y + 44, cell.w, 16});
        }
    }
}

/// Buttons from the right, and the countdown in what is left.
void draw_foot(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, float left) {
    const Box foot = foot_line(canvas);
    Box finish = foot_right(canvas, canvas.portrait() ? 420 : 360);
    canvas.button("result.finish", finish, scene.words.finish, ButtonLook::primary, screens::Tap::finish)
        .is(Role::primary);
    float end = finish.x - 32;
    if (result.missed > 0) {
        const float width = button_width(canvas, scene.words.look_again);
        canvas.button("result.review", {end - width, foot.y, width, foot.h}, scene.words.look_again,
                      ButtonLook::ghost, screens::Tap::review);
        end -= width + 32;
    }
    canvas.fitted_text({left, foot.y, end - left, foot.h},
                       wording::filled(scene.words.closes_in, std::to_string(scene.state.seconds_left)),
                       {.size = 28,
                        .colour = shows_score(result) ? canvas.theme().muted : canvas.theme().ink,
                        .down = Align::centre,
                        .line_height = 1.25F},
                       22);
}

/// What was right before learning and after it, or in the warm-up; empty where neither was asked.
std::string gain_of(const ResultState& result, const wording::VisitorWording& words) {
    std::string text(result.after.asked > 0 && result.before.asked > 0 ? words.gain
                     : result.before.asked > 0                         ? words.warm_up_score
                                                                       : std::string_view());
    for (const int number :
         {result.before.right, result.before.asked, result.after.right, result.after.asked})
        text = wording::filled(text, std::to_string(number));
    return text;
}

/// Returns the y below it.
float draw_gain(ScreenCanvas& canvas, const Scene& scene, const ResultState& result, const Box& box) {
    const std::string words = gain_of(result, scene.words);
    if (words.empty() || !shows_score(result)) return box.y;
    canvas.fitted_text({box.x, box.y, box.w, 48}, words,
                       {.size = 34,
                        .weight = Weight::bold,
                        .colour = canvas.theme().green_dark,
                        .down = Align::centre,
                        .line_height = 1.2F},
                       canvas.theme().body_min);
    return box.y + 66;
}

float draw_greeting(ScreenCanvas& canvas, const Scene& scene, const Greeting& words, const Box& box) {
    const Theme& theme = canvas.theme();
    canvas.fitted_text({box.x, box.y, box.w, 96}, words.title,
                       {.size = 68, .weight = Weight::bold, .colour = theme.ink, .line_height = 1.4F}, 44);
    const TextStyle line{
        .size = 34 * std::min(1.15F, scene.text_scale()), .colour = theme.muted, .line_height = 1.35F};
    const float height = canvas.text_height(words.line, line, box.w);
    canvas.text({box.x, box.y + 100, box.w, height}, words.line, line);
    return box.y + 100 + height + 26;
}

void draw_landscape(ScreenCanvas& canvas, const Scene& scene, const ResultState& result,
                    const Greeting& words) {
    const Box screen = canvas.screen();
    const Box foot = foot_line(canvas);
    const float left = 100;
    const float width = 640;
    const float help = 236;
    const Box help_box{left, screen.h - foot_margin - help, width, help};
    const float middle = left + width / 2;
    if (result.praise == Praise::learning) {
        draw_learned(canvas, result, middle, 300, 0.95F);
        draw_badge_name(canvas, words.badge, middle, help_box.y - 32 - 86);
    } else if (shows_score(result)) {
        const float room = help_box.y - 40 - 130;
        const float radius = std::min(250.0F, (room - 60) / 2 / 1.1F);
        draw_score(canvas, scene, result, middle, 70 + radius * 1.1F, radius);
        draw_badge_name(canvas, words.badge, middle, help_box.y - 32 - 86);
    } else {
        draw_sunflower(canvas, middle, help_box.y / 2, 1.3F, 0);
    }
    draw_help(canvas, scene, help_box);
    const float x = 820;
    const float right = screen.w - x - canvas.margin();
    float y = draw_greeting(canvas, scene, words, {x, 84, right, 0});
    y = draw_gain(canvas, scene, result, {x, y, right, 0});
    y = draw_take_home(canvas, scene, result, {x, y, right, 0});
    draw_topics(canvas, scene, result, {x, y + 16, right, foot.y - 40 - y - 16});
    draw_foot(canvas, scene, result, x);
}

void draw_portrait(ScreenCanvas& canvas, const Scene& scene, const ResultState& result,
                   const Greeting& words) {
    const Box screen = canvas.screen();
    const Box foot = foot_line(canvas);
    const float x = canvas.margin();
    const float width = screen.w - 2 * x;
    const float middle = screen.w / 2;
    if (result.praise == Praise::learning) {
        draw_learned(canvas, result, middle, 220, 0.62F);
        draw_badge_name(canvas, words.badge, middle, 464);
    } else if (shows_score(result)) {
        draw_score(canvas, scene, result, middle, 240, 170);
        draw_badge_name(canvas, words.badge, middle, 464);
    } else {
        draw_sunflower(canvas, middle, 290, 1.0F, 0);
    }
    const float help = 250;
    const Box help_box{x, foot.y - 36 - help, width, help};
    float y = draw_greeting(canvas, scene, words, {x, 590, width, 0});
    y = draw_gain(canvas, scene, result, {x, y, width, 0});
    y = draw_take_home(canvas, scene, result, {x, y, width, 0});
    draw_topics(canvas, scene, result, {x, y + 12, width, help_box.y - 30 - y - 12});
    draw_help(canvas, scene, help_box);
    draw_foot(canvas, scene, result, x);
}

}  // namespace

void draw(ScreenCanvas& canvas, const ResultState& result, const Scene& scene) {
    const Greeting words = greeting(result, scene.words);
    if (canvas.portrait())
        draw_portrait(canvas, scene, result, words);
    else
        draw_landscape(canvas, scene, result, words);
}

}  // namespace xy::gui
