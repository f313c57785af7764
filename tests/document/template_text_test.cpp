// Texts in a template: wherever Word puts or splits them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "template_builder.h"

namespace xy::document {
namespace {

using namespace tests;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string filled_body(const std::string& body) {
    return unpacked(fill_template(docx(body), few_fields()).bytes).at("word/document.xml");
}

TEST(TemplateText, SeveralInARunAndOverRuns) {
    EXPECT_THAT(
        filled_lines(paragraph(run("共{{参与人次}}人次，{{完成率}}{{完成率}}。")) +
                         paragraph(run("共{") + run("{参与") + run("人") + run("次}") + run("}人次")) +
                         paragraph(run("{{参与") + run("人次}}，{{完成") + run("率}}，{{参与人次}}")),
                     few_fields()),
        ElementsAre("共3184人次，90.2%90.2%。", "共3184人次", "3184，90.2%，3184"));
}

TEST(TemplateText, KeepsTheLookOfTheRunWhereItBegins) {
    const std::string xml =
        filled_body(paragraph(run("前") + run("{{参与", "<w:b/>") + run("人次}}后", "<w:i/>")));
    EXPECT_THAT(xml, HasSubstr(R"(<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">3184</w:t></w:r>)"));
    EXPECT_THAT(xml, HasSubstr(R"(<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">后</w:t></w:r>)"));
}

TEST(TemplateText, MarksBetweenRunsDoNotMatter) {
    EXPECT_THAT(
        filled_lines(paragraph(run("{{参与") +
                               "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"1\" "
                               "w:name=\"a\"/>" +
                               run("人") + "<w:bookmarkEnd w:id=\"1\"/><w:commentRangeStart w:id=\"2\"/>" +
                               "<w:r><w:lastRenderedPageBreak/><w:t>次}}</w:t></w:r>"),
                     few_fields()),
        ElementsAre("3184"));
}

TEST(TemplateText, RevisionMarksLinksTagsAndContentControls) {
    EXPECT_THAT(
        filled_lines(
            paragraph(run("{{参与") + "<w:ins w:id=\"1\">" + run("人") + "</w:ins><w:del w:id=\"2\"><w:r>" +
                      "<w:delText>不见了</w:delText></w:r></w:del><w:moveFrom w:id=\"3\">" + run("移走") +
                      "</w:moveFrom>" + run("次}}")) +
                paragraph("<w:hyperlink r:id=\"x\">" + run("{{完成率}}") + "</w:hyperlink>") +
                paragraph("<w:smartTag>" + run("{{完成") + "</w:smartTag>" + run("率}}")) +
                paragraph("<w:sdt><w:sdtPr/><w:sdtContent>" + run("{{完成率}}") + "</w:sdtContent></w:sdt>") +
                "<w:sdt><w:sdtContent>" + paragraph(run("{{参与人次}}")) + "</w:sdtContent></w:sdt>",
            few_fields()),
        ElementsAre("3184", "90.2%", "90.2%", "90.2%", "3184"));
}

TEST(TemplateText, AContentControlIsNoLongerBoundToData) {
    const std::string xml = filled_body(
        paragraph("<w:sdt><w:sdtPr><w:tag w:val=\"t\"/><w:showingPlcHdr/><w:dataBinding w:xpath=\"/x\"/>"
                  "</w:sdtPr><w:sdtContent>" +
                  run("{{完成率}}") + "</w:sdtContent></w:sdt>"));
    EXPECT_THAT(xml, HasSubstr("w:tag"));
    EXPECT_THAT(xml, Not(HasSubstr("dataBinding"))) << "Word would write the old text over ours";
    EXPECT_THAT(xml, Not(HasSubstr("showingPlcHdr")));
}

TEST(TemplateText, LineEndsBecomeBreaks) {
    const std::string xml = filled_body(paragraph(run("〔{{两行}}〕")));
    EXPECT_THAT(xml, HasSubstr(R"(〔甲</w:t><w:br/><w:t xml:space="preserve">乙〕)"));
}

TEST(TemplateText, IsEscapedAndNotFilledAgain) {
    Fields fields;
    fields.texts = {{"单位", "<甲> & \x01“乙”{{单位}} "}};
    EXPECT_THAT(filled_lines(paragraph(run("{{单位}}")), fields), ElementsAre("<甲> & “乙”{{单位}} "));
}

TEST(TemplateText, BlanksBesideItStay) {
    EXPECT_THAT(filled_lines(paragraph("<w:r><w:t xml:space=\"preserve\">  {{参与人次}}  </w:t></w:r>"),
                             few_fields()),
                ElementsAre("  3184  "));
}

TEST(TemplateText, WhatIsNoPlaceholderStays) {
    const std::string body =
        paragraph(run("{{没有结束")) + paragraph(run("{{某人") + "<w:r><w:tab/></w:r>" + run("画的}}"));
    const Filled filled = fill_template(docx(body), few_fields());
    EXPECT_EQ(filled.replaced, 0);
    EXPECT_THAT(filled.unknown, IsEmpty());
    EXPECT_EQ(unpacked(filled.bytes), unpacked(docx(body)));
}

TEST(TemplateText, NestedBraces) {
    EXPECT_THAT(
        filled_lines(paragraph(run("{{{完成率}}}")) + paragraph(run("{{a{{完成率}}b}}")), few_fields()),
        ElementsAre("{90.2%}", "{{a90.2%b}}"));
}

TEST(TemplateText, AParagraphThatIsDeletedWithMarksIsLeftAlone) {
    const Filled filled = fill_template(
        docx(paragraph("<w:del w:id=\"1\"><w:r><w:delText>{{参与人次}}</w:delText></w:r></w:del>")),
        few_fields());
    EXPECT_EQ(filled.replaced, 0);
}

std::string text_box(const std::string& content) {
    return paragraph(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:extent "
        "cx=\"2540000\" cy=\"2540000\"/><wp:docPr id=\"7\" name=\"b\"/><a:graphic><a:graphicData><wps:wsp>"
        "<wps:txbx><w:txbxContent>" +
        content +
        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:shape style=\"width:200pt\"><v:textbox><w:txbxContent>" +
        content +
        "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>" +
        run("{{完成率}}"));
}

TEST(TemplateText, TextBoxesAreFilledInBothForms) {
    const Filled filled = fill_template(docx(text_box(paragraph(run("{{参与人次}}，{{谁}}")))), few_fields());
    const std::string xml = unpacked(filled.bytes).at("word/document.xml");
    EXPECT_EQ(filled.replaced, 2) << "what is seen once counts once";
    EXPECT_THAT(filled.unknown, ElementsAre(UnknownPlaceholder{"谁", "文本框", std::nullopt}));
    EXPECT_THAT(xml, Not(HasSubstr("{{参与人次}}")));
    const auto first = xml.find("3184");
    EXPECT_THAT(xml.substr(first + 4), HasSubstr("3184"));
    EXPECT_THAT(lines_of(xml), ElementsAre("90.2%", "3184，{{谁}}"));
}

TEST(TemplateText, ABlockInATextBoxIsThereInBothForms) {
    const Filled filled = fill_template(
        docx(text_box(paragraph(run("{{表:场次}}")) + paragraph(run("{{图:月度参与}}")))), few_fields());
    const auto parts = unpacked(filled.bytes);
    const pugi::xml_document xml = parsed(parts.at("word/document.xml"));
    for (const pugi::xpath_node box : xml.select_nodes("//w:txbxContent")) {
        EXPECT_TRUE(box.node().child("w:tbl"));
        EXPECT_EQ(std::string(box.node().select_node(".//wp:extent/@cx").attribute().value()), "2349500")
            << "185 pt: the box without its margins";
    }
    EXPECT_TRUE(parts.contains("word/media/xiangyang1.png"));
    EXPECT_FALSE(parts.contains("word/media/xiangyang2.png")) << "the same picture";
}

TEST(TemplateText, HeadersFootersAndNotes) {
    const std::string marked = paragraph(run("{{参与人次}}/{{不知}}"));
    const std::map<std::string, std::string> others = {
        {"word/header1.xml", part("hdr", marked)},
        {"word/footer3.xml", part("ftr", marked)},
        {"word/footnotes.xml", part("footnotes", "<w:footnote w:id=\"2\">" + marked + "</w:footnote>")},
        {"word/endnotes.xml", part("endnotes", "<w:endnote w:id=\"2\">" + marked + "</w:endnote>")}};
    const Filled filled = fill_template(docx(marked + marked, others), few_fields());
    EXPECT_EQ(filled.replaced, 6);
    std::vector<std::string> places;
    for (const UnknownPlaceholder& unknown : filled.unknown) places.push_back(unknown.part);
    EXPECT_THAT(places, ElementsAre("正文", "页眉", "页脚", "脚注", "尾注"));
    for (const auto& [name, bytes] : others)
        EXPECT_THAT(lines_of(unpacked(filled.bytes).at(name)), ElementsAre("3184/{{不知}}")) << name;
}

TEST(TemplateText, OtherPartsStayByteForByte) {
    const std::map<std::string, std::string> others = {
        {"word/header1.xml", part("hdr", paragraph(run("没有 &#x4E2D; <!-- 注 -->  ")))},
        {"customXml/item1.xml", "<x>\r\n{{参与人次}}</x>"}};
    const std::string before = docx(paragraph(run("{{参与人次}}")), others);
    auto parts = unpacked(before);
    auto after = unpacked(fill_template(before, few_fields()).bytes);
    parts.erase("word/document.xml");
    after.erase("word/document.xml");
    EXPECT_EQ(after, parts);
}

TEST(TemplateText, TheSameGivesTheSameBytes) {
    const std::string body = docx(paragraph(run("{{参与人次}}{{图:月度参与}}")));
    EXPECT_EQ(fill_template(body, few_fields(), "内部").bytes,
              fill_template(body, few_fields(), "内部").bytes);
}

TEST(TemplateText, UnknownOnesAreListedWithTheNearestName) {
    const Filled filled = fill_template(
        docx(paragraph(run("{{参与人数}}{{场次}}{{表:完成率}}{{ 图 ：月度}}{{天气预报}}{{参与人数}}"))),
        few_fields());
    EXPECT_THAT(filled.unknown, ElementsAre(UnknownPlaceholder{"参与人数", "正文", "参与人次"},
                                            UnknownPlaceholder{"场次", "正文", "表:场次"},
                                            UnknownPlaceholder{"表:完成率", "正文", "完成率"},
                                            UnknownPlaceholder{"图 ：月度", "正文", "图:月度参与"},
                                            UnknownPlaceholder{"天气预报", "正文", std::nullopt}));
    EXPECT_EQ(filled.replaced, 0);
}

TEST(TemplateText, MayBeUtf16) {
    const std::string utf8 = part("document", "<w:body>" + paragraph(run("{{参与人次}}")) + "</w:body>");
    const std::wstring wide = pugi::as_wide(utf8);
    std::string utf16 = "\xFF\xFE";
    for (const wchar_t c : wide) utf16 += {static_cast<char>(c & 0xFF), static_cast<char>((c >> 8) & 0xFF)};
    utf16.replace(utf16.find(std::string("8\0", 2)), 2,
                  std::string("1\0"
                              "6\0",
                              4));
    const Filled filled = fill_template(docx("", {{"word/document.xml", utf16}}), few_fields());
    EXPECT_THAT(lines_of(unpacked(filled.bytes).at("word/document.xml")), ElementsAre("3184"));
}

TEST(TemplateText, AFieldWithABreakInItIsNamedAsLeft) {
    for (const char* between : {"<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"}) {
        const Filled filled =
            fill_template(docx(paragraph(run("{{参与") + between + run("人次}}"))), few_fields());
        EXPECT_EQ(filled.replaced, 0);
        EXPECT_THAT(filled.unknown, ElementsAre(UnknownPlaceholder{"参与…人次", "正文", std::nullopt, true}));
    }
}

TEST(TemplateText, RubyFormulasAndSoftHyphensAreNoObstacle) {
    EXPECT_EQ(filled_lines(paragraph("<w:r><w:ruby><w:rubyPr/><w:rt>" + run("rén") + "</w:rt><w:rubyBase>" +
                                     run("{{参与人次}}") + "</w:rubyBase></w:ruby></w:r>"),
                           few_fields()),
              std::vector<std::string>{"rén3184"});
    EXPECT_THAT(
        filled_lines(paragraph("<w:r><w:t>{{参与</w:t><w:softHyphen/><w:t>人次}}</w:t></w:r>"), few_fields()),
        ElementsAre("3184"));
    const Filled formula = fill_template(
        docx(paragraph("<m:oMath xmlns:m=\"urn:m\"><m:r><m:t>{{参与</m:t></m:r><m:r><m:t>人次}}+1</m:t></m:r>"
                       "</m:oMath>")),
        few_fields());
    EXPECT_EQ(formula.replaced, 1);
    EXPECT_THAT(unpacked(formula.bytes).at("word/document.xml"),
                HasSubstr("<m:t>3184</m:t></m:r><m:r><m:t>+1</m:t>"));
}

TEST(TemplateText, InvisibleCharactersInAPlaceholderDoNotMatter) {
    EXPECT_THAT(
        filled_lines(paragraph(run("{{参与\u200B人次}}")) + paragraph(run("{\u200B{完成率}}")), few_fields()),
        ElementsAre("3184", "90.2%"));
}

TEST(TemplateText, WatermarksAndDescriptionsOfPicturesAreFilled) {
    const std::string header = part(
        "hdr", paragraph("<w:r><w:pict><v:shape><v:textpath string=\"{{完成率}} 内部 {{没有}}\"/></v:shape>"
                         "</w:pict></w:r>"));
    const Filled filled = fill_template(
        docx(paragraph("<w:r><w:drawing><wp:inline><wp:docPr id=\"3\" name=\"n\" descr=\"共{{参与人次}}\"/>"
                       "</wp:inline></w:drawing></w:r>"),
             {{"word/header1.xml", header}}),
        few_fields());
    EXPECT_THAT(unpacked(filled.bytes).at("word/header1.xml"), HasSubstr("string=\"90.2% 内部 {{没有}}\""));
    EXPECT_THAT(unpacked(filled.bytes).at("word/document.xml"), HasSubstr("descr=\"共3184\""));
    EXPECT_THAT(filled.unknown, ElementsAre(UnknownPlaceholder{"没有", "页眉", std::nullopt}));
}

TEST(TemplateText, CommentsChartsAndPropertiesAreFilledOrNamed) {
    const std::string title =
        "<cp:coreProperties xmlns:cp=\"urn:c\" xmlns:dc=\"urn:d\"><dc:title>{{参与人次}}报告"
        "</dc:title><dc:creator>{{表:场次}}</dc:creator></cp:coreProperties>";
    const std::string chart =
        "<c:chartSpace xmlns:c=\"urn:c\" xmlns:a=\"urn:a\"><a:p><a:r><a:t>{{完成</a:t></a:r><a:r><a:t>率}} 图"
        "</a:t></a:r></a:p></c:chartSpace>";
    const std::string untouched = "<app>{0} {1}</app>";
    const Filled filled = fill_template(
        docx(paragraph(run("正文")),
             {{"docProps/core.xml", title},
              {"docProps/app.xml", untouched},
              {"word/charts/chart1.xml", chart},
              {"word/comments.xml",
               part("comments", "<w:comment w:id=\"0\">" + paragraph(run("{{完成率}}")) + "</w:comment>")}}),
        few_fields());
    const auto parts = unpacked(filled.bytes);
    EXPECT_THAT(parts.at("docProps/core.xml"), HasSubstr("<dc:title>3184报告</dc:title>"));
    EXPECT_THAT(parts.at("word/charts/chart1.xml"), HasSubstr("<a:t>90.2%</a:t></a:r><a:r><a:t> 图</a:t>"));
    EXPECT_THAT(parts.at("word/comments.xml"), HasSubstr("90.2%"));
    EXPECT_EQ(parts.at("docProps/app.xml"), untouched);
    EXPECT_EQ(filled.replaced, 3);
    EXPECT_THAT(filled.unknown, ElementsAre(UnknownPlaceholder{"表:场次", "属性", std::nullopt, true}));
}

}  // namespace
}  // namespace xy::document
