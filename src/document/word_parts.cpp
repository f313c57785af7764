#include "document/word_parts.h"

#include <fmt/format.h>

#include "document/word_colours.h"
#include "document/word_xml.h"
#include "document/xml_text.h"

namespace xy::document {
namespace {

std::string fonts(std::string_view chinese, std::string_view latin = "Times New Roman") {
    return fmt::format(R"(<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{1}" w:cs="{0}"/>)", latin,
                       chinese);
}

std::string letters(const std::string& faces, int half_points, std::string_view colour, bool bold = false) {
    return fmt::format(R"(<w:rPr>{}{}<w:color w:val="{}"/><w:sz w:val="{}"/><w:szCs w:val="{}"/></w:rPr>)",
                       faces, bold ? "<w:b/><w:bCs/>" : "", colour, half_points, half_points);
}

std::string style(std::string_view id, std::string_view name, const std::string& paragraph,
                  const std::string& run) {
    return fmt::format(R"(<w:style w:type="paragraph" w:styleId="{}"{}><w:name w:val="{}"/>)"
                       R"(<w:basedOn w:val="Normal"/>{}<w:qFormat/><w:pPr>{}</w:pPr>{}</w:style>)",
                       id, name.starts_with("xy ") ? R"( w:customStyle="1")" : "", name,
                       id == "Heading1" ? R"(<w:next w:val="Body"/>)" : "", paragraph, run);
}

std::string text_styles() {
    const std::string quiet(colour::quiet);
    return style("Title", "Title",
                 R"(<w:keepNext/><w:spacing w:before="120" w:after="120" w:line="300" w:lineRule="auto"/>)"
                 R"(<w:jc w:val="center"/>)",
                 letters(fonts("宋体"), 44, colour::ink, true)) +
           style("Subtitle", "Subtitle", R"(<w:spacing w:before="0" w:after="280"/><w:jc w:val="center"/>)",
                 letters(fonts("宋体"), 20, quiet)) +
           style("Heading1", "heading 1",
                 fmt::format(
                     R"(<w:keepNext/><w:keepLines/><w:pBdr><w:left w:val="single" w:sz="36" w:space="6" )"
                     R"(w:color="{}"/></w:pBdr><w:spacing w:before="320" w:after="140" w:line="300" )"
                     R"(w:lineRule="auto"/><w:ind w:left="200"/><w:outlineLvl w:val="0"/>)",
                     colour::green),
                 letters(fonts("黑体", "Arial"), 30, colour::ink, true)) +
           style("Lead", "xy Lead",
                 R"(<w:spacing w:before="0" w:after="120" w:line="360" w:lineRule="auto"/>)"
                 R"(<w:ind w:firstLine="480" w:firstLineChars="200"/><w:jc w:val="both"/>)",
                 letters(fonts("仿宋"), 24, colour::ink)) +
           style(
               "Body", "Body Text",
               R"(<w:spacing w:before="0" w:after="120" w:line="340" w:lineRule="auto"/><w:jc w:val="both"/>)",
               letters(fonts("仿宋"), 24, colour::ink)) +
           style("Note", "xy Note",
                 R"(<w:spacing w:before="60" w:after="120" w:line="300" w:lineRule="auto"/>)",
                 letters(fonts("宋体"), 18, quiet)) +
           style("Listed", "List Number",
                 R"(<w:spacing w:before="0" w:after="60" w:line="320" w:lineRule="auto"/>)",
                 letters(fonts("仿宋"), 24, colour::ink)) +
           style("Picture", "xy Picture", R"(<w:spacing w:before="60" w:after="60"/><w:jc w:val="center"/>)",
                 "") +
           style("Gap", "xy Gap", R"(<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>)",
                 letters("", 8, colour::quiet));
}

std::string figure_styles() {
    const std::string tight = R"(<w:spacing w:before="{}" w:after="{}" w:line="252" w:lineRule="auto"/>)";
    return style("FigureName", "xy Figure Name", fmt::format(fmt::runtime(tight), 100, 0),
                 letters(fonts("宋体"), 18, colour::quiet)) +
           style("FigureValue", "xy Figure Value", fmt::format(fmt::runtime(tight), 20, 20),
                 letters(fonts("黑体", "Arial"), 40, colour::ink, true)) +
           style("FigureBelow", "xy Figure Below", fmt::format(fmt::runtime(tight), 0, 100),
                 letters(fonts("宋体"), 17, colour::quiet));
}

std::string edge_styles() {
    return style("Header", "header", R"(<w:jc w:val="center"/>)",
                 letters(fonts("黑体", "Arial"), 21, colour::warning, true)) +
           style("Footer", "footer",
                 fmt::format(R"(<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{}"/></w:pBdr>)"
                             R"(<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs>)",
                             colour::border, Page::text_width),
                 letters(fonts("宋体"), 18, colour::quiet));
}

