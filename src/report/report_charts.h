// The charts of a report. Inside report/ only.
#pragma once

#include "document/document.h"
#include "figures/period_report.h"

namespace xy::report {

/// The words below a chart of groups some of which are withheld: they have no bar, which is no zero. Empty
/// where all are drawn.
std::string withheld_note(const figures::GroupTable& groups, Language language);

/// 各月参加人次.
document::Picture months_picture(const figures::PeriodReport& report);
document::Picture audiences_picture(const figures::PeriodReport& report);
/// Steps diverge from the middle, and show ※ alone where one of them is withheld; choices are bars, a
/// withheld one with ※ in its place.
document::Picture survey_picture(const figures::SurveyFigure& figure, Language language);

}  // namespace xy::report
