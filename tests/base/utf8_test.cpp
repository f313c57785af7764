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

TEST(Utf8, ABeginningEndsBetweenCharacters) {
    EXPECT_EQ(utf8_prefix("向阳", 6), "向阳");
    EXPECT_EQ(utf8_prefix("向阳", 5), "向");
    EXPECT_EQ(utf8_prefix("向阳", 2), "");
}

}  // namespace
}  // namespace xy
