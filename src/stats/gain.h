// What visitors know after that they did not know before, and how much easier one test was than the other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

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
    int items() const { return items_; }
    std::int64_t pre() const { return pre_; }    ///< marks in all
    std::int64_t post() const { return post_; }  ///< likewise
    /// Mean of post − pre.
    std::optional<double> difference() const;
    /// Paired, by visits: measured() with one order.
    std::optional<Interval> difference_interval(double z = z_95) const;
    /// ⟨g⟩ = (post − pre)/(1 − pre) of the means, not the mean of single gains: R. R. Hake, Am. J. Phys. 66
    /// (1998) 64–74. Nothing when everyone knew everything before.
    std::optional<double> hake() const;
    /// Delta method on the two means and their covariance, by visits: measured() with one order.
    std::optional<Interval> hake_interval(double z = z_95) const;
    /// Of by_post·mean_post + by_pre·mean_pre, in shares squared. Requires n ≥ 2.
    double variance(double by_post, double by_pre) const;

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

/// Fewer pairs than these get no interval.
inline constexpr std::int64_t fewest_pairs = 10;

/// The pairs of one order of tests, by event.
using EventGains = std::map<std::string, Gain>;

struct MeasuredGain {
    std::int64_t n = 0;
    std::int64_t events = 0;  ///< that the intervals are clustered by; 0: by visits
    double before = 0, after = 0;
    double difference = 0;
    std::optional<Interval> difference_interval;
    std::optional<double> hake;  ///< nothing when everyone knew everything before
    std::optional<Interval> hake_interval;
    /// The share by which the second test of `orders[0]` is easier than its first; with two orders only.
    std::optional<double> form_difference;
    std::optional<Interval> form_interval;
};

/// Of one order (or of tests drawn at random), or of two: A before and B after, and the other way round. Each
/// of two has the same weight, so that an easier form, which adds to one and takes from the other, cancels:
/// the two-period crossover (J. E. Grizzle, Biometrics 21 (1965) 467–480). Variances by the delta method: by
/// events from fewest_clusters events on, m/(m−1)·Σ of their squared linearized residuals with Student's t of
/// m − 1 degrees of freedom; else by visits, with Satterthwaite's. No interval under fewest_pairs pairs or
/// where an order has fewer than two. It is never narrower than pairs that all changed alike leave it: one in
/// n may still be found to differ by an item, as often as Wilson's interval of 0 in n allows. Nothing where
/// an order is empty. Requires one or two orders and the same number of items everywhere.
std::optional<MeasuredGain> measured(std::span<const EventGains> orders, double z = z_95);

/// Of several such pairs of tests, each as above and weighted by its visits. No form difference but of one
/// pair.
std::optional<MeasuredGain> measured_over(std::span<const std::vector<EventGains>> pairs, double z = z_95);

}  // namespace xy::stats
