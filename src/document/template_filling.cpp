#include "document/template_filling.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <sstream>

#include "base/nearest.h"
#include "document/template_refusal.h"
#include "document/template_space.h"
#include "document/text_nodes.h"
#include "document/word_xml.h"

namespace xy::document {
namespace {

// No office comes near these; without them a small file could keep the computer busy for hours.
constexpr std::size_t most_in_paragraph = 2000;
constexpr std::size_t longest_paragraph = 1U << 20U;
constexpr std::size_t most_blocks = 1000;
constexpr std::size_t most_listed = 500;
constexpr double least_drawn_width = 240;  // narrower ones are drawn at this width and made smaller

std::string spoken(PlaceholderKind kind, const std::string& key) {
    if (kind == PlaceholderKind::text) return key;
    return (kind == PlaceholderKind::table ? "表:" : "图:") + key;
}

/// Nodes below `node`, or it itself, that hold text and nothing else.
std::vector<pugi::xml_node> leaves_of(pugi::xml_node node) {
    class Leaves : public pugi::xml_tree_walker {
     public:
        bool for_each(pugi::xml_node& at) override {
            if (at.type() == pugi::node_element && at.text()) found.push_back(at);
            return true;
        }
        std::vector<pugi::xml_node> found;
    };
    Leaves leaves;
    if (node.text()) leaves.found.push_back(node);
    node.traverse(leaves);
    return std::move(leaves.found);
}

/// Keeps tables apart, which Word would join, and ends a cell, which must end with a paragraph.
std::string separator() {
    return R"(<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>)";
}

pugi::xml_node sibling(pugi::xml_node node, bool forward) {
    do {
        node = forward ? node.next_sibling() : node.previous_sibling();
    } while (node && (node.type() != pugi::node_element || std::string_view(node.name()).ends_with("Start") ||
                      std::string_view(node.name()).ends_with("End")));
    return node;
}

void separate(pugi::xml_node table) {
    if (std::string_view(sibling(table, false).name()) == "w:tbl") insert_before(table, separator());
    const std::string_view next = sibling(table, true).name();
    if (next.empty() || next == "w:tbl" || next == "w:sectPr") insert_after(table, separator());
}

/// The paragraph holds the end of a section, or text boxes: it may be emptied, not taken away.
bool must_stay(pugi::xml_node paragraph) {
    return paragraph.child("w:pPr").child("w:sectPr") || !all_called(paragraph, "w:p").empty();
}

/// What comes after the paragraph belongs to its section.
void move_section_end(pugi::xml_node paragraph, pugi::xml_node last) {
    const pugi::xml_node section = paragraph.child("w:pPr").child("w:sectPr");
    if (!section) return;
    if (std::string_view(last.name()) != "w:p") last = insert_after(last, separator());
    last.child("w:pPr").append_copy(section);
    paragraph.child("w:pPr").remove_child(section);
}

/// Bookmarks and comments keep their places.
void keep_ranges(pugi::xml_node paragraph, pugi::xml_node before) {
    for (const pugi::xml_node child : paragraph.children()) {
        const std::string_view name = child.name();
        if (name.ends_with("Start") || name.ends_with("End"))
            paragraph.parent().insert_copy_before(child, before);
    }
}

/// Word would write the old text over ours again where a content control is bound to data, show ours as a
/// hint, or find a table where it allows only text.
void free_content_controls(pugi::xml_node paragraph, bool for_block) {
    std::vector<pugi::xml_node> controls = all_called(paragraph, "w:sdt");
    for (pugi::xml_node around = ancestor(paragraph, "w:sdt"); around; around = ancestor(around, "w:sdt"))
        controls.push_back(around);
    for (const pugi::xml_node control : controls) {
        pugi::xml_node properties = control.child("w:sdtPr");
        for (const char* name : {"w:dataBinding", "w15:dataBinding", "w:showingPlcHdr"})
            properties.remove_child(name);
        if (for_block) properties.remove_child("w:text");
    }
}

/// The faces of the run, and its size where it is none of a heading.
TableLook look_of(pugi::xml_node run, std::size_t columns) {
    constexpr int largest = 24;
    TableLook look;
    look.stretched = true;
    const pugi::xml_node properties = run.child("w:rPr");
    std::ostringstream fonts;
    if (properties.child("w:rFonts"))
        properties.child("w:rFonts").print(fonts, "", pugi::format_raw, pugi::encoding_utf8);
    look.fonts = fonts.str();
    look.half_points = columns > 8 ? 18 : 21;
    const int told = properties.child("w:sz").attribute("w:val").as_int();
    if (told >= 12 && told <= largest) look.half_points = std::min(told, columns > 8 ? 21 : largest);
    return look;
}

}  // namespace

Filling::Filling(TemplatePackage& package, const Fields& fields) : package_(package) {
    const auto add = [this](auto& known, PlaceholderKind kind, const std::string& name, auto value) {
        known.emplace(key_of(name), value);
        names_.push_back(spoken(kind, name));
    };
    for (const auto& [name, text] : fields.texts) add(texts_, PlaceholderKind::text, name, text);
    for (const auto& [name, table] : fields.tables) add(tables_, PlaceholderKind::table, name, &table);
    for (const auto& [name, picture] : fields.pictures)
        add(pictures_, PlaceholderKind::picture, name, &picture);
}

void Filling::fill(const std::vector<Place>& places) {
    for (const Place& place : places)
        for (const pugi::xml_node drawing : all_called(package_.text_root(place.part), "wp:docPr"))
            drawing_ids_.insert(drawing.attribute("id").as_uint());
    for (const Place& place : places) {
        for (const pugi::xml_node paragraph : all_called(package_.text_root(place.part), "w:p"))
            fill_paragraph(paragraph, place);
        fill_beside_text(package_.text_root(place.part), place);
    }
}

void Filling::fill_others(const std::vector<Place>& places) {
    for (const Place& place : places) {
        const pugi::xml_node root = package_.xml(place.part).document_element();
        const auto paragraphs = all_called(root, "a:p");
        for (const pugi::xml_node paragraph : paragraphs) fill_nodes(all_called(paragraph, "a:t"), place);
        for (const pugi::xml_node value : all_called(root, "c:v")) fill_nodes({value}, place);
        if (place.part.starts_with("docProps/"))
            for (const pugi::xml_node property : root.children()) fill_nodes(leaves_of(property), place);
    }
}

void Filling::fill_beside_text(pugi::xml_node root, const Place& place) {
    for (const pugi::xml_node formula : all_called(root, "m:oMath"))
        fill_nodes(all_called(formula, "m:t"), place);
    for (const pugi::xml_node path : all_called(root, "v:textpath")) fill_attribute(path, "string", place);
    for (const char* drawing : {"wp:docPr", "pic:cNvPr", "wps:cNvPr"})
        for (const pugi::xml_node described : all_called(root, drawing))
            for (const char* name : {"descr", "title"}) fill_attribute(described, name, place);
    for (const char* shape : {"v:shape", "v:rect", "v:oval", "v:roundrect"})
        for (const pugi::xml_node described : all_called(root, shape))
            fill_attribute(described, "alt", place);
}

std::vector<Placeholder> Filling::texts_among(std::vector<Placeholder> found, pugi::xml_node node,
                                              const Place& place) {
    if (found.size() > most_in_paragraph) refuse_too_large(place.part + ": a text");
    std::erase_if(found, [&](const Placeholder& placeholder) {
        const bool text = placeholder.kind == PlaceholderKind::text && !placeholder.cut && known(placeholder);
        if (!text) remember_left(placeholder, node, place);
        return !text;
    });
    if (found.empty()) return found;
    package_.changed(place.part);
    if (!ancestor(node, "mc:Fallback")) replaced_ += static_cast<int>(found.size());
    std::reverse(found.begin(), found.end());
    return found;
}

void Filling::fill_nodes(std::vector<pugi::xml_node> nodes, const Place& place) {
    if (nodes.empty()) return;
    TextNodes text(nodes);
    for (const Placeholder& placeholder : texts_among(placeholders_in(text.text()), nodes.front(), place))
        text.replace(placeholder.begin, placeholder.end, texts_.at(placeholder.key));
}

void Filling::fill_attribute(pugi::xml_node node, const char* name, const Place& place) {
    pugi::xml_attribute attribute = node.attribute(name);
    std::string text = attribute.value();
    const auto found = texts_among(placeholders_in(text), node, place);
    for (const Placeholder& placeholder : found)
        text.replace(placeholder.begin, placeholder.end - placeholder.begin,
                     on_one_line(texts_.at(placeholder.key)));
    if (!found.empty()) attribute.set_value(text.c_str());
}

bool Filling::known(const Placeholder& placeholder) const {
    switch (placeholder.kind) {
        case PlaceholderKind::text:
            return texts_.contains(placeholder.key);
        case PlaceholderKind::table:
            return tables_.contains(placeholder.key);
        case PlaceholderKind::picture:
            break;
    }
    return pictures_.contains(placeholder.key);
}

void Filling::remember_left(const Placeholder& placeholder, pugi::xml_node node, const Place& place) {
    if (unknown_.size() >= most_listed) return;
    UnknownPlaceholder left{placeholder.name, place.name, std::nullopt, known(placeholder)};
    for (std::size_t at = 0; (at = left.name.find(no_text, at)) != std::string::npos;)
        left.name.replace(at, 1, "…");
    if (ancestor(node, "w:txbxContent") && place.name == "正文") left.part = "文本框";
    if (!left.out_of_place) {
        const auto same_but_kind = std::find_if(names_.begin(), names_.end(), [&](const std::string& name) {
            const bool block = name.starts_with("表:") || name.starts_with("图:");
            return key_of(block ? name.substr(std::string_view("表:").size()) : name) == placeholder.key;
        });
        const std::string near = same_but_kind != names_.end()
                                     ? *same_but_kind
                                     : nearest(spoken(placeholder.kind, placeholder.key), names_);
        if (!near.empty()) left.nearest = near;
    }
    if (std::find(unknown_.begin(), unknown_.end(), left) == unknown_.end()) unknown_.push_back(left);
}

void Filling::fill_paragraph(pugi::xml_node paragraph, const Place& place) {
    ParagraphText text(paragraph);
    std::vector<Placeholder> found = placeholders_in(text.text());
    if (found.size() > most_in_paragraph || (!found.empty() && text.text().size() > longest_paragraph))
        refuse_too_large(place.part + ": a paragraph");
    std::erase_if(found, [&](const Placeholder& placeholder) {
        const bool fits = known(placeholder) && !placeholder.cut;
        // Braces around something that is no field and holds a picture are none of ours.
        if (!fits && (known(placeholder) || !placeholder.cut)) remember_left(placeholder, paragraph, place);
        return !fits;
    });
    if (found.empty()) return;
    package_.changed(place.part);
    // Word shows one of the two: a text box for newer programs and the same one for older programs.
    if (!ancestor(paragraph, "mc:Fallback")) replaced_ += static_cast<int>(found.size());
    const bool alone = found.size() == 1 && text.alone(found.front().begin, found.front().end);
    std::vector<std::string> blocks;
    for (const Placeholder& placeholder : found)
        if (placeholder.kind != PlaceholderKind::text)
            blocks.push_back(block(placeholder, text.run_at(placeholder.begin), paragraph, place));
    std::reverse(found.begin(), found.end());  // as replace() needs it
    for (const Placeholder& placeholder : found)
        text.replace(placeholder.begin, placeholder.end,
                     placeholder.kind == PlaceholderKind::text ? texts_.at(placeholder.key) : "");
    free_content_controls(paragraph, !blocks.empty());
    if (!blocks.empty()) put_blocks(paragraph, blocks, alone);
}

void Filling::put_blocks(pugi::xml_node paragraph, const std::vector<std::string>& blocks, bool alone) {
    pugi::xml_node last = paragraph;
    std::vector<pugi::xml_node> inserted;
    for (const std::string& block : blocks) {
        if (block.empty()) continue;
        last = alone ? insert_before(paragraph, block) : insert_after(last, block);
        inserted.push_back(last);
    }
    if (!alone && !inserted.empty()) move_section_end(paragraph, last);
    if (alone && !must_stay(paragraph) && !inserted.empty()) {
        keep_ranges(paragraph, inserted.front());
        paragraph.parent().remove_child(paragraph);
    }
    for (const pugi::xml_node block : inserted)
        if (std::string_view(block.name()) == "w:tbl") separate(block);
}

std::string Filling::block(const Placeholder& placeholder, pugi::xml_node run, pugi::xml_node paragraph,
                           const Place& place) {
    if (++blocks_ > most_blocks) refuse_too_large(place.part + ": tables and pictures");
    if (placeholder.kind == PlaceholderKind::picture) return picture_block(placeholder.key, paragraph, place);
    const Table& table = *tables_.at(placeholder.key);
    TableLook look = look_of(run, table.columns.size());
    const pugi::xml_node body = package_.text_root(package_.main_part()).child("w:body");
    look.width = space_at(paragraph, body).width;
    return table_xml(table, look);
}

std::string Filling::picture_block(const std::string& key, pugi::xml_node paragraph, const Place& place) {
    const pugi::xml_node body = package_.text_root(package_.main_part()).child("w:body");
    const charts::Size space = space_at(paragraph, body);
    const Picture& picture = *pictures_.at(key);
    const double width = std::floor(std::min(space.width, text_width));
    const double drawn = std::max(width, least_drawn_width);
    charts::Size size = charts::size_of(picture.chart, drawn);
    const double scale = std::min(width / drawn, space.height / std::max(size.height, 1.0));
    size = {drawn * scale, size.height * scale};

    std::string& media = media_[{key, std::lround(drawn)}];
    if (media.empty())
        media = package_.add("media/xiangyang", "png", charts::png(picture.chart, drawn, dots_per_inch),
                             "image/png");
    std::string& relation = media_ids_[{place.part, media}];
    if (relation.empty()) relation = package_.relate(place.part, "image", media);
    unsigned id = 1;
    while (!drawing_ids_.insert(id).second) ++id;
    return "<w:p>" + plain_paragraph("center", 60, 60) + "<w:r>" +
           picture_xml({relation, id, size, picture.description}) + "</w:r></w:p>";
}

}  // namespace xy::document
