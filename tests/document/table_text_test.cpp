// Texts on their way into a spreadsheet or a terminal.
#include <gtest/gtest.h>

#include "document/csv_sheet.h"
#include "document/terminal_text.h"

namespace xy::document {
namespace {

TEST(CsvSheet, FormulasGetAnApostrophe) {
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "  \t1", "＝1",
                             "＋1", "－1", "＠x", "　=1", "　＝1", "\u00A0=1", "\uFEFF=1"})
        EXPECT_EQ(escape_formula(text), "'" + std::string(text));
}

TEST(CsvSheet, OtherTextsStayAsTheyAre) {
    for (const char* text : {"", "禁毒宣传", "a=b", "6·26", " 城关镇", "'=1", "1-2", "“-”"})
        EXPECT_EQ(escape_formula(text), text);
}

TEST(CsvSheet, OnlyTextsAreEscaped) {
    EXPECT_EQ(csv_sheet({{{"名称"}, {"变化", true}}, {{{"-1"}, {"-1"}}}}), "\uFEFF名称,变化\r\n'-1,-1\r\n");
}

TEST(TerminalText, AChineseCharacterIsTwoWide) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("向阳"), 4U);
    EXPECT_EQ(display_width("（6·26）"), 8U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("😀"), 2U);
    EXPECT_EQ(display_width("\U00020BB7"), 2U);
    EXPECT_EQ(display_width("\xE5"), 1U);  // cut in the middle: no crash
}

TEST(TerminalText, ANameCannotSteerTheTerminal) {
    const std::string text = terminal_text({{{"name"}}, {{{"\x1b[2Jgone\n"}}}});
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text, "name\n---------\n [2Jgone\n");
    // The same order as one character, U+009B.
    EXPECT_EQ(terminal_text({{{"name"}},
                             {{{"\xc2\x9b"
                                "2Jgone"}}}}),
              "name\n-------\n 2Jgone\n");
}

}  // namespace
}  // namespace xy::document
