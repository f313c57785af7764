// What an SVG asks of whoever draws it. Inside bank/ only.
#pragma once

#include <string>

#include "bank/picture_content.h"

namespace xy::bank {

/// Refuses what the kiosk's drawing library would draw otherwise than it is meant (clones, texts, style
/// sheets), and numbers and amounts that overflow it or never end.
CheckedPicture checked_svg(std::string svg);

}  // namespace xy::bank
