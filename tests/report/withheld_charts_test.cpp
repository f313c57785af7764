// What is withheld has no bar in any form of a report, and words say why: a bar of nothing would say zero.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/html.h"
#include "document/zip_archive.h"
#include "report/report_charts.h"
#include "report/report_document.h"
#include "report/workbook.h"
#include "support/folder.h"

namespace xy::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// Three months, the second withheld, the third without anybody; of the audiences `small` is withheld.
figures::PeriodReport with_withheld(const figures::Count& may, const figures::Count& small) {
    figures::PeriodReport report;
    report.period = "2025 年上半年";
    report.events.resize(1);
    for (const figures::Grouping grouping :
         {figures::Grouping::place, figures::Grouping::venue, figures::Grouping::occasion,
          figures::Grouping::audience, figures::Grouping::month}) {
        figures::GroupTable table;
        table.grouping = grouping;
        table.title = grouping == figures::Grouping::month ? "各月参加人次" : "各对象参加人次";
        table.heading = "名称";
        report.tables.push_back(table);
    }
    report.tables[3].groups = {{"小学", 1, 120}, {"家长", 1, small}};
    report.tables[4].groups = {{"2025-04", 1, 80}, {"2025-05", 1, may}, {"2025-06", 0, 0}};
    return report;
}

std::map<std::string, std::string> parts_of(const figures::PeriodReport& report) {
    const TemporaryFolder folder;
    std::map<std::string, std::string> parts;
    for (document::ZipEntry& entry : document::read_zip(
             document::xlsx(workbook(report), folder.path() / "scratch.xlsx"), 10'000'000, 1'000))
        parts[entry.name] = std::move(entry.bytes);
    return parts;
}

/// What stands between the tags of each element `name`, one in the other not.
std::vector<std::string> elements(const std::string& xml, const std::string& name) {
    std::vector<std::string> all;
    for (std::size_t at = xml.find("<" + name + ">"); at != std::string::npos;
         at = xml.find("<" + name + ">", at + 1)) {
        const std::size_t begin = at + name.size() + 2;
        all.push_back(xml.substr(begin, xml.find("</" + name + ">", begin) - begin));
    }
    return all;
}

/// The points that a chart has kept of its figures, as “place=figure”.
std::vector<std::string> points(const std::string& chart) {
    const std::string cache = elements(elements(chart, "c:val").at(0), "c:numCache").at(0);
    std::vector<std::string> all;
    for (std::size_t at = cache.find("<c:pt idx=\""); at != std::string::npos;
         at = cache.find("<c:pt idx=\"", at + 1)) {
        const std::size_t index = at + std::string("<c:pt idx=\"").size();
        all.push_back(cache.substr(index, cache.find('"', index) - index) + "=" +
                      elements(cache.substr(at), "c:v").at(0));
    }
    return all;
}

TEST(WithheldCharts, TheWorkbookKeepsNoPointOfAWithheldMonth) {
    const auto parts = parts_of(with_withheld(std::nullopt, 40));
    const std::string& months = parts.at("xl/charts/chart1.xml");
    EXPECT_THAT(points(months), ElementsAre("0=80", "2=0")) << "a month of nobody is a zero, this one is not";
    EXPECT_THAT(elements(elements(months, "c:cat").at(0), "c:v"),
                ElementsAre("2025-04", "2025-05 ※", "2025-06"));
    EXPECT_THAT(points(parts.at("xl/charts/chart2.xml")), ElementsAre("0=120", "1=40"));
}

// Whoever opens the file lets its program read the cells again: a text among them is drawn as a zero.
TEST(WithheldCharts, NoTextStandsAmongTheFiguresOfAChart) {
    const document::Spreadsheet book = workbook(with_withheld(std::nullopt, std::nullopt));
    const document::Sheet& sheet = book.sheets.front();
    ASSERT_EQ(sheet.charts.size(), 2U);
    for (const document::SheetChart& chart : sheet.charts)
        for (const document::SheetCell& cell : sheet.cells)
            if (cell.column == chart.figures_column && cell.row >= chart.first_row &&
                cell.row <= chart.last_row) {
                EXPECT_TRUE(std::holds_alternative<double>(cell.value)) << chart.title;
            }
}

TEST(WithheldCharts, WordsBelowTheChartSayWhyABarIsMissing) {
    const figures::PeriodReport made = with_withheld(std::nullopt, 40);
    const auto notes = [](const figures::PeriodReport& report) {
        const document::Spreadsheet book = workbook(report);
        return std::count_if(book.sheets.front().cells.begin(), book.sheets.front().cells.end(),
                             [](const document::SheetCell& cell) {
                                 const auto* text = std::get_if<std::string>(&cell.value);
                                 return text != nullptr && text->find("图中不画") != std::string::npos;
                             });
    };
    EXPECT_EQ(notes(made), 1);
    EXPECT_THAT(document::html(report_document(made)), HasSubstr("图中不画"));
    EXPECT_THAT(months_picture(made).description, HasSubstr("图中不画"));
    const figures::PeriodReport all = with_withheld(30, 40);
    EXPECT_EQ(notes(all), 0);
    EXPECT_THAT(document::html(report_document(all)), Not(HasSubstr("图中不画")));
}

TEST(WithheldCharts, AMonthsColumnIsMissingAndMarkedOnThePage) {
    const auto chart = std::get<charts::ColumnChart>(months_picture(with_withheld(std::nullopt, 40)).chart);
    ASSERT_EQ(chart.bars.size(), 3U);
    EXPECT_FALSE(chart.bars[1].value);
    EXPECT_EQ(chart.bars[2].value, 0.0);
}

figures::SurveyFigure asked(bool scale) {
    figures::SurveyFigure figure;
    figure.stem = "先找谁？";
    figure.scale = scale;
    figure.steps = {"家里人", "老师", "谁也不找"};
    figure.n = 100;
    figure.counts = {70, std::nullopt, std::nullopt};
    return figure;
}

TEST(WithheldCharts, AWithheldChoiceOfASurveyKeepsItsPlaceWithoutABar) {
    const document::Picture picture = survey_picture(asked(false), Language::zh);
    const auto& bars = std::get<charts::BarChart>(picture.chart).bars;
    ASSERT_EQ(bars.size(), 3U) << "not an empty frame, which says that nobody answered";
    EXPECT_EQ(bars[0].label, "70 (70%)");
    EXPECT_FALSE(bars[1].value);
    EXPECT_THAT(picture.description, HasSubstr("老师 ※"));
}

TEST(WithheldCharts, AScaleWithAWithheldStepIsTheMarkAlone) {
    const document::Picture picture = survey_picture(asked(true), Language::zh);
    EXPECT_TRUE(std::get<charts::DivergingChart>(picture.chart).rows.at(0).counts.empty())
        << "the lengths of the other steps would tell it";
    EXPECT_THAT(picture.description, HasSubstr("谁也不找 ※"));
    EXPECT_THAT(picture.description, HasSubstr("图中不画"));
}

}  // namespace
}  // namespace xy::report
