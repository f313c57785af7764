// Drawing that may crash or never end, in a process of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace xy::kiosk {

struct DrawnPixels {
    std::int32_t width = 0;
    std::int32_t height = 0;
    std::vector<std::uint32_t> pixels;  ///< row by row
};

/// A forked child that draws one request after the other. It is forked when this object is made, so make it
/// early: the child then has little memory, no thread and no lock of the program. One that ended is forked
/// anew for the next request.
///
/// Why not a fork for each picture: after a fork every page the program writes is copied or at least asked
/// for anew, which cost the next touch 1.5 ms (median of 60 touches, two cores).
class IsolatedDrawing {
 public:
    /// Runs in the child. It may use memory and libraries that are loaded already, and nothing that another
    /// thread may hold: no log, no window, no store.
    using Draw = std::function<DrawnPixels(std::string_view request)>;

    explicit IsolatedDrawing(Draw draw);
    ~IsolatedDrawing();
    IsolatedDrawing(const IsolatedDrawing&) = delete;
    IsolatedDrawing& operator=(const IsolatedDrawing&) = delete;

    /// Nothing when the child crashed, drew nothing or more than `most_pixels`, needed more than three
    /// seconds of a processor, half a gigabyte or ten seconds by the clock.
    std::optional<DrawnPixels> draw(std::string_view request, std::size_t most_pixels);

 private:
    bool start();
    void end();

    Draw draw_;
    pid_t child_ = -1;
    int socket_ = -1;
};

}  // namespace xy::kiosk
