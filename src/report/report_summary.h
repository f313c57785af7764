// The sentences at the head of a report, in the words of the offices. Inside report/ only.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "figures/period_report.h"

namespace xy::report {

/// “共开展……活动 26 场，覆盖 12 / 14 个乡镇；举办知识讲座 9 场，发放宣传资料 5000 多份……”
document::Paragraph summary_of(const figures::PeriodReport& report);

/// Visits, completion, right answers, gain (or the share at the threshold).
document::KeyFigures key_figures_of(const figures::PeriodReport& report);

/// How the figures are defined and what is not shown, a paragraph each.
/// How much the order of the least known items says: which cannot be told apart, of which items it is.
std::vector<std::string> least_known_notes(const figures::PeriodReport& report);

std::vector<std::string> explanations_of(const figures::PeriodReport& report);

}  // namespace xy::report
