// Ctrl+C (SIGINT) in the middle of long work: the work ends at its next safe place instead of anywhere.
#pragma once

#include <csignal>
#include <stdexcept>

namespace xy::cli {

/// Leaves a command that was stopped; its text says what was kept and what is untouched. Exit code 130, as of
/// any program that SIGINT ended.
class Interrupted : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};
inline constexpr int interrupted_exit_code = 128 + SIGINT;

/// While one lives, the first SIGINT is only remembered; a second one ends the program as if there were none.
/// At most one lives at a time.
class InterruptionWatch {
 public:
    InterruptionWatch();
    ~InterruptionWatch();
    InterruptionWatch(const InterruptionWatch&) = delete;
    InterruptionWatch& operator=(const InterruptionWatch&) = delete;

    bool interrupted() const;

 private:
    struct sigaction before_ {};
};

}  // namespace xy::cli
