#include "gui/take_home.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "paint/qr_code.h"

namespace xy::gui {
namespace {

struct HelpLine {
    std::string_view number, meaning;
};

std::array<HelpLine, 3> help_lines(const wording::VisitorWording& words) {
    return {{{"12355", words.help_youth}, {"110", words.help_danger}, {"120", words.help_medical}}};
}

/// A seal with teeth, in which the day stands.
void draw_stamp(ScreenCanvas& canvas, const Scene& scene, float x, float y, float radius,
                std::string_view day) {
    const Theme& theme = canvas.theme();
    const Colour ink = rgb(0xC8451F);
    constexpr int teeth = 20;
    for (int i = 0; i < teeth; ++i) {
        const float angle = static_cast<float>(i) * 2 * std::numbers::pi_v<float> / teeth;
        canvas.circle(x + radius * 0.92F * std::sin(angle), y - radius * 0.92F * std::cos(angle),
                      radius * 0.13F, ink);
    }
    canvas.circle(x, y, radius * 0.92F, ink);
    canvas.circle(x, y, radius * 0.76F, theme.sun_light);
    canvas.circle(x, y, radius * 0.7F, ink);
    canvas.circle(x, y, radius * 0.66F, theme.sun_light);
    const auto line = [&](std::string_view words, float middle, float size) {
        canvas.fitted_text({x - radius * 0.64F, y + middle - size * 0.65F, radius * 1.28F, size * 1.3F},
                           words,
                           {.size = size,
                            .weight = Weight::bold,
                            .colour = theme.coral_ink,
                            .across = Align::centre,
                            .down = Align::centre,
                            .line_height = 1.2F},
                           theme.body_min);
    };
    line(scene.words.stamp, -radius * 0.2F, 32);
    line(wording::short_day(scene.language(), day), radius * 0.3F, 24);
}

void draw_code(ScreenCanvas& canvas, const Box& box, const paint::QrCode& code) {
    if (code.side == 0) return;
    constexpr int quiet = 2;  // and as much again of the white card
    // Whole pixels, so that every square is as large as the other.
    const float square =
        std::floor(box.w * canvas.scale() / static_cast<float>(code.side + 2 * quiet)) / canvas.scale();
    const float side = square * static_cast<float>(code.side);
    const float left = std::round((box.x + (box.w - side) / 2) * canvas.scale()) / canvas.scale();
    const float top = std::round((box.y + (box.h - side) / 2) * canvas.scale()) / canvas.scale();
    for (int row = 0; row < code.side; ++row)
        for (int column = 0; column < code.side;) {
            int end = column;
            while (end < code.side && code.is_dark(row, end)) ++end;
            if (end > column)
                canvas.fill(
                    {left + static_cast<float>(column) * square, top + static_cast<float>(row) * square,
                     static_cast<float>(end - column) * square, square},
                    rgb(0x000000));
            column = end + 1;
        }
}

}  // namespace

void draw_ticket(ScreenCanvas& canvas, const Scene& scene, const Box& box, std::string_view day) {
    const Theme& theme = canvas.theme();
    canvas.fill(box, theme.sun_light, theme.radius);
    canvas.outline(box, rgb(0xE9C46A), 2, theme.radius);
    for (const float edge : {box.x, box.right()}) canvas.circle(edge, box.y + box.h / 2, 22, theme.paper);
    const float radius = std::min({84.0F, box.h * 0.36F, box.w * 0.165F});
    const float seal = box.right() - 26 - radius;
    const float tear = seal - radius - 14;
    for (float y = box.y + 20; y < box.bottom() - 16; y += 14) canvas.circle(tear, y, 2.5F, rgb(0xE9C46A));
    const Box words{box.x + 34, box.y + 26, tear - 12 - box.x - 34, box.h - 52};
    canvas.fitted_text({words.x, words.y, words.w, 44}, scene.words.word_title,
                       {.size = 30, .weight = Weight::bold, .colour = theme.sun_ink, .down = Align::centre},
                       theme.body_min);
    canvas.fitted_text({words.x, words.y + 48, words.w, words.h - 48 - 46},
                       wording::word_of_day(scene.language(), day),
                       {.size = 72,
                        .weight = Weight::bold,
                        .colour = theme.ink,
                        .down = Align::centre,
                        .line_height = 1.15F},
                       28);
    canvas.fitted_text({words.x, words.bottom() - 42, words.w, 42}, scene.words.word_for,
                       {.size = 28, .colour = theme.ink, .down = Align::centre}, theme.body_min);
    draw_stamp(canvas, scene, seal, box.y + box.h / 2, radius, day);
}

void draw_help_card(ScreenCanvas& canvas, const Scene& scene, const Box& box,
                    const std::vector<LocalizedText>& sentences) {
    const Theme& theme = canvas.theme();
    canvas.card(box);
    const float side = std::min(box.h - 40, box.w * 0.4F);
    const Box code{box.x + 20, box.y + (box.h - side) / 2, side, side};
    draw_code(canvas, code, paint::qr_code(take_home_text(scene.words, scene.language(), sentences)));
    const Box words{code.right() + 20, box.y + 20, box.right() - 16 - code.right() - 20, box.h - 36};
    canvas.fitted_text({words.x, words.y, words.w, 46}, scene.words.help_title,
                       {.size = 32, .weight = Weight::bold, .colour = theme.ink, .down = Align::centre},
                       theme.body_min);
    const float row = (words.h - 50) / 3;
    float y = words.y + 50;
    for (const HelpLine& line : help_lines(scene.words)) {
        canvas.text({words.x, y, 112, row}, line.number,
                    {.size = 36,
                     .weight = Weight::bold,
                     .colour = theme.green_dark,
                     .down = Align::centre,
                     .line_height = 1.2F});
        canvas.fitted_text({words.x + 116, y, words.w - 116, row}, line.meaning,
                           {.size = 28, .colour = theme.ink, .down = Align::centre, .line_height = 1.2F},
                           theme.body_min);
        y += row;
    }
}

std::string take_home_text(const wording::VisitorWording& words, Language language,
                           const std::vector<LocalizedText>& sentences) {
    constexpr std::size_t most_bytes = 300;
    std::string text(words.help_title);
    for (const HelpLine& line : help_lines(words))
        text += "\n" + std::string(line.number) + " " + std::string(line.meaning);
    for (const LocalizedText& sentence : sentences)
        if (text.size() + 1 + sentence.in(language).size() <= most_bytes)
            text += "\n" + sentence.in(language);
    return text;
}

}  // namespace xy::gui
