#include "meadow/sunflower.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "meadow/colours.h"

namespace xy::meadow {
namespace {

using paint::Canvas;
using paint::Colour;
using paint::rgb;

using Curve = std::vector<std::pair<float, float>>;

constexpr float pi = std::numbers::pi_v<float>;
constexpr Colour empty_petal = rgb(0xFFF6DF);
constexpr Colour empty_outline = rgb(0xA68434);
constexpr Colour dark = rgb(0x3B250C);
constexpr Colour brow = rgb(0x6E4517);
constexpr Colour light = rgb(0xFFF4DC);
constexpr Colour cheek = rgb(0xD6834F);
constexpr Colour blade = rgb(0x17875A);
constexpr Colour vein = rgb(0x0A5A46);

struct Point {
    float x, y;
};

/// A bend from one point to another, with a control point.
struct Bend {
    Point from, control, to;

    Point at(float t) const {
        const auto mix = [t](float a, float b, float c) {
            return (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
        };
        return {mix(from.x, control.x, to.x), mix(from.y, control.y, to.y)};
    }
};

/// Draws what is given in units of a flower of size 1, turned about its middle.
class FlowerPen {
 public:
    FlowerPen(Canvas& canvas, const Sunflower& flower, float turn)
        : canvas_(canvas), flower_(flower), turn_(turn) {}

    /// Where the face looks.
    void shift(float dx, float dy) {
        dx_ = dx;
        dy_ = dy;
    }
    std::pair<float, float> place(Point point) const {
        const float x = point.x + dx_;
        const float y = point.y + dy_;
        return {flower_.x + flower_.size * (x * std::cos(turn_) - y * std::sin(turn_)),
                flower_.y + flower_.size * (x * std::sin(turn_) + y * std::cos(turn_))};
    }
    void ellipse(Point middle, float rx, float ry, Colour colour) {
        const auto [x, y] = place(middle);
        canvas_.ellipse(x, y, rx * flower_.size, ry * flower_.size, turn_, colour);
    }
    void circle(Point middle, float radius, Colour colour) {
        const auto [x, y] = place(middle);
        canvas_.circle(x, y, radius * flower_.size, colour);
    }
    /// With round ends.
    void stroke(const Bend& bend, float width, Colour colour) {
        constexpr int steps = 14;
        Curve curve;
        for (int i = 0; i <= steps; ++i) curve.push_back(place(bend.at(static_cast<float>(i) / steps)));
        canvas_.polyline(curve, width * flower_.size, colour);
        for (const auto& [x, y] : {curve.front(), curve.back()})
            canvas_.circle(x, y, width * flower_.size / 2, colour);
    }
    /// What lies between two bends: as many strokes as it takes.
    void between(const Bend& upper, const Bend& lower, float width, Colour colour) {
        constexpr int strokes = 8;
        for (int i = 0; i <= strokes; ++i) {
            const float t = static_cast<float>(i) / strokes;
            const auto mix = [t](Point a, Point b) {
                return Point{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
            };
            stroke({mix(upper.from, lower.from), mix(upper.control, lower.control), mix(upper.to, lower.to)},
                   width, colour);
        }
    }

 private:
    Canvas& canvas_;
    const Sunflower& flower_;
    float turn_;
    float dx_ = 0;
    float dy_ = 0;
};

// ---- petals ----------------------------------------------------------------------------------------------

class Petals {
 public:
    Petals(Canvas& canvas, const Sunflower& flower, float turn, float wide)
        : canvas_(canvas), flower_(flower), turn_(turn), wide_(wide) {
        count_ = flower.petals > 0 ? flower.petals : 12;
        width_ = std::min(46.0F, 38.0F * 12 / static_cast<float>(count_));
    }

    void draw() const {
        const auto count = static_cast<float>(count_);
        for (int i = 0; i < count_; ++i)
            if (flower_.open < static_cast<float>(i) + 1) draw_empty(angle(static_cast<float>(i)));
        for (int i = 0; i < count_; ++i) {
            const float grown = std::clamp(flower_.open - static_cast<float>(i), 0.0F, 1.0F);
            if (grown > 0) draw_one(angle(static_cast<float>(i)), 112, width_, 92, grown, petal);
        }
        // The inner ones stand between two that are open.
        for (int i = 0; i < count_; ++i) {
            const float beside = i + 1 == count_ ? count : static_cast<float>(i) + 2;
            if (flower_.open >= beside)
                draw_one(angle(static_cast<float>(i) + 0.5F), 98, width_ * 26 / 38, 70, 1, inner_petal);
        }
    }

