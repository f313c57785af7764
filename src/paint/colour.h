// A colour and how to write one.
#pragma once

#include <cstdint>

namespace xy::paint {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    constexpr Colour faded(double opacity) const { return {r, g, b, static_cast<std::uint8_t>(a * opacity)}; }
};

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU)};
}

}  // namespace xy::paint
