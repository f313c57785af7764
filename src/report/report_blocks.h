// The tables of a report as parts of a document: for the built-in report and for an organizer's own template.
// Inside report/ only.
#pragma once

#include "document/document.h"
#include "report/period_report.h"

namespace xy::report {

/// 乡镇×六进: places, venue kinds, events and visits, with totals.
document::Table coverage_table(const PeriodReport& report);
document::Table events_table(const PeriodReport& report);
document::Table group_table(const PeriodReport& report, Grouping grouping);
document::Table ledger_table(const PeriodReport& report);
document::Table targets_table(const PeriodReport& report);
document::Table topics_table(const PeriodReport& report);
document::Table least_known_table(const PeriodReport& report);
/// Where a step is withheld and so cannot be drawn.
document::Table survey_table(const SurveyFigure& figure, Language language);
document::Table gains_table(const PeriodReport& report);

}  // namespace xy::report
