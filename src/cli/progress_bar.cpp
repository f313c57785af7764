#include "cli/progress_bar.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <unistd.h>
#include <utility>

namespace xy::cli {
namespace {

constexpr std::chrono::seconds quiet_time{1};
constexpr std::chrono::milliseconds pause{200};

std::string remaining(double done, std::chrono::duration<double> elapsed) {
    if (done < 0.01) return "";
    const auto seconds = static_cast<int>(std::ceil(elapsed.count() * (1.0 - done) / done));
    if (seconds < 120) return ", " + std::to_string(seconds) + " s left";
    return ", " + std::to_string((seconds + 59) / 60) + " min left";
}

}  // namespace

std::string progress_line(const std::string& what, double done, std::chrono::duration<double> elapsed) {
    constexpr int width = 20;
    done = std::clamp(done, 0.0, 1.0);
    const auto full = static_cast<std::size_t>(width * done);
    return what + "  [" + std::string(full, '#') + std::string(width - full, '-') + "]  " +
           std::to_string(static_cast<int>(100 * done)) + " %" + remaining(done, elapsed);
}

ProgressBar::ProgressBar(std::string what, std::string if_stopped)
    : what_(std::move(what)),
      if_stopped_(std::move(if_stopped)),
      terminal_(::isatty(STDERR_FILENO) != 0),
      begun_(Clock::now()),
      last_(begun_) {}

ProgressBar::~ProgressBar() {
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void ProgressBar::stop_if_asked() const {
    if (watch_.interrupted()) throw Interrupted("stopped; " + if_stopped_);
}

void ProgressBar::show(double done) {
    stop_if_asked();
    if (!terminal_) return;
    const Clock::time_point now = Clock::now();
    if (now - begun_ < quiet_time || now - last_ < pause) return;
    last_ = now;
    shown_ = true;
    std::cerr << '\r' << progress_line(what_, done, now - begun_) << "\x1b[K" << std::flush;
}

}  // namespace xy::cli
