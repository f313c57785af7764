// What is no template is refused with the reason and what to do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/zip_archive.h"
#include "template_builder.h"

namespace xy::document {
namespace {

using namespace tests;
using ::testing::HasSubstr;

/// What the refusal says; empty when the file was filled.
std::string refusal(const std::string& file) {
    try {
        fill_template(file, few_fields(), "内部");
    } catch (const TemplateError& error) {
        return error.what();
    }
    return "";
}

const std::string good = paragraph(run("{{参与人次}}"));

/// The good template with an entry of another sort.
std::string with(RawEntry other) {
    std::vector<RawEntry> entries;
    for (RawEntry& entry : entries_of(good))
        if (entry.name != other.name) entries.push_back(std::move(entry));
    entries.push_back(std::move(other));
    return zip_of(entries);
}

std::vector<ZipEntry> packed(const std::string& body) {
    std::vector<ZipEntry> entries;
    for (const RawEntry& entry : entries_of(body)) entries.push_back({entry.name, entry.bytes});
    return entries;
}

std::string text_part(const std::string& xml) {
    return docx("", {{"word/document.xml", xml}});
}

TEST(Refusal, TheGoodOneIsNotRefused) {
    EXPECT_EQ(refusal(docx(good)), "");
    EXPECT_EQ(refusal(with({"word/", ""})), "") << "a folder that some zip program added";
}

TEST(Refusal, NoZipAtAll) {
    EXPECT_THAT(refusal(""), HasSubstr("不是 .docx"));
    EXPECT_THAT(refusal("{\\rtf1 x}"), HasSubstr("另存为 .docx"));
    EXPECT_THAT(refusal("PK"), HasSubstr("已损坏"));
}

TEST(Refusal, OldWordFilesAndPasswords) {
    const std::string magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_THAT(refusal(magic + std::string(2000, '\0')), HasSubstr("旧的 .doc"));
    std::string name;
    for (const char c : std::string("EncryptedPackage")) name += {c, '\0'};
    EXPECT_THAT(refusal(magic + std::string(600, '\0') + name), HasSubstr("密码"));
    EXPECT_THAT(refusal(with({"word/secret.xml", "x", std::nullopt, std::nullopt, 1})), HasSubstr("密码"));
}

TEST(Refusal, AnotherSortOfFile) {
    EXPECT_THAT(refusal(zip_of({})), HasSubstr("word/document.xml"));
    EXPECT_THAT(
        refusal(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}})),
        HasSubstr("另存为 .docx"));
    EXPECT_THAT(refusal(zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}})),
                HasSubstr("Excel"));
    EXPECT_THAT(refusal(zip_of({{"word/document.xml", part("document", "<w:body/>")}})),
                HasSubstr("不是 Word 文档"))
        << "without [Content_Types].xml";
}

TEST(Refusal, TheTextMayHaveAnotherNameOfItsOwn) {
    std::vector<RawEntry> entries = entries_of(good);
    for (RawEntry& entry : entries) {
        if (entry.name == "word/document.xml") entry.name = "word/document2.xml";
        if (entry.name == "word/_rels/document.xml.rels") entry.name = "word/_rels/document2.xml.rels";
        if (entry.name == "_rels/.rels")
            entry.bytes.replace(entry.bytes.find("document.xml"), 12, "document2.xml");
    }
    EXPECT_EQ(fill_template(zip_of(entries), few_fields()).replaced, 1);
}

TEST(Refusal, Macros) {
    EXPECT_THAT(refusal(with({"word/vbaProject.bin", "x"})), HasSubstr("宏"));
    const std::string macro_type =
        R"(<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.)"
        R"(macroEnabled.main+xml"/></Types>)";
    EXPECT_THAT(refusal(with({"[Content_Types].xml", macro_type})), HasSubstr("宏"));
}

TEST(Refusal, ADotxBecomesADocx) {
    const std::string type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    const Filled filled = fill_template(
        with({"[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" +
                                         type + "template.main+xml\"/></Types>"}),
        few_fields());
    EXPECT_THAT(unpacked(filled.bytes).at("[Content_Types].xml"), HasSubstr(type + "document.main+xml"));
}

TEST(Refusal, WrongChecksumOrSize) {
    EXPECT_THAT(refusal(with({"word/theme/odd.bin", "x", 0x12345678U})), HasSubstr("odd.bin"));
    EXPECT_THAT(refusal(with({"word/theme/odd.bin", "xyz", std::nullopt, 2U})), HasSubstr("已损坏"));
    EXPECT_THAT(refusal(with({"word/theme/odd.bin", "xyz", std::nullopt, std::nullopt, 0, 99})),
                HasSubstr("已损坏"))
        << "a method of packing that nobody knows";
}

TEST(Refusal, NamesThatLeadOutOrAreThereTwice) {
    for (const char* name : {"../evil.xml", "/etc/passwd", "word/../../evil", "word\\evil", ".."})
        EXPECT_THAT(refusal(with({name, "x"})), HasSubstr("已损坏")) << name;
    std::vector<RawEntry> entries = entries_of(good);
    entries.push_back({"word/document.xml", part("document", "<w:body/>")});
    EXPECT_THAT(refusal(zip_of(entries)), HasSubstr("twice"));
}

