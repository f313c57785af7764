// Quantiles of numbers that are all at hand.
#pragma once

#include <optional>
#include <span>

namespace xy::stats {

/// Type 7 of Hyndman and Fan (American Statistician 50 (1996) 361–365), which is QUARTILE.INC and
/// PERCENTILE.INC of Excel: linear between the two neighbours of position (n − 1)·share. `sorted` ascending,
/// share in 0..1; nothing when it is empty.
std::optional<double> quantile(std::span<const double> sorted, double share);

}  // namespace xy::stats
