// A picture in memory to paint into, and fonts and pictures to paint with.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "paint/glyphs.h"
#include "paint/picture_source.h"
#include "paint/pixels.h"

namespace xy::paint::tests {

inline FontFiles fonts() {
    const std::filesystem::path folder = "/usr/share/fonts/opentype/noto";
    return {folder / "NotoSansCJK-Regular.ttc", folder / "NotoSansCJK-Bold.ttc"};
}

/// Plain coloured pictures of the asked size; "missing.svg" cannot be read.
class PlainPictures final : public PictureSource {
 public:
    const Texture* picture(const std::string& file, int width, int height) override {
        if (file == "missing.svg") return nullptr;
        const std::string key = file + " " + std::to_string(width) + "x" + std::to_string(height);
        for (const auto& [known, texture] : made_)
            if (known == key) return texture.get();
        auto texture = std::make_unique<Texture>();
        texture->serial = next_texture_serial();
        texture->width = std::max(1, width);
        texture->height = std::max(1, height);
        const auto count =
            static_cast<std::size_t>(texture->width) * static_cast<std::size_t>(texture->height);
        // Half see-through in stripes, so that blending shows.
        for (std::size_t i = 0; i < count; ++i)
            texture->colour.push_back(i % 3 == 0 ? 0x80400020U : 0xFFC0E0F0U);
        made_.emplace_back(key, std::move(texture));
        return made_.back().second.get();
    }

 private:
    std::vector<std::pair<std::string, std::unique_ptr<Texture>>> made_;
};

class Paper {
 public:
    Paper(int width, int height)
        : width_(width),
          height_(height),
          pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}
    int width() const { return width_; }
    int height() const { return height_; }
    PixelBuffer buffer() { return {pixels_.data(), width_, height_, width_}; }
    const std::vector<std::uint32_t>& pixels() const { return pixels_; }
    std::uint32_t at(int x, int y) const {
        return pixels_.at(static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                          static_cast<std::size_t>(x)) &
               0xFFFFFFU;
    }
    void fill(std::uint32_t colour) { std::fill(pixels_.begin(), pixels_.end(), colour); }

 private:
    int width_;
    int height_;
    std::vector<std::uint32_t> pixels_;
};

}  // namespace xy::paint::tests
