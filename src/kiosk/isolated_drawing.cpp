#include "kiosk/isolated_drawing.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <poll.h>
#include <span>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace xy::kiosk {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr time_t most_seconds = 3;
constexpr rlim_t most_memory = rlim_t{512} << 20U;
constexpr std::chrono::seconds longest_wait{10};  // for a child that waits for a lock nobody will open
constexpr std::size_t longest_request = std::size_t{64} << 20U;

using Bytes = std::span<std::byte>;
using ConstBytes = std::span<const std::byte>;

template <typename T>
Bytes bytes_of(T& value) {
    return std::as_writable_bytes(std::span(&value, 1));
}

// ---- both sides of the socket ----------------------------------------------------------------------------

bool send_all(int socket, ConstBytes bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

/// Until `end`, if there is one.
bool receive_all(int socket, Bytes bytes, std::optional<SteadyClock::time_point> end) {
    while (!bytes.empty()) {
        if (end) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(*end - SteadyClock::now());
            pollfd ready{socket, POLLIN, 0};
            if (left.count() <= 0) return false;
            const int count = ::poll(&ready, 1, static_cast<int>(left.count()));
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
        }
        const ssize_t got = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

// ---- the child -------------------------------------------------------------------------------------------

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

/// Closes what belongs to the program: its window, its store, and other children's sockets.
void keep_only(int socket) {
    constexpr unsigned first = 3;
    const auto kept = static_cast<unsigned>(socket);
    if (kept > first) ::close_range(first, kept - 1, 0);
    ::close_range(kept + 1, ~0U, 0);
}

void limit_this_process() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const int signal : {SIGALRM, SIGPROF}) std::signal(signal, SIG_DFL);
    limit(RLIMIT_CORE, 0);
    if (const rlim_t mapped = mapped_now(); mapped > 0) limit(RLIMIT_AS, mapped + most_memory);
}

/// Ends the process when the drawing takes longer. 0: no limit any more.
void limit_time(time_t seconds) {
    const itimerval time{{0, 0}, {seconds, 0}};
    ::setitimer(ITIMER_PROF, &time, nullptr);
    ::alarm(seconds == 0 ? 0 : static_cast<unsigned>(longest_wait.count()));
}

bool answer_one(int socket, const IsolatedDrawing::Draw& draw) {
    std::size_t size = 0;
    if (!receive_all(socket, bytes_of(size), std::nullopt) || size > longest_request) return false;
    std::string request(size, '\0');
    if (!receive_all(socket, std::as_writable_bytes(std::span(request)), std::nullopt)) return false;
    limit_time(most_seconds);
    DrawnPixels drawn;
    try {
        drawn = draw(request);
    } catch (const std::exception&) {  // no memory: nothing was drawn
    }
    limit_time(0);
    const std::array<std::int32_t, 2> head{drawn.width, drawn.height};
    return send_all(socket, std::as_bytes(std::span(head))) &&
           send_all(socket, std::as_bytes(std::span(drawn.pixels)));
}

/// Never returns: what the program would clean up on its way out is not the child's.
[[noreturn]] void draw_until_closed(int socket, const IsolatedDrawing::Draw& draw) {
    keep_only(socket);
    limit_this_process();
    try {
        while (answer_one(socket, draw)) {
        }
    } catch (const std::exception&) {  // no memory for the request itself
    }
    ::_exit(0);
}

}  // namespace

// ---- the program -----------------------------------------------------------------------------------------

IsolatedDrawing::IsolatedDrawing(Draw draw) : draw_(std::move(draw)) {
    start();
}

IsolatedDrawing::~IsolatedDrawing() {
    end();
}

bool IsolatedDrawing::start() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
    child_ = ::fork();
    if (child_ == 0) draw_until_closed(ends[1], draw_);
    ::close(ends[1]);
    socket_ = ends[0];
    if (child_ > 0) return true;
    end();
    return false;
}

void IsolatedDrawing::end() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);  // it holds nothing that could be lost
    while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
    child_ = -1;
}

std::optional<DrawnPixels> IsolatedDrawing::draw(std::string_view request, std::size_t most_pixels) {
    if (child_ <= 0 && !start()) return std::nullopt;
    const auto end_of_wait = SteadyClock::now() + longest_wait;
    const std::size_t size = request.size();
    std::array<std::int32_t, 2> head{};
    // The child may have written anything before it ended.
    const bool answered = size <= longest_request && send_all(socket_, std::as_bytes(std::span(&size, 1))) &&
                          send_all(socket_, std::as_bytes(std::span(request))) &&
                          receive_all(socket_, std::as_writable_bytes(std::span(head)), end_of_wait);
    const auto [width, height] = head;
    if (answered && width == 0 && height == 0) return std::nullopt;
    const bool sane = answered && width > 0 && height > 0 &&
                      static_cast<std::size_t>(width) * static_cast<std::size_t>(height) <= most_pixels;
    if (sane) {
        DrawnPixels drawn{width, height, {}};
        drawn.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        if (receive_all(socket_, std::as_writable_bytes(std::span(drawn.pixels)), end_of_wait)) return drawn;
    }
    end();
    return std::nullopt;
}

}  // namespace xy::kiosk
