// 乡镇×六进. Inside report/ only.
#pragma once

#include <vector>

#include "report/period_report.h"

namespace xy::report {

/// Its rows are those of PublishedVisits::by_place().
Coverage coverage_of(const std::vector<outreach::Event>& events, const ReportSources& sources,
                     Language language);

}  // namespace xy::report
