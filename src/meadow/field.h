// 花田: the flowers of the day on the hills, one for each visit. Who came and when cannot be told from it.
#pragma once

#include <span>
#include <vector>

#include "paint/canvas.h"

namespace xy::meadow {

struct FieldFlower {
    float x = 0;  ///< of its middle
    float y = 0;
    float depth = 0;  ///< 0: far away, small; 1: near
};

/// Of a flower at this depth, its radius.
float radius_at(float depth);

/// Where `count` flowers stand on hills of this height, the far ones first; each place stays the same while
/// more are added. They keep off the boxes; where these leave no room, there are fewer. Each is the best of
/// a few candidates: the one farthest from those that stand already (Mitchell, 1991).
std::vector<FieldFlower> field_flowers(const paint::Box& screen, float hills, int count,
                                       std::span<const paint::Box> keep_off);

/// The flowers that were worked out last, for as long as the same ones are asked for.
class KeptField {
 public:
    /// field_flowers() of these.
    std::span<const FieldFlower> of(const paint::Box& screen, float hills, int count,
                                    std::span<const paint::Box> keep_off);

 private:
    struct Asked {
        std::vector<paint::Box> boxes;  ///< the screen, and what they keep off
        float hills = 0;
        int count = 0;
        friend bool operator==(const Asked&, const Asked&) = default;
    };
    Asked asked_;
    std::vector<FieldFlower> flowers_;
};

void draw_field(paint::Canvas& canvas, std::span<const FieldFlower> flowers);

}  // namespace xy::meadow
