// The report of a period, counted and made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figures/report_sources.h"
#include "outreach/publication.h"

namespace xy::figures {

/// What is reported on.
struct ReportScope {
    std::optional<outreach::Period> period;  ///< nothing: all time
    std::string place;  ///< code of a place: only it and what lies in it; empty: everything
};

struct MadeReport {
    PeriodReport report;
    outreach::Publication publication;  ///< to be registered when the report is given to the public
    /// Reports that were published before and that it was decided together with, by day.
    std::vector<outreach::Publication> earlier;
    /// What the report would show without them.
    std::int64_t printed_alone = 0, printed = 0;
    bool total_withheld = false;  ///< because of them
    bool exposes = false;         ///< a small group, whatever is withheld, to who has the earlier ones too

    /// Whether so little is left beside the earlier ones that the report is of no use.
    bool withholds_too_much() const { return total_withheld || 2 * printed < printed_alone; }
};

/// Of the source's register of publications those count that overlap it, unless `options` say otherwise.
/// Throws Stopped and store::StoreError.
MadeReport make_report(store::VisitSource& source, const bank::Configuration& configuration,
                       const ReportScope& scope, const ReportOptions& options, const Progress& progress);

}  // namespace xy::figures
