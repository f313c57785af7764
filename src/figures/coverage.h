// 乡镇×六进. Inside figures/ only.
#pragma once

#include <vector>

#include "figures/period_report.h"

namespace xy::figures {

/// Its rows are those of PublishedVisits::by_place().
Coverage coverage_of(const std::vector<outreach::Event>& events, const ReportSources& sources,
                     Language language);

}  // namespace xy::figures
