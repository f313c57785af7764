#include "kiosk/isolated_drawing.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace xy::kiosk {
namespace {

constexpr rlim_t most_seconds = 3;
constexpr rlim_t most_memory = rlim_t{512} << 20U;
constexpr unsigned longest_wait = 10;  // seconds; for a child that waits for a lock nobody will open

/// What both processes see. The pixels follow.
struct Shared {
    std::int32_t width;
    std::int32_t height;
    bool done;
};

class SharedMemory {
 public:
    explicit SharedMemory(std::size_t most_pixels)
        : size_(sizeof(Shared) + most_pixels * sizeof(std::uint32_t)),
          memory_(::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {}
    ~SharedMemory() {
        if (is_there()) ::munmap(memory_, size_);
    }
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;

    bool is_there() const { return memory_ != MAP_FAILED; }
    Shared& head() const { return *static_cast<Shared*>(memory_); }
    std::uint32_t* pixels() const { return reinterpret_cast<std::uint32_t*>(&head() + 1); }

 private:
    std::size_t size_;
    void* memory_;
};

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(what, &both);
}

/// All that this process has mapped, in bytes; 0 when it cannot be told.
rlim_t mapped_now() {
    unsigned long pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
        std::fclose(file);
    }
    return rlim_t{pages} * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

void limit_this_process() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGALRM, SIG_DFL);
    ::alarm(longest_wait);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, most_seconds);
    if (const rlim_t mapped = mapped_now(); mapped > 0) limit(RLIMIT_AS, mapped + most_memory);
}

/// In the child. Never returns: what the parent would clean up on its way out is not the child's.
[[noreturn]] void draw_and_end(const SharedMemory& memory, std::size_t most_pixels,
                               const std::function<DrawnPixels()>& draw) {
    limit_this_process();
    try {
        const DrawnPixels drawn = draw();
        if (!drawn.pixels.empty() && drawn.pixels.size() <= most_pixels) {
            std::copy(drawn.pixels.begin(), drawn.pixels.end(), memory.pixels());
            memory.head() = {drawn.width, drawn.height, true};
        }
    } catch (const std::exception&) {  // no memory: as if it had crashed
    }
    ::_exit(0);
}

void wait_for(pid_t child) {
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

}  // namespace

std::optional<DrawnPixels> draw_isolated(std::size_t most_pixels, const std::function<DrawnPixels()>& draw) {
    const SharedMemory memory(most_pixels);
    if (!memory.is_there()) return std::nullopt;
    const pid_t child = ::fork();
    if (child < 0) return std::nullopt;
    if (child == 0) draw_and_end(memory, most_pixels, draw);
    wait_for(child);
    const Shared head = memory.head();
    // The child may have written anything before it ended.
    if (!head.done || head.width <= 0 || head.height <= 0) return std::nullopt;
    const std::size_t count = static_cast<std::size_t>(head.width) * static_cast<std::size_t>(head.height);
    if (count > most_pixels) return std::nullopt;
    return DrawnPixels{head.width, head.height, {memory.pixels(), memory.pixels() + count}};
}

}  // namespace xy::kiosk
