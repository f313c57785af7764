// An analysis as JSON, as share/schema/statistics.schema.json describes it.
#pragma once

#include "content/table_json.h"
#include "figures/analysis.h"

namespace xy::report {

/// Shares are 0..1; a figure that is not defined (no answers, no variance) is null.
content::Record analysis_record(const figures::Analysis& analysis);

}  // namespace xy::report
