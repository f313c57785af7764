#include "cli/interruption.h"

#include <atomic>

namespace xy::cli {
namespace {

/// All that a signal handler may touch. One for the program, since the signal is.
std::atomic<bool> asked_to_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void remember_the_signal(int /*signal*/) {
    asked_to_stop = true;
}

}  // namespace

InterruptionWatch::InterruptionWatch() {
    asked_to_stop = false;
    struct sigaction action {};
    action.sa_handler = remember_the_signal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &before_);
    // Started in the background: SIGINT stays ignored.
    if (before_.sa_handler == SIG_IGN) sigaction(SIGINT, &before_, nullptr);
    // Whoever started us may have blocked it and sent it already.
    sigset_t only{};
    sigemptyset(&only);
    sigaddset(&only, SIGINT);
    pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
}

InterruptionWatch::~InterruptionWatch() {
    sigaction(SIGINT, &before_, nullptr);
}

bool InterruptionWatch::interrupted() const {
    return asked_to_stop;
}

}  // namespace xy::cli