 private:
    float angle(float index) const { return turn_ + index * 2 * pi / static_cast<float>(count_); }
    void draw_one(float angle, float distance, float rx, float ry, float grown, Colour colour) const {
        const float root = distance - ry;  // it grows from where it is rooted
        const float at = (root + ry * grown) * flower_.size * wide_;
        canvas_.ellipse(flower_.x + at * std::sin(angle), flower_.y - at * std::cos(angle),
                        rx * grown * flower_.size * wide_, ry * grown * flower_.size * wide_, angle, colour);
    }
    void draw_empty(float angle) const {
        // No thinner than a line that can be seen.
        const float line = std::max(3.0F, 1.6F / flower_.size);
        draw_one(angle, 112, width_, 92, 1, empty_outline);
        draw_one(angle, 112, width_ - line, 92 - line, 1, empty_petal);
    }

    Canvas& canvas_;
    const Sunflower& flower_;
    float turn_;
    float wide_;
    int count_;
    float width_;
};

void draw_disc(FlowerPen& pen, bool with_seeds) {
    pen.circle({0, 0}, 88, rim);
    constexpr int seeds = 24;
    for (int i = 0; with_seeds && i < seeds; ++i) {
        const float angle = static_cast<float>(i) * 2 * pi / seeds;
        pen.circle({82 * std::sin(angle), 82 * std::cos(angle)}, 2.8F, rgb(0xC08A3E));
    }
    pen.circle({0, 0}, 76, rgb(0xA9722F));
}

// ---- faces -----------------------------------------------------------------------------------------------

void draw_open_eyes(FlowerPen& pen, float rx, float ry, Point look) {
    for (const float side : {-1.0F, 1.0F}) {
        const Point eye{28 * side + look.x, -11 + look.y};
        pen.ellipse(eye, rx, ry, dark);
        pen.circle({eye.x - 3.2F, eye.y - 5.5F}, 4.2F, light);
        pen.circle({eye.x + 4, eye.y + 5}, 2, light);
    }
}

/// Eyes that smile: two bows.
void draw_smiling_eyes(FlowerPen& pen, float half, float height, float width) {
    for (const float side : {-28.0F, 28.0F})
        pen.stroke({{side - half, -6}, {side, -6 - height}, {side + half, -6}}, width, dark);
}

void draw_cheeks(FlowerPen& pen, float scale) {
    for (const float side : {-52.0F, 52.0F}) pen.ellipse({side, 17}, 12 * scale, 10 * scale, cheek);
}

void draw_laughing_mouth(FlowerPen& pen) {
    pen.between({{-34, 14}, {0, 26}, {34, 14}}, {{-34, 14}, {0, 62}, {34, 14}}, 6, dark);
    pen.ellipse({0, 33}, 13, 4.5F, cheek);
}

void draw_greeting(FlowerPen& pen, const Sunflower& flower) {
    pen.shift(9 * flower.look_x, 8 * flower.look_y);
    if (flower.eyes_shut)
        for (const float side : {-28.0F, 28.0F})
            pen.stroke({{side - 11, -9}, {side, -4}, {side + 11, -9}}, 7, dark);
    else
        draw_open_eyes(pen, 11, 13.5F, {4 * flower.look_x, 4 * flower.look_y});
    draw_cheeks(pen, 1);
    pen.stroke({{-30, 19}, {0, 50}, {30, 19}}, 8.5F, dark);
}

void draw_face(FlowerPen& pen, const Sunflower& flower) {
    switch (flower.expression) {
        case Expression::greeting:
            return draw_greeting(pen, flower);
        case Expression::listening:
            pen.shift(6.8F, -6);
            draw_open_eyes(pen, 11, 13.5F, {3, -3});
            pen.stroke({{-44, -37}, {-30, -46}, {-16, -40}}, 6.5F, brow);
            pen.stroke({{15, -45}, {30, -56}, {44, -45}}, 6.5F, brow);
            draw_cheeks(pen, 0.8F);
            return pen.stroke({{-9, 30}, {4, 34}, {17, 26}}, 8.5F, dark);
        case Expression::nodding:
            pen.shift(0, 2.8F);
            draw_smiling_eyes(pen, 13, 19, 8);
            draw_cheeks(pen, 1.25F);
            return draw_laughing_mouth(pen);
        case Expression::thinking:
            draw_open_eyes(pen, 11.5F, 13.5F, {0, 0.4F});
            pen.stroke({{-43, -33}, {-32, -43}, {-17, -44}}, 6.5F, brow);
            pen.stroke({{43, -33}, {32, -43}, {17, -44}}, 6.5F, brow);
            draw_cheeks(pen, 1.1F);
            return pen.stroke({{-19, 26}, {0, 39}, {19, 26}}, 8, dark);
        case Expression::celebrating:
            pen.shift(0, -2);
            draw_smiling_eyes(pen, 14, 24, 8.5F);
            pen.stroke({{-44, -44}, {-29, -56}, {-14, -48}}, 6.5F, brow);
            pen.stroke({{44, -44}, {29, -56}, {14, -48}}, 6.5F, brow);
            draw_cheeks(pen, 1.35F);
            pen.between({{-36, 11}, {0, 23}, {36, 11}}, {{-33, 28}, {0, 84}, {33, 28}}, 6, dark);
            return pen.ellipse({0, 45}, 17, 8, cheek);
    }
}

void draw_mood_face(FlowerPen& pen, Mood mood) {
    const auto brows = [&](float outer, float inner) {
        for (const float side : {-1.0F, 1.0F})
            pen.stroke({{43 * side, outer}, {30 * side, std::min(outer, inner) - 5}, {17 * side, inner}},
                       6.5F, brow);
    };
    if (mood == Mood::glad)
        draw_smiling_eyes(pen, 13, 19, 8);
    else
        draw_open_eyes(pen, 11, 13.5F, {0, 0});
    draw_cheeks(pen, 1);
    switch (mood) {
        case Mood::worried:
            brows(-34, -45);
            pen.stroke({{-24, 33}, {-12, 22}, {0, 31}}, 8, dark);
            return pen.stroke({{0, 31}, {12, 40}, {24, 29}}, 8, dark);
        case Mood::doubtful:
            brows(-40, -45);
            return pen.stroke({{-19, 33}, {0, 27}, {19, 33}}, 8, dark);
        case Mood::undecided:
            return pen.stroke({{-19, 31}, {0, 31}, {19, 31}}, 8, dark);
        case Mood::confident:
            return pen.stroke({{-28, 21}, {0, 48}, {28, 21}}, 8.5F, dark);
        case Mood::glad:
            return draw_laughing_mouth(pen);
    }
}

/// How the head is held, in degrees clockwise.
float head_of(Expression expression) {
    switch (expression) {
        case Expression::listening:
            return 5;
        case Expression::nodding:
            return 7;
        case Expression::thinking:
            return -7;
        case Expression::greeting:
        case Expression::celebrating:
            return 0;
    }
    return 0;
}

}  // namespace

void draw_sunflower(Canvas& canvas, const Sunflower& flower) {
    const float head = flower.turn + head_of(flower.expression) * pi / 180;
    // Petals tell how far the visit is from the top on: they turn with a breeze and not with the head.
    const bool counts = flower.open <= static_cast<float>(flower.petals);
    const float wide = flower.expression == Expression::celebrating ? 1.06F : 1;
    Petals(canvas, flower, counts ? flower.turn : head, wide).draw();
    FlowerPen pen(canvas, flower, head);
    draw_disc(pen, flower.size > 0.3F);
    draw_face(pen, flower);
}

void draw_mood(Canvas& canvas, float x, float y, float size, Mood mood) {
    const Sunflower flower{.x = x, .y = y, .size = size};
    Petals(canvas, flower, 0, 1).draw();
    FlowerPen pen(canvas, flower, 0);
    draw_disc(pen, size > 0.3F);
    draw_mood_face(pen, mood);
}

void draw_ray(Canvas& canvas, const Sunflower& flower, float angle, float near, float far, float width,
              Colour colour) {
    const auto at = [&](float distance) {
        return std::pair{flower.x + distance * flower.size * std::sin(angle),
                         flower.y - distance * flower.size * std::cos(angle)};
    };
    canvas.polyline({at(near), at(far)}, width * flower.size, colour);
}

void draw_stem(Canvas& canvas, float x, float top, float bottom, float width, float lean) {
    Curve stem;
    for (int i = 0; i <= 12; ++i) {
        const float t = static_cast<float>(i) / 12;
        stem.emplace_back(x + lean * (1 - t) * (1 - t) - 14 * 4 * t * (1 - t) * width / 26,
                          top + (bottom - top) * t);
    }
    canvas.polyline(stem, width, stalk);
}

void draw_leaf(Canvas& canvas, float x, float y, float angle, float length) {
    const auto place = [&](Point point) {
        return std::pair{x + length * (point.x * std::cos(angle) - point.y * std::sin(angle)),
                         y + length * (point.x * std::sin(angle) + point.y * std::cos(angle))};
    };
    constexpr Point root{0, 0};
    constexpr Point tip{1, -0.045F};
    Curve leaf;
    constexpr int steps = 12;
    for (int i = 0; i <= steps; ++i)
        leaf.push_back(place(Bend{root, {0.3F, -0.32F}, tip}.at(static_cast<float>(i) / steps)));
    for (int i = steps - 1; i > 0; --i)
        leaf.push_back(place(Bend{root, {0.5F, 0.3F}, tip}.at(static_cast<float>(i) / steps)));
    canvas.convex(leaf, blade);
    canvas.polyline({place({0.1F, -0.005F}), place({0.45F, -0.025F}), place({0.82F, -0.038F})},
                    std::max(2.0F, length * 0.016F), vein.faded(0.55));
}

void draw_leaves(Canvas& canvas, float x, float y, float length) {
    draw_leaf(canvas, x, y, -0.5F, length);
    draw_leaf(canvas, x, y, -2.62F, length);
}

}  // namespace xy::meadow
