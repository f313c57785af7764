// A document as a Word file.
#include "document/word.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"
#include "template_builder.h"

namespace xy::document {
namespace {

using namespace tests;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::map<std::string, std::string> written(const Document& document) {
    return unpacked(word(document));
}

pugi::xml_document body_of(const Document& document) {
    return parsed(written(document).at("word/document.xml"));
}

TEST(Word, SaysWhatTheDocumentSays) {
    const auto lines = lines_of(written(report()).at("word/document.xml"));
    EXPECT_EQ(lines.front(), "2026 年上半年禁毒宣传活动统计报告");
    EXPECT_THAT(lines, IsSupersetOf({"一、乡镇 × 六进覆盖", "3 184", "同比 +31%（−16% ～ +101%）", "永安镇",
                                     "※", "[picture]", "讲座完成 75%，下半年至少补 3 场。"}));
    EXPECT_THAT(lines, Contains(HasSubstr("覆盖 12 / 14 个乡镇；3 184 人次参加")));
}

TEST(Word, EveryPartIsWellFormedAndRelated) {
    const auto parts = written(report());
    for (const auto& [name, bytes] : parts)
        if (!name.ends_with(".png")) parsed(bytes);
    const pugi::xml_document relations = parsed(parts.at("word/_rels/document.xml.rels"));
    for (const auto& relation : relations.select_nodes("//*[@Target]"))
        EXPECT_TRUE(parts.contains(std::string("word/") + relation.node().attribute("Target").value()));
    const pugi::xml_document xml = parsed(parts.at("word/document.xml"));
    for (const auto& id : xml.select_nodes("//@r:embed | //@r:id"))
        EXPECT_TRUE(
            relations.select_node((std::string("//*[@Id='") + id.attribute().value() + "']").c_str()));
    const pugi::xml_document styles = parsed(parts.at("word/styles.xml"));
    for (const auto& style : xml.select_nodes("//w:pStyle/@w:val"))
        EXPECT_TRUE(styles.select_node(
            (std::string("//w:style[@w:styleId='") + style.attribute().value() + "']").c_str()))
            << style.attribute().value();
}

TEST(Word, HeadingsMakeAnOutline) {
    const auto parts = written(report());
    const pugi::xml_document xml = parsed(parts.at("word/document.xml"));
    EXPECT_EQ(xml.select_nodes("//w:p[w:pPr/w:pStyle/@w:val='Heading1']").size(), 6U);
    const pugi::xml_document styles = parsed(parts.at("word/styles.xml"));
    EXPECT_TRUE(styles.select_node(
        "//w:style[@w:styleId='Heading1'][w:name/@w:val='heading 1']/w:pPr/w:outlineLvl[@w:val='0']"))
        << "the name by which Word knows it in every language";
}

TEST(Word, TablesRepeatTheirHeadingAndShowGaps) {
    const pugi::xml_document xml = body_of(report());
    const pugi::xml_node table = xml.select_node("//w:tbl[w:tblGrid[count(w:gridCol)=9]]").node();
    ASSERT_TRUE(table);
    EXPECT_TRUE(table.select_node("w:tr[1]/w:trPr/w:tblHeader"));
    EXPECT_EQ(table.select_nodes("w:tr/w:trPr/w:cantSplit").size(), 5U);
    EXPECT_TRUE(table.select_node("w:tr[1]/w:tc/w:tcPr/w:shd[@w:fill='E3F2EC']"));
    EXPECT_EQ(table.select_nodes("w:tr/w:tc/w:tcPr/w:shd[@w:fill='FDF0CF']").size(), 9U);
    EXPECT_TRUE(table.select_node("w:tr[5]/w:tc[1]//w:b"));
    EXPECT_TRUE(table.select_node("w:tr[2]/w:tc[9]//w:jc[@w:val='right']"));
    EXPECT_EQ(xml.select_nodes("//w:tbl/following-sibling::*[1][self::w:tbl]").size(), 0U)
        << "Word would join them";
}

TEST(Word, PicturesHaveADescriptionAndTheRightSize) {
    const auto parts = written(report());
    const pugi::xml_document xml = parsed(parts.at("word/document.xml"));
    const auto described = xml.select_nodes("//wp:docPr/@descr");
    ASSERT_EQ(described.size(), 3U);
    EXPECT_STREQ(described[2].attribute().value(), "九成有把握 <拒绝> & “说不”");
    const double width = xml.select_node("//wp:extent/@cx").attribute().as_double() / 12700;
    EXPECT_NEAR(width, 476.2, 0.1) << "A4 without 21 mm on either side";
    const double height = xml.select_node("//wp:extent/@cy").attribute().as_double() / 12700;
    EXPECT_NEAR(height, charts::size_of(half_a_year(), width).height, 0.1);
    EXPECT_TRUE(parts.at("word/media/chart3.png").starts_with("\x89PNG"));
}

TEST(Word, EachListBeginsWithOne) {
    const auto parts = written(report());
    const pugi::xml_document xml = parsed(parts.at("word/document.xml"));
    EXPECT_EQ(xml.select_nodes("//w:numPr/w:numId[@w:val='1']").size(), 2U);
    EXPECT_EQ(xml.select_nodes("//w:numPr/w:numId[@w:val='2']").size(), 1U);
    EXPECT_EQ(parsed(parts.at("word/numbering.xml"))
                  .select_nodes("//w:num/w:lvlOverride/w:startOverride[@w:val='1']")
                  .size(),
              2U);
}

TEST(Word, NoticeFooterAndPageNumber) {
    auto parts = written(report());
    EXPECT_THAT(lines_of(parts.at("word/header1.xml")), ElementsAre("内部资料：含小数据，不得公开"));
    EXPECT_THAT(lines_of(parts.at("word/footer1.xml")), ElementsAre("向阳 · 禁毒知识站\t第 1 页"));
    EXPECT_THAT(parts.at("word/footer1.xml"), HasSubstr(" PAGE "));
    Document english = report();
    english.language = Language::en;
    english.notice.clear();
    parts = written(english);
    EXPECT_THAT(lines_of(parts.at("word/header1.xml")), ElementsAre(""));
    EXPECT_THAT(lines_of(parts.at("word/footer1.xml")), ElementsAre("向阳 · 禁毒知识站\tPage 1"));
    EXPECT_THAT(parts.at("word/styles.xml"), HasSubstr(R"(w:val="en-GB" w:eastAsia="zh-CN")"));
    EXPECT_THAT(parts.at("docProps/core.xml"), HasSubstr("en-GB"));
}

TEST(Word, NamesNobodyAndNoTime) {
    for (const auto& [name, bytes] : written(report()))
        for (const char* word : {"creator", "lastModifiedBy", "created", "Company", "Manager"})
            EXPECT_THAT(bytes, Not(HasSubstr(word))) << name;
}

TEST(Word, TheSameDocumentGivesTheSameBytes) {
    EXPECT_EQ(word(report()), word(report()));
}

TEST(Word, HoldsAnyText) {
    Document document;
    const std::string odd = "<w:p>&amp;\"'\x01\xFF]]>{{参与人次}}\uFFFE";
    const std::string seen = "<w:p>&amp;\"']]>{{参与人次}}";
    document.title = document.footer = document.notice = odd;
    Table table;
    table.columns = {{odd}};
    table.rows = {{{odd}}, {}};
    document.blocks = {Heading{odd},
                       Paragraph{ParagraphStyle::body, {{odd + "\n" + odd}}},
                       KeyFigures{{{odd, odd, odd}}},
                       table,
                       NumberedList{{odd}},
                       Table{},
                       KeyFigures{},
                       NumberedList{},
                       Picture{half_a_year(), odd}};
    const auto parts = written(document);
    EXPECT_THAT(lines_of(parts.at("word/document.xml")),
                ElementsAre(seen, seen, seen + "\n" + seen, "[table]", seen, seen, seen, "", "[table]", seen,
                            seen, "", "", seen, "[picture]"));
    EXPECT_STREQ(parsed(parts.at("docProps/core.xml")).select_node("//dc:title").node().text().get(),
                 seen.c_str());
    EXPECT_STREQ(parsed(parts.at("word/document.xml")).select_node("//wp:docPr/@descr").attribute().value(),
                 seen.c_str());
}

TEST(Word, AnEmptyDocumentIsADocument) {
    EXPECT_THAT(lines_of(written({}).at("word/document.xml")), ElementsAre());
}

}  // namespace
}  // namespace xy::document
