#include "credentials/watched_file.h"

#include <cerrno>
#include <cstdarg>
#include <fcntl.h>
#include <map>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "support/folder.h"

namespace xy::credentials {
namespace fs = std::filesystem;

struct WatchedFile::State {
    fs::path folder;
    std::string name;
    std::map<std::string, std::size_t> files;  ///< by name
    std::map<int, std::size_t> open;           ///< by handle; 0 is the folder
    std::size_t last_file = 0;
    DiskLog log;
    int calls = 0;
    int failing = 0;  ///< number of the call; 0: none
    int error = 0;

    bool is_ours(const fs::path& path) const {
        return path.parent_path() == folder && path.filename().string().starts_with(name);
    }
    /// Whether this call fails; errno then says why.
    bool fails() {
        if (++calls != failing) return false;
        errno = error;
        return true;
    }
    std::size_t make(const std::string& file) {
        files[file] = ++last_file;
        log.push_back({.what = DiskCall::What::create, .file = last_file, .name = file});
        return last_file;
    }
    void unlinked(const std::string& file) {
        const auto known = files.find(file);
        if (known == files.end()) return;
        log.push_back({.what = DiskCall::What::unlink, .file = known->second, .name = file});
        files.erase(known);
    }
    void renamed(const std::string& from, const std::string& to) {
        const std::size_t file = files.at(from);
        log.push_back({.what = DiskCall::What::create, .file = file, .name = to});
        log.push_back({.what = DiskCall::What::unlink, .file = file, .name = from});
        files.erase(from);
        files[to] = file;
    }
};

namespace {
WatchedFile::State* watching = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
}

}  // namespace xy::credentials

using xy::DiskCall;
using xy::credentials::watching;

// In the place of the C library's: the linker's --wrap. The program's calls come to __wrap_…, and __real_…
// are the library's.
extern "C" {
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,cert-dcl50-cpp,cppcoreguidelines-pro-type-vararg)
int __real_open(const char* path, int flags, ...);
ssize_t __real_write(int handle, const void* bytes, size_t size);
int __real_fsync(int handle);
int __real_rename(const char* from, const char* to);
int __real_unlink(const char* path);

int __wrap_open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    const bool ours = watching != nullptr && watching->is_ours(path);
    const bool is_folder = watching != nullptr && watching->folder == path;
    const bool writes = ours && (flags & O_ACCMODE) != O_RDONLY;
    if ((writes || is_folder) && watching->fails()) return -1;
    const int handle = __real_open(path, flags, mode);
    if (watching != nullptr) watching->open.erase(handle);  // of a file that was closed since
    if (handle < 0 || !(writes || is_folder)) return handle;
    if (is_folder) {
        watching->open[handle] = 0;
        return handle;
    }
    const std::string name = std::filesystem::path(path).filename().string();
    const auto known = watching->files.find(name);
    const std::size_t file = known == watching->files.end() ? watching->make(name) : known->second;
    if ((flags & O_TRUNC) != 0) watching->log.push_back({.what = DiskCall::What::truncate, .file = file});
    watching->open[handle] = file;
    return handle;
}

ssize_t __wrap_write(int handle, const void* bytes, size_t size) {
    if (watching == nullptr || !watching->open.contains(handle)) return __real_write(handle, bytes, size);
    const bool fails = watching->fails();
    const int error = errno;
    const auto at = static_cast<std::uint64_t>(::lseek(handle, 0, SEEK_CUR));
    const ssize_t done = __real_write(handle, bytes, fails ? size / 2 : size);
    if (done > 0)
        watching->log.push_back({.what = DiskCall::What::write,
                                 .file = watching->open[handle],
                                 .offset = at,
                                 .bytes = {static_cast<const char*>(bytes), static_cast<std::size_t>(done)}});
    if (!fails) return done;
    errno = error;
    return -1;
}

int __wrap_fsync(int handle) {
    if (watching == nullptr || !watching->open.contains(handle)) return __real_fsync(handle);
    if (watching->fails()) return -1;
    const int result = __real_fsync(handle);
    const std::size_t file = watching->open[handle];
    if (result == 0)
        watching->log.push_back(
            {.what = file == 0 ? DiskCall::What::sync_folder : DiskCall::What::sync, .file = file});
    return result;
}

int __wrap_rename(const char* from, const char* to) {
    const bool ours = watching != nullptr && watching->is_ours(from);
    if (ours && watching->fails()) return -1;
    const int result = __real_rename(from, to);
    if (ours && result == 0)
        watching->renamed(std::filesystem::path(from).filename(), std::filesystem::path(to).filename());
    return result;
}

int __wrap_unlink(const char* path) {
    const int result = __real_unlink(path);
    if (watching != nullptr && watching->is_ours(path) && result == 0)
        watching->unlinked(std::filesystem::path(path).filename());
    return result;
}
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,cert-dcl50-cpp,cppcoreguidelines-pro-type-vararg)
}

namespace xy::credentials {

WatchedFile::WatchedFile(const fs::path& folder, std::string name) : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.folder = folder;
    s.name = std::move(name);
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!s.is_ours(entry.path())) continue;
        const std::size_t file = s.make(entry.path().filename());
        s.log.push_back({.what = DiskCall::What::write, .file = file, .bytes = bytes_of(entry.path())});
        s.log.push_back({.what = DiskCall::What::sync, .file = file});
    }
    s.log.push_back({.what = DiskCall::What::sync_folder});
    watching = &s;
}

WatchedFile::~WatchedFile() {
    watching = nullptr;
}

void WatchedFile::acknowledge() {
    state_->log.push_back({.what = DiskCall::What::acknowledge});
}

void WatchedFile::fail(int nth, int error) {
    state_->calls = 0;
    state_->failing = nth;
    state_->error = error;
}

int WatchedFile::calls() const {
    return state_->calls;
}

const DiskLog& WatchedFile::log() const {
    return state_->log;
}

}  // namespace xy::credentials
