// A pixel clock: watches a part of the screen from outside and says when it changed. Works with any program.
//
//   bench_pixels start X Y W H -- COMMAND…   prints "PID MS": process start → the part has been painted
//   bench_pixels tap CX CY X Y W H           prints "MS": button press → the last change of the part
//
// "Painted" is the first moment at which the part has about as much ink as in the end, so that a background
// that comes first does not count. The screen is looked at some thousand times a second.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Span = std::chrono::duration<double, std::milli>;

[[noreturn]] void fail(const char* why) {
    std::cerr << "bench_pixels: " << why << '\n';
    std::exit(2);
}

struct Part {
    int x = 0;
    int y = 0;
    unsigned w = 0;
    unsigned h = 0;
};

struct Look {
    std::uint64_t hash = 1469598103934665603ULL;
    long ink = 0;  ///< pixels that differ from the first one
};

/// A part of the screen, seen through eight slits, so that looking is quick and takes little from who paints.
class Watched {
 public:
    explicit Watched(Part part) : part_(part), display_(XOpenDisplay(nullptr)) {
        if (display_ == nullptr) fail("there is no display");
        if (part.w < slits * slit || part.h == 0) fail("the part is too small");
        const int screen = XDefaultScreen(display_);
        image_ = XShmCreateImage(display_, XDefaultVisual(display_, screen),
                                 static_cast<unsigned>(XDefaultDepth(display_, screen)), ZPixmap, nullptr,
                                 &shared_, slit, part.h);
        if (image_ == nullptr || image_->bits_per_pixel != 32) fail("the display must have 32 bits a pixel");
        shared_.shmid =
            shmget(IPC_PRIVATE, static_cast<std::size_t>(image_->bytes_per_line) * part.h, IPC_CREAT | 0600);
        shared_.shmaddr = image_->data = static_cast<char*>(shmat(shared_.shmid, nullptr, 0));
        shared_.readOnly = 0;
        XShmAttach(display_, &shared_);
        XSync(display_, 0);
        shmctl(shared_.shmid, IPC_RMID, nullptr);
    }

    Display* display() const { return display_; }

    Look look() const {
        Look look;
        for (unsigned i = 0; i < slits; ++i) add(look, part_.x + static_cast<int>(part_.w * i / slits));
        return look;
    }

 private:
    static constexpr unsigned slits = 8;
    static constexpr unsigned slit = 8;  ///< pixels wide

    void add(Look& look, int x) const {
        XShmGetImage(display_, XDefaultRootWindow(display_), image_, x, part_.y, ~0UL);
        const auto* pixels = reinterpret_cast<const std::uint32_t*>(image_->data);
        constexpr std::uint32_t colour = 0xFFFFFF;
        for (std::size_t i = 0; i < std::size_t{slit} * part_.h; ++i) {
            look.hash = (look.hash ^ (pixels[i] & colour)) * 1099511628211ULL;
            look.ink += (pixels[i] & colour) != (pixels[0] & colour) ? 1 : 0;
        }
    }

    Part part_;
    Display* display_;
    XImage* image_ = nullptr;
    XShmSegmentInfo shared_{};
};

struct Change {
    double at = 0;  ///< ms
    long ink = 0;
};

/// All changes until nothing has changed for `settle`; none when nothing changes within `patience`.
std::vector<Change> watch(const Watched& screen, Look before, Clock::time_point begin, Span settle,
                          Span patience) {
    std::vector<Change> changes;
    for (;;) {
        const Look now = screen.look();
        const Span at = Clock::now() - begin;
        if (now.hash != before.hash) {
            changes.push_back({at.count(), now.ink});
            before = now;
        }
        if (!changes.empty() && at.count() - changes.back().at > settle.count()) return changes;
        if (at > patience) return changes;
        std::this_thread::sleep_for(500us);
    }
}

pid_t launch(const Watched& screen, char** command) {
    const pid_t child = fork();
    if (child != 0) return child;
    setsid();
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nowhere, stream);
    close(XConnectionNumber(screen.display()));
    execvp(command[0], command);
    _exit(127);
}

int measure_start(const Watched& screen, char** command) {
    const Look before = screen.look();
    const auto begin = Clock::now();
    const pid_t child = launch(screen, command);
    const std::vector<Change> changes = watch(screen, before, begin, 700ms, 20s);
    if (changes.empty()) fail("nothing was painted");
    const long ink = changes.back().ink;
    for (const Change& change : changes) {
        if (change.ink * 4 < ink || change.ink > ink * 4) continue;
        std::cout << child << ' ' << change.at << '\n';
        return 0;
    }
    return 1;
}

int measure_tap(const Watched& screen, int x, int y) {
    XTestFakeMotionEvent(screen.display(), -1, x, y, 0);
    XSync(screen.display(), 0);
    std::this_thread::sleep_for(150ms);
    const Look before = screen.look();
    const auto begin = Clock::now();
    XTestFakeButtonEvent(screen.display(), 1, 1, 0);
    XTestFakeButtonEvent(screen.display(), 1, 0, 0);
    XFlush(screen.display());
    const std::vector<Change> changes = watch(screen, before, begin, 250ms, 5s);
    if (changes.empty()) fail("nothing changed");
    std::cout << changes.back().at << '\n';
    return 0;
}

Part part_of(char** words) {
    const auto number = [&](int i) { return std::atoi(words[i]); };
    return {number(0), number(1), static_cast<unsigned>(number(2)), static_cast<unsigned>(number(3))};
}

}  // namespace

int main(int argc, char** argv) {
    const std::string mode = argc > 1 ? argv[1] : "";
    if (mode == "start" && argc > 7 && std::string(argv[6]) == "--")
        return measure_start(Watched(part_of(argv + 2)), argv + 7);
    if (mode == "tap" && argc == 8)
        return measure_tap(Watched(part_of(argv + 4)), std::atoi(argv[2]), std::atoi(argv[3]));
    fail("usage: bench_pixels start X Y W H -- COMMAND…   or   bench_pixels tap CX CY X Y W H");
}
