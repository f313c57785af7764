#include "template_builder.h"

#include <gtest/gtest.h>
#include <string_view>

#include "document/word_xml.h"
#include "document/zip_archive.h"
#include "sample.h"

namespace xy::document::tests {
namespace {

const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string file_name(const std::string& name) {
    return name.substr(name.rfind('/') + 1, name.rfind('.') - name.rfind('/') - 1);
}

std::string type_of(const std::string& name) {
    for (const std::string type : {"header", "footer", "footnotes", "endnotes", "comments", "settings"})
        if (file_name(name).starts_with(type)) return type;
    return "";
}

std::string content_types(const std::map<std::string, std::string>& parts) {
    std::string all =
        R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
        R"(<Default Extension="xml" ContentType="application/xml"/>)"
        R"(<Override PartName="/word/document.xml" ContentType=")" +
        types + R"(document.main+xml"/>)";
    for (const auto& [name, bytes] : parts)
        if (!type_of(name).empty())
            all += "<Override PartName=\"/" + name + "\" ContentType=\"" + types + type_of(name) + "+xml\"/>";
    return all + "</Types>";
}

std::string relationships(const std::map<std::string, std::string>& parts) {
    std::string all =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    for (const auto& [name, bytes] : parts)
        if (!type_of(name).empty())
            all += "<Relationship Id=\"rId" + file_name(name) + "\" Type=\"" + office + type_of(name) +
                   "\" Target=\"" + file_name(name) + ".xml\"/>";
    return all + "</Relationships>";
}

void read(pugi::xml_node node, std::vector<std::string>& lines, std::size_t at) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:del" || name == "w:moveFrom" || name == "mc:Fallback" || name == "w:instrText")
            continue;
        if (name == "w:t") lines[at] += child.text().get();
        if (name == "w:br") lines[at] += "\n";
        if (name == "w:tab") lines[at] += "\t";
        if (name == "pic:pic") lines[at] += "[picture]";
        if (name == "w:tbl") lines.emplace_back("[table]");
        if (name == "w:p") lines.emplace_back();
        read(child, lines, name == "w:p" ? lines.size() - 1 : at);
    }
}

}  // namespace

std::string part(const std::string& root, const std::string& content) {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
           "<w:" +
           root + " " + std::string(word_namespaces) +
           R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
           R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
           R"( xmlns:v="urn:schemas-microsoft-com:vml">)" +
           content + "</w:" + root + ">";
}

std::vector<RawEntry> entries_of(const std::string& body, const std::map<std::string, std::string>& parts) {
    std::map<std::string, std::string> all = {
        {"[Content_Types].xml", content_types(parts)},
        {"_rels/.rels",
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
         R"(<Relationship Id="rId1" Type=")" +
             office + R"(officeDocument" Target="word/document.xml"/></Relationships>)"},
        {"word/document.xml", part("document", "<w:body>" + body + "</w:body>")},
        {"word/_rels/document.xml.rels", relationships(parts)},
        {"word/theme/odd.bin", std::string("\0\1\2 not XML {{参与人次}}", 28)}};
    for (const auto& [name, bytes] : parts) all[name] = bytes;
    std::vector<RawEntry> entries;
    for (const auto& [name, bytes] : all) entries.push_back({name, bytes});
    return entries;
}

std::string docx(const std::string& body, const std::map<std::string, std::string>& parts) {
    return zip_of(entries_of(body, parts));
}

std::string run(const std::string& text, const std::string& look) {
    return "<w:r>" + (look.empty() ? "" : "<w:rPr>" + look + "</w:rPr>") + "<w:t>" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& runs) {
    return "<w:p>" + runs + "</w:p>";
}

std::map<std::string, std::string> unpacked(const std::string& file) {
    std::map<std::string, std::string> parts;
    for (const ZipEntry& entry : read_zip(file, 1U << 30U, 10000)) parts[entry.name] = entry.bytes;
    return parts;
}

pugi::xml_document parsed(const std::string& xml) {
    pugi::xml_document document;
    const auto result = document.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
    EXPECT_TRUE(result) << result.description() << ": " << xml;
    return document;
}

std::vector<std::string> lines_of(const std::string& xml) {
    const pugi::xml_document document = parsed(xml);
    std::vector<std::string> lines = {""};
    read(document, lines, 0);
    lines.erase(lines.begin());
    return lines;
}

std::vector<std::string> filled_lines(const std::string& body, const Fields& fields) {
    return lines_of(unpacked(fill_template(docx(body), fields).bytes).at("word/document.xml"));
}

Fields few_fields() {
    Fields fields;
    fields.texts = {{"参与人次", "3184"}, {"完成率", "90.2%"}, {"两行", "甲\n乙"}};
    fields.tables = {{"场次", events()}};
    fields.pictures = {{"月度参与", {half_a_year(), "6 月最多"}}};
    return fields;
}

}  // namespace xy::document::tests
