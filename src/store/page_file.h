// Pages of the closed part of the store's file, for reading beside the connection that owns it. Inside store/
// only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <sqlite3.h>

namespace xy::store {

/// Reads whole pages through a second, read-only connection of SQLite that takes no lock ("immutable"). The
/// log must have been written into the file (Connection::close_log()), and nothing may be written while this
/// is used. One thread at a time; every thread can have its own.
class PageFile {
 public:
    /// `page_size` in bytes; throws StoreError.
    PageFile(std::filesystem::path file, std::size_t page_size);

    const std::filesystem::path& file() const { return file_; }
    std::size_t page_size() const { return page_size_; }
    /// Reads page `number` (from 1) into `page`, which has page_size() bytes. A page that is not there is
    /// damage.
    void read(std::uint32_t number, std::span<std::uint8_t> page) const;

 private:
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close(db); }
    };
    std::filesystem::path file_;
    std::size_t page_size_;
    std::unique_ptr<sqlite3, Close> db_;
    sqlite3_file* pages_ = nullptr;  ///< belongs to db_
};

}  // namespace xy::store
