// What a reader notices about columns and bars, and what holds for every chart.
#include "charts/layout.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace xy::charts {
namespace {

using namespace tests;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

bool inside(const Box& inner, const Size& size) {
    constexpr double rounding = 1e-6;
    return std::isfinite(inner.x + inner.y + inner.width + inner.height) && inner.width >= 0 &&
           inner.height >= 0 && inner.x >= -rounding && inner.y >= -rounding &&
           inner.right() <= size.width + rounding && inner.bottom() <= size.height + rounding;
}

/// A percentage stands inside its own segment; no other text may touch an area.
bool apart(const Text& text, const Area& area) {
    if (area.part == AreaPart::bar && text.box.x >= area.box.x && text.box.right() <= area.box.right())
        return true;
    return !text.box.overlaps(area.box);
}

void expect_readable(const Drawing& drawing) {
    for (const Area& area : drawing.areas) EXPECT_TRUE(inside(area.box, drawing.size));
    for (const Text& text : drawing.texts) {
        EXPECT_TRUE(inside(text.box, drawing.size)) << text.text;
        for (const Text& other : drawing.texts) {
            if (&text == &other) continue;
            EXPECT_FALSE(text.box.overlaps(other.box)) << text.text << " / " << other.text;
        }
        for (const Area& area : drawing.areas)
            EXPECT_TRUE(apart(text, area)) << text.text << " on a bar or line";
    }
}

TEST(EveryChart, KeepsItsTextsApartAndInside) {
    for (const double width : {120.0, 240.0, 504.0, 1400.0})
        for (const auto& [name, chart] : all_charts()) {
            SCOPED_TRACE(std::string(name) + ", width " + std::to_string(width));
            expect_readable(drawing_of(chart, width));
        }
}

TEST(EveryChart, TakesTheSizeThatItTells) {
    for (const auto& [name, chart] : all_charts()) {
        const Size size = size_of(chart, 504);
        EXPECT_EQ(size.width, 504) << name;
        EXPECT_EQ(size.height, drawing_of(chart).size.height) << name;
        EXPECT_GT(size.height, 10) << name;
    }
}

TEST(EveryChart, TakesAnyWidth) {
    EXPECT_EQ(size_of(half_a_year(), std::nan("")).width, 504);
    EXPECT_EQ(size_of(half_a_year(), -3).width, 120);
    EXPECT_EQ(size_of(half_a_year(), 1e300).width, 2000);
}

TEST(EveryChart, WithoutAnyFigureIsAFrame) {
    for (const Chart& chart : {Chart(ColumnChart{}), Chart(BarChart{}), Chart(DivergingChart{})}) {
        const Drawing drawing = drawing_of(chart);
        EXPECT_THAT(bars_of(drawing), IsEmpty());
        EXPECT_THAT(words_of(drawing, TextPart::nothing), ElementsAre("—"));
    }
}

TEST(Columns, AreAsHighAsTheirFigures) {
    const auto bars = bars_of(drawing_of(half_a_year()));
    ASSERT_THAT(bars, SizeIs(6));
    const double figures[] = {96, 148, 402, 497, 603, 1438};
    for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(bars[i].height / bars[5].height, figures[i] / 1438, 1e-9);
    EXPECT_GT(bars[5].height, 80);
}

TEST(Columns, StandOnTheLineOfZero) {
    const Drawing drawing = drawing_of(half_a_year());
    const auto axis = std::find_if(drawing.areas.begin(), drawing.areas.end(),
                                   [](const Area& area) { return area.part == AreaPart::axis; });
    ASSERT_NE(axis, drawing.areas.end());
    for (const Box& bar : bars_of(drawing)) EXPECT_NEAR(bar.bottom(), axis->box.y, 1e-9);
}

TEST(Columns, HaveTheirFigureAboveAndTheirNameBelow) {
    const Drawing drawing = drawing_of(half_a_year());
    const auto bars = bars_of(drawing);
    const auto names = texts_of(drawing, TextPart::name);
    auto values = texts_of(drawing, TextPart::value);
    std::sort(values.begin(), values.end(), [](const Text& a, const Text& b) { return a.box.x < b.box.x; });
    ASSERT_THAT(names, SizeIs(6));
    ASSERT_THAT(values, SizeIs(6));
    EXPECT_EQ(values[5].text, "1 438");
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_NEAR(values[i].box.middle(), bars[i].middle(), 1e-6);
        EXPECT_NEAR(names[i].box.middle(), bars[i].middle(), 1e-6);
        EXPECT_LE(values[i].box.bottom(), bars[i].y);
        EXPECT_GT(names[i].box.y, bars[i].bottom());
    }
}

TEST(Columns, KeepThePlaceOfAWithheldFigure) {
    ColumnChart chart = half_a_year();
    const auto before = bars_of(drawing_of(chart));
    chart.bars[2].value.reset();
    const Drawing drawing = drawing_of(chart);
    const auto marks = texts_of(drawing, TextPart::withheld);
    ASSERT_THAT(marks, SizeIs(1));
    EXPECT_EQ(marks[0].text, "※");
    EXPECT_NEAR(marks[0].box.middle(), before[2].middle(), 1e-6);
    EXPECT_THAT(words_of(drawing, TextPart::value), Not(Contains("402")));
    const auto after = bars_of(drawing);
    ASSERT_THAT(after, SizeIs(5));
    EXPECT_EQ(after[2].x, before[3].x);
    EXPECT_EQ(after[2].height, before[3].height);
}

