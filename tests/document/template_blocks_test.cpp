// Tables and pictures in a template.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"
#include "template_builder.h"

namespace xy::document {
namespace {

using namespace tests;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::map<std::string, std::string> filled_parts(const std::string& body,
                                                const std::map<std::string, std::string>& others = {}) {
    return unpacked(fill_template(docx(body, others), few_fields()).bytes);
}

/// Names of the children of the first node that `path` finds.
std::vector<std::string> children(const pugi::xml_document& xml, const char* path) {
    std::vector<std::string> names;
    for (const pugi::xml_node child : xml.select_node(path).node().children())
        names.emplace_back(child.name());
    return names;
}

const std::string table_marker = paragraph(run("{{表:") + run("场次}}"));

TEST(TemplateTable, TakesThePlaceOfItsParagraph) {
    const pugi::xml_document xml = parsed(
        filled_parts(paragraph(run("前")) + table_marker + paragraph(run("后"))).at("word/document.xml"));
    EXPECT_THAT(children(xml, "//w:body"), ElementsAre("w:p", "w:tbl", "w:p"));
    const pugi::xml_node table = xml.select_node("//w:tbl").node();
    EXPECT_EQ(table.select_nodes("w:tr").size(), 3U);
    EXPECT_TRUE(table.select_node("w:tr[1]/w:trPr/w:tblHeader"));
    EXPECT_TRUE(table.select_node("w:tr[3]/w:trPr/w:cantSplit"));
    EXPECT_TRUE(table.select_node("w:tblPr/w:tblBorders/w:insideH[@w:val='single']"));
    EXPECT_TRUE(table.select_node("w:tr[2]/w:tc[4]/w:p/w:pPr/w:jc[@w:val='right']"))
        << "numbers to the right";
    EXPECT_FALSE(table.select_node(".//w:pStyle")) << "the template need not have any style";
    EXPECT_TRUE(table.select_node(".//w:pPr/w:spacing[@w:lineRule='auto']"))
        << "an exact line height of the template would cut the letters";
}

TEST(TemplateTable, HasTheFontsOfItsPlace) {
    const std::string xml =
        filled_parts(paragraph(run("{{表:场次}}", "<w:rFonts w:eastAsia=\"楷体\"/><w:sz w:val=\"20\"/>")))
            .at("word/document.xml");
    EXPECT_THAT(xml, HasSubstr(R"(<w:rFonts w:eastAsia="楷体"/><w:b/>)"));
    EXPECT_THAT(xml, HasSubstr(R"(<w:sz w:val="20"/>)"));
}

TEST(TemplateTable, TablesDoNotTouchAndTheTextDoesNotEndWithOne) {
    const pugi::xml_document xml =
        parsed(filled_parts(table_marker + table_marker + "<w:sectPr/>").at("word/document.xml"));
    EXPECT_THAT(children(xml, "//w:body"), ElementsAre("w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"));
}

TEST(TemplateTable, InACellIsFollowedByAParagraph) {
    const pugi::xml_document xml =
        parsed(filled_parts("<w:tbl><w:tr><w:tc><w:tcPr/>" + table_marker + "</w:tc><w:tc>" +
                            paragraph(run("{{完成率}}")) + "</w:tc></w:tr></w:tbl>" + paragraph(""))
                   .at("word/document.xml"));
    EXPECT_THAT(children(xml, "//w:tc"), ElementsAre("w:tcPr", "w:tbl", "w:p"));
}

TEST(TemplateTable, AmongTextComesBehindItsParagraph) {
    const auto parts =
        filled_parts(paragraph(run("见下表{{表:场次}}，{{完成率}}{{图:月度参与}}")) + paragraph(run("后")));
    const pugi::xml_document xml = parsed(parts.at("word/document.xml"));
    EXPECT_THAT(children(xml, "//w:body"), ElementsAre("w:p", "w:tbl", "w:p", "w:p"));
    EXPECT_THAT(lines_of(parts.at("word/document.xml")).front(), "见下表，90.2%");
    EXPECT_TRUE(xml.select_node("//w:body/w:p[2]//pic:pic"));
}

TEST(TemplateTable, KeepsTheEndOfASectionAndBookmarks) {
    const std::string section = "<w:pPr><w:sectPr><w:pgSz w:w=\"9000\" w:h=\"9000\"/></w:sectPr></w:pPr>";
    const pugi::xml_document alone =
        parsed(filled_parts(paragraph(section + run("{{表:场次}}")) + "<w:sectPr/>").at("word/document.xml"));
    EXPECT_THAT(children(alone, "//w:body"), ElementsAre("w:tbl", "w:p", "w:sectPr"));
    EXPECT_TRUE(alone.select_node("//w:body/w:p/w:pPr/w:sectPr"));

    const pugi::xml_document among = parsed(
        filled_parts(paragraph(section + run("见{{图:月度参与}}")) + "<w:sectPr/>").at("word/document.xml"));
    EXPECT_TRUE(among.select_node("//w:body/w:p[2]/w:pPr/w:sectPr")) << "the picture belongs to its section";
    EXPECT_FALSE(among.select_node("//w:body/w:p[1]/w:pPr/w:sectPr"));

    const pugi::xml_document marked =
        parsed(filled_parts(paragraph("<w:bookmarkStart w:id=\"4\" w:name=\"表一\"/>" + run("{{表:场次}}") +
                                      "<w:bookmarkEnd w:id=\"4\"/>"))
                   .at("word/document.xml"));
    EXPECT_THAT(children(marked, "//w:body"),
                ElementsAre("w:bookmarkStart", "w:bookmarkEnd", "w:tbl", "w:p"));
}

TEST(TemplateTable, WithoutColumnsLeavesNothing) {
    Fields fields;
    fields.tables["空"] = {};
    EXPECT_THAT(filled_lines(paragraph(run("{{表:空}}")), fields), ElementsAre(""));
}

TEST(TemplateTable, APlainTextControlAroundItAllowsIt) {
    const std::string xml = filled_parts("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + table_marker +
                                         "</w:sdtContent></w:sdt>")
                                .at("word/document.xml");
    EXPECT_THAT(xml, Not(HasSubstr("<w:text/>")));
}

TEST(TemplatePicture, IsPartRelationshipTypeAndDescription) {
    const auto parts = filled_parts(paragraph(run("{{图:月度参与}}")));
    const pugi::xml_document xml = parsed(parts.at("word/document.xml"));
    const std::string id = xml.select_node("//a:blip/@r:embed").attribute().value();
    EXPECT_THAT(parts.at("word/_rels/document.xml.rels"),
                HasSubstr("Id=\"" + id +
                          "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                          "relationships/image\" Target=\"media/xiangyang1.png\""));
    EXPECT_THAT(parts.at("[Content_Types].xml"), HasSubstr(R"(Extension="png" ContentType="image/png")"));
    EXPECT_TRUE(parts.at("word/media/xiangyang1.png").starts_with("\x89PNG"));
    EXPECT_EQ(std::string(xml.select_node("//wp:docPr/@descr").attribute().value()), "6 月最多");
}

TEST(TemplatePicture, HasAnIdOfItsOwnInTheWholeFile) {
    const std::string drawing =
        "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\"/></wp:inline></w:drawing></w:r>";
    const auto parts = filled_parts(
        paragraph(run("{{图:月度参与}}")) + paragraph(run("{{图:月度参与}}")),
        {{"word/header1.xml", part("hdr", paragraph(drawing) + paragraph(run("{{图:月度参与}}")))}});
    std::vector<std::string> ids;
    for (const char* name : {"word/document.xml", "word/header1.xml"}) {
        const pugi::xml_document xml = parsed(parts.at(name));
        for (const auto& found : xml.select_nodes("//wp:docPr/@id"))
            ids.emplace_back(found.attribute().value());
    }
    EXPECT_THAT(ids, ::testing::UnorderedElementsAre("1", "2", "3", "4"));
    EXPECT_THAT(parts.at("word/_rels/header1.xml.rels"), HasSubstr("media/xiangyang1.png"));
}

TEST(TemplatePicture, DoesNotTakeANameOrATypeThatIsThere) {
    const std::string types =
        R"(<ns0:Types xmlns:ns0="http://schemas.openxmlformats.org/package/2006/content-types"><ns0:Default )"
        R"(Extension="PNG" ContentType="image/png"/></ns0:Types>)";
    const auto parts =
        filled_parts(paragraph(run("{{图:月度参与}}")),
                     {{"word/media/Xiangyang1.png", "theirs"}, {"[Content_Types].xml", types}});
    EXPECT_EQ(parts.at("word/media/Xiangyang1.png"), "theirs");
    EXPECT_TRUE(parts.contains("word/media/xiangyang2.png"));
    EXPECT_EQ(parts.at("[Content_Types].xml"), types);
}

long picture_width(const std::string& body) {
    const pugi::xml_document xml = parsed(filled_parts(body).at("word/document.xml"));
    return xml.select_node("//wp:extent/@cx").attribute().as_int() / 12700;
}

TEST(TemplatePicture, IsAsWideAsItsPlace) {
    const std::string marker = paragraph(run("{{图:月度参与}}"));
    const std::string page =
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:left=\"1000\" w:right=\"1900\" "
        "w:top=\"1000\" w:bottom=\"1000\"/>";
    EXPECT_EQ(picture_width(marker + "<w:sectPr>" + page + "</w:sectPr>"), 450);
    EXPECT_EQ(
        picture_width(marker + "<w:sectPr>" + page + "<w:cols w:num=\"2\" w:space=\"400\"/></w:sectPr>"),
        215);
    EXPECT_EQ(picture_width(marker + paragraph("<w:pPr><w:sectPr>" + page + "</w:sectPr></w:pPr>") +
                            "<w:sectPr><w:pgSz w:w=\"5000\"/></w:sectPr>"),
              450)
        << "its own section counts";
    EXPECT_EQ(picture_width("<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>" +
                            marker + "</w:tc></w:tr></w:tbl>"),
              189);
    EXPECT_EQ(picture_width(marker + "<w:sectPr><w:pgSz w:w=\"40000\" w:h=\"16838\"/></w:sectPr>"), 504)
        << "no wider than in our own reports";
}

}  // namespace
}  // namespace xy::document
