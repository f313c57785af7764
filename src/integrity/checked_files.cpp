#include "integrity/checked_files.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "integrity/page_checksum.h"

namespace xy::integrity {
namespace {

constexpr std::string_view file_magic{"SQLite format 3\0", 16};
constexpr int header_size = 100;
constexpr int smallest_page_size = 512;
constexpr int page_size = 4096;  ///< of every file of ours

/// As SQLite knows it; made in SQLite's memory, and gone after close().
struct CheckedFile : sqlite3_file {
    sqlite3_file* inner = nullptr;  ///< of the VFS below
    bool database = false;          ///< not a log or a temporary file
    bool with_checksums = false;
    std::vector<std::uint8_t> page;  ///< what is written, with its checksum
    std::size_t foreign_pages = 0;
};

CheckedFile& checked(sqlite3_file* file) {
    return *static_cast<CheckedFile*>(file);
}

sqlite3_file* inner_of(sqlite3_file* file) {
    return checked(file).inner;
}

sqlite3_vfs* below() {
    return sqlite3_vfs_find(nullptr);
}

bool is_header(const void* bytes, int amount, sqlite3_int64 offset) {
    return offset == 0 && amount >= header_size &&
           std::string_view(static_cast<const char*>(bytes), file_magic.size()) == file_magic;
}

bool says_reserved(const void* header) {
    return static_cast<const std::uint8_t*>(header)[reserved_bytes_at] == checksum_size;
}

bool is_whole_page(int amount, sqlite3_int64 offset) {
    return amount >= smallest_page_size && (amount & (amount - 1)) == 0 && offset % amount == 0;
}

std::uint32_t number_of(int amount, sqlite3_int64 offset) {
    return static_cast<std::uint32_t>(offset / amount + 1);
}

int close_file(sqlite3_file* file) {
    CheckedFile& mine = checked(file);
    const int code = mine.inner->pMethods->xClose(mine.inner);
    std::free(mine.inner);
    mine.~CheckedFile();
    return code;
}

int read_file(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset) {
    CheckedFile& mine = checked(file);
    const int code = mine.inner->pMethods->xRead(mine.inner, buffer, amount, offset);
    if (code != SQLITE_OK || !mine.database || !mine.with_checksums || !is_whole_page(amount, offset))
        return code;
    const std::span page(static_cast<std::uint8_t*>(buffer), static_cast<std::size_t>(amount));
    const std::uint32_t number = number_of(amount, offset);
    switch (state_of(page, number)) {
        case PageState::sound:
            break;
        case PageState::spoiled:
            return SQLITE_CORRUPT;
        case PageState::foreign:
            ++mine.foreign_pages;
            break;
    }
    // SQLite then writes zeros there into its log. Should another program write that log into the file, its
    // pages are said to be foreign; with the checksum of an older page they would be taken for spoiled.
    std::fill(page.end() - checksum_size, page.end(), std::uint8_t{0});
    return SQLITE_OK;
}

int write_file(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 offset) {
    CheckedFile& mine = checked(file);
    if (mine.database && is_header(buffer, amount, offset)) mine.with_checksums = says_reserved(buffer);
    if (!mine.database || !mine.with_checksums || !is_whole_page(amount, offset))
        return mine.inner->pMethods->xWrite(mine.inner, buffer, amount, offset);
    const auto* bytes = static_cast<const std::uint8_t*>(buffer);
    mine.page.assign(bytes, bytes + amount);
    const std::uint32_t number = number_of(amount, offset);
    const PageChecksum checksum = checksum_of(mine.page, number);
    std::copy(checksum.begin(), checksum.end(), mine.page.end() - checksum_size);
    return mine.inner->pMethods->xWrite(mine.inner, mine.page.data(), amount, offset);
}

// What follows only passes on.
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    return inner_of(file)->pMethods->xTruncate(inner_of(file), size);
}
int sync_file(sqlite3_file* file, int flags) {
    return inner_of(file)->pMethods->xSync(inner_of(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return inner_of(file)->pMethods->xFileSize(inner_of(file), size);
}
int lock_file(sqlite3_file* file, int lock) {
    return inner_of(file)->pMethods->xLock(inner_of(file), lock);
}
int unlock_file(sqlite3_file* file, int lock) {
    return inner_of(file)->pMethods->xUnlock(inner_of(file), lock);
}
int check_reserved_lock(sqlite3_file* file, int* result) {
    return inner_of(file)->pMethods->xCheckReservedLock(inner_of(file), result);
}
int control_file(sqlite3_file* file, int operation, void* argument) {
    return inner_of(file)->pMethods->xFileControl(inner_of(file), operation, argument);
}
int sector_size(sqlite3_file* file) {
    return inner_of(file)->pMethods->xSectorSize(inner_of(file));
}
int characteristics(sqlite3_file* file) {
    return inner_of(file)->pMethods->xDeviceCharacteristics(inner_of(file));
}
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    return inner_of(file)->pMethods->xShmMap(inner_of(file), region, size, extend, memory);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return inner_of(file)->pMethods->xShmLock(inner_of(file), offset, count, flags);
}
void barrier_shared(sqlite3_file* file) {
    inner_of(file)->pMethods->xShmBarrier(inner_of(file));
}
int unmap_shared(sqlite3_file* file, int remove) {
    return inner_of(file)->pMethods->xShmUnmap(inner_of(file), remove);
}

/// Version 2: without the functions for files mapped into memory, which would pass by the checksums.
const sqlite3_io_methods checked_methods{2,
                                         close_file,
                                         read_file,
                                         write_file,
                                         truncate_file,
                                         sync_file,
                                         file_size,
                                         lock_file,
                                         unlock_file,
                                         check_reserved_lock,
                                         control_file,
                                         sector_size,
                                         characteristics,
                                         map_shared,
                                         lock_shared,
                                         barrier_shared,
                                         unmap_shared,
                                         nullptr,
                                         nullptr};

/// What the latest image of the first page in the log says; nothing where there is none.
std::optional<bool> log_has_checksums(sqlite3_vfs* vfs, const char* name) {
    constexpr sqlite3_int64 log_header = 32;
    constexpr int frame_header = 24;
    const std::unique_ptr<void, decltype(&std::free)> memory(
        std::calloc(1, static_cast<std::size_t>(vfs->szOsFile)), std::free);
    auto* log = static_cast<sqlite3_file*>(memory.get());
    constexpr int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_WAL;
    std::optional<bool> said;
    sqlite3_int64 size = 0;
    if (log == nullptr) return said;
    if (vfs->xOpen(vfs, sqlite3_filename_wal(name), log, flags, nullptr) == SQLITE_OK &&
        log->pMethods->xFileSize(log, &size) == SQLITE_OK) {
        std::array<std::uint8_t, frame_header + header_size> frame{};
        for (sqlite3_int64 at = log_header; at + frame_header + page_size <= size;
             at += frame_header + page_size)
            if (log->pMethods->xRead(log, frame.data(), frame.size(), at) == SQLITE_OK &&
                is_header(frame.data() + frame_header, header_size, 0))
                said = says_reserved(frame.data() + frame_header);
    }
    if (log->pMethods != nullptr) log->pMethods->xClose(log);
    return said;
}

/// Other pages may tell.
bool other_pages_have_checksums(sqlite3_file* inner, sqlite3_int64 size) {
    constexpr std::uint32_t last_page = 16;
    std::vector<std::uint8_t> page(page_size);
    for (std::uint32_t number = 2; number <= last_page; ++number) {
        const sqlite3_int64 offset = sqlite3_int64{number - 1} * page_size;
        if (offset + page_size > size) return number == 2;  // none is there: as of an empty file
        if (inner->pMethods->xRead(inner, page.data(), page_size, offset) == SQLITE_OK &&
            state_of(page, number) == PageState::sound)
            return true;
    }
    return false;
}

/// An empty file will be one of ours, which all have checksums: SQLite may write other pages before the
/// first.
bool will_have_checksums(sqlite3_vfs* vfs, const char* name, sqlite3_file* inner) {
    sqlite3_int64 size = 0;
    if (inner->pMethods->xFileSize(inner, &size) != SQLITE_OK) return false;
    if (size == 0) return true;
    std::vector<std::uint8_t> header(header_size);
    if (size < header_size || inner->pMethods->xRead(inner, header.data(), header_size, 0) != SQLITE_OK)
        return false;
    if (is_header(header.data(), header_size, 0)) return says_reserved(header.data());
    // The power was cut while the first page was written; the log has it.
    return log_has_checksums(vfs, name).value_or(other_pages_have_checksums(inner, size));
}

int open_file(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    sqlite3_vfs* vfs = below();
    auto* mine = new (file) CheckedFile{};
    mine->pMethods = nullptr;
    mine->inner = static_cast<sqlite3_file*>(std::calloc(1, static_cast<std::size_t>(vfs->szOsFile)));
    if (mine->inner == nullptr) return SQLITE_NOMEM;
    const int code = vfs->xOpen(vfs, name, mine->inner, flags, flags_out);
    if (code != SQLITE_OK) {
        if (mine->inner->pMethods != nullptr) mine->inner->pMethods->xClose(mine->inner);
        std::free(mine->inner);
        mine->~CheckedFile();
        return code;
    }
    mine->pMethods = &checked_methods;
    mine->database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    mine->with_checksums = mine->database && will_have_checksums(vfs, name, mine->inner);
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* /*vfs*/, const char* name, int sync) {
    return below()->xDelete(below(), name, sync);
}
int access_file(sqlite3_vfs* /*vfs*/, const char* name, int flags, int* result) {
    return below()->xAccess(below(), name, flags, result);
}
int full_path(sqlite3_vfs* /*vfs*/, const char* name, int size, char* path) {
    return below()->xFullPathname(below(), name, size, path);
}
int randomness(sqlite3_vfs* /*vfs*/, int size, char* bytes) {
    return below()->xRandomness(below(), size, bytes);
}
int sleep_for(sqlite3_vfs* /*vfs*/, int microseconds) {
    return below()->xSleep(below(), microseconds);
}
int current_time(sqlite3_vfs* /*vfs*/, double* days) {
    return below()->xCurrentTime(below(), days);
}
int last_error(sqlite3_vfs* /*vfs*/, int size, char* text) {
    return below()->xGetLastError(below(), size, text);
}

sqlite3_vfs make_layer() {
    sqlite3_vfs vfs{};
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(CheckedFile);
    vfs.mxPathname = below()->mxPathname;
    vfs.zName = "xiangyang";
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = access_file;
    vfs.xFullPathname = full_path;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleep_for;
    vfs.xCurrentTime = current_time;
    vfs.xGetLastError = last_error;
    return vfs;
}

}  // namespace

const char* checked_files() {
    static sqlite3_vfs layer = make_layer();
    static std::once_flag registered;
    std::call_once(registered, [] { sqlite3_vfs_register(&layer, 0); });
    return layer.zName;
}

void reserve_checksums(sqlite3* db) {
    int bytes = checksum_size;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

namespace {

/// nullptr when `db` was not opened through the layer.
CheckedFile* file_of(sqlite3* db) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)) != SQLITE_OK)
        return nullptr;
    return file != nullptr && file->pMethods == &checked_methods ? &checked(file) : nullptr;
}

}  // namespace

bool has_checksums(sqlite3* db) {
    const CheckedFile* file = file_of(db);
    return file != nullptr && file->with_checksums;
}

std::size_t take_foreign_pages(sqlite3* db) {
    CheckedFile* file = file_of(db);
    return file != nullptr ? std::exchange(file->foreign_pages, 0) : 0;
}

}  // namespace xy::integrity
