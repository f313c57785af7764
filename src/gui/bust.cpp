#include "gui/bust.h"

#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace xy::gui {
namespace {

using paint::Canvas;
using paint::Colour;
using paint::rgb;

using Points = std::vector<std::pair<float, float>>;

constexpr float pi = std::numbers::pi_v<float>;
constexpr Colour hair = rgb(0x2B2118);
constexpr Colour line = rgb(0x2A1D12);
constexpr Colour white = rgb(0xFFFFFF);
constexpr Colour red = rgb(0xD9421F);

/// Draws in units of a bust of radius 100, from its middle.
class Pen {
 public:
    Pen(Canvas& canvas, float x, float y, float radius)
        : canvas_(canvas), x_(x), y_(y), unit_(radius / 100) {}

    void circle(float x, float y, float radius, Colour colour) {
        canvas_.circle(x_ + x * unit_, y_ + y * unit_, radius * unit_, colour);
    }
    void ellipse(float x, float y, float rx, float ry, Colour colour, float turn = 0) {
        canvas_.ellipse(x_ + x * unit_, y_ + y * unit_, rx * unit_, ry * unit_, turn, colour);
    }
    void shape(Points points, Colour colour) { canvas_.convex(placed(std::move(points)), colour); }
    void stroke(Points points, float width, Colour colour) {
        canvas_.polyline(placed(std::move(points)), width * unit_, colour);
    }
    /// A part of an ellipse's edge, in radians clockwise from the right.
    static Points arc(float x, float y, float rx, float ry, float from, float to) {
        constexpr int steps = 14;
        Points points;
        for (int i = 0; i <= steps; ++i) {
            const float angle = from + (to - from) * static_cast<float>(i) / steps;
            points.emplace_back(x + rx * std::cos(angle), y + ry * std::sin(angle));
        }
        return points;
    }

 private:
    Points placed(Points points) const {
        for (auto& [x, y] : points) {
            x = x_ + x * unit_;
            y = y_ + y * unit_;
        }
        return points;
    }

