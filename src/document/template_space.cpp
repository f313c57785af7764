#include "document/template_space.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "document/template_xml.h"
#include "document/word_xml.h"

namespace xy::document {
namespace {

constexpr double cell_margins = 10.8;  // Word's own, left and right
constexpr double box_margins = 14.4;

double twips_of(pugi::xml_node node, const char* attribute, int otherwise) {
    return node.attribute(attribute).as_int(otherwise) / twips_in_point;
}

/// The end of the section: in the last paragraph of it, or at the end of the body for the last one.
pugi::xml_node section_of(pugi::xml_node paragraph, pugi::xml_node body) {
    pugi::xml_node block = paragraph;
    while (block && block.parent() != body) block = block.parent();
    for (; block; block = block.next_sibling()) {
        const pugi::xml_node section =
            std::string_view(block.name()) == "w:sectPr" ? block : block.child("w:pPr").child("w:sectPr");
        if (section) return section;
    }
    return body.child("w:sectPr");
}

charts::Size text_area(pugi::xml_node section) {
    const pugi::xml_node page = section.child("w:pgSz");
    const pugi::xml_node margins = section.child("w:pgMar");
    charts::Size size;
    size.width = twips_of(page, "w:w", 11906) - twips_of(margins, "w:left", 1418) -
                 twips_of(margins, "w:right", 1418) - twips_of(margins, "w:gutter", 0);
    size.height = twips_of(page, "w:h", 16838) - std::abs(twips_of(margins, "w:top", 1418)) -
                  std::abs(twips_of(margins, "w:bottom", 1418));
    const pugi::xml_node columns = section.child("w:cols");
    const int count = std::clamp(columns.attribute("w:num").as_int(1), 1, 10);
    size.width = (size.width - (count - 1) * twips_of(columns, "w:space", 425)) / count;
    return size;
}

/// A shape says its width in its own properties; one that is alone in its drawing may leave it to that.
double box_width(pugi::xml_node box) {
    const double own =
        ancestor(box, "wps:wsp").child("wps:spPr").child("a:xfrm").child("a:ext").attribute("cx").as_double();
    if (own > 0) return own / emu_in_point - box_margins;
    for (const pugi::xml_node around : {ancestor(box, "wp:anchor"), ancestor(box, "wp:inline")})
        if (around) return around.child("wp:extent").attribute("cx").as_double() / emu_in_point - box_margins;
    const pugi::xml_node choice = ancestor(box, "mc:AlternateContent").child("mc:Choice");
    for (const pugi::xml_node shape : all_called(choice, "w:txbxContent")) return box_width(shape);
    const std::string_view style = ancestor(box, "v:textbox").parent().attribute("style").value();
    const std::size_t at = (";" + std::string(style)).find(";width:");
    return at == std::string::npos ? 0 : std::strtod(style.data() + at + 6, nullptr) - box_margins;
}

}  // namespace

charts::Size space_at(pugi::xml_node paragraph, pugi::xml_node body) {
    charts::Size size = text_area(section_of(paragraph, body));
    for (pugi::xml_node around = paragraph.parent(); around; around = around.parent()) {
        const std::string_view name = around.name();
        double width = 0;
        if (name == "w:tc") {
            const pugi::xml_node told = around.child("w:tcPr").child("w:tcW");
            const auto cells = all_called(around.parent(), "w:tc").size();
            width = std::string_view(told.attribute("w:type").value()) == "dxa"
                        ? twips_of(told, "w:w", 0) - cell_margins
                        : size.width / static_cast<double>(std::max<std::size_t>(cells, 1)) - cell_margins;
        } else if (name == "w:txbxContent") {
            width = box_width(around);
        } else {
            continue;
        }
        if (width > 0) size.width = width;
        break;
    }
    return {std::clamp(size.width, 36.0, 1600.0), std::clamp(size.height, 36.0, 1600.0)};
}

}  // namespace xy::document
