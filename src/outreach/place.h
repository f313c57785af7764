// Places (地点): the levels of administration, as codes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"

namespace xy::outreach {

enum class PlaceLevel { province, city, county, township, village };  ///< 省 市 县(区) 乡镇(街道) 村(社区)

/// "province", "city", "county", "township", "village".
std::string_view code(PlaceLevel level);

struct Place {
    std::string code;    ///< as in the national list, or any other that is unique
    std::string parent;  ///< code of the place it lies in; empty at the top
    PlaceLevel level = PlaceLevel::village;
    LocalizedText name;
};

/// The place and all it lies in, from the top: 县, 乡镇, 村. Empty when the code is unknown.
std::vector<const Place*> path_to(std::span<const Place> places, std::string_view code);

}  // namespace xy::outreach
