#include "base/plain_text.h"

#include <gtest/gtest.h>

namespace xy {
namespace {

TEST(PlainText, WhatIsNoTextIsNamed) {
    EXPECT_EQ(fault_of("石桥赶集", Lines::one), std::nullopt);
    EXPECT_EQ(fault_of("", Lines::one), std::nullopt);
    EXPECT_EQ(fault_of("\xCA\xAF\xC7\xC5", Lines::one), TextFault::not_utf8) << "石桥 in GBK";
    EXPECT_EQ(fault_of("向\xE9\x98", Lines::one), TextFault::not_utf8) << "cut";
    EXPECT_EQ(fault_of("a\x1B[2Jb", Lines::several), TextFault::control);
    EXPECT_EQ(fault_of(std::string("a\0b", 3), Lines::several), TextFault::control);
    EXPECT_EQ(fault_of("\u009B", Lines::several), TextFault::control) << "8-bit CSI";
    EXPECT_EQ(fault_of("a\nb", Lines::one), TextFault::control);
    EXPECT_EQ(fault_of("a\r\n\tb", Lines::several), std::nullopt);
}

TEST(PlainText, IsOfBoundedLengthInCharacters) {
    std::string text;
    for (std::size_t i = 0; i < longest_text; ++i) text += "向";
    EXPECT_EQ(fault_of(text, Lines::one), std::nullopt);
    EXPECT_EQ(fault_of(text + "a", Lines::one), TextFault::too_long);
}

TEST(PlainText, BlanksOfEveryKindAreCutFromTheEnds) {
    EXPECT_EQ(trimmed(" \t　石桥 赶集\u00A0\u2003\u200B\n"), "石桥 赶集");
    EXPECT_EQ(trimmed("\uFEFF村口"), "村口");
    EXPECT_EQ(trimmed("\xFFx "), "\xFFx");
    EXPECT_TRUE(is_blank(""));
    EXPECT_TRUE(is_blank(" \n\t　\u200B"));
    EXPECT_FALSE(is_blank(" 。"));
}

TEST(PlainText, WhatWasTakenAsItWasIsMadeValid) {
    EXPECT_EQ(made_valid("石桥\r\n赶集"), "石桥\r\n赶集");
    EXPECT_EQ(made_valid("a\x1B\xFF"), "a\uFFFD\uFFFD");
    EXPECT_EQ(fault_of(made_valid(std::string(20'000, '\xE5')), Lines::several), std::nullopt);
}

}  // namespace
}  // namespace xy
