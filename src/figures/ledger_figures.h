// The ledger of a period, and the targets. Inside figures/ only.
#pragma once

#include <vector>

#include "figures/period_report.h"

namespace xy::figures {

std::vector<LedgerFigure> ledger_figures(const std::vector<outreach::Event>& events,
                                         const ReportSources& sources, Language language);

/// The targets of exactly this period against what `report` says.
std::vector<TargetFigure> target_figures(const PeriodReport& report,
                                         const std::optional<outreach::Period>& period,
                                         const ReportSources& sources);

}  // namespace xy::figures
