// Texts on their way into a spreadsheet or a terminal.
#include <gtest/gtest.h>

#include "report/analysis_text.h"
#include "report/spreadsheet_text.h"
#include "report/text_table.h"

namespace xy::report {
namespace {

TEST(SpreadsheetText, FormulasGetAnApostrophe) {
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "  \t1", "＝1",
                             "＋1", "－1", "＠x", "　=1", "　＝1", "\u00A0=1", "\uFEFF=1"})
        EXPECT_EQ(neutralized(text), "'" + std::string(text));
}

TEST(SpreadsheetText, OtherTextsStayAsTheyAre) {
    for (const char* text : {"", "禁毒宣传", "a=b", "6·26", " 城关镇", "'=1", "1-2", "“-”"})
        EXPECT_EQ(neutralized(text), text);
}

TEST(TextTable, AChineseCharacterIsTwoWide) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("向阳"), 4U);
    EXPECT_EQ(display_width("（6·26）"), 8U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("😀"), 2U);
    EXPECT_EQ(display_width("\U00020BB7"), 2U);
    EXPECT_EQ(display_width("\xE5"), 1U);  // cut in the middle: no crash
}

TEST(TextTable, ANameCannotSteerTheTerminal) {
    const std::string text = to_text({{"name"}, {{"\x1b[2Jgone\n"}}, 1});
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text, "name\n---------\n [2Jgone\n");
}

TEST(AnalysisText, AnEmptyPeriodSaysThatNothingTookPlace) {
    EXPECT_NE(analysis_text({}, Language::zh).find("没有参加人次"), std::string::npos);
    EXPECT_NE(analysis_text({}, Language::en).find("Nothing took place"), std::string::npos);
}

}  // namespace
}  // namespace xy::report
