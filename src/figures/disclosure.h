// What of a report may be shown. All its counts are registered with the sums that tie them together, then it
// is decided over all of them at once. Several reports that a reader holds together are registered in one
// Disclosure, each as a scope of its own, and tied where they count the same visits. Inside
// figures/ only.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/progress.h"
#include "outreach/publication.h"
#include "stats/clustered.h"
#include "stats/suppression.h"
#include "tally/analysis.h"

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

/// What a cell counts: under one name the same in every report, of whatever visits. Counts of visits that do
/// not overlap add up to that of all of them.
struct Measure {
    std::string name;  ///< such as “audience/junior”
    std::function<std::int64_t(const tally::Tally&)> count;
    /// By day or place, which everybody knows of an event: so everybody knows where it is 0.
    bool placed = false;
    /// Every report has it that has visits with it: so a report without it tells that it is 0.
    bool listed = false;
};
struct ShareMeasure {
    std::string name;
    std::function<stats::Proportion(const tally::Tally&)> share;
    bool listed = false;  ///< as in Measure
};
/// What an event had in a month: by it is seen where visits came late.
Measure visits_of(const tally::EventMonth& key);

class Disclosure {
 public:
    using Cell = std::size_t;
    /// A share prints its hits and its base; so a reader has the misses too.
    struct ShareCells {
        Cell hits = 0;
        Cell misses = 0;
        Cell n = 0;
    };

    /// A cell as it was registered.
    struct Registered {
        std::string name;  ///< empty: of this report alone
        std::function<std::int64_t(const tally::Tally&)>
            count;  ///< nothing: of `parts`, or of this report alone
        std::vector<std::pair<Cell, std::int64_t>> parts = {};  ///< it is their Σ of count × factor, if any
        bool placed = false, listed = false;                    ///< see Measure
    };
    /// What one report registered; `tally` is what it counts now.
    struct Scope {
        const tally::Tally* tally = nullptr;  ///< never null
        Cell begin = 0, end = 0;
        std::size_t first_sum = 0, end_sum = 0;
        bool is_published = false;  ///< before
        /// By cell from `begin`: how many have come since it was published; nothing: cannot be said. Empty
        /// where nothing came.
        std::vector<std::optional<std::int64_t>> late = {};
    };

    /// Counts from 1 to `threshold` − 1 are small.
    Disclosure(std::int64_t threshold, Readers readers) : threshold_(threshold), readers_(readers) {}

    /// Whether `count` may not be shown for itself alone.
    bool small(std::int64_t count) const {
        return readers_ == Readers::everyone && stats::is_small(count, threshold_);
    }

    /// What is registered from here on is counted in `tally`, which must outlive this.
    void begin_scope(const tally::Tally& tally);
    /// The scope that is being registered was published so: what was shown cannot be withheld any more, and
    /// what was withheld stays so. Call when all of it is registered.
    void was_published(const std::vector<outreach::PublishedCount>& counts);

