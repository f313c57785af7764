// 同比: this period against the same period of the year before.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "stats/clustered.h"
#include "stats/proportion.h"

namespace xy::stats {

struct Change {
    double ratio = 0;  ///< now/before − 1: 0.31 is 31 % more
    /// Clustered by event: visitors of one event come together, so that the events, not the visits, are what
    /// varies. Nothing when a period has fewer than fewest_clusters events.
    std::optional<Interval> interval;
};

/// `now` and `before` hold one count per event. The interval is log-normal by the delta method: the variance
/// of a total of m events is m/(m−1)·Σ(tᵢ − t̄)² (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, section
/// 9A) and not less than the total, that of a Poisson count, so that events of equal size claim nothing; that
/// of the log of the ratio is the sum of both relative ones. Student's t in the place of `z`, with F. E.
/// Satterthwaite's degrees of freedom (Biometrics Bull. 2 (1946) 110–114). Nothing when the year before has
/// no visits.
std::optional<Change> year_on_year(std::span<const std::int64_t> now, std::span<const std::int64_t> before,
                                   double z = z_95);

}  // namespace xy::stats
