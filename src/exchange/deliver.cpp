#include "exchange/deliver.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

#include "base/identifier.h"
#include "exchange/exchange_error.h"
#include "exchange/hashed_file.h"

namespace xy::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t block_size = std::size_t{256} << 10U;
constexpr std::string_view hidden = ".xiangyang-part-";
constexpr const char* checksums = "SHA256SUMS";
/// Left-overs are looked for among so many entries; a stick with a million files must not make anybody wait.
constexpr int entries_looked_at = 2'000;
/// Beside the files: folders, checksums, rounding up to clusters.
constexpr std::uintmax_t room_beside = std::uintmax_t{256} << 10U;

[[noreturn]] void fail(int reason) {
    switch (reason) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            throw DeliveryError(DeliveryFailure::no_room,
                                "the stick is full; delete something on it, or take another one");
        case EROFS:
        case EACCES:
        case EPERM:
            throw DeliveryError(
                DeliveryFailure::read_only,
                "the stick takes no files; look for a lock switch on it, or take another one");
        default:
            throw DeliveryError(
                DeliveryFailure::gone,
                fmt::format("the stick does not answer ({}); plug it in again and export once more",
                            std::strerror(reason)));
    }
}

/// A file descriptor that closes itself.
class File {
 public:
    File(const fs::path& path, int flags) : handle_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
        if (handle_ < 0) fail(errno);
    }
    ~File() {
        if (handle_ >= 0) ::close(handle_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    void write(std::string_view block) const {
        while (!block.empty()) {
            const ssize_t count = ::write(handle_, block.data(), block.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fail(errno);
            block.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    /// Up to a block; empty at the end.
    std::string_view read(std::string& block) const {
        block.resize(block_size);
        for (;;) {
            const ssize_t count = ::read(handle_, block.data(), block.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fail(errno);
            return std::string_view(block).substr(0, static_cast<std::size_t>(count));
        }
    }
    void sync() const {
        if (::fsync(handle_) != 0) fail(errno);
    }
    /// What was written must be read from the medium, not from memory.
    void forget_cached() const { ::posix_fadvise(handle_, 0, 0, POSIX_FADV_DONTNEED); }
    void close() {
        if (::close(std::exchange(handle_, -1)) != 0) fail(errno);
    }

 private:
    int handle_;
};

void sync_folder(const fs::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) fail(errno);
    // FAT and FUSE know no fsync of a folder; their entries are written with sync().
    const bool synced = ::fsync(handle) == 0 || errno == EINVAL;
    const int reason = errno;
    ::close(handle);
    if (!synced) fail(reason);
}

struct Source {
    fs::path file;
    std::uintmax_t bytes = 0;
    std::string sha256;
};

[[noreturn]] void cancelled() {
    throw DeliveryError(DeliveryFailure::cancelled,
                        "the export was stopped; nothing of it stands on the stick");
}

std::vector<Source> sources_in(const fs::path& folder, const Progress& progress) {
    const auto none_done = [&](double) {
        if (progress && !progress(0)) cancelled();
        return true;
    };
    std::vector<Source> sources;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const Digest digest = digest_of(entry.path(), none_done);
        sources.push_back({entry.path(), digest.bytes, digest.sha256});
    }
    std::sort(sources.begin(), sources.end(),
              [](const Source& a, const Source& b) { return a.file < b.file; });
    return sources;
}

std::string checksum_lines(const std::vector<Source>& sources) {
    std::string lines;
    for (const Source& source : sources)
        lines += source.sha256 + "  " + source.file.filename().string() + "\n";
    return lines;
}

void check_room(const fs::path& stick, std::uintmax_t needed) {
    struct statvfs room {};
    if (::statvfs(stick.c_str(), &room) != 0) fail(errno);
    if ((room.f_flag & ST_RDONLY) != 0) fail(EROFS);
    if (std::uintmax_t{room.f_bavail} * room.f_frsize < needed + room_beside) fail(ENOSPC);
}

/// What earlier deliveries that were cut short have left.
void remove_left_overs(const fs::path& stick) {
    std::error_code error;
    int looked = 0;
    std::vector<fs::path> left;
    for (fs::directory_iterator entry(stick, error), end;
         !error && entry != end && looked < entries_looked_at; entry.increment(error), ++looked)
        if (entry->path().filename().string().starts_with(hidden)) left.push_back(entry->path());
    for (const fs::path& folder : left) fs::remove_all(folder, error);
}

/// Bytes done of the whole way: once written, once read back.
class Way {
 public:
    Way(std::uintmax_t bytes, const Progress& progress) : whole_(2 * bytes), progress_(progress) {}
    void go(std::uintmax_t bytes) {
        done_ += bytes;
        const double share = whole_ == 0 ? 1.0 : static_cast<double>(done_) / static_cast<double>(whole_);
        if (progress_ && !progress_(std::min(1.0, share))) cancelled();
    }

 private:
    std::uintmax_t whole_;
    std::uintmax_t done_ = 0;
    const Progress& progress_;
};

/// The hidden folder; removed unless it was given its name.
class HiddenFolder {
 public:
    explicit HiddenFolder(const fs::path& stick)
        : path_(stick / (std::string(hidden) + to_hex(new_random_id()).substr(0, 12))) {
        if (::mkdir(path_.c_str(), 0777) != 0) fail(errno);
    }
    ~HiddenFolder() {
        std::error_code ignored;
        if (!named_) fs::remove_all(path_, ignored);
    }
    HiddenFolder(const HiddenFolder&) = delete;
    HiddenFolder& operator=(const HiddenFolder&) = delete;

    const fs::path& path() const { return path_; }

    /// Renames it to `name`, or name-2, name-3 … where that is taken. Returns what it is called now.
    fs::path become(const std::string& name) {
        const fs::path stick = path_.parent_path();
        for (int number = 1; number < 10'000; ++number) {
            const fs::path wanted = stick / (number == 1 ? name : name + "-" + std::to_string(number));
            if (rename_to(wanted)) return wanted;
        }
        fail(ENOSPC);
    }

 private:
    /// False when the name is taken.
    bool rename_to(const fs::path& wanted) {
        int result = ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, wanted.c_str(), RENAME_NOREPLACE);
        if (result != 0 && (errno == EINVAL || errno == ENOSYS)) {
            // This file system does not know the flag. Nobody else writes here, so looking first is as good.
            std::error_code error;
            if (fs::exists(fs::symlink_status(wanted, error))) return false;
            result = ::rename(path_.c_str(), wanted.c_str());
        }
        if (result == 0) return named_ = true;
        if (errno == EEXIST || errno == ENOTEMPTY) return false;
        fail(errno);
    }

    fs::path path_;
    bool named_ = false;
};

void copy(const Source& source, const fs::path& to, Way& way) {
    const File from(source.file, O_RDONLY);
    File file(to, O_WRONLY | O_CREAT | O_EXCL);
    std::string block;
    for (std::string_view part = from.read(block); !part.empty(); part = from.read(block)) {
        file.write(part);
        way.go(part.size());
    }
    file.sync();
    file.close();
}

void write_checksums(const fs::path& folder, const std::vector<Source>& sources) {
    File file(folder / checksums, O_WRONLY | O_CREAT | O_EXCL);
    file.write(checksum_lines(sources));
    file.sync();
    file.close();
}

void compare(const Source& source, const fs::path& folder, Way& way) {
    const fs::path copied = folder / source.file.filename();
    File(copied, O_RDONLY).forget_cached();
    Digest digest;
    try {
        digest = digest_of(copied, [&](double) {
            way.go(0);  // stops
            return true;
        });
    } catch (const ExchangeError&) {
        fail(EIO);
    }
    if (digest.sha256 != source.sha256)
        throw DeliveryError(DeliveryFailure::differs,
                            "what was read back from the stick is not what was written; take another stick");
    way.go(source.bytes);
}

}  // namespace

fs::path deliver(const fs::path& folder, const fs::path& stick, const std::string& name,
                 const Progress& progress) {
    const std::vector<Source> sources = sources_in(folder, progress);
    std::uintmax_t bytes = 0;
    for (const Source& source : sources) bytes += source.bytes;
    remove_left_overs(stick);
    check_room(stick, bytes);
    HiddenFolder part(stick);
    Way way(bytes, progress);
    for (const Source& source : sources) copy(source, part.path() / source.file.filename(), way);
    write_checksums(part.path(), sources);
    sync_folder(part.path());
    // Read back before it gets its name: what stands under a name that people see is whole.
    for (const Source& source : sources) compare(source, part.path(), way);
    const fs::path named = part.become(name);
    sync_folder(stick);
    return named;
}

}  // namespace xy::exchange
