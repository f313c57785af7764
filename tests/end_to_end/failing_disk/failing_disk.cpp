// A medium that cannot be read, or is full, for LD_PRELOAD: while the file $XY_DISK_FAILS exists, no byte of
// a store comes from it. With a number in that file only the read of that number fails; with a folder in it
// nothing can be written below that folder any more; with a name in it files of that name cannot be read.
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::atomic<long> reads{0};

bool is_of_a_store(int file) {
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = ::readlink(link, path, sizeof path - 1);
    if (size <= 0) return false;
    path[size] = 0;
    return std::strstr(path, "xiangyang.db") != nullptr;
}

struct Wanted {
    long nth = -1;          ///< -1: nothing, 0: every read of a store fails
    char words[4096] = {};  ///< a folder that is full, or a name
};

/// What the file says.
Wanted wanted() {
    Wanted all;
    const char* name = std::getenv("XY_DISK_FAILS");
    const int file = name == nullptr ? -1 : static_cast<int>(::syscall(SYS_openat, AT_FDCWD, name, O_RDONLY));
    if (file < 0) return all;
    ::syscall(SYS_read, file, all.words, sizeof all.words - 1);
    ::syscall(SYS_close, file);
    if (all.words[0] != '\0' && (all.words[0] < '0' || all.words[0] > '9')) return all;
    all.nth = std::atol(all.words);
    all.words[0] = '\0';
    return all;
}

/// Whether the words are about this file; errno then says how it fails.
bool is_meant(int file, bool writing) {
    const Wanted all = wanted();
    char link[64];
    char path[4096] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const bool folder = all.words[0] == '/';
    if (all.words[0] == '\0' || folder != writing || ::readlink(link, path, sizeof path - 1) <= 0)
        return false;
    const char* at = std::strstr(path, all.words);
    if (at == nullptr || (folder && at != path)) return false;
    errno = writing ? ENOSPC : EIO;
    return true;
}

bool fails(int file) {
    if (!is_of_a_store(file)) return false;
    const long nth = wanted().nth;
    if (nth < 0 || (nth > 0 && ++reads != nth)) return false;
    errno = EIO;
    return true;
}

}  // namespace

extern "C" ssize_t pread64(int file, void* bytes, size_t size, off64_t at) {
    return fails(file) ? -1 : ::syscall(SYS_pread64, file, bytes, size, at);
}

extern "C" ssize_t pread(int file, void* bytes, size_t size, off_t at) {
    return pread64(file, bytes, size, at);
}

extern "C" ssize_t read(int file, void* bytes, size_t size) {
    return is_meant(file, false) ? -1 : ::syscall(SYS_read, file, bytes, size);
}

extern "C" ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
    return is_meant(file, true) ? -1 : ::syscall(SYS_pwrite64, file, bytes, size, at);
}

extern "C" ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
    return pwrite64(file, bytes, size, at);
}

extern "C" ssize_t write(int file, const void* bytes, size_t size) {
    return is_meant(file, true) ? -1 : ::syscall(SYS_write, file, bytes, size);
}

extern "C" ssize_t writev(int file, const iovec* parts, int count) {
    return is_meant(file, true) ? -1 : ::syscall(SYS_writev, file, parts, count);
}
