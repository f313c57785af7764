#include "bank/picture_bitmap.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/core.h>
#include <optional>
#include <utility>

namespace xy::bank {
namespace {

/// A usual progressive file has 10 passes; a hostile one has thousands, each over the whole picture.
constexpr int most_passes = 64;

PictureRefusal damaged(std::string_view format) {
    return {fmt::format("it is damaged, or not a {} file", format),
            fmt::format("open it in a drawing program and save it as {} again", format)};
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint32_t number = 0;
    for (std::size_t i = at; i < at + length; ++i)
        number = number << 8U | static_cast<unsigned char>(bytes[i]);
    return number;
}

/// What is wrong with a picture of so many pixels; an empty `what`: nothing.
PictureRefusal problem_with_size(std::uint32_t width, std::uint32_t height) {
    if (width > most_pixels / height)  // the product may have 65 bits
        return {fmt::format("it has {} × {} pixels: more than {} million", width, height,
                            most_pixels / 1'000'000),
                "save it smaller: the screen shows at most some 2 million"};
    return problem_with_shape(width, height);
}

struct Size {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

CheckedPicture of_size(PictureFormat format, std::string bytes, Size size) {
    return PictureContent{format, std::move(bytes), static_cast<double>(size.width),
                          static_cast<double>(size.height)};
}

// ---- PNG -------------------------------------------------------------------------------------------------

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";

struct Chunk {
    std::string_view type;
    std::string_view data;
    std::string_view whole;  ///< with its length and its checksum
};

std::optional<Chunk> chunk_at(std::string_view file, std::size_t at) {
    constexpr std::size_t around = 12;
    if (file.size() - at < around) return std::nullopt;
    const std::size_t length = number_at(file, at, 4);
    if (length > file.size() - at - around) return std::nullopt;
    return Chunk{file.substr(at + 4, 4), file.substr(at + 8, length), file.substr(at, length + around)};
}

bool makes_up_the_picture(std::string_view type) {
    constexpr std::array<std::string_view, 5> types{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"};
    return std::find(types.begin(), types.end(), type) != types.end();
}

std::optional<Size> size_in(const Chunk& header) {
    if (header.type != "IHDR" || header.data.size() != 13) return std::nullopt;
    const Size size{number_at(header.data, 0, 4), number_at(header.data, 4, 4)};
    if (size.width == 0 || size.height == 0) return std::nullopt;
    return size;
}

// ---- JPEG ------------------------------------------------------------------------------------------------

enum Marker : unsigned {
    baseline = 0xC0,
    extended = 0xC1,
    progressive = 0xC2,
    restart_0 = 0xD0,
    restart_7 = 0xD7,
    begin_of_image = 0xD8,
    end_of_image = 0xD9,
    scan = 0xDA,
};

/// Frames of other kinds: lossless, hierarchical, arithmetic. (C4, C8 and CC mean something else.)
bool is_other_frame(unsigned marker) {
    return marker > progressive && marker < restart_0 && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Walks the markers and keeps what bounds the work of drawing.
class JpegWalk {
 public:
    explicit JpegWalk(std::string_view file) : file_(file) {}

    /// An empty `what` when the walk came to the end of the picture.
    PictureRefusal run() {
        if (!file_.starts_with("\xFF\xD8\xFF")) return damaged("JPEG");
        at_ = 2;
        while (const auto marker = next_marker()) {
            if (*marker == end_of_image) return size_ && passes_ > 0 ? PictureRefusal{} : damaged("JPEG");
            PictureRefusal refusal = take(*marker);
            if (!refusal.what.empty()) return refusal;
        }
        return damaged("JPEG");
    }

    Size size() const { return *size_; }

 private:
    /// The marker at this place, which may be preceded by any number of FF; nothing at the end of the file.
    std::optional<unsigned> next_marker() {
        if (at_ >= file_.size() || byte() != 0xFF) return std::nullopt;
        while (at_ < file_.size() && byte() == 0xFF) ++at_;
        if (at_ >= file_.size()) return std::nullopt;
        const unsigned marker = byte();
        ++at_;
        return marker;
    }

    PictureRefusal take(unsigned marker) {
        if (marker == 0 || marker == 1 || (marker >= restart_0 && marker <= begin_of_image))
            return damaged("JPEG");
        if (file_.size() - at_ < 2) return damaged("JPEG");
        const std::size_t length = number_at(file_, at_, 2);
        if (length < 2 || length > file_.size() - at_) return damaged("JPEG");
        const std::string_view data = file_.substr(at_ + 2, length - 2);
        at_ += length;
        if (is_other_frame(marker))
            return {"it is a JPEG of a rare kind", "open it in a drawing program and save it as JPEG again"};
        if (marker == baseline || marker == extended || marker == progressive) return take_frame(data);
        return marker == scan ? pass() : PictureRefusal{};
    }

    PictureRefusal take_frame(std::string_view data) {
        if (size_ || data.size() < 6) return damaged("JPEG");
        size_ = Size{number_at(data, 3, 2), number_at(data, 1, 2)};
        if (size_->width == 0 || size_->height == 0) return damaged("JPEG");
        return problem_with_size(size_->width, size_->height);
    }

    /// Goes over the packed pixels of one pass.
    PictureRefusal pass() {
        if (!size_) return damaged("JPEG");
        if (++passes_ > most_passes)
            return {fmt::format("it is drawn in more than {} passes", most_passes),
                    "open it in a drawing program and save it as an ordinary JPEG"};
        for (; at_ + 1 < file_.size(); ++at_) {
            if (byte() != 0xFF) continue;
            const auto after = static_cast<unsigned char>(file_[at_ + 1]);
            if (after != 0 && after != 0xFF && (after < restart_0 || after > restart_7)) return {};
        }
        return damaged("JPEG");
    }

    unsigned byte() const { return static_cast<unsigned char>(file_[at_]); }

    std::string_view file_;
    std::size_t at_ = 0;
    std::optional<Size> size_;
    int passes_ = 0;
};

}  // namespace

CheckedPicture checked_png(std::string_view file) {
    if (!file.starts_with(png_signature)) return damaged("PNG");
    std::string kept(png_signature);
    std::optional<Size> size;
    for (std::size_t at = png_signature.size();;) {
        const auto chunk = chunk_at(file, at);
        if (!chunk) return damaged("PNG");
        const bool first = !std::exchange(size, size ? size : size_in(*chunk));
        if (!size || (!first && chunk->type == "IHDR")) return damaged("PNG");
        if (first) {
            PictureRefusal refusal = problem_with_size(size->width, size->height);
            if (!refusal.what.empty()) return refusal;
        }
        if (makes_up_the_picture(chunk->type)) kept += chunk->whole;
        if (chunk->type == "IEND") return of_size(PictureFormat::png, std::move(kept), *size);
        at += chunk->whole.size();
    }
}

CheckedPicture checked_jpeg(std::string file) {
    JpegWalk walk(file);
    PictureRefusal refusal = walk.run();
    if (!refusal.what.empty()) return refusal;
    return of_size(PictureFormat::jpeg, std::move(file), walk.size());
}

}  // namespace xy::bank
