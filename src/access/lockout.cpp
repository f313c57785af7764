#include "access/lockout.h"

#include <algorithm>

namespace xy::access {

Milliseconds lock_after(int wrong) {
    if (wrong <= 0 || wrong % tries_before_lock != 0) return Milliseconds{0};
    const int doublings = std::min(wrong / tries_before_lock - 1, 16);
    return std::min(first_lock * (1 << doublings), longest_lock);
}

Milliseconds Lockout::locked_for(Milliseconds now) const {
    return std::max(Milliseconds{0}, locked_until_ - now);
}

void Lockout::record_failure(Milliseconds now) {
    ++wrong_;
    locked_until_ = std::max(locked_until_, now + lock_after(wrong_));
}

}  // namespace xy::access
