#pragma once

#include <map>
#include <string>

#include "base/localized.h"

namespace xy::figures {

/// What people call the ids of the configuration. An id without a title is printed itself.
struct Titles {
    std::map<std::string, LocalizedText> audiences;
    std::map<std::string, LocalizedText> venues;
};

}  // namespace xy::figures
