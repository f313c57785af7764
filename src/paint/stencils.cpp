#include "paint/stencils.h"

#include <algorithm>
#include <cmath>

namespace xy::paint {
namespace {

/// Fills a square texture; `coverage` gets the distance of each texel from the middle, in texels, and gives
/// 0..1.
template <typename Coverage>
std::unique_ptr<Texture> paint_round(int side, Coverage coverage) {
    auto texture = std::make_unique<Texture>();
    texture->serial = next_texture_serial();
    texture->width = texture->height = side;
    texture->coverage.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    const float middle = static_cast<float>(side) / 2;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float dx = static_cast<float>(x) + 0.5F - middle;
            const float dy = static_cast<float>(y) + 0.5F - middle;
            const float share = std::clamp(coverage(std::hypot(dx, dy)), 0.0F, 1.0F);
            texture->coverage.push_back(static_cast<std::uint8_t>(std::lround(255 * share)));
        }
    return texture;
}

}  // namespace

const Texture& Stencils::disc(int radius, int line) {
    std::unique_ptr<Texture>& texture = made_[{radius, line}];
    if (!texture) {
        const auto outer = static_cast<float>(radius);
        const float inner = line > 0 ? outer - static_cast<float>(line) : -1;
        texture = paint_round(2 * radius, [=](float distance) {
            return std::min(outer - distance + 0.5F, line > 0 ? distance - inner + 0.5F : 1.0F);
        });
    }
    return *texture;
}

const Texture& Stencils::shadow(int radius, int blur, float opacity) {
    std::unique_ptr<Texture>& texture = made_[{radius, -blur}];
    if (!texture) {
        const auto edge = static_cast<float>(radius);
        const auto reach = static_cast<float>(blur);
        texture = paint_round(2 * (radius + blur) + 1, [=](float distance) {
            const float t = std::clamp((distance - edge + reach * 0.5F) / (reach * 1.5F), 0.0F, 1.0F);
            return opacity * (1 - t * t * (3 - 2 * t));
        });
    }
    return *texture;
}

}  // namespace xy::paint
