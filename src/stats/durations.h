// How long visits took, kept as counts in logarithmic buckets: memory does not grow with the visits, and two
// devices' counts add up.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace xy::stats {

/// A quantile read from it differs from the true one by at most 1 % of the true one (a bucket reaches from
/// one power of 1.02 to the next, and its middle is told). Below 1 ms everything is 0.
class Durations {
 public:
    static constexpr double relative_error = 0.01;

    void add(std::int64_t ms);
    Durations& operator+=(const Durations& other);
    std::int64_t n() const { return n_; }
    /// Milliseconds. The value at position ⌊(n − 1)·share⌋ of the sorted durations, share in 0..1; nothing
    /// when empty.
    std::optional<double> quantile(double share) const;
    friend bool operator==(const Durations&, const Durations&) = default;

 private:
    std::map<int, std::int64_t> buckets_;
    std::int64_t n_ = 0;
};

}  // namespace xy::stats
