// What a report takes beside the visits: events, ledger, places, titles.
#pragma once

#include "bank/configuration.h"
#include "figures/period_report.h"
#include "store/visit_source.h"

namespace xy::figures {

/// What the configuration says, without events and ledger.
ReportSources report_sources(const bank::Configuration& configuration);
/// With those of `source`. Throws store::StoreError.
ReportSources report_sources(const bank::Configuration& configuration, store::VisitSource& source);

/// The titles of audiences and venues.
Titles titles_of(const bank::Configuration& configuration);

}  // namespace xy::figures
