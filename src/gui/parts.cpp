#include "gui/parts.h"

#include <algorithm>

namespace xy::gui {
namespace {

constexpr Milliseconds slide{250};

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

}  // namespace

float draw_top_bar(ScreenCanvas& canvas, const Scene& scene, const TopBar& bar) {
    const Theme& theme = canvas.theme();
    Box line{canvas.margin(), 44, canvas.screen().w - 2 * canvas.margin(), theme.touch};
    // Before anybody has answered anything there is nothing to leave.
    const bool begun = !scene.state.visit || scene.state.visit->recorded;
    if (begun && bar.home) line = draw_home(canvas, bar.prefix, line);
    const float end = draw_tools(canvas, scene, bar.prefix, line);
    const TextStyle number{.size = 32, .weight = Weight::bold, .colour = theme.ink, .down = Align::centre};
    const float width = canvas.text_width(bar.label, number);
    canvas.text({line.x, line.y, width + 1, line.h}, bar.label, number);
    const Box trough{line.x + width + 32, line.y + line.h / 2 - 12, end - line.x - width - 32, 24};
    canvas.fill(trough, theme.trough, 12);
    const bool moves = bar.from != bar.to;
    const float share = moves ? bar.from + (bar.to - bar.from) * scene.progress(canvas, slide) : bar.to;
    if (share > 0) canvas.fill({trough.x, trough.y, std::max(24.0F, trough.w * share), 24}, theme.sun, 12);
    return line.bottom();
}

Box foot_line(const ScreenCanvas& canvas) {
    const float height = canvas.theme().button;
    const float bottom = canvas.portrait() ? 80 : foot_margin;
    return {canvas.margin(), canvas.screen().h - bottom - height, canvas.screen().w - 2 * canvas.margin(),
            height};
}

Box foot_left(const ScreenCanvas& canvas, float width) {
    const Box line = foot_line(canvas);
    return {line.x, line.y, width, line.h};
}

Box foot_right(const ScreenCanvas& canvas, float width) {
    const Box line = foot_line(canvas);
    return {line.right() - width, line.y, width, line.h};
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

}  // namespace xy::gui
