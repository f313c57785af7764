#include "stats/likert.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xy::stats {
namespace {

std::ptrdiff_t width_of(const std::vector<std::int64_t>& counts) {
    if (counts.size() >= 4) return 2;
    return counts.size() >= 2 ? 1 : 0;
}

}  // namespace

std::int64_t Likert::n() const {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

Proportion Likert::top_two() const {
    return {std::accumulate(counts.end() - width_of(counts), counts.end(), std::int64_t{0}), n()};
}

Proportion Likert::bottom_two() const {
    return {std::accumulate(counts.begin(), counts.begin() + width_of(counts), std::int64_t{0}), n()};
}

std::optional<double> Likert::mean() const {
    if (n() == 0) return std::nullopt;
    double sum = 0;
    for (std::size_t step = 0; step < counts.size(); ++step)
        sum += static_cast<double>(step + 1) * static_cast<double>(counts[step]);
    return sum / static_cast<double>(n());
}

std::optional<double> Likert::deviation() const {
    if (n() < 2) return std::nullopt;
    const double middle = *mean();
    double squares = 0;
    for (std::size_t step = 0; step < counts.size(); ++step) {
        const double from_mean = static_cast<double>(step + 1) - middle;
        squares += static_cast<double>(counts[step]) * from_mean * from_mean;
    }
    return std::sqrt(squares / static_cast<double>(n() - 1));
}

std::optional<double> Likert::net() const {
    if (n() == 0) return std::nullopt;
    return static_cast<double>(top_two().hits - bottom_two().hits) / static_cast<double>(n());
}

}  // namespace xy::stats
