#include "recovery/damaged_file.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "integrity/page_checksum.h"

namespace xy::recovery {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t log_header_size = 32;
constexpr std::size_t frame_header_size = 24;
constexpr std::uint32_t log_magic = 0x377f0682;  ///< the last bit: its sums are of big-endian words
constexpr std::size_t user_version_at = 60;

using Buffer = std::vector<std::uint8_t>;

std::optional<Buffer> read_at(std::ifstream& in, std::uint64_t offset, std::size_t size) {
    Buffer bytes(size);
    in.clear();
    in.seekg(static_cast<std::streamoff>(offset));
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));  // bytes are bytes
    if (!in) return std::nullopt;
    return bytes;
}

std::uint32_t be32(const Buffer& bytes, std::size_t offset) {
    return (std::uint32_t{bytes[offset]} << 24U) | (std::uint32_t{bytes[offset + 1]} << 16U) |
           (std::uint32_t{bytes[offset + 2]} << 8U) | bytes[offset + 3];
}

bool possible_page_size(std::size_t size) {
    return size >= 512 && size <= 65'536 && (size & (size - 1)) == 0;
}

std::uint64_t file_size_of(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : size;
}

/// The sums of a log (https://www.sqlite.org/fileformat.html#checksum_algorithm), each frame's going on from
/// the one before.
struct LogSums {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    friend bool operator==(const LogSums&, const LogSums&) = default;

    void add(const Buffer& bytes, std::size_t offset, std::size_t size, bool big_endian_words) {
        const auto word = [&](std::size_t at) {
            const std::uint32_t value = be32(bytes, at);
            return big_endian_words ? value : __builtin_bswap32(value);
        };
        for (std::size_t at = offset; at + 8 <= offset + size; at += 8) {
            first += word(at) + second;
            second += word(at + 4) + first;
        }
    }
};

LogSums sums_at(const Buffer& bytes, std::size_t offset) {
    return {be32(bytes, offset), be32(bytes, offset + 4)};
}

}  // namespace

DamagedFile::DamagedFile(const fs::path& file)
    : file_(file, std::ios::binary),
      log_(fs::path(file.string() + "-wal"), std::ios::binary),
      file_size_(file_size_of(file)) {
    find_page_size();
    find_reserved_bytes();
    latest_.resize(static_cast<std::size_t>((file_size_ + page_size_ - 1) / page_size_));
    for (std::size_t i = 0; i < latest_.size(); ++i) latest_[i] = {false, true, i * page_size_};
    read_log();
}

void DamagedFile::find_page_size() {
    if (const auto header = read_at(file_, 0, 100)) {
        const std::size_t size = (std::size_t{(*header)[16]} << 8U) | std::size_t{(*header)[17]} << 16U;
        if (possible_page_size(size) && file_size_ % size == 0) page_size_ = size;
    }
}

/// The header may lie: what counts is whether pages have checksums that are right.
void DamagedFile::find_reserved_bytes() {
    std::size_t sound = 0;
    for (std::uint32_t number = 1; std::uint64_t{number} * page_size_ <= file_size_ && sound < 2; ++number)
        if (const auto page = read_at(file_, (number - 1) * page_size_, page_size_))
            if (integrity::state_of(*page, number) == integrity::PageState::sound) ++sound;
    with_checksums_ = sound > 0;
    if (with_checksums_) {
        reserved_ = integrity::checksum_size;
    } else if (const auto header = read_at(file_, 0, 100)) {
        reserved_ = (*header)[integrity::reserved_bytes_at] == integrity::checksum_size
                        ? integrity::checksum_size
                        : 0;
    }
}

