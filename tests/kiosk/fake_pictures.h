// Pictures without files: a texture of the shape that the real file has, and a note of what was asked for.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "paint/picture_source.h"

namespace xy::kiosk::tests {

class FakePictures final : public paint::PictureSource {
 public:
    struct Asked {
        std::string file;
        int width = 0;
        int height = 0;
    };

    const paint::Texture* picture(const std::string& file, int width, int height) override {
        asked_.push_back({file, width, height});
        // The shipped pictures are 4:3; the texels are never looked at.
        texture_.width = std::max(1, std::min(width, height * 4 / 3));
        texture_.height = std::max(1, std::min(height, width * 3 / 4));
        return &texture_;
    }

    /// Pictures asked for since the last call.
    std::vector<Asked> take_asked() { return std::exchange(asked_, {}); }

 private:
    paint::Texture texture_;
    std::vector<Asked> asked_;
};

}  // namespace xy::kiosk::tests
