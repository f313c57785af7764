// 同比: this period against the same period of the year before.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "stats/proportion.h"

namespace xy::stats {

struct Change {
    double ratio = 0;  ///< now/before − 1: 0.31 is 31 % more
    /// Clustered by event: visitors of one event come together, so that the events, not the visits, are what
    /// varies. Nothing when a period has fewer than two events.
    std::optional<Interval> interval;
};

/// `now` and `before` hold one count per event. The interval is log-normal by the delta method: the variance
/// of a total of m events is m/(m−1)·Σ(tᵢ − t̄)² (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, section
/// 9A), that of the log of the ratio the sum of both relative ones. Nothing when the year before has no
/// visits.
std::optional<Change> year_on_year(std::span<const std::int64_t> now, std::span<const std::int64_t> before,
                                   double z = z_95);

}  // namespace xy::stats
