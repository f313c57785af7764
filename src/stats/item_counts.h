// Item analysis (题目分析) of one item version, from counts alone.
//
// x is the mark of the item in a session (0 or 1, skipped is 0), o the rest score: the marks of all other
// scored items of the same session. Never the whole score: where items are drawn at random, a total that
// includes the item makes a mis-keyed item look good. Only whole numbers are kept, so that the counts of two
// devices add up to those of all visits, bit for bit, in any order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace xy::stats {

/// Variances and covariances divide by n − 1. Everything is nothing where it is not defined: without
/// sessions, or where a variance is 0.
class ItemCounts {
 public:
    /// `sessions` sessions in which the item was shown. Requires rest ≥ 0.
    void add(bool right, int rest, std::int64_t sessions = 1);
    ItemCounts& operator+=(const ItemCounts& other);

    std::int64_t n() const;
    std::int64_t right() const;
    /// mean(x), 0..1: the facility index (难度, 答对率).
    std::optional<double> facility() const;
    /// cov(x, o)/√(var x · var o), −1..1: the item-rest correlation (区分度).
    std::optional<double> discrimination() const;
    /// Share right in the upper 27 % by rest score minus that in the lower 27 %, −1..1. A tie at the border
    /// is split by fractions (T. L. Kelley, J. Educ. Psychol. 30 (1939) 17–24, for the 27 %).
    std::optional<double> upper_lower() const;
    /// cov(x, o)/cov(sorted x, sorted o): the share that was reached of the discrimination that the marks
    /// allow; at most 1.
    std::optional<double> discriminative_efficiency() const;

    friend bool operator==(const ItemCounts&, const ItemCounts&) = default;

 private:
    struct Sums;
    Sums sums() const;

    std::vector<std::int64_t> wrong_;  ///< sessions by rest score
    std::vector<std::int64_t> right_;
};

/// Pearson's correlation of “this option was chosen” with the rest score, −1..1, and the share that chose it.
class OptionCounts {
 public:
    void add(bool chosen, int rest, std::int64_t sessions = 1);
    OptionCounts& operator+=(const OptionCounts& other);
    std::int64_t n() const { return n_; }
    std::int64_t chosen() const { return chosen_; }
    /// Chosen by fewer than 5 % of the sessions: a distractor that does not work.
    bool is_idle() const { return n_ > 0 && 20 * chosen_ < n_; }
    std::optional<double> rest_correlation() const;
    friend bool operator==(const OptionCounts&, const OptionCounts&) = default;

 private:
    std::int64_t n_ = 0;
    std::int64_t chosen_ = 0;
    std::int64_t rest_ = 0;
    std::int64_t rest_squared_ = 0;
    std::int64_t rest_of_chosen_ = 0;
};

}  // namespace xy::stats
