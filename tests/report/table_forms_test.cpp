// One table, and what each form makes of its figures.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/data_table.h"
#include "report/page_table.h"
#include "report/report_tables.h"
#include "report/sheet_table.h"

namespace xy::report {
namespace {

using document::Look;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::StartsWith;

figures::ItemFigure item() {
    figures::ItemFigure item;
    item.stem = "题目";
    item.right = stats::Proportion{50, 100};
    item.mistake = "误解";
    item.chose_mistake = stats::Proportion{30, 100};
    item.discrimination = 0.42;
    return item;
}

/// What stands in the cells of a row of a sheet, with how it looks.
std::vector<std::pair<std::string, Look>> sheet_row(const Table& table, int row) {
    document::Sheet sheet;
    append_table(sheet, 0, table, Language::zh);
    std::vector<std::pair<std::string, Look>> cells;
    for (const document::SheetCell& cell : sheet.cells) {
        if (cell.row != row) continue;
        const auto* text = std::get_if<std::string>(&cell.value);
        cells.emplace_back(text != nullptr ? *text : fmt::format("{:.2f}", std::get<double>(cell.value)),
                           cell.look);
    }
    return cells;
}

std::vector<std::string> page_row(const Table& table, std::size_t row) {
    std::vector<std::string> texts;
    const document::Table page = page_table(table, Language::zh);
    for (const document::Cell& cell : page.rows.at(row)) texts.push_back(cell.text);
    return texts;
}

TEST(TableForms, ADiscriminationHasOneUnitInAllOfThem) {
    const Table table = items_table(std::vector{item()}, "题目", Language::zh);
    EXPECT_EQ(sheet_row(table, 1).back(), std::pair(std::string("0.42"), Look::ratio));
    const json::Record record = data_records(table).front();
    EXPECT_EQ(record.back().first, "discrimination");
    EXPECT_EQ(std::get<double>(record.back().second), 0.42);
}

TEST(TableForms, AShareHasItsIntervalAndItsBase) {
    const Table table = items_table(std::vector{item()}, "题目", Language::zh);
    EXPECT_THAT(page_row(table, 0), ElementsAre("题目", "50.0%", "40.4–59.6%", "100", "误解", "30.0%"));
    const std::string csv = data_csv(table);
    EXPECT_THAT(csv,
                StartsWith("bank,item,stem,topic,hits,n,share,low,high,mistake,mistake_hits,discrimination"
                           "\r\n,,题目,,50,100,0.5,0.4038"));
    EXPECT_THAT(csv, EndsWith(",误解,30,0.42\r\n"));
}

TEST(TableForms, WhatIsWithheldIsAMarkForPeopleAndNullForPrograms) {
    figures::PeriodReport report;
    report.topics = {{"主题", std::nullopt}};
    const Table table = topics_table(report);
    EXPECT_THAT(page_row(table, 0), ElementsAre("主题", "※", "", ""));
    EXPECT_EQ(sheet_row(table, 1).at(1), std::pair(std::string("※"), Look::withheld));
    EXPECT_EQ(data_csv(table), "topic,hits,n,share,low,high\r\n主题,,,,,\r\n");
}

TEST(TableForms, WhatNobodyEnteredIsAGapForPeopleAndNullForPrograms) {
    figures::PeriodReport report;
    figures::LedgerFigure figure;
    figure.id = "leaflets";
    figure.measure = "发放宣传资料";
    figure.unit = "份";
    figure.amount = "未填报";
    report.ledger = {figure};
    const Table table = ledger_table(report);
    EXPECT_EQ(page_table(table, Language::zh).rows.front().back().mark, document::Mark::gap);
    EXPECT_EQ(sheet_row(table, 1).at(1), std::pair(std::string("未填报"), Look::gap));
    EXPECT_EQ(data_csv(table),
              "measure,title,unit,amount,precision,as_written\r\nleaflets,发放宣传资料,份,,,未填报\r\n");
}

TEST(TableForms, ATotalStandsBelowWhatCanBeFiltered) {
    figures::PeriodReport report;
    report.events.resize(3);
    report.visits = 40;
    document::Sheet sheet;
    put_main_table(sheet, events_table(report), Language::zh);
    EXPECT_EQ(sheet.table->last_row, 3);
    EXPECT_EQ(sheet.last_row, 4);
    EXPECT_EQ(sheet.cells.back().look, Look::total);
    EXPECT_EQ(data_records(events_table(report)).size(), 3U);
}

}  // namespace
}  // namespace xy::report
