// What a sunflower is painted in, near or far.
#pragma once

#include "paint/colour.h"

namespace xy::meadow {

inline constexpr paint::Colour petal = paint::rgb(0xFFB81C);
inline constexpr paint::Colour inner_petal = paint::rgb(0xFFD261);
inline constexpr paint::Colour rim = paint::rgb(0x8A5B22);  ///< of the disc
inline constexpr paint::Colour stalk = paint::rgb(0x0F7B5F);

}  // namespace xy::meadow
