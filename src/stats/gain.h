// What visitors know after that they did not know before.
#pragma once

#include <cstdint>
#include <optional>

#include "stats/proportion.h"

namespace xy::stats {

/// Scores of the same sessions before and after, as marks out of the same number of items. Whole sums only,
/// so that counts of two devices add up.
class Gain {
 public:
    /// Requires 0 ≤ pre, post ≤ items, and the same items ≥ 1 in every call.
    void add(int pre, int post, int items);
    Gain& operator+=(const Gain& other);

    std::int64_t n() const { return n_; }
    /// Σ(post − pre)², in marks. With the means it is what an interval tells.
    std::int64_t squared_change() const { return pre_pre_ - 2 * pre_post_ + post_post_; }
    std::optional<double> mean_pre() const;   ///< share, 0..1
    std::optional<double> mean_post() const;  ///< share, 0..1
    /// Mean of post − pre with its interval (normal, paired).
    std::optional<double> difference() const;
    std::optional<Interval> difference_interval(double z = z_95) const;
    /// ⟨g⟩ = (post − pre)/(1 − pre) of the means, not the mean of single gains: R. R. Hake, Am. J. Phys. 66
    /// (1998) 64–74. Nothing when everyone knew everything before.
    std::optional<double> hake() const;
    /// Delta method on the two means and their covariance. Nothing with fewer than two sessions.
    std::optional<Interval> hake_interval(double z = z_95) const;

    friend bool operator==(const Gain&, const Gain&) = default;

 private:
    double covariance_of_means(std::int64_t sum_ab, std::int64_t sum_a, std::int64_t sum_b) const;

    int items_ = 0;
    std::int64_t n_ = 0;
    std::int64_t pre_ = 0;
    std::int64_t post_ = 0;
    std::int64_t pre_pre_ = 0;
    std::int64_t post_post_ = 0;
    std::int64_t pre_post_ = 0;
};

}  // namespace xy::stats
