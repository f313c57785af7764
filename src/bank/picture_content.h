// What is inside a picture file, looked at before anybody draws it.
//
// A picture comes with a bank, from anywhere. The libraries that draw it believe what it says of itself: a
// view box of 1 × 5000, a PNG of 65,000 × 65,000 or a dash of 0.0001 ends or stops a program that asks them.
// So its bytes are walked here first, and what goes beyond these bounds is refused, by `bank check` and by
// the kiosk alike. What they cannot bound, the time that lines crossing each other take, the kiosk bounds
// where it draws (kiosk/picture_loader).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

namespace xy::bank {

inline constexpr std::uintmax_t largest_picture = 2 * 1024 * 1024;  ///< bytes of the file
inline constexpr std::int64_t most_pixels = 16'000'000;
inline constexpr double most_stretched = 20;           ///< the longer side over the shorter one
inline constexpr std::size_t most_segments = 20'000;   ///< lines and curves of an SVG
inline constexpr double largest_view_box = 100'000;    ///< either side, in its own units
inline constexpr double farthest_from_picture = 1000;  ///< an SVG's coordinates, in widths of the picture

enum class PictureFormat { svg, png, jpeg };

struct PictureContent {
    PictureFormat format = PictureFormat::svg;
    std::string bytes;  ///< to be drawn: of a PNG only the chunks that make up its picture
    double width = 0;   ///< of the whole; an SVG only has the proportion
    double height = 0;
};

/// Why a picture is not drawn, and what its author can do.
struct PictureRefusal {
    std::string what;
    std::string advice;
};

using CheckedPicture = std::variant<PictureContent, PictureRefusal>;

/// The format a file has by the end of its name; check_picture() takes no other.
PictureFormat format_of(const std::filesystem::path& file);

/// Looks through the bytes of a picture. It is the format that counts, not what the bytes may be otherwise: a
/// TIFF called .png is refused.
CheckedPicture checked_picture(std::string bytes, PictureFormat format);

/// The same for a file, whose size is looked at before it is read.
CheckedPicture read_picture_file(const std::filesystem::path& file);

/// Refuses a shape beyond most_stretched; an empty `what` when there is nothing against it.
PictureRefusal problem_with_shape(double width, double height);

}  // namespace xy::bank
