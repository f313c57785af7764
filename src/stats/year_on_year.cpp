#include "stats/year_on_year.h"

#include <cmath>
#include <numeric>

namespace xy::stats {
namespace {

double total_of(std::span<const std::int64_t> events) {
    return static_cast<double>(std::accumulate(events.begin(), events.end(), std::int64_t{0}));
}

/// Of the total, divided by its square.
double relative_variance(std::span<const std::int64_t> events) {
    const auto m = static_cast<double>(events.size());
    const double total = total_of(events);
    double squares = 0;
    for (const std::int64_t event : events) {
        const double from_mean = static_cast<double>(event) - total / m;
        squares += from_mean * from_mean;
    }
    return m / (m - 1) * squares / (total * total);
}

}  // namespace

std::optional<Change> year_on_year(std::span<const std::int64_t> now, std::span<const std::int64_t> before,
                                   double z) {
    const double total_now = total_of(now);
    const double total_before = total_of(before);
    if (total_before == 0) return std::nullopt;
    Change change{total_now / total_before - 1, std::nullopt};
    if (now.size() < 2 || before.size() < 2 || total_now == 0) return change;
    const double half = z * std::sqrt(relative_variance(now) + relative_variance(before));
    const double ratio = total_now / total_before;
    change.interval = Interval{ratio * std::exp(-half) - 1, ratio * std::exp(half) - 1};
    return change;
}

}  // namespace xy::stats
