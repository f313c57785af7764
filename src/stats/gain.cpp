#include "stats/gain.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "stats/real.h"

namespace xy::stats {

void Gain::add(int pre, int post, int items) {
    assert(items_ == 0 || items_ == items);
    items_ = items;
    ++n_;
    pre_ += pre;
    post_ += post;
    pre_pre_ += std::int64_t{pre} * pre;
    post_post_ += std::int64_t{post} * post;
    pre_post_ += std::int64_t{pre} * post;
}

Gain& Gain::operator+=(const Gain& other) {
    assert(items_ == 0 || other.items_ == 0 || items_ == other.items_);
    items_ = std::max(items_, other.items_);
    n_ += other.n_;
    pre_ += other.pre_;
    post_ += other.post_;
    pre_pre_ += other.pre_pre_;
    post_post_ += other.post_post_;
    pre_post_ += other.pre_post_;
    return *this;
}

std::optional<double> Gain::mean_pre() const {
    if (n_ == 0) return std::nullopt;
    return real(pre_) / (real(n_) * items_);
}

std::optional<double> Gain::mean_post() const {
    if (n_ == 0) return std::nullopt;
    return real(post_) / (real(n_) * items_);
}

std::optional<double> Gain::difference() const {
    if (n_ == 0) return std::nullopt;
    return real(post_ - pre_) / (real(n_) * items_);
}

/// In shares squared. The sums are whole, so nothing is lost before the division.
double Gain::covariance_of_means(std::int64_t sum_ab, std::int64_t sum_a, std::int64_t sum_b) const {
    const double covariance =
        (real(n_) * real(sum_ab) - real(sum_a) * real(sum_b)) / (real(n_) * real(n_ - 1));
    return covariance / (real(n_) * items_ * items_);
}

std::optional<Interval> Gain::difference_interval(double z) const {
    if (n_ < 2) return std::nullopt;
    const double variance = covariance_of_means(pre_pre_, pre_, pre_) +
                            covariance_of_means(post_post_, post_, post_) -
                            2 * covariance_of_means(pre_post_, pre_, post_);
    const double half = z * std::sqrt(std::max(variance, 0.0));
    return Interval{*difference() - half, *difference() + half};
}

std::optional<double> Gain::hake() const {
    const auto pre = mean_pre();
    if (!pre || pre_ == n_ * items_) return std::nullopt;
    return (*mean_post() - *pre) / (1 - *pre);
}

std::optional<Interval> Gain::hake_interval(double z) const {
    const auto g = hake();
    if (!g || n_ < 2) return std::nullopt;
    const double room = 1 - *mean_pre();
    const double by_post = 1 / room;        // ∂g/∂post
    const double by_pre = (*g - 1) / room;  // ∂g/∂pre = (post − 1)/(1 − pre)²
    const double variance = by_post * by_post * covariance_of_means(post_post_, post_, post_) +
                            by_pre * by_pre * covariance_of_means(pre_pre_, pre_, pre_) +
                            2 * by_post * by_pre * covariance_of_means(pre_post_, pre_, post_);
    const double half = z * std::sqrt(std::max(variance, 0.0));
    return Interval{*g - half, *g + half};
}

}  // namespace xy::stats
