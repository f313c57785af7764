// How long visits took, kept as counts: each time for itself while there are few, then in logarithmic
// buckets, so that memory does not grow with the visits. Two devices' counts add up.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace xy::stats {

/// Up to `exact_up_to` durations a quantile is that of the durations themselves; beyond, it differs from the
/// true one by at most 1 % of the true one (a bucket reaches from one power of 1.02 to the next, and its
/// middle is told). Below 1 ms a bucket holds 0.
class Durations {
 public:
    static constexpr std::int64_t exact_up_to = 10'000;

    void add(std::int64_t ms);
    Durations& operator+=(const Durations& other);
    std::int64_t n() const { return n_; }
    /// Milliseconds; type 7 (stats/quantile.h) in either case. `share` in 0..1; nothing when empty.
    std::optional<double> quantile(double share) const;
    /// By how much a quantile may differ, as a share of it: 0 while all are exact.
    double relative_error() const { return n_ > exact_up_to ? 0.01 : 0; }
    friend bool operator==(const Durations&, const Durations&) = default;

 private:
    void make_buckets();
    double at(std::int64_t position) const;

    std::map<std::int64_t, std::int64_t> counts_;  ///< by milliseconds, or by bucket when there are many
    std::int64_t n_ = 0;
};

}  // namespace xy::stats
