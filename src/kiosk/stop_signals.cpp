#include "kiosk/stop_signals.h"

#include <cerrno>
#include <csignal>
#include <ctime>
#include <pthread.h>
#include <unistd.h>
#include <utility>

namespace xy::kiosk {
namespace {

/// A healthy disk takes the last answers in far less; a service manager kills after ten seconds and more.
constexpr timespec time_to_end{.tv_sec = 4, .tv_nsec = 0};

sigset_t stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// Runs no destructor: one of them may be what hangs.
[[noreturn]] void end_now(int signal) {
    std::signal(signal, SIG_DFL);
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ::raise(signal);
    ::_exit(128 + signal);  // not reached
}

}  // namespace

StopSignals::StopSignals() {
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    thread_ = std::thread([this] { work(); });
}

StopSignals::~StopSignals() {
    ending_ = true;
    // Ends nothing: the signal is blocked, and the thread waits for it in sigwait.
    // NOLINTNEXTLINE(bugprone-bad-signal-to-kill-thread)
    pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void StopSignals::listen(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

void StopSignals::work() {
    const sigset_t signals = stop_signals();
    int signal = 0;
    sigwait(&signals, &signal);
    if (ending_) return;
    {
        const std::lock_guard lock(mutex_);
        if (!wake_) end_now(signal);
        asked_ = true;
        wake_();
    }
    while (sigtimedwait(&signals, nullptr, &time_to_end) < 0 && errno == EINTR) continue;
    if (!ending_) end_now(signal);
}

}  // namespace xy::kiosk
