// A picture of a bank. The first byte says whether it is called .svg, .png or .jpg. Drawing it is not tried:
// the kiosk does that in a child that may crash.
#include <algorithm>
#include <array>

#include "bank/picture_content.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xy;
    using bank::PictureFormat;
    std::string_view input = fuzz::text_of(data, size);
    constexpr std::array formats{PictureFormat::svg, PictureFormat::png, PictureFormat::jpeg};
    const PictureFormat format = formats.at(fuzz::take_kind(input, formats.size()));
    const bank::CheckedPicture checked = bank::checked_picture(std::string(input), format);
    if (const auto* refusal = std::get_if<bank::PictureRefusal>(&checked)) {
        fuzz::require(!refusal->what.empty() && !refusal->advice.empty());
        return 0;
    }
    const auto& picture = std::get<bank::PictureContent>(checked);
    fuzz::require(picture.width > 0 && picture.height > 0 && picture.bytes.size() <= input.size());
    fuzz::require(std::max(picture.width, picture.height) <=
                  bank::most_stretched * std::min(picture.width, picture.height));
    fuzz::require(format == PictureFormat::svg ||
                  picture.width * picture.height <= static_cast<double>(bank::most_pixels));
    return 0;
}
