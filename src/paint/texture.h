// What a draw command can be filled with besides a plain colour. An ImTextureID is a `const Texture*`.
#pragma once

#include <cstdint>
#include <vector>

namespace xy::paint {

/// Texture coordinates are in texels, not 0..1: everything is drawn pixel for pixel.
struct Texture {
    /// Never reused, so that a changed picture under an old address is noticed.
    std::uint64_t serial = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> coverage;  ///< one byte a texel, tinted by the vertex colour; or
    std::vector<std::uint32_t> colour;   ///< 0xAARRGGBB with colour premultiplied by alpha

    bool is_coverage() const { return colour.empty(); }
};

std::uint64_t next_texture_serial();

}  // namespace xy::paint
