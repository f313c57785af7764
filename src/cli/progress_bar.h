// How far a long command is, on standard error.
#pragma once

#include <chrono>
#include <string>

namespace xy::cli {

/// Shows itself after a second and only to a terminal; wipes itself away at its end.
class ProgressBar {
 public:
    explicit ProgressBar(std::string what);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `done` from 0 to 1.
    void show(double done);

 private:
    using Clock = std::chrono::steady_clock;

    std::string what_;
    bool terminal_;
    bool shown_ = false;
    Clock::time_point begun_;
    Clock::time_point last_;
};

/// "exporting  [#########-----------]  45 %, 12 s left".
std::string progress_line(const std::string& what, double done, std::chrono::duration<double> elapsed);

}  // namespace xy::cli
