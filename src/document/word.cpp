#include "document/word.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "document/word_colours.h"
#include "document/word_parts.h"
#include "document/word_xml.h"
#include "document/xml_text.h"
#include "document/zip_archive.h"

namespace xy::document {
namespace {

std::string paragraph(std::string_view style, const std::string& runs) {
    return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>{}</w:p>)", style, runs);
}

std::string_view style_of(ParagraphStyle style) {
    switch (style) {
        case ParagraphStyle::lead:
            return "Lead";
        case ParagraphStyle::note:
            return "Note";
        case ParagraphStyle::subtitle:
            return "Subtitle";
        case ParagraphStyle::body:
            break;
    }
    return "Body";
}

/// Writes the blocks one after the other and gathers what they need beside the text.
class Body {
 public:
    explicit Body(const Document& document) : document_(document) {
        if (!document.title.empty()) xml_ += paragraph("Title", run({document.title}));
        for (const Block& block : document.blocks) std::visit([this](const auto& b) { write(b); }, block);
    }

    std::string part() const {
        return fmt::format(
            R"({}<w:document {}><w:body>{}<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>)"
            R"(<w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="{}" w:h="{}"/>)"
            R"(<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="720" w:footer="720" )"
            R"(w:gutter="0"/></w:sectPr></w:body></w:document>)",
            xml_declaration, word_namespaces, xml_, Page::width, Page::height, Page::margin_above,
            Page::margin_beside, Page::margin_above, Page::margin_beside);
    }
    int lists() const { return lists_; }
    const std::vector<std::string>& pictures() const { return pictures_; }

 private:
    /// The hint makes “ ” and × as wide as Chinese characters where the text is Chinese.
    std::string run(const Run& run) const {
        std::string look;
        if (document_.language == Language::zh) look += R"(<w:rFonts w:hint="eastAsia"/>)";
        if (run.mark == Mark::strong) look += "<w:b/><w:bCs/>";
        if (run.mark == Mark::gap)
            look += fmt::format(R"(<w:shd w:val="clear" w:color="auto" w:fill="{}"/>)", colour::gap_fill);
        return (look.empty() ? "<w:r>" : "<w:r><w:rPr>" + look + "</w:rPr>") + run_content(run.text) +
               "</w:r>";
    }

    void write(const Heading& heading) { xml_ += paragraph("Heading1", run({heading.text})); }

    void write(const Paragraph& text) {
        std::string runs;
        for (const Run& piece : text.runs) runs += run(piece);
        xml_ += paragraph(style_of(text.style), runs);
    }

    /// Word joins tables that touch.
    void after_table() { xml_ += paragraph("Gap", ""); }

    void write(const Table& table) {
        TableLook look;
        if (document_.language == Language::zh) look.fonts = R"(<w:rFonts w:hint="eastAsia"/>)";
        look.half_points = table.columns.size() > 8 ? 19 : 21;
        look.width = Page::text_width / twips_in_point;
        xml_ += table_xml(table, look);
        if (!table.columns.empty()) after_table();
    }

    std::string figure_cell(const KeyFigure& figure, int width) const {
        std::string sides;
        for (const std::string_view side : {"top", "left", "bottom", "right"})
            sides += fmt::format(R"(<w:{} w:val="single" w:sz="6" w:space="0" w:color="{}"/>)", side,
                                 colour::border);
        return fmt::format(
                   R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/><w:tcBorders>{}</w:tcBorders></w:tcPr>)",
                   width, sides) +
               paragraph("FigureName", run({figure.name})) + paragraph("FigureValue", run({figure.value})) +
               paragraph("FigureBelow", run({figure.below})) + "</w:tc>";
    }

