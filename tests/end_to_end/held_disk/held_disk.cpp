// A disk that does not answer, for LD_PRELOAD: while the file $XY_DISK_HELD exists, nothing reaches the disk.
#include <cstdlib>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

void wait_for_disk() {
    const char* held = std::getenv("XY_DISK_HELD");
    while (held != nullptr && ::access(held, F_OK) == 0) ::usleep(5'000);
}

}  // namespace

extern "C" int fsync(int file) {
    wait_for_disk();
    return static_cast<int>(::syscall(SYS_fsync, file));
}

extern "C" int fdatasync(int file) {
    wait_for_disk();
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}
