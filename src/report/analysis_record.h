// An analysis as JSON, as assets/schema/statistics.schema.json describes it.
#pragma once

#include <span>

#include "json/writer.h"
#include "outreach/place.h"
#include "tally/analysis.h"

namespace xy::report {

/// Begins with "profile", which says 内部资料. Shares are 0..1; a figure that is not defined (no answers, no
/// variance) is null.
/// `places` tell in which township an event was.
json::Record analysis_record(const tally::Analysis& analysis, std::span<const outreach::Place> places = {});

}  // namespace xy::report
