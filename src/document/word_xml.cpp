#include "document/word_xml.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "document/word_colours.h"
#include "document/xml_text.h"

namespace xy::document {
namespace {

std::string cell_paragraph(std::string_view text, bool strong, std::string_view colour, bool number,
                           const TableLook& look) {
    return fmt::format(
        R"(<w:p>{}<w:r><w:rPr>{}{}<w:color w:val="{}"/><w:sz w:val="{}"/><w:szCs w:val="{}"/></w:rPr>{}</w:r></w:p>)",
        plain_paragraph(number ? "right" : "left", 40, 40), look.fonts, strong ? "<w:b/><w:bCs/>" : "",
        colour, look.half_points, look.half_points, run_content(text));
}

std::string cell(int width, std::string_view fill, const std::string& paragraph) {
    const std::string shade =
        fill.empty() ? "" : fmt::format(R"(<w:shd w:val="clear" w:color="auto" w:fill="{}"/>)", fill);
    return fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>{}<w:vAlign w:val="center"/></w:tcPr>)",
                       width, shade) +
           paragraph + "</w:tc>";
}

std::string heading_row(const Table& table, const std::vector<int>& widths, const TableLook& look) {
    std::string row = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Column& column = table.columns[at];
        row += cell(widths[at], colour::heading_fill,
                    cell_paragraph(column.heading, true, colour::deep_green, column.number, look));
    }
    return row + "</w:tr>";
}

std::string data_row(const Table& table, const std::vector<Cell>& cells, const std::vector<int>& widths,
                     const TableLook& look) {
    std::string row = "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Cell content = at < cells.size() ? cells[at] : Cell{};
        row += cell(widths[at], content.mark == Mark::gap ? colour::gap_fill : "",
                    cell_paragraph(content.text, content.mark == Mark::strong, "auto",
                                   table.columns[at].number, look));
    }
    return row + "</w:tr>";
}

std::vector<int> widths_of(const Table& table, double width) {
    double shares = 0;
    for (const Column& column : table.columns) shares += std::max(column.share, 0.05);
    std::vector<int> widths;
    for (const Column& column : table.columns)
        widths.push_back(twips(width * std::max(column.share, 0.05) / shares));
    return widths;
}

std::string borders() {
    std::string all = "<w:tblBorders>";
    for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        all +=
            fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="{}"/>)", side, colour::border);
    return all + "</w:tblBorders>";
}

}  // namespace

int twips(double points) {
    return static_cast<int>(std::lround(points * 20));
}

std::string run_content(std::string_view text) {
    std::string content;
    std::string piece;
    const auto flush = [&] {
        if (!piece.empty()) content += R"(<w:t xml:space="preserve">)" + xml_escaped(piece) + "</w:t>";
        piece.clear();
    };
    for (const char c : text) {
        if (c == '\r') continue;
        if (c != '\n' && c != '\t') {
            piece += c;
            continue;
        }
        flush();
        content += c == '\n' ? "<w:br/>" : "<w:tab/>";
    }
    flush();
    return content;
}

std::string plain_paragraph(std::string_view align, int before, int after) {
    return fmt::format(
        R"(<w:pPr><w:spacing w:before="{}" w:beforeLines="0" w:after="{}" w:afterLines="0" w:line="240" )"
        R"(w:lineRule="auto"/><w:ind w:left="0" w:leftChars="0" w:right="0" w:rightChars="0" )"
        R"(w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="{}"/></w:pPr>)",
        before, after, align);
}

std::string table_xml(const Table& table, const TableLook& look) {
    if (table.columns.empty()) return "";
    const std::vector<int> widths = widths_of(table, look.width);
    std::string xml = fmt::format("<w:tbl {}><w:tblPr>", word_namespaces);
    xml += look.stretched ? R"(<w:tblW w:w="5000" w:type="pct"/>)"
                          : fmt::format(R"(<w:tblW w:w="{}" w:type="dxa"/>)", twips(look.width));
    xml += R"(<w:jc w:val="center"/>)" + borders();
    xml += look.stretched ? "" : R"(<w:tblLayout w:type="fixed"/>)";
    xml += R"(<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>)"
           R"(<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" )"
           R"(w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>)";
    for (const int width : widths) xml += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
    xml += "</w:tblGrid>" + heading_row(table, widths, look);
    for (const std::vector<Cell>& row : table.rows) xml += data_row(table, row, widths, look);
    return xml + "</w:tbl>";
}

std::string picture_xml(const InlinePicture& picture) {
    const auto wide = std::llround(picture.size.width * emu_in_point);
    const auto high = std::llround(picture.size.height * emu_in_point);
    const std::string named = fmt::format(R"(id="{}" name="图 {}" descr="{}")", picture.id, picture.id,
                                          xml_escaped(picture.description));
    return fmt::format(
        R"(<w:drawing {}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{}" cy="{}"/>)"
        R"(<wp:docPr {}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>)"
        R"(<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>)"
        R"(<pic:nvPicPr><pic:cNvPr {}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{}"/>)"
        R"(<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>)"
        R"(<a:ext cx="{}" cy="{}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>)"
        R"(</a:graphicData></a:graphic></wp:inline></w:drawing>)",
        word_namespaces, wide, high, named, named, picture.relationship, wide, high);
}

}  // namespace xy::document
