// What is taken for a placeholder, and what is left alone.
#include "document/placeholder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xy::document {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> keys(std::string_view text) {
    std::vector<std::string> all;
    for (const Placeholder& each : placeholders_in(text)) all.push_back(each.key);
    return all;
}

TEST(Placeholders, StandInTheirOrder) {
    EXPECT_THAT(keys("共{{活动场次}}场，{{参与人次}}人次"), ElementsAre("活动场次", "参与人次"));
    const auto found = placeholders_in("a{{b}}c");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].begin, 1U);
    EXPECT_EQ(found[0].end, 6U);
}

TEST(Placeholders, MayHaveFullWidthBracesColonAndBlanks) {
    const auto found = placeholders_in("｛｛　表 ： 乡镇 × 六进 ｝｝");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, PlaceholderKind::table);
    EXPECT_EQ(found[0].key, "乡镇×六进");
    EXPECT_EQ(found[0].name, "表 ： 乡镇 × 六进") << "as it stands, for whoever looks for it";
    EXPECT_EQ(placeholders_in("{｛图:月度｝}").at(0).kind, PlaceholderKind::picture);
}

TEST(Placeholders, OfNestedBracesTheInnermostCount) {
    EXPECT_THAT(keys("{{外{{内}}外}}"), ElementsAre("内"));
    const auto three = placeholders_in("{{{完成率}}}");
    ASSERT_EQ(three.size(), 1U);
    EXPECT_EQ(three[0].begin, 1U) << "one brace stays on either side";
    EXPECT_EQ(three[0].key, "完成率");
}

TEST(Placeholders, AreNotOpenOrEmptyOrOverAPicture) {
    EXPECT_THAT(keys("{{没有结束"), IsEmpty());
    EXPECT_THAT(keys("没有开始}} {单} {{ }} {{}} {{表:}}"), IsEmpty());
    EXPECT_THAT(keys(std::string("{{") + no_text + "}}"), IsEmpty());
    EXPECT_THAT(keys("{{" + std::string(300, 'x') + "}}"), IsEmpty()) << "a text that has braces";
    EXPECT_THAT(keys("{{没有结束 {{完成率}}"), ElementsAre("完成率"));
}

TEST(Placeholders, MayHoldWhatNobodySees) {
    for (const char* text : {"{{参与\u200B人次}}", "{{\uFEFF参与人次}}", "{\u200B{参与人次}}",
                             "{{参与\u00AD人次}\u2060}", "{{参与人次\u200E}}"})
        EXPECT_THAT(keys(text), ElementsAre("参与人次")) << text;
}

TEST(Placeholders, ThatReachOverWhatIsNoTextAreCut) {
    const auto found = placeholders_in(std::string("{{参与") + no_text + "人次}}");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].cut);
    EXPECT_EQ(found[0].key, "参与人次");
}

}  // namespace
}  // namespace xy::document