/// `w:val` is the language of the Latin letters and digits, also among Chinese ones: LibreOffice breaks a
/// line within a number when it is called Chinese.
std::string language_of(Language language) {
    return fmt::format(R"(w:val="{}" w:eastAsia="zh-CN")", language == Language::zh ? "en-US" : "en-GB");
}

std::string_view tag_of(Language language) {
    return language == Language::zh ? "zh-CN" : "en-GB";
}

std::string part(std::string_view root, const std::string& content) {
    return fmt::format("{}<w:{} {}>{}</w:{}>", xml_declaration, root, word_namespaces, content, root);
}

std::string font(std::string_view name, std::string_view others) {
    return fmt::format(R"(<w:font w:name="{}"><w:altName w:val="{}"/><w:charset w:val="86"/></w:font>)", name,
                       others);
}

}  // namespace

std::string styles_part(Language language) {
    return part("styles",
                fmt::format(R"(<w:docDefaults><w:rPrDefault><w:rPr>{}<w:sz w:val="24"/><w:szCs w:val="24"/>)"
                            R"(<w:lang {} w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>)"
                            R"(</w:docDefaults><w:style w:type="paragraph" w:default="1" )"
                            R"(w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>)",
                            fonts("宋体"), language_of(language)) +
                    text_styles() + figure_styles() + edge_styles());
}

std::string numbering_part(int lists) {
    std::string content =
        R"(<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">)"
        R"(<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr>)"
        R"(<w:ind w:left="440" w:hanging="440"/></w:pPr></w:lvl></w:abstractNum>)";
    for (int list = 1; list <= lists; ++list)
        content += fmt::format(R"(<w:num w:numId="{}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">)"
                               R"(<w:startOverride w:val="1"/></w:lvlOverride></w:num>)",
                               list);
    return part("numbering", content);
}

std::string settings_part(Language language) {
    return part("settings",
                fmt::format(R"(<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>)"
                            R"(<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>)"
                            R"(<w:compatSetting w:name="compatibilityMode" )"
                            R"(w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>)"
                            R"(<w:themeFontLang {}/>)",
                            language_of(language)));
}

std::string fonts_part() {
    return part("fonts", font("宋体", "SimSun,Songti SC,Noto Serif CJK SC") +
                             font("仿宋", "FangSong,STFangsong,Noto Serif CJK SC") +
                             font("黑体", "SimHei,Heiti SC,Noto Sans CJK SC"));
}

std::string header_part(const Document& document) {
    return part("hdr",
                R"(<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>)" +
                    (document.notice.empty() ? "" : "<w:r>" + run_content(document.notice) + "</w:r>") +
                    "</w:p>");
}

std::string footer_part(const Document& document) {
    const bool chinese = document.language == Language::zh;
    return part("ftr",
                fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r>{}<w:tab/>{}</w:r>)"
                            R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>)"
                            R"(<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>)"
                            R"(<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r>)"
                            R"(<w:fldChar w:fldCharType="end"/></w:r><w:r>{}</w:r></w:p>)",
                            run_content(document.footer), run_content(chinese ? "第 " : "Page "),
                            run_content(chinese ? " 页" : "")));
}

std::string core_properties_part(const Document& document) {
    return fmt::format(
        R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
        R"(xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>{}</dc:language>)"
        R"(</cp:coreProperties>)",
        xml_declaration, xml_escaped(document.title), tag_of(document.language));
}

std::string app_properties_part() {
    return fmt::format(
        R"({}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">)"
        R"(<Application>Xiangyang</Application></Properties>)",
        xml_declaration);
}

}  // namespace xy::document