TEST(Columns, OfTwoYearsAreNamedAtEqualStepsAndShowTheLargest) {
    const Drawing drawing = drawing_of(two_years());
    EXPECT_THAT(words_of(drawing, TextPart::name), ElementsAre("2025-01", "2025-04", "2025-07", "2025-10",
                                                               "2026-01", "2026-04", "2026-07", "2026-10"));
    EXPECT_THAT(words_of(drawing, TextPart::value), Contains("1860"));
    EXPECT_THAT(words_of(drawing, TextPart::withheld), ElementsAre("※"));
    EXPECT_GE(words_of(drawing, TextPart::value).size(), 18U);
}

TEST(Columns, TooManyForAllFiguresShowTheLargestAndWhatIsWithheld) {
    ColumnChart chart;
    for (int i = 0; i < 50; ++i) chart.bars.push_back({"", 1000.0 + i % 7, std::to_string(1000 + i % 7)});
    chart.bars[24].value = 1010;
    chart.bars[24].label = "1010";
    chart.bars[40].value.reset();
    const Drawing drawing = drawing_of(chart);
    const auto shown = words_of(drawing, TextPart::value);
    EXPECT_THAT(shown, Contains("1010"));
    EXPECT_THAT(words_of(drawing, TextPart::withheld), ElementsAre("※"));
    EXPECT_LT(shown.size(), 30U);
    EXPECT_GT(shown.size(), 10U);
}

TEST(Columns, OfFourteenTownshipsAreAllNamed) {
    EXPECT_THAT(texts_of(drawing_of(ColumnChart{townships()}), TextPart::name), SizeIs(14));
}

TEST(Columns, OfZeroAreFlatAndSayZero) {
    const Drawing drawing =
        drawing_of(ColumnChart{{{"1 月", 0, "0"}, {"2 月", 0, "0"}, {"3 月", std::nullopt, ""}}});
    for (const Box& bar : bars_of(drawing)) EXPECT_EQ(bar.height, 0);
    EXPECT_THAT(words_of(drawing, TextPart::value), ElementsAre("0", "0"));
    EXPECT_THAT(words_of(drawing, TextPart::withheld), ElementsAre("※"));
}

TEST(Shares, AreOfTheLargestFigureThatIsANumber) {
    const auto shares = shares_of_largest({{"", 4, ""},
                                           {"", std::nullopt, ""},
                                           {"", 1, ""},
                                           {"", std::nan(""), ""},
                                           {"", HUGE_VAL, ""},
                                           {"", -9, ""}});
    EXPECT_THAT(shares, ElementsAre(1.0, std::nullopt, 0.25, 0.0, 0.0, 0.0));
    EXPECT_THAT(shares_of_largest({{"", 1e308, ""}, {"", 5e307, ""}}), ElementsAre(1.0, 0.5));
}

TEST(Bars, BeginAtOneLineAndAreAsLongAsTheirFigures) {
    const auto bars = bars_of(drawing_of(BarChart{audiences()}));
    ASSERT_THAT(bars, SizeIs(15));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        EXPECT_EQ(bars[i].x, bars[0].x);
        EXPECT_NEAR(bars[i].width / bars[0].width, (1578 - 109.0 * static_cast<double>(i)) / 1578, 1e-9);
    }
}

TEST(Bars, HaveTheirFigureAtTheirEnd) {
    const Drawing drawing = drawing_of(BarChart{audiences()});
    const auto bars = bars_of(drawing);
    const auto values = texts_of(drawing, TextPart::value);
    ASSERT_EQ(values.size(), bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        EXPECT_GT(values[i].box.x, bars[i].right());
        EXPECT_LT(values[i].box.x, bars[i].right() + 10);
        EXPECT_LT(std::abs(values[i].box.y + values[i].box.height / 2 - bars[i].y - bars[i].height / 2), 1);
    }
}

TEST(Bars, LeaveMoreThanHalfOfTheWidthToBarsAndFigures) {
    EXPECT_LT(bars_of(drawing_of(BarChart{audiences()}))[0].x, 504 * 0.4);
}

TEST(Bars, ThatAreWithheldKeepTheirRow) {
    const Drawing drawing = drawing_of(BarChart{townships()});
    EXPECT_THAT(texts_of(drawing, TextPart::name), SizeIs(14));
    EXPECT_THAT(bars_of(drawing), SizeIs(12));
    const auto marks = texts_of(drawing, TextPart::withheld);
    ASSERT_THAT(marks, SizeIs(2));
    EXPECT_GT(marks[0].box.y, bars_of(drawing)[11].bottom());
}

// Five points for a letter, as many lines as it takes.
Extent typewriter(const std::string& text, double width, int lines) {
    const double natural = 5 * static_cast<double>(text.size());
    if (natural <= width) return {natural, 13, true};
    return {width, 13.0 * lines, natural <= width * lines};
}

TEST(Names, OfTwoLinesAreAboutEquallyLong) {
    EXPECT_EQ(balanced(std::string(10, 'a'), 60, typewriter).height, 13);
    const Extent two = balanced(std::string(20, 'a'), 90, typewriter);
    EXPECT_EQ(two.width, 50);
    EXPECT_TRUE(two.whole);
    const Extent cut = balanced(std::string(100, 'a'), 90, typewriter);
    EXPECT_EQ(cut.width, 90);
    EXPECT_FALSE(cut.whole);
}

}  // namespace
}  // namespace xy::charts
