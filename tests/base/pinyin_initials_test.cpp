// Places are found by the first letters of how they are read.
#include "base/pinyin_initials.h"

#include <gtest/gtest.h>

namespace xy {
namespace {

TEST(PinyinInitials, AreThoseOfTheReading) {
    EXPECT_EQ(pinyin_initials("永安镇"), "YAZ");
    EXPECT_EQ(pinyin_initials("东河村"), "DHC");
    EXPECT_EQ(pinyin_initials("石桥集市"), "SQJS");
    EXPECT_EQ(pinyin_initials("青山工业园"), "QSGYY");
    EXPECT_EQ(pinyin_initials("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝座"), "ABCDEFGHJKLMNOPQRSTWXYZZ")
        << "the first one of each letter, and the last of all";
}

TEST(PinyinInitials, OfOtherCharactersAreThemselvesOrUnknown) {
    EXPECT_EQ(pinyin_initials("A3号 b"), "A?H?B");
    EXPECT_EQ(pinyin_initials("睢县"), "?X") << "beyond the common characters";
    EXPECT_EQ(pinyin_initials("𠮷"), "?");
    EXPECT_EQ(pinyin_initials(""), "");
}

TEST(PinyinInitials, WhatWasTypedMayBeginThem) {
    EXPECT_TRUE(may_begin("YAZ", ""));
    EXPECT_TRUE(may_begin("YAZ", "YA"));
    EXPECT_FALSE(may_begin("YAZ", "AZ"));
    EXPECT_FALSE(may_begin("YAZ", "YAZX"));
    EXPECT_TRUE(may_begin("?X", "SX")) << "nobody is kept from a place whose reading is not known";
}

}  // namespace
}  // namespace xy
