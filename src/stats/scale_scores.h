// Survey statements with ordered steps that are answered together, taken for one scale (量表).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stats/proportion.h"

namespace xy::stats {

/// The score of a visit is the mean of its steps, each from 1 up. Whole sums only, so that devices add up.
class ScaleScores {
 public:
    ScaleScores() = default;
    explicit ScaleScores(std::size_t items) : steps_(items), squares_(items) {}

    /// A visit that answered all of them; requires as many steps as there are statements, in their order.
    void add(std::span<const int> steps);
    /// Requires the same statements in the same order; one of the two may be empty.
    ScaleScores& operator+=(const ScaleScores& other);
    /// Of the same scale with statement i in the place of `places[i]`.
    ScaleScores reordered(std::span<const std::size_t> places) const;

    std::int64_t n() const { return n_; }
    std::int64_t items() const { return static_cast<std::int64_t>(steps_.size()); }
    std::optional<double> mean() const;
    std::optional<double> deviation() const;  ///< n − 1

    /// Cronbach's α, k/(k−1)·(1 − Σ variances of the statements ÷ variance of their sum): L. J. Cronbach,
    /// Psychometrika 16 (1951) 297–334. Nothing with fewer than two statements or visits or when all have the
    /// same sum.
    std::optional<double> alpha() const;
    /// feldt_interval().
    std::optional<Interval> alpha_interval() const;

    friend bool operator==(const ScaleScores&, const ScaleScores&) = default;

 private:
    std::vector<std::int64_t> steps_;    ///< summed, by statement
    std::vector<std::int64_t> squares_;  ///< likewise
    std::int64_t n_ = 0;
    std::int64_t sum_ = 0;
    std::int64_t sum_squared_ = 0;
};

}  // namespace xy::stats
