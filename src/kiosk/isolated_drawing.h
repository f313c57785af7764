// Drawing that may crash or never end, in a process of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace xy::kiosk {

struct DrawnPixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;  ///< row by row
};

/// Runs `draw` in a forked child and brings its pixels back; nothing when the child crashed, drew nothing or
/// more than `most_pixels`, needed more than three seconds of a processor, half a gigabyte or ten seconds by
/// the clock.
///
/// A fork and not a program of its own, which would have to be started anew for each picture: a fork costs a
/// few milliseconds, which the kiosk spends on the next screen while nobody waits. `draw` may therefore use
/// memory and libraries that are loaded already, and nothing that another thread may hold: no log, no window,
/// no store.
std::optional<DrawnPixels> draw_isolated(std::size_t most_pixels, const std::function<DrawnPixels()>& draw);

}  // namespace xy::kiosk
