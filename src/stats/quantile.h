// Quantiles and quartiles.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <span>

namespace xy::stats {

/// Type 7 of Hyndman and Fan (American Statistician 50 (1996) 361–365), which is QUARTILE.INC and
/// PERCENTILE.INC of Excel: linear between the two neighbours of position (n − 1)·share. `sorted` ascending,
/// share in 0..1; nothing when it is empty.
std::optional<double> quantile(std::span<const double> sorted, double share);

/// The same of `n` numbers that are not at hand as such: `at(i)` is an optional, the i-th of them from 0 on
/// in ascending order. Nothing when n is 0 or one that is needed is not known.
template <typename At>
std::optional<double> quantile_of(std::int64_t n, double share, At at) {
    if (n == 0) return std::nullopt;
    const double position = static_cast<double>(n - 1) * share;
    const auto below = static_cast<std::int64_t>(std::floor(position));
    const std::optional<double> first = at(below);
    const double beyond = position - static_cast<double>(below);
    if (!first || beyond == 0) return first;
    const std::optional<double> second = at(below + 1);
    if (!second) return std::nullopt;
    return *first + beyond * (*second - *first);
}

/// Median and quartiles, each by quantile_of().
struct Quartiles {
    std::int64_t n = 0;
    std::optional<double> lower, median, upper;
    double relative_error = 0;  ///< by how much each may be off, as a share of it
    friend bool operator==(const Quartiles&, const Quartiles&) = default;
};
template <typename At>
Quartiles quartiles_of(std::int64_t n, At at) {
    return {n, quantile_of(n, 0.25, at), quantile_of(n, 0.5, at), quantile_of(n, 0.75, at), 0};
}

}  // namespace xy::stats
