#include "bank/picture_content.h"

#include <algorithm>
#include <cstring>
#include <fmt/core.h>
#include <utility>

#include "bank/picture_bitmap.h"
#include "bank/picture_svg.h"
#include "base/regular_file.h"

namespace xy::bank {
namespace {

PictureRefusal problem_with(const FileBytes& read) {
    switch (read.fault) {
        case FileFault::no_file:
            return {"it is not a file", "name a picture file"};
        case FileFault::too_large:
            return {fmt::format("the file is larger than {} MB", largest_picture / (1024 * 1024)),
                    "save it smaller: a photo as JPEG, about 1600 pixels wide"};
        default:
            return {fmt::format("it cannot be read: {}", std::strerror(read.reason)),
                    "check its permissions"};
    }
}

}  // namespace

PictureFormat format_of(const std::filesystem::path& file) {
    const std::string suffix = file.extension().string();
    if (suffix == ".png") return PictureFormat::png;
    return suffix == ".jpg" || suffix == ".jpeg" ? PictureFormat::jpeg : PictureFormat::svg;
}

PictureRefusal problem_with_shape(double width, double height) {
    if (std::max(width, height) <= most_stretched * std::min(width, height)) return {};
    return {fmt::format("it is {:g} × {:g}: one side is more than {:g} times the other", width, height,
                        most_stretched),
            "cut it to what is to be seen, or add an even margin"};
}

CheckedPicture checked_picture(std::string bytes, PictureFormat format) {
    switch (format) {
        case PictureFormat::png:
            return checked_png(bytes);
        case PictureFormat::jpeg:
            return checked_jpeg(std::move(bytes));
        default:
            return checked_svg(std::move(bytes));
    }
}

CheckedPicture read_picture_file(const std::filesystem::path& file) {
    FileBytes read = read_regular_file(file, largest_picture);
    if (read.fault != FileFault::none) return problem_with(read);
    return checked_picture(std::move(read.bytes), format_of(file));
}

}  // namespace xy::bank
