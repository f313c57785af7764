// Pictures from files, scaled to the size they are shown at: SVG drawn at that size, PNG and JPEG resampled.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>

#include "paint/picture_source.h"

namespace xy::kiosk {

class PictureLoader final : public paint::PictureSource {
 public:
    const paint::Texture* picture(const std::string& file, int width, int height) override;
    /// Drops what nobody has asked for since the last call. Not while something is drawn.
    void forget_unused();

 private:
    struct Kept {
        std::unique_ptr<paint::Texture> texture;  ///< empty: could not be read
        bool used = false;                        ///< since the last forget_unused()
    };
    std::map<std::tuple<std::string, int, int>, Kept> kept_;
};

}  // namespace xy::kiosk
