// What a reader notices about answers to a statement.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>

#include "charts/colour.h"
#include "sample.h"

namespace xy::charts {
namespace {

using namespace tests;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

double line_of(const Drawing& drawing) {
    for (const Area& area : drawing.areas)
        if (area.part == AreaPart::axis) return area.box.middle();
    return -1;
}

TEST(Steps, AreAsLongAsTheirShareOfTheAnswers) {
    const DivergingChart chart = survey();
    const auto segments = bars_of(drawing_of(chart));
    ASSERT_THAT(segments, SizeIs(15));
    const double whole = segments[4].right() - segments[0].x;
    for (std::size_t row = 0; row < 3; ++row) {
        const auto& counts = chart.rows[row].counts;
        const auto all = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
        for (std::size_t i = 0; i < 5; ++i)
            EXPECT_NEAR(segments[row * 5 + i].width / whole, static_cast<double>(counts[i]) / all, 1e-9);
    }
}

TEST(Steps, HaveTheMiddleOfTheMiddleOneOnTheCommonLine) {
    const Drawing drawing = drawing_of(survey());
    const auto segments = bars_of(drawing);
    for (std::size_t row = 0; row < 3; ++row)
        EXPECT_NEAR(segments[row * 5 + 2].middle(), line_of(drawing), 1e-6);
}

TEST(Steps, OfAnEvenNumberMeetAtTheCommonLine) {
    const Drawing drawing =
        drawing_of(DivergingChart{{{"前", {3, 4, 5, 6}}, {"后", {1, 1, 8, 2}}}, "低", "高"});
    const auto segments = bars_of(drawing);
    for (const std::size_t row : {0U, 1U}) {
        EXPECT_NEAR(segments[row * 4 + 1].right(), line_of(drawing), 1e-6);
        EXPECT_NEAR(segments[row * 4 + 2].x, line_of(drawing), 1e-6);
    }
}

TEST(Steps, AllOnOneSideEndAtTheCommonLine) {
    const Drawing drawing = drawing_of(DivergingChart{{{"甲", {9, 0, 0}}, {"乙", {0, 0, 9}}}, "低", "高"});
    const auto segments = bars_of(drawing);
    EXPECT_NEAR(segments[0].right(), line_of(drawing), 1e-6);
    EXPECT_NEAR(segments[5].x, line_of(drawing), 1e-6);
}

TEST(Percentages, StandWhereTheyFitAndNowhereElse) {
    const Drawing one = drawing_of(DivergingChart{{{"全体", {4, 6, 12, 33, 45}}}, "低", "高"});
    EXPECT_THAT(words_of(one, TextPart::value), ElementsAre("4%", "6%", "12%", "33%", "45%"));
    const Drawing thin = drawing_of(DivergingChart{{{"全体", {1, 1, 198}}}, "低", "高"});
    EXPECT_THAT(words_of(thin, TextPart::value), ElementsAre("99%"));
}

TEST(Percentages, ReadWellOnEveryColour) {
    for (std::size_t count = 1; count <= 9; ++count)
        for (const Colour colour : step_colours(count))
            EXPECT_GE(contrast(text_on(colour), colour), 4.5) << hex(colour);
    for (const Colour colour : {ink, muted}) EXPECT_GE(contrast(colour, white), 4.5) << hex(colour);
    EXPECT_NEAR(contrast(rgb(0x777777), white), 4.48, 0.01);
}

TEST(Percentages, ShowTheColourThatReadsWell) {
    const Drawing drawing = drawing_of(survey());
    for (const Text& text : texts_of(drawing, TextPart::value)) {
        for (const Area& area : drawing.areas) {
            if (area.part != AreaPart::bar || !area.box.overlaps(text.box)) continue;
            EXPECT_GE(contrast(text.colour, area.colour), 4.5) << text.text;
        }
    }
}

TEST(Colours, GoFromCoralToGreen) {
    for (std::size_t count = 2; count <= 7; ++count) {
        const auto colours = step_colours(count);
        ASSERT_THAT(colours, SizeIs(count));
        EXPECT_EQ(colours.front(), coral);
        EXPECT_EQ(colours.back(), green);
        for (std::size_t i = 1; i < count; ++i) EXPECT_NE(colours[i], colours[i - 1]);
    }
    EXPECT_THAT(step_colours(0), IsEmpty());
}

TEST(Rows, WithoutAnswersShowTheMark) {
    EXPECT_THAT(words_of(drawing_of(survey()), TextPart::withheld), ElementsAre("※"));
    const Drawing drawing = drawing_of(DivergingChart{{{"甲", {}}, {"乙", {0, 0, 0}}}, "低", "高"});
    EXPECT_THAT(words_of(drawing, TextPart::withheld), ElementsAre("※", "※"));
    EXPECT_THAT(words_of(drawing, TextPart::name), ElementsAre("甲", "乙"));
    EXPECT_THAT(bars_of(drawing), IsEmpty());
}

TEST(Rows, StandTheHugeCountsOfADamagedFile) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    const Drawing drawing =
        drawing_of(DivergingChart{{{"甲", {most, most, most, most}}, {"乙", {-3, 1, 1, 2}}}, "", ""});
    EXPECT_THAT(words_of(drawing, TextPart::value),
                ElementsAre("25%", "25%", "25%", "25%", "25%", "25%", "50%"));
}

TEST(Ends, StandBelowAtTheirSides) {
    const Drawing drawing = drawing_of(survey());
    const auto ends = texts_of(drawing, TextPart::end);
    ASSERT_THAT(ends, SizeIs(2));
    EXPECT_EQ(ends[0].text, "完全没把握");
    EXPECT_EQ(ends[1].text, "很有把握");
    EXPECT_LT(ends[0].box.right(), ends[1].box.x);
    for (const Text& end : ends)
        for (const Text& name : texts_of(drawing, TextPart::name)) EXPECT_GT(end.box.y, name.box.bottom());
}

}  // namespace
}  // namespace xy::charts
