// The notice is on top of every page, whatever headers a template has.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "template_builder.h"

namespace xy::document {
namespace {

using namespace tests;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string notice = "内部资料：不得公开";

/// The first line of each header that sections refer to: "section/type: line".
std::vector<std::string> headers(const std::string& file) {
    const auto parts = unpacked(file);
    const pugi::xml_document xml = parsed(parts.at("word/document.xml"));
    const pugi::xml_document relations = parsed(parts.at("word/_rels/document.xml.rels"));
    std::vector<std::string> all;
    int number = 0;
    for (const auto& section : xml.select_nodes("//w:sectPr")) {
        ++number;
        for (const pugi::xml_node reference : section.node().children("w:headerReference")) {
            const std::string id = reference.attribute("r:id").value();
            const std::string part =
                relations.select_node(("//*[@Id='" + id + "']/@Target").c_str()).attribute().value();
            all.push_back(std::to_string(number) + "/" + reference.attribute("w:type").value() + ": " +
                          lines_of(parts.at("word/" + part)).front());
        }
    }
    return all;
}

std::string section(const std::string& content) {
    return "<w:sectPr>" + content + "</w:sectPr>";
}
std::string reference(const std::string& type, const std::string& file) {
    return "<w:headerReference w:type=\"" + type + "\" r:id=\"rId" + file + "\"/>";
}
std::string with_section(const std::string& content) {
    return paragraph("<w:pPr>" + section(content) + "</w:pPr>");
}

TEST(Notice, ATemplateWithoutHeaderGetsOne) {
    const Filled filled = fill_template(docx(paragraph(run("x"))), {}, notice);
    EXPECT_THAT(headers(filled.bytes), ElementsAre("1/default: " + notice));
    EXPECT_THAT(unpacked(filled.bytes).at("[Content_Types].xml"), HasSubstr("wordprocessingml.header+xml"));
}

TEST(Notice, ComesBeforeWhatAHeaderHas) {
    const Filled filled =
        fill_template(docx(section(reference("default", "header1")),
                           {{"word/header1.xml", part("hdr", paragraph(run("页眉{{完成率}}")))}}),
                      few_fields(), notice);
    EXPECT_THAT(lines_of(unpacked(filled.bytes).at("word/header1.xml")), ElementsAre(notice, "页眉90.2%"));
}

TEST(Notice, FirstAndEvenPagesToo) {
    EXPECT_THAT(headers(fill_template(docx(section("<w:titlePg/>")), {}, notice).bytes),
                ElementsAre("1/first: " + notice, "1/default: " + notice));
    EXPECT_THAT(headers(fill_template(docx(section("<w:titlePg w:val=\"0\"/>")), {}, notice).bytes),
                ElementsAre("1/default: " + notice));
    EXPECT_THAT(
        headers(fill_template(docx(section(reference("default", "header1")),
                                   {{"word/header1.xml", part("hdr", paragraph(""))},
                                    {"word/settings.xml", part("settings", "<w:evenAndOddHeaders/>")}}),
                              {}, notice)
                    .bytes),
        ElementsAre("1/even: " + notice, "1/default: " + notice));
}

TEST(Notice, LaterSectionsInheritOrHaveTheirOwn) {
    const std::string body = with_section("") +
                             with_section(reference("default", "header1") + "<w:titlePg/>") +
                             section(reference("first", "header2") + reference("default", "header1"));
    const Filled filled = fill_template(docx(body, {{"word/header1.xml", part("hdr", paragraph(run("甲")))},
                                                    {"word/header2.xml", part("hdr", "")}}),
                                        {}, notice);
    EXPECT_THAT(headers(filled.bytes),
                ElementsAre("1/default: " + notice, "2/first: " + notice, "2/default: " + notice,
                            "3/first: " + notice, "3/default: " + notice));
    EXPECT_THAT(lines_of(unpacked(filled.bytes).at("word/header1.xml")), ElementsAre(notice, "甲"))
        << "once, though two sections show it";
}

TEST(Notice, WhatRevisionMarksRememberIsNoSection) {
    const std::string old = "<w:sectPrChange w:id=\"1\"><w:sectPr><w:titlePg/></w:sectPr></w:sectPrChange>";
    const std::string past = paragraph(
        "<w:pPr><w:pPrChange "
        "w:id=\"2\"><w:pPr><w:sectPr><w:titlePg/></w:sectPr></w:pPr></w:pPrChange></w:pPr>");
    const Filled filled = fill_template(docx(past + section(old)), {}, notice);
    EXPECT_THAT(headers(filled.bytes), ElementsAre("2/default: " + notice))
        << "of the other two none is in use";
}

TEST(Notice, IsWherePrintersPrint) {
    const Filled filled =
        fill_template(docx(section("<w:pgMar w:top=\"1400\" w:header=\"0\"/>")), {}, notice);
    EXPECT_THAT(unpacked(filled.bytes).at("word/document.xml"), HasSubstr("w:header=\"567\""));
}

TEST(Notice, WithoutOneNothingChanges) {
    const std::string file = docx(section("<w:titlePg/>"));
    EXPECT_EQ(unpacked(fill_template(file, {}).bytes), unpacked(file));
}

TEST(Notice, AHeaderThatIsNotThereIsDamage) {
    EXPECT_THROW(fill_template(docx(section(reference("default", "gone"))), {}, notice), TemplateError);
}

}  // namespace
}  // namespace xy::document
