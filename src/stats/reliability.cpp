#include "stats/reliability.h"

#include <algorithm>
#include <cmath>

#include "stats/distributions.h"
#include "stats/real.h"

namespace xy::stats {

void SessionScores::add(int items, int marks) {
    ++sessions_[{items, marks}];
}

SessionScores& SessionScores::operator+=(const SessionScores& other) {
    for (const auto& [score, count] : other.sessions_) sessions_[score] += count;
    return *this;
}

std::int64_t SessionScores::n() const {
    std::int64_t n = 0;
    for (const auto& [score, count] : sessions_) n += count;
    return n;
}

std::optional<double> SessionScores::mean_share() const {
    if (sessions_.empty()) return std::nullopt;
    double sum = 0;
    for (const auto& [score, count] : sessions_) sum += real(count) * score.second / score.first;
    return sum / real(n());
}

std::optional<double> SessionScores::deviation() const {
    const std::int64_t all = n();
    if (all < 2) return std::nullopt;
    const double mean = *mean_share();
    double squares = 0;
    for (const auto& [score, count] : sessions_) {
        const double from_mean = static_cast<double>(score.second) / score.first - mean;
        squares += real(count) * from_mean * from_mean;
    }
    return std::sqrt(squares / real(all - 1));
}

std::int64_t SessionScores::at_least(int numerator, int denominator) const {
    std::int64_t sessions = 0;
    for (const auto& [score, count] : sessions_)
        if (std::int64_t{score.second} * denominator >= std::int64_t{score.first} * numerator)
            sessions += count;
    return sessions;
}

std::optional<SessionScores::Reliability> SessionScores::reliability() const {
    const std::int64_t n_sessions = n();
    std::int64_t marks = 0;
    std::int64_t right = 0;
    std::int64_t squared_lengths = 0;
    for (const auto& [score, count] : sessions_) {
        marks += score.first * count;
        right += score.second * count;
        squared_lengths += std::int64_t{score.first} * score.first * count;
    }
    if (n_sessions < 2 || marks <= n_sessions) return std::nullopt;
    const double mean = real(right) / real(marks);
    double between = 0;
    double within = 0;
    for (const auto& [score, count] : sessions_) {
        const double share = static_cast<double>(score.second) / score.first;
        between += real(count) * score.first * (share - mean) * (share - mean);
        within += real(count) * score.first * share * (1 - share);
    }
    const double mean_between = between / real(n_sessions - 1);
    const double mean_within = within / real(marks - n_sessions);
    const double length = (real(marks) - real(squared_lengths) / real(marks)) / real(n_sessions - 1);
    const double of_sessions = (mean_between - mean_within) / length;
    const double spread = of_sessions + mean_within / length;
    if (spread <= 0) return std::nullopt;
    return Reliability{of_sessions / spread, length};
}

void FormScores::add(std::span<const bool> right) {
    ++n_;
    std::int64_t marks = 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        if (!right[i]) continue;
        ++right_[i];
        ++marks;
    }
    marks_ += marks;
    marks_squared_ += marks * marks;
}

FormScores& FormScores::operator+=(const FormScores& other) {
    right_.resize(std::max(right_.size(), other.right_.size()));
    for (std::size_t i = 0; i < other.right_.size(); ++i) right_[i] += other.right_[i];
    n_ += other.n_;
    marks_ += other.marks_;
    marks_squared_ += other.marks_squared_;
    return *this;
}

FormScores FormScores::reordered(std::span<const std::size_t> places) const {
    FormScores same = *this;
    for (std::size_t i = 0; i < places.size(); ++i) same.right_[places[i]] = right_[i];
    return same;
}

double FormScores::score_variance() const {
    return (real(n_) * real(marks_squared_) - real(marks_) * real(marks_)) / (real(n_) * real(n_));
}

std::optional<double> FormScores::mean_share() const {
    if (n_ == 0 || right_.empty()) return std::nullopt;
    return real(marks_) / (real(n_) * real(items()));
}

std::optional<double> FormScores::deviation() const {
    if (n_ < 2 || right_.empty()) return std::nullopt;
    return std::sqrt(score_variance() * real(n_) / real(n_ - 1)) / real(items());
}

std::optional<double> FormScores::alpha() const {
    if (n_ < 2 || items() < 2 || score_variance() <= 0) return std::nullopt;
    double of_items = 0;
    for (const std::int64_t right : right_)
        of_items += real(right) * real(n_ - right) / (real(n_) * real(n_));
    const double k = real(items());
    return k / (k - 1) * (1 - of_items / score_variance());
}

std::optional<Interval> FormScores::alpha_interval() const {
    const auto estimate = alpha();
    if (!estimate) return std::nullopt;
    return feldt_interval(*estimate, n_, items());
}

Interval feldt_interval(double alpha, std::int64_t n, std::int64_t items) {
    const double sessions = real(n - 1);
    const double all = sessions * real(items - 1);
    return {1 - (1 - alpha) * f_quantile(0.975, sessions, all),
            1 - (1 - alpha) * f_quantile(0.025, sessions, all)};
}

double standard_error_of_measurement(double deviation, double reliability) {
    return deviation * std::sqrt(1 - reliability);
}

}  // namespace xy::stats
