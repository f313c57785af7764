// Pieces of WordprocessingML that a document of ours and a filled template have in common. Inside document/
// only.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace xy::document {

/// The declarations that each of these pieces needs around it.
inline constexpr std::string_view word_namespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
    R"(xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" )"
    R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
    R"(xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")";

inline constexpr std::string_view xml_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

inline constexpr std::string_view office_relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

inline constexpr double twips_in_point = 20;
inline constexpr double emu_in_point = 12700;  ///< English Metric Units
/// Of the charts.
inline constexpr double dots_per_inch = 200;

/// Twentieths of a point, in which Word measures.
int twips(double points);

/// The content of a run: w:t, and w:br and w:tab for the line ends and tabs in `text`.
std::string run_content(std::string_view text);

/// Paragraph properties that stand against whatever style the template has: single line height (an exact one
/// would cut a picture), no indents. `align`: left, center, right. `before`, `after`: in twips.
std::string plain_paragraph(std::string_view align, int before = 0, int after = 0);

struct TableLook {
    std::string fonts;       ///< <w:rFonts …/>; empty: those of the document
    int half_points = 21;    ///< size of the letters
    double width = 0;        ///< in points
    bool stretched = false;  ///< as wide as the place it stands in, whatever `width`
};

/// <w:tbl>: thin borders, a heading row that comes again on every page, rows that no page end splits. Empty
/// without columns.
std::string table_xml(const Table& table, const TableLook& look);

struct InlinePicture {
    std::string relationship;
    unsigned id = 0;  ///< of all drawings in the file, another
    charts::Size size;
    std::string description;
};

/// <w:drawing>, to stand in a run.
std::string picture_xml(const InlinePicture& picture);

}  // namespace xy::document
