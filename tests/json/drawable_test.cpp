#include "json/drawable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/folder.h"
#include "support/texts.h"

namespace xy::json {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Problems undrawable(const std::string& text) {
    const TemporaryFolder folder;
    write_bytes(folder.path() / "events.json", text);
    return undrawable_texts(folder.path() / "events.json", [](char32_t c) { return c < 0x80; });
}

TEST(Drawable, EveryTextThatCannotBeDrawnIsRemarkedWhereItStands) {
    const Problems problems = undrawable("{\"a\": [\"ok\\n\",\n {\"zh\": \"x 藏文\"}],\n \"b\": \"😀\"}");
    ASSERT_EQ(problems.size(), 2U) << printed(problems);
    EXPECT_EQ(problems[0].severity, Severity::remark);
    EXPECT_EQ(problems[0].line, 2);
    EXPECT_EQ(problems[0].pointer, "/a/1/zh");
    EXPECT_THAT(problems[0].what, HasSubstr("the character 藏 (U+85CF) cannot be drawn on the kiosk"));
    EXPECT_THAT(problems[0].what, HasSubstr("nor 1 more of this text"));
    EXPECT_THAT(problems[1].what, HasSubstr("😀 (U+1F600)"));
}

TEST(Drawable, WhatCanBeDrawnOrCannotBeReadIsNotRemarked) {
    EXPECT_THAT(undrawable("{\"a\": \"plain\\ttext\", \"b\": 3}"), IsEmpty());
    EXPECT_THAT(undrawable("{\"a\": "), IsEmpty());
}

}  // namespace
}  // namespace xy::json
