// The charts of a report. Inside report/ only.
#pragma once

#include "document/document.h"
#include "figures/period_report.h"

namespace xy::report {

/// 各月参加人次.
document::Picture months_picture(const figures::PeriodReport& report);
document::Picture audiences_picture(const figures::PeriodReport& report);
/// Without a distribution it shows ※. Steps diverge from the middle, choices are bars.
document::Picture survey_picture(const figures::SurveyFigure& figure, Language language);

}  // namespace xy::report