    Canvas& canvas_;
    float x_, y_, unit_;
};

struct Look {
    Colour ground;
    Colour skin = rgb(0xF0C49B);
    Colour shade = rgb(0xDFA877);  ///< of the neck and the ears
    Colour coat;
};

/// Ends on the circle behind it.
void draw_shoulders(Pen& pen, Colour coat) {
    constexpr float half = 64;
    const float right = std::acos(half / 100);
    Points points = Pen::arc(0, 100 * std::sin(right), half, 41, pi, 2 * pi);
    for (const auto& point : Pen::arc(0, 0, 100, 100, right, pi - right)) points.push_back(point);
    pen.shape(points, coat);
}

void draw_head(Pen& pen, const Look& look) {
    pen.shape({{-17, 18}, {17, 18}, {17, 40}, {0, 50}, {-17, 40}}, look.shade);
    for (const float side : {-1.0F, 1.0F}) pen.ellipse(43 * side, -8, 8, 11, look.shade);
    pen.ellipse(0, -10, 42, 45, look.skin);
}

void draw_face(Pen& pen) {
    for (const float side : {-1.0F, 1.0F}) {
        pen.ellipse(16 * side, -9, 4.6F, 5.8F, line);
        pen.ellipse(25 * side, 5, 8, 5.5F, rgb(0xF2A98A));
    }
    pen.stroke(Pen::arc(0, 6, 13, 11, pi * 0.12F, pi * 0.88F), 4.4F, line);
}

/// Short hair; `low` is how far it comes down on the forehead.
void draw_cap(Pen& pen, Colour colour, float low = -26) {
    Points points = Pen::arc(0, -12, 44, 46, pi * 1.09F, pi * 1.91F);
    points.emplace_back(30, low);
    points.emplace_back(-30, low);
    pen.shape(points, colour);
}

void draw_collar(Pen& pen, Colour colour) {
    for (const float side : {-1.0F, 1.0F})
        pen.shape({{0, 56}, {24 * side, 36}, {32 * side, 54}, {16 * side, 62}}, colour);
}

void draw_pupil(Pen& pen) {
    const Look look{rgb(0xFFE0A0), rgb(0xF0C49B), rgb(0xDFA877), rgb(0xF8F3E6)};
    pen.circle(0, 0, 100, look.ground);
    for (const float side : {-1.0F, 1.0F}) {
        pen.ellipse(36 * side, 2, 14, 36, hair);
        pen.circle(56 * side, -26, 19, hair);
    }
    draw_shoulders(pen, look.coat);
    draw_head(pen, look);
    draw_cap(pen, hair);
    draw_face(pen);
    for (const float side : {-1.0F, 1.0F}) pen.circle(42 * side, -36, 6.5F, rgb(0xFFB81C));
    pen.shape({{-30, 40}, {30, 40}, {26, 50}, {0, 56}, {-26, 50}}, red);
    for (const float side : {-1.0F, 1.0F}) pen.shape({{0, 50}, {18 * side, 82}, {6 * side, 84}}, red);
}

void draw_junior(Pen& pen) {
    const Look look{rgb(0xCFEBDD), rgb(0xF0C49B), rgb(0xDFA877), rgb(0x0F7B5F)};
    pen.circle(0, 0, 100, look.ground);
    draw_shoulders(pen, look.coat);
    for (const float side : {-1.0F, 1.0F}) pen.stroke({{50 * side, 58}, {57 * side, 76}}, 5, white);
    pen.stroke({{0, 58}, {0, 98}}, 3, white);
    draw_head(pen, look);
    draw_collar(pen, white);
    draw_cap(pen, hair);
    draw_face(pen);
}

void draw_senior(Pen& pen) {
    const Look look{rgb(0xD8E5F7), rgb(0xF0C49B), rgb(0xDFA877), rgb(0x4D86C6)};
    pen.circle(0, 0, 100, look.ground);
    pen.ellipse(50, -8, 15, 38, hair, -0.25F);
    draw_shoulders(pen, look.coat);
    draw_head(pen, look);
    draw_collar(pen, white);
    draw_cap(pen, hair, -28);
    pen.circle(36, -44, 8, hair);
    draw_face(pen);
    pen.shape({{26, 68}, {44, 60}, {62, 68}, {44, 76}}, rgb(0x1F2A37));
}

void draw_college(Pen& pen) {
    const Look look{rgb(0xFFEDC6), rgb(0xE9BA8E), rgb(0xD6A070), rgb(0xE7A638)};
    constexpr Colour brown = rgb(0x4A2F1C);
    constexpr Colour pads = rgb(0x1F2A37);
    pen.circle(0, 0, 100, look.ground);
    draw_shoulders(pen, look.coat);
    draw_head(pen, look);
    draw_cap(pen, brown, -30);
    for (int i = 0; i < 5; ++i)
        pen.circle(-30 + 15 * static_cast<float>(i), -46 - (i % 2 == 0 ? 0.0F : 6.0F), 14, brown);
    draw_face(pen);
    pen.stroke(Pen::arc(0, -14, 50, 50, pi * 1.05F, pi * 1.95F), 6.5F, pads);
    for (const float side : {-1.0F, 1.0F}) pen.ellipse(48 * side, -6, 8, 16, pads);
}

void draw_family(Pen& pen) {
    const Look look{rgb(0xE3EDCD), rgb(0xC98F5E), rgb(0xB57C4C), rgb(0x8A5A3C)};
    pen.circle(0, 0, 100, look.ground);
    draw_shoulders(pen, look.coat);
    draw_head(pen, look);
    draw_collar(pen, rgb(0xF3E7CC));
    draw_face(pen);
    pen.ellipse(0, -38, 74, 17, rgb(0xEBCB78));
    Points crown = Pen::arc(0, -42, 35, 40, pi, 2 * pi);
    pen.shape(crown, rgb(0xE2BE62));
    pen.shape({{-35, -48}, {35, -48}, {35, -39}, {-35, -39}}, red);
    // The child on the arm.
    pen.shape({{28, 92}, {30, 62}, {42, 50}, {62, 50}, {74, 62}, {72, 69}, {52, 85}}, rgb(0xFFB81C));
    pen.circle(50, 34, 20, rgb(0xE8B88C));
    pen.shape(Pen::arc(50, 32, 21, 21, pi * 1.04F, pi * 1.96F), hair);
    for (const float side : {-1.0F, 1.0F}) pen.circle(50 + 7 * side, 37, 2.4F, line);
    pen.stroke(Pen::arc(50, 40, 6, 5, pi * 0.1F, pi * 0.9F), 2.4F, line);
}

void draw_worker(Pen& pen) {
    const Look look{rgb(0xDDE4EA), rgb(0xF0BF92), rgb(0xDBA273), rgb(0x32455A)};
    pen.circle(0, 0, 100, look.ground);
    draw_shoulders(pen, look.coat);
    draw_head(pen, look);
    pen.shape({{-6, 56}, {6, 56}, {11, 84}, {0, 96}, {-11, 84}}, rgb(0x0F7B5F));
    draw_collar(pen, white);
    draw_cap(pen, hair, -24);
    draw_face(pen);
    pen.shape({{24, 66}, {50, 66}, {50, 80}, {24, 80}}, white);
    pen.stroke({{29, 73}, {45, 73}}, 3, rgb(0x0F7B5F));
}

void draw_somebody(Pen& pen) {
    const Look look{rgb(0xFBDDD0), rgb(0xF0C49B), rgb(0xDFA877), rgb(0xB5552B)};
    constexpr Colour brown = rgb(0x4A3226);
    pen.circle(0, 0, 100, look.ground);
    pen.circle(0, -66, 20, brown);
    draw_shoulders(pen, look.coat);
    draw_head(pen, look);
    draw_collar(pen, rgb(0xF7EBD5));
    draw_cap(pen, brown, -30);
    draw_face(pen);
    for (const float side : {-1.0F, 1.0F}) pen.stroke(Pen::arc(16 * side, -8, 13, 13, 0, 2 * pi), 3, line);
    pen.stroke({{-3, -9}, {3, -9}}, 3, line);
}

}  // namespace

void draw_bust(Canvas& canvas, float x, float y, float radius, std::string_view audience) {
    Pen pen(canvas, x, y, radius);
    if (audience == "primary") return draw_pupil(pen);
    if (audience == "junior") return draw_junior(pen);
    if (audience == "senior") return draw_senior(pen);
    if (audience == "college") return draw_college(pen);
    if (audience == "family") return draw_family(pen);
    if (audience == "cadre") return draw_worker(pen);
    draw_somebody(pen);
}

}  // namespace xy::gui
