// How far the score of a session would come out the same with other items of the same bank.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

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

/// Standard error of measurement: SD·√(1 − reliability), in the unit of `deviation`. Reliability at most 1.
double standard_error_of_measurement(double deviation, double reliability);

}  // namespace xy::stats
