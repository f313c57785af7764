// Shares whose answers hang together: those of one visit, and the visits of one event, are more alike than
// those of strangers, so that there is less in them than their number says.
#pragma once

#include <cstdint>
#include <optional>

#include "stats/proportion.h"

namespace xy::stats {

/// From so many events on, the events are what varies; with fewer it is the visits.
inline constexpr std::int64_t fewest_clusters = 5;

/// What an interval may be clustered by. An interval by events is made of what each event had: where a reader
/// does not see every event, it would help to compute the others.
enum class ClusterBy {
    events,  ///< from fewest_clusters events on, else by visits
    visits,
};

/// What is kept of clusters (events, visits). Whole sums only, so that those of two devices add up; a cluster
/// that both had a part of must be put together first.
struct ClusterSums {
    std::int64_t clusters = 0;
    std::int64_t hits = 0;
    std::int64_t n = 0;
    std::int64_t hits_hits = 0;  ///< Σ hits²
    std::int64_t hits_n = 0;     ///< Σ hits·n
    std::int64_t n_n = 0;        ///< Σ n²

    /// One cluster; passed over when n is 0.
    void add(std::int64_t hits_of_one, std::int64_t n_of_one) {
        if (n_of_one == 0) return;
        ++clusters;
        hits += hits_of_one;
        n += n_of_one;
        hits_hits += hits_of_one * hits_of_one;
        hits_n += hits_of_one * n_of_one;
        n_n += n_of_one * n_of_one;
    }
    void add(const Proportion& one) { add(one.hits, one.n); }
    ClusterSums& operator+=(const ClusterSums& other);
    friend bool operator==(const ClusterSums&, const ClusterSums&) = default;
};

/// Variance of p = Σ hits ÷ Σ n over clusters, m/(m−1)·Σ(hitsᵢ − p·nᵢ)²/(Σ n)² (the ratio estimator: W. G.
/// Cochran, Sampling Techniques, 3rd ed. 1977, section 9A.2), divided by p(1−p)/Σ n, that of as many
/// strangers: L. Kish, Survey Sampling, 1965, 8.2. Nothing with fewer than two clusters or where p is 0 or 1.
std::optional<double> design_effect(const ClusterSums& sums);

/// A share with what its interval needs.
struct Estimate : Proportion {
    double design_effect = 1;
    std::int64_t events = 0;  ///< that it is clustered by; 0: by visits

    Estimate() = default;
    /// Of strangers.
    // NOLINTNEXTLINE(google-explicit-constructor): every share is one
    Estimate(const Proportion& share) : Proportion(share) {}
};

/// By events where there are at least fewest_clusters, else by visits; each may be empty.
Estimate clustered(const Proportion& share, const ClusterSums& events, const ClusterSums& visits);

/// Wilson's interval of n ÷ design effect answers, the effect not under 1 (N. Dean and M. Pagano, J. Surv.
/// Stat. Methodol. 3 (2015) 484–503), by events with Student's t of events − 1 degrees of freedom in the
/// place of z. Nothing when n is 0.
std::optional<Interval> interval_of(const Estimate& share, double z = z_95);

/// Interval of b − a for different visitors, of both intervals: Newcombe, Statistics in Medicine 17 (1998)
/// 873–890, method 10. Nothing when one is empty.
std::optional<Interval> difference_interval(const Estimate& a, const Estimate& b, double z = z_95);

}  // namespace xy::stats
