#include "stats/proportion.h"

#include <cmath>

namespace xy::stats {

std::optional<double> Proportion::value() const {
    if (n == 0) return std::nullopt;
    return static_cast<double>(hits) / static_cast<double>(n);
}

std::optional<Interval> wilson(const Proportion& proportion, double z) {
    return wilson(proportion, static_cast<double>(proportion.n), z);
}

std::optional<Interval> wilson(const Proportion& proportion, double effective_n, double z) {
    const auto p = proportion.value();
    if (!p) return std::nullopt;
    const double z2 = z * z;
    const double scale = 1 + z2 / effective_n;
    const double centre = (*p + z2 / (2 * effective_n)) / scale;
    const double half =
        z * std::sqrt(*p * (1 - *p) / effective_n + z2 / (4 * effective_n * effective_n)) / scale;
    // At 0 and n one bound is exactly 0 or 1; rounding must not leave it beside that.
    return Interval{proportion.hits == 0 ? 0.0 : centre - half,
                    proportion.hits == proportion.n ? 1.0 : centre + half};
}

}  // namespace xy::stats
