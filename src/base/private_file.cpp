#include "base/private_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace xy {
namespace fs = std::filesystem;
namespace {

constexpr mode_t of_the_owner = 0600;
constexpr mode_t of_others = 0077;

[[noreturn]] void fail_with(int error, const fs::path& file) {
    throw std::system_error(error, std::generic_category(), file.string());
}

/// An open file, closed at the end of a block.
class Handle {
 public:
    Handle(const fs::path& file, int flags)
        : file_(file), number_(::open(file.c_str(), flags | O_CLOEXEC, of_the_owner)) {}
    ~Handle() {
        if (number_ >= 0) ::close(number_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    bool open() const { return number_ >= 0; }
    int number() const { return number_; }
    [[noreturn]] void fail() const { fail_with(errno, file_); }

 private:
    const fs::path& file_;
    int number_;
};

void write_all(const Handle& handle, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t size = ::write(handle.number(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) handle.fail();
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
}

void sync_folder_of(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const Handle handle(folder, O_RDONLY | O_DIRECTORY);
    if (!handle.open()) handle.fail();
    // Some file systems of memory sticks cannot sync a folder, and say so with EINVAL.
    if (::fsync(handle.number()) != 0 && errno != EINVAL) handle.fail();
}

void tighten_one(const fs::path& path) {
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0) return;
    const bool plain = S_ISREG(facts.st_mode) || (S_ISDIR(facts.st_mode) && (facts.st_mode & S_ISVTX) == 0);
    if (!plain || (facts.st_mode & of_others) == 0) return;
    // Of another owner, or on a medium without rights: nothing can be done.
    [[maybe_unused]] const int changed = ::chmod(path.c_str(), facts.st_mode & 0700U);
}

}  // namespace

void make_everything_private() {
    ::umask(of_others);
}

void make_private_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) return;
    const mode_t before = ::umask(of_others);
    fs::create_directories(folder, error);
    ::umask(before);
    if (error) throw std::system_error(error, folder.string());
}

void tighten(const fs::path& folder, std::span<const std::string_view> names) {
    tighten_one(folder);
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const bool ours =
            entry.depth() > 0 ||
            std::any_of(names.begin(), names.end(), [&](std::string_view n) { return name.starts_with(n); });
        if (ours)
            tighten_one(entry->path());
        else
            entry.disable_recursion_pending();
    }
}

void write_private_file(const fs::path& file, std::string_view bytes) {
    const fs::path fresh = file.string() + ".new";
    ::unlink(fresh.c_str());  // left by a process that was killed
    {
        const Handle handle(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
        if (!handle.open()) handle.fail();
        try {
            write_all(handle, bytes);
            if (::fsync(handle.number()) != 0) handle.fail();
        } catch (const std::system_error&) {
            ::unlink(fresh.c_str());
            throw;
        }
    }
    if (::rename(fresh.c_str(), file.c_str()) != 0) {
        const int error = errno;
        ::unlink(fresh.c_str());
        fail_with(error, file);
    }
    sync_folder_of(file);
}

std::optional<std::string> read_small_file(const fs::path& file, std::size_t most) {
    const Handle handle(file, O_RDONLY | O_NONBLOCK);
    if (!handle.open()) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        handle.fail();
    }
    std::string bytes(most + 1, '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t size = ::read(handle.number(), bytes.data() + have, bytes.size() - have);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) handle.fail();
        if (size == 0) break;
        have += static_cast<std::size_t>(size);
    }
    if (have > most) fail_with(EFBIG, file);
    bytes.resize(have);
    return bytes;
}

}  // namespace xy
