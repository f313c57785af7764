// What a report takes beside the visits: events, ledger, places, titles.
#pragma once

#include "bank/configuration.h"
#include "figures/period_report.h"
#include "store/store.h"

namespace xy::figures {

/// What the configuration says, without events and ledger.
ReportSources report_sources(const bank::Configuration& configuration);
/// With those of `store`. Throws store::StoreError.
ReportSources report_sources(const bank::Configuration& configuration, store::Store& store);

/// The titles of audiences and venues.
Titles titles_of(const bank::Configuration& configuration);

}  // namespace xy::figures
