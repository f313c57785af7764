// Proportions and their intervals.
#pragma once

#include <cstdint>
#include <optional>

namespace xy::stats {

/// Quantile of the standard normal distribution for a two-sided 95 % interval.
inline constexpr double z_95 = 1.959963984540054;

struct Interval {
    double low = 0;
    double high = 0;
};

struct Proportion {
    std::int64_t hits = 0;
    std::int64_t n = 0;

    /// hits ÷ n; nothing when n is 0.
    std::optional<double> value() const;
    Proportion& operator+=(const Proportion& other) {
        hits += other.hits;
        n += other.n;
        return *this;
    }
    friend bool operator==(const Proportion&, const Proportion&) = default;
};

/// Wilson's score interval without continuity correction: E. B. Wilson, JASA 22 (1927) 209–212; Newcombe,
/// Statistics in Medicine 17 (1998) 857–872, method 3. Nothing when n is 0. Requires 0 ≤ hits ≤ n, z > 0.
std::optional<Interval> wilson(const Proportion& proportion, double z = z_95);

/// The same of as many visits as `effective_n` > 0: those that would say as much if nothing hung together.
/// Nothing when n is 0.
std::optional<Interval> wilson(const Proportion& proportion, double effective_n, double z);

}  // namespace xy::stats