    /// Cells without borders stand between the figures: Word draws a common border only once.
    void write(const KeyFigures& key) {
        if (key.figures.empty()) return;
        constexpr int between = 180;
        const int count = static_cast<int>(key.figures.size());
        const int width = (Page::text_width - between * (count - 1)) / count;
        const std::string space =
            fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)", between,
                        paragraph("FigureName", ""));
        std::string grid;
        std::string cells;
        for (const KeyFigure& figure : key.figures) {
            if (!cells.empty()) grid += fmt::format(R"(<w:gridCol w:w="{}"/>)", between);
            cells += (cells.empty() ? "" : space) + figure_cell(figure, width);
            grid += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
        }
        xml_ += fmt::format(
            R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>)"
            R"(<w:tblCellMar><w:left w:w="140" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>)"
            R"(</w:tblPr><w:tblGrid>{}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr></w:tbl>)",
            Page::text_width, grid, cells);
        after_table();
    }

    void write(const Picture& picture) {
        constexpr double width = Page::text_width / twips_in_point;
        constexpr double most_height = Page::text_height / twips_in_point - 60;  // the heading stays with it
        charts::Size size = charts::size_of(picture.chart, width);
        pictures_.push_back(charts::png(picture.chart, width, dots_per_inch));
        const double scale = std::min(1.0, most_height / std::max(size.height, 1.0));
        size = {size.width * scale, size.height * scale};
        const auto number = static_cast<unsigned>(pictures_.size());
        xml_ += paragraph(
            "Picture",
            "<w:r>" + picture_xml({fmt::format("rIdPicture{}", number), number, size, picture.description}) +
                "</w:r>");
    }

    void write(const NumberedList& list) {
        ++lists_;
        for (const std::string& line : list.lines)
            xml_ += fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="Listed"/><w:numPr><w:ilvl w:val="0"/>)"
                                R"(<w:numId w:val="{}"/></w:numPr></w:pPr>{}</w:p>)",
                                lists_, run({line}));
    }

    const Document& document_;
    std::string xml_;
    int lists_ = 0;
    std::vector<std::string> pictures_;
};

struct NamedPart {
    std::string_view file;
    std::string_view id;
    std::string_view type;
};
constexpr std::array<NamedPart, 6> parts_of_document{{{"styles.xml", "rIdStyles", "styles"},
                                                      {"numbering.xml", "rIdNumbering", "numbering"},
                                                      {"settings.xml", "rIdSettings", "settings"},
                                                      {"fontTable.xml", "rIdFonts", "fontTable"},
                                                      {"header1.xml", "rIdHeader", "header"},
                                                      {"footer1.xml", "rIdFooter", "footer"}}};

std::string content_types() {
    std::string overrides;
    for (const NamedPart& part : parts_of_document)
        overrides += fmt::format(R"(<Override PartName="/word/{}" ContentType="application/)"
                                 R"(vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"/>)",
                                 part.file, part.type);
    return fmt::format(
        R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
        R"(<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>)"
        R"(<Override PartName="/word/document.xml" ContentType="application/)"
        R"(vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{}<Override )"
        R"(PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)"
        R"(<Override PartName="/docProps/app.xml" ContentType="application/)"
        R"(vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>)",
        xml_declaration, overrides);
}

std::string relationships(const std::string& all) {
    return fmt::format(
        R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{})"
        R"(</Relationships>)",
        xml_declaration, all);
}

std::string relationship(std::string_view id, const std::string& type, std::string_view target) {
    return fmt::format(R"(<Relationship Id="{}" Type="{}" Target="{}"/>)", id, type, target);
}

std::string package_relationships() {
    const std::string office(office_relation);
    return relationships(
        relationship("rId1", office + "officeDocument", "word/document.xml") +
        relationship("rId2",
                     "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                     "docProps/core.xml") +
        relationship("rId3", office + "extended-properties", "docProps/app.xml"));
}

std::string document_relationships(std::size_t pictures) {
    const std::string office(office_relation);
    std::string all;
    for (const NamedPart& part : parts_of_document)
        all += relationship(part.id, office + std::string(part.type), part.file);
    for (std::size_t number = 1; number <= pictures; ++number)
        all += relationship(fmt::format("rIdPicture{}", number), office + "image",
                            fmt::format("media/chart{}.png", number));
    return relationships(all);
}

}  // namespace

std::string word(const Document& document) {
    const Body body(document);
    std::vector<ZipEntry> entries = {
        {"[Content_Types].xml", content_types()},
        {"_rels/.rels", package_relationships()},
        {"word/document.xml", body.part()},
        {"word/_rels/document.xml.rels", document_relationships(body.pictures().size())},
        {"word/styles.xml", styles_part(document.language)},
        {"word/numbering.xml", numbering_part(body.lists())},
        {"word/settings.xml", settings_part(document.language)},
        {"word/fontTable.xml", fonts_part()},
        {"word/header1.xml", header_part(document)},
        {"word/footer1.xml", footer_part(document)},
        {"docProps/core.xml", core_properties_part(document)},
        {"docProps/app.xml", app_properties_part()},
    };
    for (std::size_t at = 0; at < body.pictures().size(); ++at)
        entries.push_back({fmt::format("word/media/chart{}.png", at + 1), body.pictures()[at]});
    return write_zip(entries);
}

}  // namespace xy::document
