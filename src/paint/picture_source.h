// Where pictures come from; the program that shows them knows how to read files.
#pragma once

#include <string>

#include "paint/texture.h"

namespace xy::paint {

class PictureSource {
 public:
    virtual ~PictureSource() = default;
    /// The picture scaled to fit into width × height pixels (one of the two is met exactly), or nullptr when
    /// it cannot be read. It stays valid as long as something is drawn with it.
    virtual const Texture* picture(const std::string& file, int width, int height) = 0;
};

}  // namespace xy::paint
