// How far the score of a session would come out the same with other items of the same bank.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "stats/proportion.h"

namespace xy::stats {

/// Scores of sessions whose items were drawn at random. Counts only, by length and marks.
class SessionScores {
 public:
    /// A completed session of `items` ≥ 1 scored items with `marks` right ones.
    void add(int items, int marks);
    SessionScores& operator+=(const SessionScores& other);

    std::int64_t n() const;
    /// Mean share of right items over sessions, 0..1.
    std::optional<double> mean_share() const;
    /// Standard deviation (n − 1) of that share.
    std::optional<double> deviation() const;
    /// Sessions with a share of at least `numerator`/`denominator`.
    std::int64_t at_least(int numerator, int denominator) const;

    /// One-way analysis of variance of the marks over sessions (C. Hoyt, Psychometrika 6 (1941) 153–160; with
    /// unequal lengths G. W. Snedecor's k₀ = (N − Σk²/N)/(n − 1)): between = (MSB − MSW)/k₀,
    /// reliability = between/(between + MSW/k₀), may be negative. `length` is k₀.
    struct Reliability {
        double reliability = 0;
        double length = 0;
    };
    /// Nothing with fewer than two sessions, or when all marks are the same.
    std::optional<Reliability> reliability() const;

    friend bool operator==(const SessionScores&, const SessionScores&) = default;

 private:
    std::map<std::pair<int, int>, std::int64_t> sessions_;  ///< by items and marks
};

/// Scores of one fixed form. Whole sums only.
class FormScores {
 public:
    FormScores() = default;
    explicit FormScores(std::size_t items) : right_(items) {}

    /// A completed session; requires as many marks as the form has items, in their order.
    void add(std::span<const bool> right);
    /// Requires the same items in the same order; one of the two may be empty.
    FormScores& operator+=(const FormScores& other);
    /// Of the same form with item i in the place of `places[i]`.
    FormScores reordered(std::span<const std::size_t> places) const;

    std::int64_t n() const { return n_; }
    std::int64_t items() const { return static_cast<std::int64_t>(right_.size()); }
    std::optional<double> mean_share() const;
    std::optional<double> deviation() const;  ///< n − 1, of the share

    /// α of marks 0 and 1, which is KR-20: k/(k−1)·(1 − Σ pq/σ²) (L. J. Cronbach, Psychometrika 16 (1951)
    /// 297–334; G. F. Kuder and M. W. Richardson, Psychometrika 2 (1937) 151–160). Nothing with fewer than
    /// two items or sessions or when all have the same score.
    std::optional<double> alpha() const;
    /// feldt_interval().
    std::optional<Interval> alpha_interval() const;

    friend bool operator==(const FormScores&, const FormScores&) = default;

 private:
    double score_variance() const;  ///< n in the denominator

    std::vector<std::int64_t> right_;  ///< by item
    std::int64_t n_ = 0;
    std::int64_t marks_ = 0;
    std::int64_t marks_squared_ = 0;
};

/// 95 % of an α of `items` items over `n` visits: (1 − α)·F at n − 1 and (n − 1)(k − 1) degrees of freedom
/// (L. S. Feldt, Psychometrika 30 (1965) 357–370). Requires two of each.
Interval feldt_interval(double alpha, std::int64_t n, std::int64_t items);

/// Standard error of measurement: SD·√(1 − reliability), in the unit of `deviation`. Reliability at most 1.
double standard_error_of_measurement(double deviation, double reliability);

}  // namespace xy::stats
