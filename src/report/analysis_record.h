// An analysis as JSON, as assets/schema/statistics.schema.json describes it.
#pragma once

#include "json/writer.h"
#include "report/analysis.h"

namespace xy::report {

/// Shares are 0..1; a figure that is not defined (no answers, no variance) is null.
json::Record analysis_record(const Analysis& analysis);

}  // namespace xy::report
