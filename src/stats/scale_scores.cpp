#include "stats/scale_scores.h"

#include <algorithm>
#include <cmath>

#include "stats/real.h"
#include "stats/reliability.h"

namespace xy::stats {
namespace {

/// n² times the variance (n in the denominator): of whole numbers, without rounding.
std::int64_t scaled_variance(std::int64_t n, std::int64_t sum, std::int64_t squares) {
    return n * squares - sum * sum;
}

}  // namespace

void ScaleScores::add(std::span<const int> steps) {
    ++n_;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps_[i] += steps[i];
        squares_[i] += std::int64_t{steps[i]} * steps[i];
        sum += steps[i];
    }
    sum_ += sum;
    sum_squared_ += sum * sum;
}

ScaleScores& ScaleScores::operator+=(const ScaleScores& other) {
    steps_.resize(std::max(steps_.size(), other.steps_.size()));
    squares_.resize(steps_.size());
    for (std::size_t i = 0; i < other.steps_.size(); ++i) {
        steps_[i] += other.steps_[i];
        squares_[i] += other.squares_[i];
    }
    n_ += other.n_;
    sum_ += other.sum_;
    sum_squared_ += other.sum_squared_;
    return *this;
}

ScaleScores ScaleScores::reordered(std::span<const std::size_t> places) const {
    ScaleScores same = *this;
    for (std::size_t i = 0; i < places.size(); ++i) {
        same.steps_[places[i]] = steps_[i];
        same.squares_[places[i]] = squares_[i];
    }
    return same;
}

std::optional<double> ScaleScores::mean() const {
    if (n_ == 0 || steps_.empty()) return std::nullopt;
    return real(sum_) / (real(n_) * real(items()));
}

std::optional<double> ScaleScores::deviation() const {
    if (n_ < 2 || steps_.empty()) return std::nullopt;
    return std::sqrt(real(scaled_variance(n_, sum_, sum_squared_)) / (real(n_) * real(n_ - 1))) /
           real(items());
}

std::optional<double> ScaleScores::alpha() const {
    const std::int64_t of_sum = scaled_variance(n_, sum_, sum_squared_);
    if (n_ < 2 || items() < 2 || of_sum == 0) return std::nullopt;
    std::int64_t of_items = 0;
    for (std::size_t i = 0; i < steps_.size(); ++i) of_items += scaled_variance(n_, steps_[i], squares_[i]);
    const double k = real(items());
    return k / (k - 1) * (1 - real(of_items) / real(of_sum));
}

std::optional<Interval> ScaleScores::alpha_interval() const {
    const auto estimate = alpha();
    if (!estimate) return std::nullopt;
    return feldt_interval(*estimate, n_, items());
}

}  // namespace xy::stats
