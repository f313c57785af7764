// Pictures from files, scaled to the size they are shown at: SVG drawn at that size, PNG and JPEG resampled.
//
// What a file may be was looked at before (bank/picture_content.h) and is looked at again; drawing it is left
// to a child (isolated_drawing.h), so that one that crashes the libraries, fills the memory or never ends is
// left out and nothing else happens.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>

#include "kiosk/isolated_drawing.h"
#include "paint/picture_source.h"

namespace xy::kiosk {

class PictureLoader final : public paint::PictureSource {
 public:
    /// Make it early (isolated_drawing.h says why).
    PictureLoader();
    const paint::Texture* picture(const std::string& file, int width, int height) override;
    /// Drops what nobody has asked for since the last call. Not while something is drawn.
    void forget_unused();

 private:
    struct Kept {
        std::unique_ptr<paint::Texture> texture;  ///< empty: could not be read
        bool used = false;                        ///< since the last forget_unused()
    };
    std::unique_ptr<paint::Texture> load(const std::string& file, int width, int height);

    IsolatedDrawing drawing_;
    std::map<std::tuple<std::string, int, int>, Kept> kept_;
    /// Could not be drawn: nobody waits for them a second time, at whatever size.
    std::set<std::string> refused_;
};

}  // namespace xy::kiosk
