// Numbers in the attributes of an SVG. Inside bank/ only.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace xy::bank {

/// The numbers in `text`, whatever stands between them; nothing when one is no number that a picture can
/// have: "nan", "inf", or beyond what a float holds.
std::optional<std::vector<double>> svg_numbers(std::string_view text);

struct SvgPath {
    std::vector<double> numbers;
    std::size_t segments = 0;  ///< lines and curves; an arc is drawn as up to five
};

/// The data of a path (SVG 1.1, 8.3); nothing as above.
std::optional<SvgPath> svg_path(std::string_view data);

/// A length in pixels ("12", "3.5mm"); 0 for one that is relative to something outside ("100%") or is none.
double svg_length(std::string_view text);

}  // namespace xy::bank
