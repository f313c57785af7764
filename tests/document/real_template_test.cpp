// Templates shaped like those of real offices, made with LibreOffice (templates/README.md).
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <set>
#include <sstream>

#include "document/template_xml.h"
#include "sample.h"
#include "template_builder.h"

namespace xy::document {
namespace {

using namespace tests;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Pair {
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> after;
    Filled filled;

    std::vector<std::string> lines(const std::string& part = "word/document.xml") const {
        return lines_of(after.at(part));
    }
    /// Names of the parts that differ or are new.
    std::set<std::string> touched() const {
        std::set<std::string> names;
        for (const auto& [name, bytes] : after)
            if (!before.contains(name) || before.at(name) != bytes) names.insert(name);
        for (const auto& [name, bytes] : before)
            if (!after.contains(name)) names.insert("lost " + name);
        return names;
    }
};

Pair fill(const std::string& name, const std::string& notice = "") {
    std::ifstream in(XY_SOURCE_DIR "/tests/document/templates/" + name + ".docx", std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(in), {}};
    Pair pair;
    pair.before = unpacked(file);
    pair.filled = fill_template(file, report_fields(), notice);
    pair.after = unpacked(pair.filled.bytes);
    for (const auto& [part, bytes] : pair.after)
        if (part.ends_with(".xml") || part.ends_with(".rels")) parsed(bytes);
    return pair;
}

/// Everything but the texts: the elements, their attributes, their order.
std::string skeleton(const std::string& xml) {
    const pugi::xml_document document = parsed(xml);
    for (pugi::xml_node text : all_called(document, "w:t")) {
        text.remove_children();
        text.remove_attributes();
    }
    std::ostringstream out;
    document.save(out, " ", pugi::format_indent);
    return out.str();
}

bool has_placeholder(const std::string& line) {
    return line.find("{{") != std::string::npos || line.find("｛｛") != std::string::npos;
}

TEST(RealTemplate, WorkSummary) {
    const Pair pair = fill("work-summary");
    EXPECT_EQ(pair.filled.replaced, 19);
    EXPECT_THAT(pair.filled.unknown, ElementsAre(UnknownPlaceholder{"走访帮教", "正文", std::nullopt}));
    EXPECT_THAT(
        pair.lines(),
        AllOf(
            Contains("示例县2026 年上半年禁毒宣传工作总结"),
            Contains("一是集中宣传。共开展宣传活动26场，举办知识讲座9次，发放宣传资料5000 "
                     "多份，悬挂横幅38条，接受咨询1 260人次。"),
            Contains("二是互动答题。3 184人次参加现场知识答题，完成2 871人次，完成率90.2%；本活动答题正确率"
                     "83.6%（95%区间82.9%–84.3%），达标率71.5%。"),
            Contains(
                "三是郑重承诺。1 502人次作出拒毒承诺，前后测提升+14.2 个百分点，走访帮教{{走访帮教}}人次。"),
            Contains("\t\t示例县禁毒办　2026 年 7 月 2 日")));
    EXPECT_THAT(pair.touched(), ElementsAre("word/document.xml"));
    EXPECT_EQ(skeleton(pair.after.at("word/document.xml")), skeleton(pair.before.at("word/document.xml")));
}

TEST(RealTemplate, AssessmentForm) {
    const Pair pair = fill("assessment-form");
    EXPECT_EQ(pair.filled.replaced, 11);
    EXPECT_THAT(pair.filled.unknown, ElementsAre(UnknownPlaceholder{"答题正确律", "正文", "答题正确率"}));
    EXPECT_THAT(pair.lines(),
                AllOf(Contains("填报单位：示例县禁毒办　　考评周期：2026 年 1 月 1 日至 6 月 30 日"),
                      Contains("覆盖12/14个乡镇"), Contains("5000 多份"), Contains("完成率90.2%"),
                      Contains("正确率{{ 答题正确律 }}"), Contains("差 3 场"), Contains("[picture]")));
    const pugi::xml_document xml = parsed(pair.after.at("word/document.xml"));
    const pugi::xml_node inner = xml.select_node("//w:tc/w:tbl").node();
    ASSERT_TRUE(inner);
    EXPECT_STREQ(inner.next_sibling().name(), "w:p");
    EXPECT_THAT(pair.touched(),
                ElementsAre("word/_rels/document.xml.rels", "word/document.xml", "word/media/xiangyang1.png"))
        << "LibreOffice has declared the type of pictures already";
}

TEST(RealTemplate, RedHeadedLetter) {
    const Pair pair = fill("red-headed-letter");
    EXPECT_EQ(pair.filled.replaced, 20);
    EXPECT_THAT(pair.filled.unknown, ElementsAre(UnknownPlaceholder{"紧急程度", "页眉", std::nullopt}));
    EXPECT_THAT(pair.lines(), Contains("关于2026 年上半年禁毒宣传工作情况的函"));
    std::vector<std::string> edges;
    for (const auto& [name, bytes] : pair.after)
        if (name.starts_with("word/header") || name.starts_with("word/footer")) {
            EXPECT_EQ(skeleton(bytes), skeleton(pair.before.at(name))) << name;
            edges.push_back(lines_of(bytes).front());
        }
    EXPECT_THAT(edges, ::testing::UnorderedElementsAre(
                           "关于2026 年上半年禁毒宣传工作情况的函", "示例县禁毒办　2026 年上半年",
                           "份号：000001　{{紧急程度}}", HasSubstr("抄送：各乡镇　2026 年 7 月 2 日印发"),
                           HasSubstr("2026 年 7 月 2 日印发"), HasSubstr("2026 年 7 月 2 日印发")));
    EXPECT_EQ(skeleton(pair.after.at("word/document.xml")), skeleton(pair.before.at("word/document.xml")));
}

TEST(RealTemplate, RedHeadedLetterWithNotice) {
    const Pair pair = fill("red-headed-letter", "内部资料");
    int headers = 0;
    for (const auto& [name, bytes] : pair.after)
        if (name.starts_with("word/header")) {
            EXPECT_EQ(lines_of(bytes).front(), "内部资料") << name;
            ++headers;
        }
    EXPECT_EQ(headers, 3) << "first, odd and even pages have theirs already";
}

TEST(RealTemplate, CoverPage) {
    const Pair pair = fill("cover-page");
    EXPECT_EQ(pair.filled.replaced, 6);
    EXPECT_THAT(pair.filled.unknown, ElementsAre(UnknownPlaceholder{"主办单位", "文本框", std::nullopt}));
    EXPECT_THAT(pair.lines(),
                AllOf(Contains("2026 年上半年禁毒宣传活动"), Contains("参与3 184人次，共26场。"),
                      Contains("乙 <&> “丙”"), Contains("[picture]")));
    const pugi::xml_document xml = parsed(pair.after.at("word/document.xml"));
    for (const char* path : {"//mc:Choice//w:txbxContent", "//mc:Fallback//w:txbxContent"}) {
        const auto boxes = xml.select_nodes(path);
        ASSERT_EQ(boxes.size(), 2U) << path;
        EXPECT_TRUE(boxes[1].node().child("w:tbl")) << path;
        EXPECT_TRUE(boxes[1].node().select_node(".//pic:pic")) << path;
    }
}

TEST(RealTemplate, SplitRuns) {
    const Pair pair = fill("split-runs");
    EXPECT_EQ(pair.filled.replaced, 13);
    EXPECT_THAT(pair.filled.unknown, IsEmpty()) << "what is deleted is not asked for";
    EXPECT_THAT(
        pair.lines(),
        AllOf(Contains("粗体在中间：3 184人次。"), Contains("从粗体开始：90.2%。"),
              Contains("括号分开：9场。"), Contains("修订插入：5000 多份。"),
              Contains("修订删除：1 260人次。"), Contains("语言变化：38条，书签：71.5%。"),
              Contains("全角括号：26场，链接：共2 871人次。"), Contains("同一段：12/14，82.9%–84.3%。"),
              Contains("[table]"), Contains("没有结束：{{参与人次")));
    const std::string xml = pair.after.at("word/document.xml");
    EXPECT_THAT(xml, HasSubstr(R"(<w:b/></w:rPr><w:t xml:space="preserve">90.2%</w:t>)"));
    EXPECT_THAT(xml, AllOf(HasSubstr("<w:delText>不再需要</w:delText>"), HasSubstr("<w:bookmarkStart")))
        << "what is deleted with marks, and bookmarks, stay";
    EXPECT_THAT(pair.touched(), ElementsAre("word/document.xml"));
}

TEST(RealTemplate, HalfYearReport) {
    const Pair pair = fill("half-year-report", "内部资料");
    EXPECT_EQ(pair.filled.replaced, 12);
    EXPECT_THAT(pair.filled.unknown, IsEmpty());
    EXPECT_THAT(pair.lines(), Not(Contains(::testing::Truly(has_placeholder))));
    EXPECT_THAT(pair.lines(), AllOf(Contains("对象构成见图，其中学生居多。"), Contains("永安镇中心学校"),
                                    Contains("合计（14 个乡镇）")));
    EXPECT_THAT(pair.lines("word/footnotes.xml"),
                Contains(HasSubstr("统计期为2026 年 1 月 1 日至 6 月 30 日；完成率90.2%。")));
    const pugi::xml_document xml = parsed(pair.after.at("word/document.xml"));
    EXPECT_EQ(xml.select_nodes("//w:body/w:tbl").size(), 4U);
    EXPECT_EQ(xml.select_nodes("//w:tbl/following-sibling::*[1][self::w:tbl]").size(), 0U);
    EXPECT_EQ(xml.select_nodes("//w:sectPr").size(), 2U);
    const auto widths = xml.select_nodes("//wp:extent/@cx");
    ASSERT_EQ(widths.size(), 3U);
    EXPECT_EQ(widths[0].attribute().as_int() / 12700, 442) << "upright: 15.6 cm";
    EXPECT_EQ(widths[1].attribute().as_int() / 12700, 442) << "beside the end of the section, still upright";
    EXPECT_EQ(widths[2].attribute().as_int() / 12700, 504) << "across: as wide as in our reports";
}

}  // namespace
}  // namespace xy::document