/// A frame is good when its sum follows from the one before it, be that frame good or not: one broken frame
/// does not make the next ones unreadable, as it does for SQLite.
void DamagedFile::read_log() {
    const auto header = read_at(log_, 0, log_header_size);
    if (!header) return;
    const bool big = (be32(*header, 0) & 1U) != 0;
    LogSums header_sums;
    header_sums.add(*header, 0, 24, big);
    const bool header_fine = (be32(*header, 0) & ~1U) == log_magic && header_sums == sums_at(*header, 24);
    LogSums before = sums_at(*header, 24);
    std::optional<std::pair<std::uint32_t, std::uint32_t>> salts;
    if (header_fine) salts.emplace(be32(*header, 16), be32(*header, 20));
    std::vector<std::pair<std::uint32_t, Place>> frames;
    std::size_t committed = 0;
    const std::size_t frame_size = frame_header_size + page_size_;
    for (std::uint64_t offset = log_header_size;; offset += frame_size) {
        const auto frame = read_at(log_, offset, frame_size);
        if (!frame) break;
        const std::pair here(be32(*frame, 8), be32(*frame, 12));
        if (!salts) salts = here;
        LogSums sums = before;
        sums.add(*frame, 0, 8, big);
        sums.add(*frame, frame_header_size, page_size_, big);
        before = sums_at(*frame, 16);
        const bool sound = sums == before && here == *salts;
        // Left from an earlier round of the log: its pages are in the file already.
        if (here.first != salts->first && here.second != salts->second) continue;
        const std::uint32_t number = be32(*frame, 0);
        if (number == 0 || number > latest_.size() + 1'000'000) continue;
        frames.push_back({number, {true, sound, offset + frame_header_size}});
        if (sound && be32(*frame, 4) != 0) committed = frames.size();
    }
    frames.resize(committed);
    for (const auto& [number, place] : frames) {
        if (number > latest_.size()) latest_.resize(number, {false, true, ~std::uint64_t{0} / 2});
        Place& now = latest_[number - 1];
        if (now.in_log || now.offset < file_size_) old_.emplace_back(number, now);
        now = place;
    }
    std::reverse(old_.begin(), old_.end());
}

std::optional<Buffer> DamagedFile::bytes_at(const Place& place) {
    if (!place.in_log && place.offset >= file_size_) return std::nullopt;
    if (auto bytes = read_at(place.in_log ? log_ : file_, place.offset, page_size_)) return bytes;
    if (place.in_log) return std::nullopt;
    // The last page of a file that was cut: what is left of it.
    auto part =
        read_at(file_, place.offset,
                static_cast<std::size_t>(std::min<std::uint64_t>(page_size_, file_size_ - place.offset)));
    if (part) part->resize(page_size_);
    return part;
}

std::optional<PageImage> DamagedFile::image_at(std::uint32_t number, const Place& place) {
    auto bytes = bytes_at(place);
    if (!bytes) return std::nullopt;
    PageImage image{number, place.sound ? Trust::sound : Trust::doubtful, {}};
    if (!place.in_log && with_checksums_) {
        const integrity::PageState state = integrity::state_of(*bytes, number);
        if (state == integrity::PageState::foreign || state == integrity::PageState::spoiled) {
            if (integrity::mend_page(*bytes, number))
                ++mended_;
            else
                image.trust = Trust::doubtful;
        }
    }
    bytes->resize(page_size_ - reserved_);
    image.bytes = *std::move(bytes);
    return image;
}

std::optional<PageImage> DamagedFile::latest(std::uint32_t number) {
    if (number == 0 || number > latest_.size()) return std::nullopt;
    return image_at(number, latest_[number - 1]);
}

std::optional<PageImage> DamagedFile::old(std::size_t index) {
    auto image = image_at(old_.at(index).first, old_.at(index).second);
    if (image) image->trust = Trust::old;
    return image;
}

ReadOverflow DamagedFile::overflow() {
    return [this](std::uint32_t first, std::size_t size) -> std::optional<OverflowBytes> {
        OverflowBytes all;
        for (std::uint32_t page = first; all.bytes.size() < size;) {
            const std::int64_t mended = mended_;
            const auto image = latest(page);
            mended_ = mended;  // counted where the page itself is read
            if (!image) return std::nullopt;
            const std::size_t part = std::min(size - all.bytes.size(), image->bytes.size() - 4);
            all.bytes.append(image->bytes.begin() + 4,
                             image->bytes.begin() + 4 + static_cast<std::ptrdiff_t>(part));
            all.doubtful = all.doubtful || image->trust == Trust::doubtful;
            page = be32(image->bytes, 0);
        }
        return all;
    };
}

std::int64_t DamagedFile::user_version() {
    const std::int64_t mended = mended_;
    const auto first = latest(1);
    mended_ = mended;
    return first ? be32(first->bytes, user_version_at) : 0;
}

}  // namespace xy::recovery
