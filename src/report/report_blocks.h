// The tables of a report as parts of a document: for the built-in report and for an organizer's own template.
// Inside report/ only.
#pragma once

#include "document/document.h"
#include "figures/period_report.h"

namespace xy::report {

/// 乡镇×六进: places, venue kinds, events and visits, with totals.
document::Table coverage_table(const figures::PeriodReport& report);
document::Table events_table(const figures::PeriodReport& report);
document::Table group_table(const figures::PeriodReport& report, figures::Grouping grouping);
document::Table ledger_table(const figures::PeriodReport& report);
document::Table targets_table(const figures::PeriodReport& report);
document::Table topics_table(const figures::PeriodReport& report);
document::Table least_known_table(const figures::PeriodReport& report);
/// Where a step is withheld and so cannot be drawn.
document::Table survey_table(const figures::SurveyFigure& figure, Language language);
document::Table gains_table(const figures::PeriodReport& report);

}  // namespace xy::report
