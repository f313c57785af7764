#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/localized.h"
#include "outreach/place.h"

namespace xy::figures {

/// What people call the ids of the configuration. An id without a title is printed itself.
struct Titles {
    std::map<std::string, LocalizedText> audiences;
    std::map<std::string, LocalizedText> venues;
    std::vector<outreach::Place> places = {};  ///< of all levels
};

}  // namespace xy::figures
