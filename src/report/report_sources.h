// What a report takes beside the visits: events, ledger, places, titles.
#pragma once

#include "content/configuration.h"
#include "report/period_report.h"
#include "store/store.h"

namespace xy::report {

/// Throws store::StoreError.
ReportSources report_sources(store::Store& store, const content::Configuration& configuration);

/// The titles of audiences and venues.
Titles titles_of(const content::Configuration& configuration);

}  // namespace xy::report
