// The tables of a report, each built once for all its forms. Inside report/ only.
#pragma once

#include <span>
#include <vector>

#include "figures/period_report.h"
#include "report/table.h"

namespace xy::report {

Table events_table(const figures::PeriodReport& report);
/// Visits by what `groups` are counted by; the headings are those of the first.
Table groups_table(std::span<const figures::GroupTable> groups, Language language);
/// 乡镇×六进, a row each: for programs.
Table coverage_table(const figures::PeriodReport& report);
/// 乡镇×六进 as people read it: places down, venue kinds across, events and visits, with totals.
Table coverage_matrix(const figures::PeriodReport& report);
Table ledger_table(const figures::PeriodReport& report);
Table targets_table(const figures::PeriodReport& report);
Table topics_table(const figures::PeriodReport& report);
/// `heading`: of the questions.
Table items_table(std::span<const figures::ItemFigure> items, const std::string& heading, Language language);
Table gains_table(const figures::PeriodReport& report);
/// A row each step or choice. On a page one of `survey` at a time, where it cannot be drawn.
Table survey_table(std::span<const figures::SurveyFigure> survey, Language language);

/// Every table for programs, in their order: key_figures, events, groups, coverage, ledger, targets, topics,
/// items, gains, survey.
std::vector<Table> data_tables(const figures::PeriodReport& report);

}  // namespace xy::report