    Cell published(std::int64_t count) { return add(count, stats::Standing::published); }
    Cell published(Measure measure) { return add(std::move(measure), stats::Standing::published); }
    /// What a report is about: other figures are withheld rather than it.
    Cell headline(std::int64_t count) { return add(count, stats::Standing::headline); }
    Cell headline(Measure measure) { return add(std::move(measure), stats::Standing::headline); }
    Cell withheld(Measure measure) { return add(std::move(measure), stats::Standing::withheld); }
    /// Withheld, and everybody can see that it is not 0.
    Cell present(Measure measure) { return add(std::move(measure), stats::Standing::present); }
    Cell unpublished(std::int64_t count) { return add(count, stats::Standing::unpublished); }
    Cell unpublished(Measure measure) { return add(std::move(measure), stats::Standing::unpublished); }
    Cell slack(Measure measure) { return add(std::move(measure), stats::Standing::slack); }
    /// Requires that it is true of the counts. `times`: how often each part counts; empty: once.
    void sum(Cell total, std::vector<Cell> parts, std::vector<std::int64_t> times = {});
    /// The counts summed up in a new cell.
    Cell published_sum(std::string name, std::vector<Cell> parts);
    Cell slack_sum(std::string name, std::vector<Cell> parts, std::vector<std::int64_t> times = {});
    /// What of `whole` is not in `parts`, printed nowhere; not negative.
    Cell rest(std::string name, Cell whole, std::vector<Cell> parts);
    /// Printed whole or not at all.
    ShareCells share(const stats::Proportion& share);
    ShareCells share(const ShareMeasure& measure) {
        return printed_together(tied(measure, stats::Standing::published));
    }
    /// Hits and base are printed each for itself.
    ShareCells printed_apart(const stats::Proportion& share);
    /// Its base is printed for itself too, or follows from what is.
    ShareCells share_of_printed(const ShareMeasure& measure) {
        return tied_to_base(tied(measure, stats::Standing::published));
    }
    /// Likewise, and one of the first figures of a report.
    ShareCells headline_share(const ShareMeasure& measure) {
        return tied_to_base(tied(measure, stats::Standing::headline));
    }
    /// A share that is printed nowhere.
    ShareCells unpublished_share(const ShareMeasure& measure) {
        return tied(measure, stats::Standing::unpublished);
    }
    /// A share that is withheld whatever it is, though everybody can see that there was something.
    ShareCells withheld_share(const ShareMeasure& measure);
    /// The sums of `shares`, withheld likewise.
    ShareCells withheld_sum(const std::string& name, const std::vector<ShareCells>& shares);
    /// `cell` is printed only where `other` is.
    void print_with(Cell cell, Cell other) { publication_.printed_with.push_back({cell, other}); }
    /// `part` is among `whole`: a reader knows that it is not larger.
    void limit(Cell part, Cell whole) { limit(std::vector<Cell>{part}, whole); }
    /// No two of `parts` hold the same visit: they are not more than `whole` together. Passed over where the
    /// counts do not bear it out.
    void limit(std::vector<Cell> parts, Cell whole);

    /// Visits that are counted in each of `scopes` and in no other.
    struct Region {
        const tally::Tally* tally = nullptr;  ///< never null
        std::vector<std::size_t> scopes;
    };
    /// Ties the scopes where they count the same visits. Call when all of them are registered; `regions` are
    /// all visits of all scopes.
    void link(std::span<const Region> regions);
    /// Call once, when all is registered; shown() comes after it. Throws Stopped.
    void decide(const Progress& progress);

    std::int64_t count(Cell cell) const { return publication_.cells[cell]; }
    bool is_shown(Cell cell) const { return !withheld_[cell]; }
    /// Whether the report tells a small group however much of it is withheld; see stats::Suppression.
    bool exposes() const { return exposes_; }
    Count shown(Cell cell) const;
    Share shown(const ShareCells& cells) const;
    /// For the register of publications; after decide().
    std::vector<outreach::PublishedCount> published_counts(std::size_t scope) const;
    /// How many counts that are not 0 a scope prints; after decide().
    std::int64_t printed(std::size_t scope) const;

 private:
    Cell add(std::int64_t count, stats::Standing standing);
    Cell add(Measure measure, stats::Standing standing);
    Cell add_sum(std::string name, stats::Standing standing, const std::vector<Cell>& parts,
                 const std::vector<std::int64_t>& times = {});
    ShareCells tied(const ShareMeasure& measure, stats::Standing standing);
    ShareCells tied_to_base(const ShareCells& cells);
    ShareCells printed_together(const ShareCells& cells);
    Cell add_rest(std::string name, stats::Standing standing, Cell whole, const std::vector<Cell>& parts);
    bool prints(Cell cell) const;

    std::int64_t threshold_;
    Readers readers_;
    stats::Publication publication_;
    std::vector<Registered> registered_;  ///< by cell
    std::vector<Scope> scopes_;
    std::vector<bool> withheld_;
    bool exposes_ = false;
};

}  // namespace xy::figures
