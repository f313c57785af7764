// Pixels and rectangles of pixels.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace xy::paint {

/// Half-open: covers x0 ≤ x < x1.
struct PixelRect {
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;

    int width() const { return x1 - x0; }
    int height() const { return y1 - y0; }
    bool empty() const { return x1 <= x0 || y1 <= y0; }
    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

inline PixelRect intersection(const PixelRect& a, const PixelRect& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

/// A picture to draw into: 32 bits a pixel, 0x00RRGGBB, not owned. `stride` is in pixels.
struct PixelBuffer {
    std::uint32_t* data = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;

    std::uint32_t* row(int y) const { return data + static_cast<std::ptrdiff_t>(y) * stride; }
};

}  // namespace xy::paint
