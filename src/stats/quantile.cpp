#include "stats/quantile.h"

#include <cmath>
#include <cstddef>

namespace xy::stats {

std::optional<double> quantile(std::span<const double> sorted, double share) {
    if (sorted.empty()) return std::nullopt;
    const double position = static_cast<double>(sorted.size() - 1) * share;
    const auto below = static_cast<std::size_t>(std::floor(position));
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (position - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

}  // namespace xy::stats
