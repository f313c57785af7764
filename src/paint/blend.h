// Source-over blending of 8-bit pixels. Two channels at a time in one word.
#pragma once

#include <cstdint>

namespace xy::paint {

/// `colour` over `below` with `opacity` 0..255; the top byte of both is ignored.
inline std::uint32_t blend(std::uint32_t below, std::uint32_t colour, std::uint32_t opacity) {
    const std::uint32_t weight = opacity + (opacity >> 7U);  // 0..256, so that 255 gives `colour` exactly
    const std::uint32_t keep = 256U - weight;
    const std::uint32_t red_blue = ((colour & 0xFF00FFU) * weight + (below & 0xFF00FFU) * keep) >> 8U;
    const std::uint32_t green = ((colour & 0x00FF00U) * weight + (below & 0x00FF00U) * keep) >> 8U;
    return (red_blue & 0xFF00FFU) | (green & 0x00FF00U);
}

/// A premultiplied 0xAARRGGBB colour over `below`.
inline std::uint32_t blend_premultiplied(std::uint32_t below, std::uint32_t colour) {
    const std::uint32_t opacity = colour >> 24U;
    const std::uint32_t keep = 256U - (opacity + (opacity >> 7U));
    const std::uint32_t red_blue = (((below & 0xFF00FFU) * keep) >> 8U) & 0xFF00FFU;
    const std::uint32_t green = (((below & 0x00FF00U) * keep) >> 8U) & 0x00FF00U;
    return (red_blue | green) + (colour & 0xFFFFFFU);
}

}  // namespace xy::paint
