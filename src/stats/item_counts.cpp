#include "stats/item_counts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/real.h"

namespace xy::stats {
namespace {

using Histogram = std::vector<std::int64_t>;

std::int64_t at(const Histogram& histogram, std::size_t rest) {
    return rest < histogram.size() ? histogram[rest] : 0;
}

void count(Histogram& histogram, std::size_t rest, std::int64_t sessions) {
    if (histogram.size() <= rest) histogram.resize(rest + 1);
    histogram[rest] += sessions;
}

std::int64_t sum(const Histogram& histogram) {
    return std::accumulate(histogram.begin(), histogram.end(), std::int64_t{0});
}

/// (n − 1)·n times the covariance; exact as long as the sums fit.
double scaled_covariance(std::int64_t n, std::int64_t sum_xy, std::int64_t sum_x, std::int64_t sum_y) {
    return real(n) * real(sum_xy) - real(sum_x) * real(sum_y);
}

/// Share right among the `wanted` sessions with the highest (or lowest) rest scores.
double share_right(const Histogram& wrong, const Histogram& right, double wanted, bool from_top) {
    const std::size_t scores = std::max(wrong.size(), right.size());
    double rest_of_group = wanted;
    double hits = 0;
    for (std::size_t step = 0; step < scores && rest_of_group > 0; ++step) {
        const std::size_t score = from_top ? scores - 1 - step : step;
        const double here = real(at(wrong, score) + at(right, score));
        if (here == 0) continue;
        const double taken = std::min(here, rest_of_group);
        hits += taken * real(at(right, score)) / here;
        rest_of_group -= taken;
    }
    return hits / wanted;
}

}  // namespace

struct ItemCounts::Sums {
    std::int64_t n = 0, x = 0, o = 0, oo = 0, xo = 0;
};

void ItemCounts::add(bool right, int rest, std::int64_t sessions) {
    if (sessions > 0) count(right ? right_ : wrong_, static_cast<std::size_t>(rest), sessions);
}

ItemCounts& ItemCounts::operator+=(const ItemCounts& other) {
    for (std::size_t rest = 0; rest < other.wrong_.size(); ++rest) count(wrong_, rest, other.wrong_[rest]);
    for (std::size_t rest = 0; rest < other.right_.size(); ++rest) count(right_, rest, other.right_[rest]);
    return *this;
}

std::int64_t ItemCounts::n() const {
    return sum(wrong_) + sum(right_);
}

std::int64_t ItemCounts::right() const {
    return sum(right_);
}

ItemCounts::Sums ItemCounts::sums() const {
    Sums sums;
    for (std::size_t score = 0; score < std::max(wrong_.size(), right_.size()); ++score) {
        const auto o = static_cast<std::int64_t>(score);
        const std::int64_t right = at(right_, score);
        const std::int64_t all = at(wrong_, score) + right;
        sums.n += all;
        sums.x += right;
        sums.o += o * all;
        sums.oo += o * o * all;
        sums.xo += o * right;
    }
    return sums;
}

std::optional<double> ItemCounts::facility() const {
    const std::int64_t all = n();
    if (all == 0) return std::nullopt;
    return real(right()) / real(all);
}

std::optional<double> ItemCounts::discrimination() const {
    const Sums s = sums();
    const double spread = scaled_covariance(s.n, s.x, s.x, s.x) * scaled_covariance(s.n, s.oo, s.o, s.o);
    if (s.n < 2 || spread <= 0) return std::nullopt;
    return scaled_covariance(s.n, s.xo, s.x, s.o) / std::sqrt(spread);
}

std::optional<double> ItemCounts::upper_lower() const {
    const std::int64_t all = n();
    if (all < 2) return std::nullopt;
    const double group = 0.27 * real(all);
    return share_right(wrong_, right_, group, true) - share_right(wrong_, right_, group, false);
}

std::optional<double> ItemCounts::discriminative_efficiency() const {
    const Sums s = sums();
    // Sorted together: every right answer belongs to the highest rest scores there are.
    std::int64_t left = s.x;
    std::int64_t sorted_xo = 0;
    for (std::size_t score = std::max(wrong_.size(), right_.size()); score-- > 0 && left > 0;) {
        const std::int64_t taken = std::min(left, at(wrong_, score) + at(right_, score));
        sorted_xo += static_cast<std::int64_t>(score) * taken;
        left -= taken;
    }
    const double best = scaled_covariance(s.n, sorted_xo, s.x, s.o);
    if (s.n < 2 || best <= 0) return std::nullopt;
    return scaled_covariance(s.n, s.xo, s.x, s.o) / best;
}

void OptionCounts::add(bool chosen, int rest, std::int64_t sessions) {
    n_ += sessions;
    rest_ += rest * sessions;
    rest_squared_ += std::int64_t{rest} * rest * sessions;
    if (!chosen) return;
    chosen_ += sessions;
    rest_of_chosen_ += rest * sessions;
}

OptionCounts& OptionCounts::operator+=(const OptionCounts& other) {
    n_ += other.n_;
    chosen_ += other.chosen_;
    rest_ += other.rest_;
    rest_squared_ += other.rest_squared_;
    rest_of_chosen_ += other.rest_of_chosen_;
    return *this;
}

std::optional<double> OptionCounts::rest_correlation() const {
    const double spread =
        scaled_covariance(n_, chosen_, chosen_, chosen_) * scaled_covariance(n_, rest_squared_, rest_, rest_);
    if (n_ < 2 || spread <= 0) return std::nullopt;
    return scaled_covariance(n_, rest_of_chosen_, chosen_, rest_) / std::sqrt(spread);
}

}  // namespace xy::stats
