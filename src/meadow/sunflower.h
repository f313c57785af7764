// 向阳: a sunflower with a face. One visit is one flower, and every answer opens one of its petals.
#pragma once

#include "paint/canvas.h"

namespace xy::meadow {

/// The same parts each time; only eyes, brows, mouth and the angle of the head change. None of them frowns.
enum class Expression {
    greeting,     ///< 问好
    listening,    ///< 听着: looks up at what is asked, one brow raised
    nodding,      ///< 点点头: that was right
    thinking,     ///< 原来是这样: thinks along, kindly
    celebrating,  ///< 开心: in full bloom
};

struct Sunflower {
    float x = 0;  ///< the middle of the disc
    float y = 0;
    float size = 1;  ///< of a flower 424 units wide
    Expression expression = Expression::greeting;
    float turn = 0;     ///< clockwise, in radians; the head's own angle comes on top of it
    int petals = 12;    ///< of the outer circle, one for each step of the visit; 0: a dozen
    float open = 1e6F;  ///< how many of them are open, from the top clockwise; a fraction is one that opens
    /// Where a greeting flower looks: a point of a circle of radius 1, (0, 0) straight ahead.
    float look_x = 0;
    float look_y = 0;
    bool eyes_shut = false;  ///< of a greeting flower that blinks
};
void draw_sunflower(paint::Canvas& canvas, const Sunflower& flower);

/// The steps of a survey as faces, all of one colour and one size: none of them is the better answer.
enum class Mood { worried, doubtful, undecided, confident, glad };
/// One in full bloom with that face, around (x, y); `size` as above.
void draw_mood(paint::Canvas& canvas, float x, float y, float size, Mood mood);

/// A ray of light that begins beside the petals of the flower: at `angle` (radians, clockwise from the top),
/// its ends so far from the middle of a flower of size 1.
void draw_ray(paint::Canvas& canvas, const Sunflower& flower, float angle, float near, float far, float width,
              paint::Colour colour);

/// A stem from the flower's middle down; `lean` bends its top to the right.
void draw_stem(paint::Canvas& canvas, float x, float top, float bottom, float width, float lean);

/// A leaf of this length that grows from (x, y) at `angle` (radians, clockwise; 0 to the right).
void draw_leaf(paint::Canvas& canvas, float x, float y, float angle, float length);
/// Two leaves of this length, one to each side.
void draw_leaves(paint::Canvas& canvas, float x, float y, float length);

}  // namespace xy::meadow
