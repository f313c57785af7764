// Coverage textures made once for each size: rounded corners, rings of them, and the soft shadow of cards.
// Cheaper to draw and sharper than triangles, because every straight edge lies on whole pixels.
#pragma once

#include <map>
#include <memory>
#include <utility>

#include "paint/texture.h"

namespace xy::paint {

class Stencils {
 public:
    /// A disc of `radius` pixels, 2·radius wide and high; a ring of `line` pixels inside its edge when line >
    /// 0. Stays valid until forget_all().
    const Texture& disc(int radius, int line);
    /// The blurred shadow of a rounded rectangle without straight parts: 2·corner + 1 wide and high, where
    /// corner = radius + blur.
    const Texture& shadow(int radius, int blur, float opacity);
    /// For another scale.
    void forget_all() { made_.clear(); }

 private:
    std::map<std::pair<int, int>, std::unique_ptr<Texture>> made_;  ///< radius, line; a shadow: radius, −blur
};

}  // namespace xy::paint
