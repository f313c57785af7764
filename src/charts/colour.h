// The colours of charts: those of the product, on white paper.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace xy::charts {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;

    friend bool operator==(const Colour&, const Colour&) = default;
};

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU)};
}

inline constexpr Colour white = rgb(0xffffff);
inline constexpr Colour ink = rgb(0x1d2733);
inline constexpr Colour muted = rgb(0x5b6673);
inline constexpr Colour line = rgb(0xd5dde0);
inline constexpr Colour green = rgb(0x0e7c5f);
/// A shade darker than the product's #d84315, on which white would have a contrast of 4.44 only.
inline constexpr Colour coral = rgb(0xd54113);

/// "#0e7c5f".
std::string hex(Colour colour);

/// The colours of `count` steps from the least (coral) to the most (green); the middle one of an odd number
/// is grey. Beyond seven, the palest of a side repeats.
std::vector<Colour> step_colours(std::size_t count);

/// WCAG 2.1, "contrast ratio": 1 to 21.
double contrast(Colour one, Colour other);

/// Of ink and white the one that reads better on `ground`; at least 4.5:1 on every colour above.
Colour text_on(Colour ground);

}  // namespace xy::charts
