// What of a report may be shown. All its counts are registered with the sums that tie them together, then it
// is decided over all of them at once. Several reports that a reader holds together are registered in one
// Disclosure. Inside figures/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stats/clustered.h"
#include "stats/suppression.h"

namespace xy::figures {

/// Nothing: withheld.
using Count = std::optional<std::int64_t>;
using Share = std::optional<stats::Estimate>;

/// `shown` with how far the answers of `estimate` hang together. The design effect is rounded up to a tenth,
/// so that the interval follows from what is printed, and nobody computes from it what single events had.
Share clustered_like(const stats::Estimate& estimate, Share shown);

/// Who may read the figures.
enum class Readers {
    everyone,  ///< small groups are withheld
    office,    ///< nothing is withheld
};

class Disclosure {
 public:
    using Cell = std::size_t;
    /// A share prints its hits and its base; so a reader has the misses too.
    struct ShareCells {
        Cell hits = 0;
        Cell misses = 0;
        Cell n = 0;
    };

    /// Counts from 1 to `threshold` − 1 are small.
    Disclosure(std::int64_t threshold, Readers readers) : threshold_(threshold), readers_(readers) {}

    /// Whether `count` may not be shown for itself alone.
    bool small(std::int64_t count) const {
        return readers_ == Readers::everyone && stats::is_small(count, threshold_);
    }

    Cell published(std::int64_t count) { return add(count, stats::Standing::published); }
    /// What a report is about: other figures are withheld rather than it.
    Cell headline(std::int64_t count) { return add(count, stats::Standing::headline); }
    Cell withheld(std::int64_t count) { return add(count, stats::Standing::withheld); }
    /// Withheld, and everybody can see that it is not 0.
    Cell present(std::int64_t count) { return add(count, stats::Standing::present); }
    Cell unpublished(std::int64_t count) { return add(count, stats::Standing::unpublished); }
    Cell slack(std::int64_t count) { return add(count, stats::Standing::slack); }
    /// Requires that it is true of the counts. `times`: how often each part counts; empty: once.
    void sum(Cell total, std::vector<Cell> parts, std::vector<std::int64_t> times = {});
    /// The counts summed up in a new published cell.
    Cell published_sum(std::vector<Cell> parts);
    ShareCells share(const stats::Proportion& share);
    /// A share that is one of the first figures of a report.
    ShareCells headline_share(const stats::Proportion& share);
    /// A share that is printed nowhere.
    ShareCells unpublished_share(const stats::Proportion& share);
    /// `part` is among `whole`: a reader knows that it is not larger.
    void limit(Cell part, Cell whole) { limit(std::vector<Cell>{part}, whole); }
    /// No two of `parts` hold the same visit: they are not more than `whole` together. Passed over where the
    /// counts do not bear it out.
    void limit(std::vector<Cell> parts, Cell whole);

    /// Call once, when all is registered; shown() comes after it.
    void decide();

    std::int64_t count(Cell cell) const { return publication_.cells[cell]; }
    bool is_shown(Cell cell) const { return !withheld_[cell]; }
    Count shown(Cell cell) const;
    Share shown(const ShareCells& cells) const;

 private:
    Cell add(std::int64_t count, stats::Standing standing);
    ShareCells tied(const stats::Proportion& share, Cell hits, Cell n);

    std::int64_t threshold_;
    Readers readers_;
    stats::Publication publication_;
    std::vector<bool> withheld_;
};

}  // namespace xy::figures
