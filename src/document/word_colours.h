// The colours of a report, as in its HTML form. Inside document/ only.
#pragma once

#include <string_view>

namespace xy::document::colour {

inline constexpr std::string_view ink = "1F2A37";
inline constexpr std::string_view quiet = "5E6876";
inline constexpr std::string_view green = "0F7B5F";
inline constexpr std::string_view deep_green = "0A5A46";
inline constexpr std::string_view heading_fill = "E3F2EC";
inline constexpr std::string_view gap_fill = "FDF0CF";
inline constexpr std::string_view border = "D5DDE0";
inline constexpr std::string_view warning = "C00000";

}  // namespace xy::document::colour
