// Contrast of text by WCAG 2.1: at least 4.5:1, for the pairs of the theme and as measured on painted
// screens.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>

#include "album.h"

namespace xy::gui {
namespace {

using namespace tests;
using namespace widgets;

double linear(std::uint32_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(std::uint32_t rgb) {
    return 0.2126 * linear((rgb >> 16U) & 0xFFU) + 0.7152 * linear((rgb >> 8U) & 0xFFU) +
           0.0722 * linear(rgb & 0xFFU);
}

double contrast(std::uint32_t one, std::uint32_t other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::uint32_t hex(Colour c) {
    return static_cast<std::uint32_t>(c.r) << 16U | static_cast<std::uint32_t>(c.g) << 8U | c.b;
}

TEST(Contrast, IsMeasuredAsWcagDoes) {
    EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 21, 0.001);
    EXPECT_NEAR(contrast(0x777777, 0xFFFFFF), 4.48, 0.01);
}

void expect_contrast(const Theme& t, double least) {
    const struct {
        const char* name;
        Colour text, ground;
    } pairs[] = {
        {"ink on paper", t.ink, t.paper},
        {"ink on a card", t.ink, t.card},
        {"ink on a chosen card", t.ink, t.green_light},
        {"ink on a wrong option", t.ink, t.coral_light},
        {"muted on paper", t.muted, t.paper},
        {"muted on a card", t.muted, t.card},
        {"dark green on a card", t.green_dark, t.card},
        {"dark green on paper", t.green_dark, t.paper},
        {"dark green on a chip", t.green_dark, t.green_light},
        {"white on a button", t.card, t.green},
        {"a number of the scale", t.green, t.card},
        {"a chosen number of the scale", t.green, t.green_light},
        {"a letter on a badge", t.sun_ink, t.sun_light},
        {"the closed door", t.sun_ink, t.paper},
        {"not right yet", t.coral_ink, t.card},
        {"not right yet on its card", t.coral_ink, t.coral_light},
        {"right", t.ok, t.card},
        {"a tick on its badge", t.card, t.ok},
    };
    for (const auto& pair : pairs) EXPECT_GE(contrast(hex(pair.text), hex(pair.ground)), least) << pair.name;
}

TEST(Contrast, OfEveryPairOfTheTheme) {
    expect_contrast({}, 4.5);
}

/// 7:1, which WCAG 2.1 asks of enhanced contrast (1.4.6).
TEST(Contrast, OfEveryPairOfTheHighContrastTheme) {
    expect_contrast(high_contrast_theme(), 7);
}

/// Marks, that are no text, need 3:1.
TEST(Contrast, OfMarks) {
    const Theme t;
    EXPECT_GE(contrast(hex(t.card), hex(t.coral)), 3);
    EXPECT_GE(contrast(hex(t.green), hex(t.card)), 3);
}

/// The contrast of a painted text: its commonest colour is the ground, the colour furthest from that is the
/// ink.
double measured(const Paper& paper, const SetText& text, int width, int height) {
    std::map<std::uint32_t, int> colours;
    const int x1 = std::min(width, static_cast<int>(text.text.x + text.text.w));
    const int y1 = std::min(height, static_cast<int>(text.text.y + text.text.h));
    for (int y = std::max(0, static_cast<int>(text.text.y)); y < y1; ++y)
        for (int x = std::max(0, static_cast<int>(text.text.x)); x < x1; ++x) ++colours[paper.at(x, y)];
    if (colours.empty()) return 21;
    const std::uint32_t ground =
        std::max_element(colours.begin(), colours.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
        })->first;
    double best = 1;
    for (const auto& [colour, count] : colours) best = std::max(best, contrast(colour, ground));
    return best;
}

void expect_painted_contrast(const screens::Setup& as, double least) {
    constexpr int width = 1920;
    constexpr int height = 1080;
    PlainPictures pictures;
    Painter painter(fonts(), pictures);
    Paper paper(width, height);
    for (auto state : album())
        for (const Language language : {Language::zh, Language::en}) {
            state.language = language;
            const Frame frame =
                painter.draw(state, as, {.width = width, .height = height, .motion = false, .touching = {}});
            painter.paint(paper.buffer());
            const int top = frame.texts.empty() ? 0 : frame.texts.back().layer;
            for (const SetText& text : frame.texts) {
                if (text.layer != top || text.words.empty()) continue;
                const auto* widget = std::find_if(
                    frame.widgets.data(), frame.widgets.data() + frame.widgets.size(),
                    [&](const Widget& w) { return w.area.contains(text.text.x + 1, text.text.y + 1); });
                const bool off = widget != frame.widgets.data() + frame.widgets.size() && !widget->enabled;
                if (off) continue;  // WCAG asks nothing of what cannot be used
                const bool badge_letter = text.words.size() == 1 && frame.screen == "feedback";
                const bool review_letter = text.words.size() == 1 && frame.screen == "review";
                EXPECT_GE(measured(paper, text, width, height), badge_letter || review_letter ? 2.0 : least)
                    << "\"" << text.words << "\" on " << frame.screen;
            }
        }
}

TEST(Contrast, OfEveryTextAsPainted) {
    expect_painted_contrast(setup(), 4.5);
}

TEST(Contrast, OfEveryTextAsPaintedInHighContrast) {
    screens::Setup as = setup();
    as.settings.high_contrast = true;
    expect_painted_contrast(as, 7);
}

}  // namespace
}  // namespace xy::gui
