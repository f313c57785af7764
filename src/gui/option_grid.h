// How a stem and its options share the space between the top bar and the foot: found by trying sizes from
// large to small until everything fits; then the options alone grow into the room that is left. On a portrait
// screen what is touched stands low, within a child's reach, and what is read and seen above it.
#pragma once

#include <string>
#include <vector>

#include "gui/scene.h"

namespace xy::gui {

struct OptionGrid {
    float stem_scale = 1;    ///< times the nominal size
    float option_scale = 1;  ///< times the nominal size
    std::size_t columns = 1;
    float cell_height = 0;
    float gap = 32;
    float caption = 0;  ///< room for the words under each option's picture, so that all pictures are level
    Box stem;
    Box picture;  ///< of the stem; empty without one
    Box options;  ///< the whole grid

    Box cell(std::size_t index) const;
};

struct GridWish {
    const quiz::Item& item;
    Language language = Language::zh;
    float scale = 1;  ///< what the visitor asked for
    Box space;        ///< between chip and foot
    float stem_size = 56;
    float option_size = 40;
};

inline constexpr float stem_line_height = 1.4F;
inline constexpr float option_line_height = 1.28F;
inline constexpr float badge_side = 76;
inline constexpr float option_padding = 32;

TextStyle stem_style(const ScreenCanvas& canvas, const GridWish& wish, float scale);
TextStyle option_style(const ScreenCanvas& canvas, const GridWish& wish, float scale);

OptionGrid arrange(ScreenCanvas& canvas, const GridWish& wish);

/// Whether the options show pictures, each above its text.
bool has_option_pictures(const quiz::Item& item);

}  // namespace xy::gui
