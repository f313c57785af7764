// Visits too fast to have been read, counted before it is known how fast that is: the threshold of an item
// comes from its mean time over everything that is looked at. Limits a good way under and over the threshold
// to be expected decide nearly every visit at once; the few in between are kept until the threshold is known.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "stats/rapid_guess.h"
#include "store/visit_reader.h"

namespace xy::figures {

/// Milliseconds by place in Store::items(), rounded up: an answer with less is a guess.
using Thresholds = std::vector<std::int64_t>;
/// The threshold of an item without times.
inline constexpr std::int64_t never_answered = -1;

/// Limits between which the thresholds are expected, from the answers seen so far.
class ExpectedThresholds {
 public:
    explicit ExpectedThresholds(std::size_t items)
        : times_(items), low_(items, 0), high_(items, static_cast<std::int64_t>(stats::longest_guess_ms)) {}

    /// The answers of a completed visit.
    void learn(std::span<const store::VisitAnswer> answers);
    /// Grows when the limits change.
    int edition() const { return edition_; }
    const Thresholds& low() const { return low_; }
    const Thresholds& high() const { return high_; }

 private:
    void expect();

    std::vector<stats::ItemTimes> times_;
    std::int64_t visits_ = 0;
    std::int64_t next_edition_ = 64;
    int edition_ = 0;
    Thresholds low_;
    Thresholds high_;
};

/// The fast visits of a part or a day. Those of two, added, are those of both.
class RapidVisits {
 public:
    /// A completed visit.
    void count(std::span<const store::VisitAnswer> answers, const ExpectedThresholds& expected);
    RapidVisits& operator+=(const RapidVisits& other);

    /// Nothing when a threshold lies outside the limits that were used: then the visits must be looked at
    /// again.
    std::optional<std::int64_t> rapid(const Thresholds& thresholds) const;

    /// Whether both find the same at these thresholds, or one of them cannot say.
    bool agrees(const RapidVisits& other, const Thresholds& thresholds) const;
    /// Whether it names none but `items` items; to be asked of one that was read.
    bool fits(std::size_t items) const;

    /// Every counter, for writing and reading them.
    template <typename Fields>
    void each_counter(Fields& fields) {
        fields(rapid_, undecided_, low_, high_);
    }

 private:
    /// A visit that is rapid or not, depending on the thresholds of the items in `between`.
    struct Undecided {
        int answers = 0;
        int guesses = 0;                                              ///< whatever the thresholds
        std::vector<std::pair<std::uint32_t, std::int64_t>> between;  ///< item and milliseconds

        /// Every counter, for writing and reading them.
        template <typename Fields>
        void each_counter(Fields& fields) {
            fields(answers, guesses, between);
        }
    };

    void narrow(const Thresholds& low, const Thresholds& high);

    std::int64_t rapid_ = 0;  ///< whatever the thresholds
    std::vector<Undecided> undecided_;
    Thresholds low_;   ///< the highest of the low limits that were used; empty: none yet
    Thresholds high_;  ///< the lowest of the high ones
    int edition_ = -1;
};

/// Whether a visit is rapid at these thresholds.
bool is_rapid(std::span<const store::VisitAnswer> answers, const Thresholds& thresholds);

}  // namespace xy::figures
