#include "report/workbook.h"

#include <algorithm>

#include "base/words.h"
#include "report/figure_text.h"
#include "report/key_figures.h"
#include "report/report_charts.h"
#include "report/report_summary.h"
#include "report/report_tables.h"
#include "report/sheet_table.h"

namespace xy::report {
namespace {

using document::Look;
using document::Sheet;

/// Of the charts; nothing beyond it is printed.
constexpr int last_printed_column = 9;

/// What a chart draws where some groups are withheld: their names with ※ and no figure, in columns of their
/// own at the right.
document::SheetChart add_drawn(Sheet& sheet, document::SheetChart chart, const figures::GroupTable& groups,
                               const Words& words) {
    chart.names_column = last_printed_column + 1;
    chart.figures_column = chart.names_column + 1;
    int row = chart.first_row - 1;
    sheet.cells.push_back({row, chart.names_column, words("图中所画", "In the chart"), Look::header});
    sheet.cells.push_back({row, chart.figures_column, words("参加人次", "Visits"), Look::header});
    for (const figures::Group& group : groups.groups) {
        sheet.cells.push_back(
            {++row, chart.names_column, group.name + (group.visits ? "" : " ※"), Look::text});
        if (group.visits)
            sheet.cells.push_back(
                {row, chart.figures_column, static_cast<double>(*group.visits), Look::count});
    }
    return chart;
}

/// A group table with its chart beside it; returns the row for the next one.
int add_groups(Sheet& sheet, int row, const figures::GroupTable& groups, Language language) {
    constexpr int chart_rows = 16;
    int last = append_table(sheet, row, groups_table({&groups, 1}, language), language);
    if (!groups.groups.empty()) {
        document::SheetChart chart{groups.grouping == figures::Grouping::month, groups.title, row + 1, last};
        if (const std::string note = withheld_note(groups, language); !note.empty()) {
            chart = add_drawn(sheet, chart, groups, Words(language));
            sheet.cells.push_back({++last, 0, note, Look::plain});
        }
        sheet.charts.push_back(std::move(chart));
    }
    return std::max(last + 2, row + chart_rows);
}

Sheet overview(const figures::PeriodReport& report, const Words& words) {
    const Language language = report.options.language;
    Sheet sheet{words("概览", "Overview"), {34, 12, 12, 12, 12}};
    sheet.cells.push_back(
        {0, 0, report.period + words("禁毒宣传活动统计", ": drug-awareness outreach"), Look::title});
    sheet.cells.push_back({1, 0,
                           (report.days.empty() ? "" : words("统计期 ", "Period ") + report.days + "  ") +
                               words("生成于 ", "made on ") + report.options.made_on,
                           Look::plain});
    int row = append_table(sheet, 3, key_counts(report), language) + 2;
    row = append_table(sheet, row, key_rates(report), language) + 2;
    if (const Table changes = key_changes(report); !changes.rows.empty())
        row = append_table(sheet, row, changes, language) + 2;
    for (const figures::Grouping grouping : {figures::Grouping::month, figures::Grouping::audience,
                                             figures::Grouping::venue, figures::Grouping::occasion})
        row = add_groups(sheet, row, report.table(grouping), language);
    sheet.last_row = row;
    sheet.last_column = last_printed_column;
    return sheet;
}

Sheet main_table(Sheet sheet, const Table& table, Language language) {
    put_main_table(sheet, table, language);
    return sheet;
}

Sheet ledger(const figures::PeriodReport& report, const Words& words) {
    const Language language = report.options.language;
    Sheet sheet = main_table({words("台账", "Ledger"), {28, 12, 12, 12, 20}}, ledger_table(report), language);
    if (!report.targets.empty()) append_table(sheet, sheet.last_row + 2, targets_table(report), language);
    return sheet;
}

/// Lines under a header of their own; returns the last row.
int add_lines(Sheet& sheet, int row, const std::string& header, const std::vector<std::string>& lines) {
    sheet.cells.push_back({row, 0, header, Look::header});
    for (const std::string& line : lines) sheet.cells.push_back({++row, 0, line, Look::text});
    return row;
}

Sheet explanations(const figures::PeriodReport& report, const Words& words) {
    Sheet sheet{words("说明", "Notes"), {72}};
    const int row = add_lines(sheet, 0, sheet.name, explanations_of(report));
    sheet.last_row =
        add_lines(sheet, row + 2,
                  words("下步建议（依据数据自动列出，请修改）", "Suggestions (from the data; to be edited)"),
                  report.suggestions);
    return sheet;
}

}  // namespace

document::Spreadsheet workbook(const figures::PeriodReport& report) {
    const Language language = report.options.language;
    const Words words(language);
    return {
        notice_of(report),
        {overview(report, words),
         main_table({words("场次", "Events"), {12, 40, 22, 14, 22, 12}}, events_table(report), language),
         main_table({words("乡镇×六进", "Places × venue kinds"), {22}}, coverage_matrix(report), language),
         ledger(report, words),
         main_table(
             {words("题目分析", "Items"), {44, 9, 10, 10, 8, 30, 9, 10, 10, 8, 16, 9}},
             items_table(report.items,
                         words("题目（分题库，按区间上限从低到高）", "Item, least known first in each bank"),
                         language),
             language),
         main_table({words("问卷", "Survey"), {50, 22, 10, 10, 10}}, survey_table(report.survey, language),
                    language),
         explanations(report, words)}};
}

}  // namespace xy::report
