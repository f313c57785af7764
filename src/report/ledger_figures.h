// The ledger of a period, and the targets. Inside report/ only.
#pragma once

#include <vector>

#include "report/period_report.h"

namespace xy::report {

std::vector<LedgerFigure> ledger_figures(const std::vector<outreach::Event>& events,
                                         const ReportSources& sources, Language language);

/// The targets of exactly this period against what `report` says.
std::vector<TargetFigure> target_figures(const PeriodReport& report,
                                         const std::optional<outreach::Period>& period,
                                         const ReportSources& sources);

}  // namespace xy::report
