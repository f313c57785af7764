// Answers that came faster than anybody reads (S. L. Wise and L. Ma, NCME 2012: normative threshold, NT10).
#pragma once

#include <cstdint>

namespace xy::stats {

/// Ten seconds: a threshold is never beyond it.
inline constexpr double longest_guess_ms = 10'000;

/// Sum of the times of an item. Whole, so that devices add up.
struct ItemTimes {
    std::int64_t n = 0;
    std::int64_t sum_ms = 0;

    ItemTimes& operator+=(const ItemTimes& other);
    /// An answer faster than this is a guess: 10 % of the mean time, at most longest_guess_ms; 0 without
    /// times.
    double threshold_ms() const;
    friend bool operator==(const ItemTimes&, const ItemTimes&) = default;
};

/// Whether a session is flagged: fewer than 90 % of its answers are real attempts (S. L. Wise and X. Kong,
/// Appl. Meas. Educ. 18 (2005) 163–183). Flagged sessions are shown apart, never dropped.
bool is_rapid(int guesses, int answers);

}  // namespace xy::stats
