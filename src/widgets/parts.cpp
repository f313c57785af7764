#include "widgets/parts.h"

#include <algorithm>

namespace xy::widgets {
namespace {

/// Of the bar with the tools on a portrait screen.
constexpr float tool_bar = 128;

Language other(Language language) {
    return language == Language::zh ? Language::en : Language::zh;
}

/// Tools from the right; returns the x where they begin. Reading aloud will be one more of them.
float draw_tools(ScreenCanvas& canvas, const Scene& scene, const std::string& prefix, const Box& line) {
    struct Tool {
        std::string id;
        std::string_view label;
        screens::Action action;
    };
    const Tool tools[] = {
        {prefix + ".language", scene.words.other_language, screens::ChooseLanguage{other(scene.language())}},
        {prefix + ".text_size", scene.state.large_text ? scene.words.normal_text : scene.words.large_text,
         screens::Tap::toggle_text_size},
    };
    float x = line.right();
    for (const Tool& tool : tools) {
        const float width = std::max(120.0F, canvas.text_width(tool.label, {.size = 32, .colour = {}}) + 64);
        x -= width;
        canvas.button(tool.id, {x, line.y, width, canvas.theme().touch}, tool.label, ButtonLook::ghost,
                      tool.action, 32);
        x -= 24;
    }
    return x - 8;
}

/// A house. Returns what is left of the line at its right.
Box draw_home(ScreenCanvas& canvas, const std::string& prefix, const Box& line) {
    const Theme& theme = canvas.theme();
    const float side = theme.touch;
    const std::string id = prefix + ".home";
    canvas.button(id, {line.x, line.y, side, side}, "", ButtonLook::ghost, screens::Tap::back);
    const float x = line.x + side / 2;
    const float y = line.y + side / 2 + (canvas.pressed(id) ? 4.0F : 0.0F);
    constexpr float stroke = 5;
    canvas.polyline({{x - 26, y - 1}, {x, y - 24}, {x + 26, y - 1}}, stroke, theme.ink);
    canvas.polyline({{x - 18, y - 4}, {x - 18, y + 22}, {x + 18, y + 22}, {x + 18, y - 4}}, stroke,
                    theme.ink);
    canvas.polyline({{x - 6, y + 22}, {x - 6, y + 8}, {x + 6, y + 8}, {x + 6, y + 22}}, stroke, theme.ink);
    return {line.x + side + 32, line.y, line.w - side - 32, line.h};
}

/// "3 / 12 片花瓣"
void draw_count(ScreenCanvas& canvas, const Scene& scene, const TopBar& bar, const Box& line, float end) {
    const Theme& theme = canvas.theme();
    float x = line.x;
    if (bar.total > 0 && bar.flower) {
        constexpr float size = 0.25F;
        draw_sunflower(canvas, {.x = x + 212 * size,
                                .y = line.y + line.h / 2,
                                .size = size,
                                .expression = Expression::listening,
                                .petals = bar.total,
                                .open = static_cast<float>(bar.answered)});
        x += 424 * size + 24;
    }
    const auto word = [&](const std::string& words, float size, Weight weight, Colour colour) {
        if (words.empty()) return;
        const float width =
            std::min(canvas.text_width(words, {.size = size, .weight = weight, .colour = {}}) + 1,
                     std::max(1.0F, end - x));
        canvas.fitted_text({x, line.y, width, line.h}, words,
                           {.size = size, .weight = weight, .colour = colour, .down = Align::centre}, 22);
        x += width + 12;
    };
    word(bar.label, 32, Weight::bold, theme.ink);
    if (bar.total == 0) return;
    word(std::to_string(bar.number), 40, Weight::bold, theme.ink);
    std::string of = "/ " + std::to_string(bar.total);
    if (bar.flower) of += " " + std::string(scene.words.petals);
    word(of, 32, Weight::regular, theme.muted);
}

}  // namespace

void draw_hills(ScreenCanvas& canvas, float height) {
    if (!canvas.theme().plain) meadow::draw_hills(canvas, height);
}

float draw_top_bar(ScreenCanvas& canvas, const Scene& scene, const TopBar& bar) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    const Box top{canvas.margin(), 44, screen.w - 2 * canvas.margin(), theme.touch};
    Box count = top;
    Box tools = top;
    if (canvas.portrait()) {
        canvas.fill({0, screen.h - tool_bar, screen.w, tool_bar}, theme.trough);
        tools.y = screen.h - tool_bar + (tool_bar - theme.touch) / 2;
    }
    // Before anybody has answered anything there is nothing to leave.
    const bool begun = !scene.state.visit || scene.state.visit->recorded;
    if (begun && bar.home) tools = draw_home(canvas, bar.prefix, tools);
    const float end = draw_tools(canvas, scene, bar.prefix, tools);
    if (!canvas.portrait()) count = {tools.x, top.y, end - tools.x, top.h};
    draw_count(canvas, scene, bar, count, count.right());
    return top.bottom();
}

Box foot_line(const ScreenCanvas& canvas, Below below) {
    const float height = canvas.theme().button;
    const float bottom = !canvas.portrait() ? foot_margin : below == Below::tools ? tool_bar + 28 : 80;
    return {canvas.margin(), canvas.screen().h - bottom - height, canvas.screen().w - 2 * canvas.margin(),
            height};
}

Box foot_left(const Box& foot, float width) {
    return {foot.x, foot.y, width, foot.h};
}

Box foot_right(const Box& foot, float width) {
    return {foot.right() - width, foot.y, width, foot.h};
}

float button_width(ScreenCanvas& canvas, std::string_view label, float least) {
    return std::max(least, canvas.text_width(label, {.size = 40, .weight = Weight::bold, .colour = {}}) + 96);
}

void draw_tick(ScreenCanvas& canvas, const Box& box, Colour colour) {
    const float s = box.w;
    canvas.polyline({{box.x + 0.28F * s, box.y + 0.52F * s},
                     {box.x + 0.44F * s, box.y + 0.68F * s},
                     {box.x + 0.73F * s, box.y + 0.34F * s}},
                    s * 0.1F, colour);
}

void draw_cross(ScreenCanvas& canvas, const Box& box, Colour colour) {
    const float a = 0.33F * box.w;
    const float b = 0.67F * box.w;
    canvas.polyline({{box.x + a, box.y + a}, {box.x + b, box.y + b}}, box.w * 0.1F, colour);
    canvas.polyline({{box.x + b, box.y + a}, {box.x + a, box.y + b}}, box.w * 0.1F, colour);
}

void draw_badge(ScreenCanvas& canvas, const Box& box, std::size_t index, const BadgeLook& look) {
    canvas.fill(box, look.inside, box.w * 0.3F);
    if (look.mark == Mark::tick) return draw_tick(canvas, box, look.ink);
    if (look.mark == Mark::cross) return draw_cross(canvas, box, look.ink);
    const std::string letter(1, static_cast<char>('A' + index));
    canvas.text(box, letter,
                {.size = box.w * 0.55F,
                 .weight = Weight::bold,
                 .colour = look.ink,
                 .across = Align::centre,
                 .down = Align::centre,
                 .line_height = 1.2F});
}

void line_of(ScreenCanvas& canvas, const Box& box, std::string_view words, float size, Colour colour,
             Weight weight, Align across) {
    canvas.fitted_text(box, words,
                       {.size = size,
                        .weight = weight,
                        .colour = colour,
                        .across = across,
                        .down = Align::centre,
                        .line_height = 1.25F},
                       canvas.theme().body_min);
}

}  // namespace xy::widgets
