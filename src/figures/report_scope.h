// The report of a period, counted and made.
#pragma once

#include <optional>
#include <string>

#include "figures/report_sources.h"

namespace xy::figures {

/// What is reported on.
struct ReportScope {
    std::optional<outreach::Period> period;  ///< nothing: all time
    std::string place;  ///< code of a place: only it and what lies in it; empty: everything
};

/// Throws Stopped and store::StoreError.
PeriodReport make_report(store::VisitSource& source, const bank::Configuration& configuration,
                         const ReportScope& scope, const ReportOptions& options, const Progress& progress);

}  // namespace xy::figures