TEST(Refusal, ZipBombs) {
    EXPECT_THAT(refusal(with({"word/big.bin", "x", std::nullopt, 0xF0000000U})), HasSubstr("过大"));
    std::vector<RawEntry> many = entries_of(good);
    for (int number = 0; number < 3000; ++number) many.push_back({"x" + std::to_string(number), ""});
    EXPECT_THAT(refusal(zip_of(many)), HasSubstr("过大"));

    std::vector<ZipEntry> entries = packed(good);
    const std::string half(largest_template / 2, '\0');
    entries.push_back({"word/a.bin", half});
    entries.push_back({"word/b.bin", half});
    std::string bomb = write_zip(entries);
    EXPECT_LT(bomb.size(), half.size() / 500);
    EXPECT_THAT(refusal(bomb), HasSubstr("过大"));
    std::string declared(4, '\0');
    for (std::size_t at = 0; at < 4; ++at) declared[at] = static_cast<char>(half.size() >> (8 * at));
    for (auto at = bomb.find(declared); at != std::string::npos; at = bomb.find(declared, at + 4))
        bomb.replace(at, 4, std::string("\x09\0\0\0", 4));
    EXPECT_NE(refusal(bomb), "") << "it declares 9 bytes";
}

TEST(Refusal, MalformedXml) {
    const std::string declaration =
        R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)";
    for (const std::string& xml :
         {std::string(), std::string("no XML"), declaration + "<w:body>",
          declaration + "<w:body></w:document>", declaration + "</w:document>",
          part("document", "<w:body/>") + "<more/>", part("document", "<w:body><w:t>&nbsp;</w:t></w:body>"),
          part("hdr", "<w:body/>").substr(0, 80)})
        EXPECT_THAT(refusal(text_part(xml)), HasSubstr("已损坏")) << xml;
    EXPECT_THAT(refusal(docx(good, {{"word/header1.xml", "<w:hdr>"}})), HasSubstr("word/header1.xml"));
    EXPECT_THAT(refusal(docx(good, {{"word/header1.xml", "<x/>"}})), HasSubstr("word/header1.xml"));
    EXPECT_THAT(refusal(with({"[Content_Types].xml", "<Types"})), HasSubstr("已损坏"));
}

TEST(Refusal, AmpersandsInCommentsAndCdataAreLetters) {
    EXPECT_EQ(refusal(text_part(part("document",
                                     "<w:body><!-- A & B &x; --><w:p><w:r><w:t><![CDATA[a&b;]]></w:t>"
                                     "</w:r></w:p></w:body>"))),
              "");
}

TEST(Refusal, DtdsAndDepth) {
    const std::string root =
        R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)";
    EXPECT_THAT(refusal(text_part("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + root +
                                  "<w:body><w:t>&b;</w:t></w:body></w:document>")),
                HasSubstr("DTD"));
    std::string deep;
    for (int level = 0; level < 100000; ++level) deep += "<w:p>";
    for (int level = 0; level < 100000; ++level) deep += "</w:p>";
    EXPECT_THAT(refusal(text_part(part("document", "<w:body>" + deep + "</w:body>"))),
                HasSubstr("nested too deeply"));
    std::string wide;
    for (int each = 0; each < 4'100'000; ++each) wide += "<a/>";
    std::vector<ZipEntry> entries = packed(good);
    for (ZipEntry& entry : entries)
        if (entry.name == "word/document.xml")
            entry.bytes = part("document", "<w:body>" + wide + "</w:body>");
    EXPECT_THAT(refusal(write_zip(entries)), HasSubstr("过大")) << "it would fill the memory";
}

TEST(Refusal, WhatWouldTakeHours) {
    std::string many;
    for (int each = 0; each < 2500; ++each) many += "{{完成率}}";
    EXPECT_THAT(refusal(docx(paragraph(run(many)))), HasSubstr("过大"));
    EXPECT_THAT(refusal(docx(paragraph(run("{{完成率}}" + std::string(2U << 20U, 'x'))))), HasSubstr("过大"));
    std::string tables;
    for (int each = 0; each < 1100; ++each) tables += paragraph(run("{{表:场次}}"));
    EXPECT_THAT(refusal(docx(tables)), HasSubstr("过大"));
    std::string unknown;
    for (int each = 0; each < 700; ++each) unknown += paragraph(run("{{不知" + std::to_string(each) + "}}"));
    EXPECT_EQ(fill_template(docx(unknown), few_fields()).unknown.size(), 500U);
}

TEST(Refusal, StrictOrOtherWords) {
    EXPECT_THAT(
        refusal(text_part(
            R"(<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>)")),
        HasSubstr("Strict"));
    EXPECT_THAT(
        refusal(text_part(
            R"(<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>)")),
        HasSubstr("另存为"));
    EXPECT_THAT(refusal(docx(good).substr(0, 300)), HasSubstr("已损坏"));
}

}  // namespace
}  // namespace xy::document
