// What a PNG or JPEG says of itself, without unpacking it. Inside bank/ only.
#pragma once

#include <string>
#include <string_view>

#include "bank/picture_content.h"

namespace xy::bank {

/// Goes from chunk to chunk (PNG specification, 5.3) to the end. Only those that make up the picture are
/// kept: texts and profiles can unpack to thousands of times their length.
CheckedPicture checked_png(std::string_view file);

/// Goes from marker to marker (ITU T.81, B.1) to the end. Baseline and progressive only, and no more passes
/// over the picture than programs write.
CheckedPicture checked_jpeg(std::string file);

}  // namespace xy::bank
