// A medium that cannot be read, for LD_PRELOAD: while the file $XY_DISK_FAILS exists, no byte of a store
// comes from it. With a number in that file only the read of that number fails.
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/syscall.h>
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

/// What the file says: -1 it is not there, 0 it is empty, else its number.
long wanted() {
    const char* name = std::getenv("XY_DISK_FAILS");
    const int file = name == nullptr ? -1 : static_cast<int>(::syscall(SYS_openat, AT_FDCWD, name, O_RDONLY));
    if (file < 0) return -1;
    char text[32] = {};
    ::syscall(SYS_read, file, text, sizeof text - 1);
    ::syscall(SYS_close, file);
    return std::atol(text);
}

bool fails(int file) {
    if (!is_of_a_store(file)) return false;
    const long nth = wanted();
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
