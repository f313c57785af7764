// The charts of a report. Inside report/ only.
#pragma once

#include "document/document.h"
#include "report/period_report.h"

namespace xy::report {

/// 各月参加人次.
document::Picture months_picture(const PeriodReport& report);
document::Picture audiences_picture(const PeriodReport& report);
/// Without a distribution it shows ※. Steps diverge from the middle, choices are bars.
document::Picture survey_picture(const SurveyFigure& figure, Language language);

}  // namespace xy::report
