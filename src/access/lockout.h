// How long a wrong PIN locks the way in.
//
// Only the number of wrong tries is ever kept, never a time: a lock runs on the steady clock of this process
// and begins again from its full length when the program is started anew. So neither a restart nor a clock
// that was set back shortens it.
#pragma once

#include "base/clock.h"

namespace xy::access {

inline constexpr int tries_before_lock = 5;
inline constexpr Milliseconds first_lock{15'000};
inline constexpr Milliseconds longest_lock{15 * 60'000};

/// The lock that follows the `wrong`-th wrong try in a row: none but after every fifth, then 15 s, 30 s, 1
/// min … up to 15 min.
Milliseconds lock_after(int wrong);

/// The way in, while the program runs.
class Lockout {
 public:
    /// `wrong`: tries kept from before; a lock that they had led to begins again at `now`.
    Lockout(int wrong, Milliseconds now) : wrong_(wrong), locked_until_(now + lock_after(wrong)) {}

    /// Time left until the next try, zero when it may be made.
    Milliseconds locked_for(Milliseconds now) const;
    void record_failure(Milliseconds now);
    /// The right PIN, or the recovery code: also ends a lock.
    void record_success() {
        wrong_ = 0;
        locked_until_ = {};
    }
    /// What must be kept.
    int wrong() const { return wrong_; }

 private:
    int wrong_;
    Milliseconds locked_until_;
};

}  // namespace xy::access
