// The pages of a database file and its log, as far as they can be read, whatever is wrong with them. Nothing
// is written. Inside recovery/ only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recovery/stored_record.h"

namespace xy::recovery {

/// How far a page can be believed.
enum class Trust {
    sound,  ///< its checksum is right, or was after one word was mended; or it is of a time without checksums
    doubtful,  ///< its checksum is wrong
    old,       ///< a page that was written again later, or that is free
};

struct PageImage {
    std::uint32_t number = 0;
    Trust trust = Trust::sound;
    std::vector<std::uint8_t> bytes;  ///< without the reserved ones

    PageView view() const { return {bytes, number == 1 ? 100U : 0U}; }
};

class DamagedFile {
 public:
    /// Reads where what lies, not the pages themselves.
    explicit DamagedFile(const std::filesystem::path& file);

    std::uint32_t page_count() const { return static_cast<std::uint32_t>(latest_.size()); }
    /// The latest image of a page; nothing when it cannot be read. Numbers are from 1.
    std::optional<PageImage> latest(std::uint32_t number);
    /// How many images there are that were written again later, and one of them, the newest first.
    std::size_t old_count() const { return old_.size(); }
    std::optional<PageImage> old(std::size_t index);
    /// For records that go on on other pages; of the latest images.
    ReadOverflow overflow();

    /// What the file says of its version (PRAGMA user_version); may be nonsense.
    std::int64_t user_version();
    std::int64_t mended_pages() const { return mended_; }

 private:
    struct Place {
        bool in_log = false;
        bool sound = true;  ///< as the log's checksums say; a page of the file is looked at when it is read
        std::uint64_t offset = 0;
    };
    void find_page_size();
    void find_reserved_bytes();
    void read_log();
    std::optional<std::vector<std::uint8_t>> bytes_at(const Place& place);
    std::optional<PageImage> image_at(std::uint32_t number, const Place& place);

    std::ifstream file_;
    std::ifstream log_;
    std::uint64_t file_size_ = 0;
    std::size_t page_size_ = 4096;
    std::size_t reserved_ = 0;
    bool with_checksums_ = false;
    std::vector<Place> latest_;  ///< of page i + 1
    std::vector<std::pair<std::uint32_t, Place>> old_;
    std::int64_t mended_ = 0;
};

}  // namespace xy::recovery
