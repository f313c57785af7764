// Reports that a reader can hold side by side: a new one and those published before that count some of the
// same visits. One taken from another would tell what both withhold. Inside figures/ only.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "figures/period_report.h"
#include "outreach/publication.h"
#include "tally/analysis.h"

namespace xy::figures {

/// Visits that are counted in each of `scopes` and in no other.
struct Region {
    tally::Selection selection;
    std::vector<std::size_t> scopes;  ///< by place in what they were cut from
};

/// Cuts all visits of all `scopes` into regions, by days and events; a region has at least one scope.
/// `events`: all there are.
std::vector<Region> regions_of(std::span<const tally::Selection> scopes,
                               std::span<const outreach::Event> events);

/// What the publication counted.
tally::Selection selection_of(const outreach::Publication& publication);

/// Those of `publications` that overlap `selections`, or one that overlaps them, and so on; in their order.
std::vector<const outreach::Publication*> overlapping(std::span<const tally::Selection> selections,
                                                      std::span<const outreach::Publication> publications);

/// A report published before, beside what its visits are now.
struct EarlierReport {
    const outreach::Publication* publication = nullptr;  ///< never null
    tally::Analysis analysis;                            ///< of all its visits as they are now
    std::vector<outreach::Event> events;                 ///< those that it could report on
    std::vector<outreach::Place> places;                 ///< likewise
};

/// What the new report is decided together with. Scope 0 is the report, 1 the year before when there is one,
/// then the earlier ones.
struct EarlierReports {
    /// Visits of a region; see Region::scopes.
    struct Part {
        tally::Analysis analysis;
        std::vector<std::size_t> scopes;
    };
    std::vector<EarlierReport> reports;
    std::vector<Part> parts;
};

/// The visits of all parts that lie in `scope`.
tally::Analysis together(std::span<const EarlierReports::Part> parts, std::size_t scope,
                         tally::Selection selection);

}  // namespace xy::figures
