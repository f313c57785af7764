#include "stats/year_on_year.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/distributions.h"

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
    return std::max(m / (m - 1) * squares, total) / (total * total);
}

bool too_few(std::span<const std::int64_t> events) {
    return static_cast<std::int64_t>(events.size()) < fewest_clusters;
}

}  // namespace

std::optional<Change> year_on_year(std::span<const std::int64_t> now, std::span<const std::int64_t> before,
                                   double z) {
    const double total_now = total_of(now);
    const double total_before = total_of(before);
    if (total_before == 0) return std::nullopt;
    Change change{total_now / total_before - 1, std::nullopt};
    if (too_few(now) || too_few(before) || total_now == 0) return change;
    const double a = relative_variance(now);
    const double b = relative_variance(before);
    const double freedom =
        (a + b) * (a + b) /
        (a * a / static_cast<double>(now.size() - 1) + b * b / static_cast<double>(before.size() - 1));
    const double half = student_t_of(z, freedom) * std::sqrt(a + b);
    const double ratio = total_now / total_before;
    change.interval = Interval{ratio * std::exp(-half) - 1, ratio * std::exp(half) - 1};
    return change;
}

}  // namespace xy::stats
