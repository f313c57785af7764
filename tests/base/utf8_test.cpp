#include "base/utf8.h"

#include <gtest/gtest.h>

namespace xy {
namespace {

TEST(Utf8, EveryLengthIsReadAndWritten) {
    EXPECT_EQ(characters("aé向😀"), U"aé向😀");
    EXPECT_EQ(utf8(U"aé向😀"), "aé向😀");
    EXPECT_EQ(characters_in("aé向😀"), 4U);
    EXPECT_FALSE(first_invalid_utf8("aé向😀"));
    EXPECT_EQ(characters(""), U"");
}

TEST(Utf8, WhatIsMalformedIsTakenByteByByte) {
    EXPECT_EQ(first_invalid_utf8("aé\xFFz"), 3U);
    EXPECT_EQ(characters("a\xFFz"), U"a\uFFFDz");
    EXPECT_EQ(characters("\xC0\xAF"), U"\uFFFD\uFFFD") << "overlong";
    EXPECT_EQ(characters("\xED\xA0\x80").front(), U'\uFFFD') << "half of a surrogate pair";
    EXPECT_EQ(characters("\xF4\x90\x80\x80").size(), 4U) << "beyond Unicode";
    EXPECT_EQ(characters("\xE5\x90X").back(), U'X') << "what follows is not swallowed";
    EXPECT_EQ(first_invalid_utf8("向\xE5\x90"), 3U) << "cut off at the end";
}

TEST(Utf8, WhatATerminalWouldObeyIsNotPrinted) {
    EXPECT_EQ(printable("market\x1b]0;title\x07\x1b[2J"), "market ]0;title  [2J");
    EXPECT_EQ(printable("向阳\r\nroot#\t\x7f"), "向阳  root#  ");
    EXPECT_EQ(printable("a\xC2\x9B"
                        "2Jz"),
              "a 2Jz")
        << "the one-byte form of ESC [";
    EXPECT_EQ(printable("a\x9B"
                        "2J\xE5\x90"),
              "a\uFFFD2J\uFFFD\uFFFD")
        << "bytes that are no UTF-8";
    EXPECT_EQ(printable("gpj.\u202E\u2066exe\u2028"), "gpj.  exe ") << "turned around";
}

TEST(Utf8, ABeginningEndsBetweenCharacters) {
    EXPECT_EQ(utf8_prefix("向阳", 6), "向阳");
    EXPECT_EQ(utf8_prefix("向阳", 5), "向");
    EXPECT_EQ(utf8_prefix("向阳", 2), "");
}

}  // namespace
}  // namespace xy
