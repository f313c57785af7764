#include "charts/colour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace xy::charts {
namespace {

/// From the end towards the middle.
using Side = std::array<Colour, 3>;
constexpr Side low_side{coral, rgb(0xf0a58a), rgb(0xf8d3c4)};
constexpr Side high_side{green, rgb(0x7fc3a6), rgb(0xc0e2d3)};
constexpr Colour neither = rgb(0xe6e6e0);

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

std::string hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
}

std::vector<Colour> step_colours(std::size_t count) {
    std::vector<Colour> colours(count, neither);
    for (std::size_t i = 0; i < count / 2; ++i) {
        const std::size_t shade = std::min(i, low_side.size() - 1);
        colours[i] = low_side[shade];
        colours[count - 1 - i] = high_side[shade];
    }
    return colours;
}

double contrast(Colour one, Colour other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Colour text_on(Colour ground) {
    return contrast(ink, ground) >= contrast(white, ground) ? ink : white;
}

}  // namespace xy::charts
