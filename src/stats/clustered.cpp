#include "stats/clustered.h"

#include <algorithm>
#include <cmath>

#include "stats/distributions.h"
#include "stats/real.h"

namespace xy::stats {

ClusterSums& ClusterSums::operator+=(const ClusterSums& other) {
    clusters += other.clusters;
    hits += other.hits;
    n += other.n;
    hits_hits += other.hits_hits;
    hits_n += other.hits_n;
    n_n += other.n_n;
    return *this;
}

std::optional<double> design_effect(const ClusterSums& sums) {
    if (sums.clusters < 2 || sums.hits == 0 || sums.hits == sums.n) return std::nullopt;
    const double p = real(sums.hits) / real(sums.n);
    const double m = real(sums.clusters);
    const double squares = real(sums.hits_hits) - 2 * p * real(sums.hits_n) + p * p * real(sums.n_n);
    return m / (m - 1) * std::max(squares, 0.0) / (real(sums.n) * p * (1 - p));
}

Estimate clustered(const Proportion& share, const ClusterSums& events, const ClusterSums& visits) {
    Estimate estimate(share);
    const bool by_events = events.clusters >= fewest_clusters;
    estimate.events = by_events ? events.clusters : 0;
    estimate.design_effect = design_effect(by_events ? events : visits).value_or(1);
    return estimate;
}

std::optional<Interval> interval_of(const Estimate& share, double z) {
    const double effective = real(share.n) / std::max(share.design_effect, 1.0);
    const double t = share.events > 1 ? student_t_of(z, real(share.events - 1)) : z;
    return wilson(share, effective, t);
}

std::optional<Interval> difference_interval(const Estimate& a, const Estimate& b, double z) {
    const auto from = interval_of(a, z);
    const auto to = interval_of(b, z);
    if (!from || !to) return std::nullopt;
    const double difference = *b.value() - *a.value();
    return Interval{difference - std::hypot(*b.value() - to->low, from->high - *a.value()),
                    difference + std::hypot(to->high - *b.value(), *a.value() - from->low)};
}

}  // namespace xy::stats
