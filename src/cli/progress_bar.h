// How far a long command is, on standard error; and the way to stop it.
#pragma once

#include <chrono>
#include <string>

#include "cli/interruption.h"

namespace xy::cli {

/// Shows itself after a second and only to a terminal; wipes itself away at its end. While it lives, Ctrl+C
/// ends the work at the next show() or stop_if_asked().
class ProgressBar {
 public:
    /// `if_stopped` says what is untouched then: "nothing was changed".
    ProgressBar(std::string what, std::string if_stopped);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `done` from 0 to 1. Throws Interrupted.
    void show(double done);
    /// As the Progress of work: it goes on, or ends with Interrupted.
    bool operator()(double done) {
        show(done);
        return true;
    }
    /// Throws Interrupted; for the last moment before something is replaced.
    void stop_if_asked() const;

 private:
    using Clock = std::chrono::steady_clock;

    std::string what_;
    std::string if_stopped_;
    InterruptionWatch watch_;
    bool terminal_;
    bool shown_ = false;
    Clock::time_point begun_;
    Clock::time_point last_;
};

/// "exporting  [#########-----------]  45 %, 12 s left".
std::string progress_line(const std::string& what, double done, std::chrono::duration<double> elapsed);

}  // namespace xy::cli
