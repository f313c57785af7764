// SIGTERM and Ctrl+C, heard whatever the other threads wait for: a display, a slow disk, a file that does not
// come.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace xy::kiosk {

class StopSignals {
 public:
    /// Made before any other thread, because threads inherit what is blocked here. Until listen() a signal
    /// ends the program at once: nothing is there that could be lost.
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// From now on the first signal sets asked() and calls `wake` from another thread. The program then has
    /// four seconds to end; when it hangs longer, or at a second signal, it is ended as by the signal itself.
    /// What was acknowledged is on the disk by then.
    void listen(std::function<void()> wake);
    bool asked() const { return asked_; }

 private:
    void work();

    std::mutex mutex_;  ///< guards wake_
    std::function<void()> wake_;
    std::atomic<bool> asked_ = false;
    std::atomic<bool> ending_ = false;
    std::thread thread_;  ///< last: it starts when all the rest is there
};

}  // namespace xy::kiosk
