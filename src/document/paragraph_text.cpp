#include "document/paragraph_text.h"

#include <algorithm>
#include <array>

#include "document/placeholder.h"
#include "document/template_xml.h"
#include "document/word_xml.h"
#include "document/xml_text.h"

namespace xy::document {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Around runs; they change how these are taken, not what they say.
constexpr std::array<std::string_view, 10> transparent = {
    "w:ins",        "w:moveTo",    "w:hyperlink", "w:smartTag", "w:sdt",
    "w:sdtContent", "w:fldSimple", "w:customXml", "w:dir",      "w:bdo"};

/// Beside runs, not seen or, with revision marks, gone. Ends and beginnings of ranges are known by their
/// names.
constexpr std::array<std::string_view, 9> unseen = {"w:pPr",        "w:proofErr",    "w:del",
                                                    "w:moveFrom",   "w:sdtPr",       "w:sdtEndPr",
                                                    "w:smartTagPr", "w:customXmlPr", "w:fldData"};

/// In a run, not seen.
constexpr std::array<std::string_view, 10> unseen_in_run = {
    "w:rPr",           "w:fldChar", "w:instrText",        "w:delInstrText", "w:lastRenderedPageBreak",
    "w:annotationRef", "w:delText", "w:commentReference", "w:proofErr",     "w:softHyphen"};

bool is_range_mark(std::string_view name) {
    return name.starts_with("w:") && (name.ends_with("Start") || name.ends_with("End"));
}

std::string content_of(pugi::xml_node node) {
    std::string content;
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) content += child.value();
    // A line end in the file is a blank for Word; w:br is what breaks a line.
    std::replace_if(
        content.begin(), content.end(),
        [](char c) { return c == no_text || c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return content;
}

void set_content(pugi::xml_node node, const std::string& content) {
    node.remove_children();
    node.append_child(pugi::node_pcdata).set_value(content.c_str());
    if (!node.attribute("xml:space")) node.append_attribute("xml:space");
    node.attribute("xml:space").set_value("preserve");
}

/// `value` as XML can hold it, its line ends all "\n".
std::string one_line_end(std::string_view value) {
    std::string text = xml_characters(value);
    std::erase(text, '\r');
    return text;
}

/// The pieces of a run that run_content() makes of `value`, behind `last`.
void insert_pieces(pugi::xml_node last, const std::string& value) {
    pugi::xml_document pieces;
    pieces.load_string(("<w:r>" + run_content(value) + "</w:r>").c_str(),
                       pugi::parse_default | pugi::parse_ws_pcdata);
    for (const pugi::xml_node piece : pieces.first_child().children())
        last = last.parent().insert_copy_after(piece, last);
}

}  // namespace

ParagraphText::ParagraphText(pugi::xml_node paragraph) {
    gather(paragraph);
}

void ParagraphText::gather(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = child.name();
        if (name == "w:r")
            gather_run(child);
        else if (is_one_of(name, transparent))
            gather(child);
        else if (!is_one_of(name, unseen) && !is_range_mark(name))
            text_ += no_text;
    }
}

void ParagraphText::gather_run(pugi::xml_node run) {
    for (const pugi::xml_node child : run.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = child.name();
        if (name == "w:t") {
            const std::string content = content_of(child);
            segments_.push_back({text_.size(), text_.size() + content.size(), child});
            text_ += content;
        } else if (name == "w:ruby") {
            gather(child.child("w:rubyBase"));  // the reading above it is no text of ours
        } else if (!is_one_of(name, unseen_in_run)) {
            text_ += no_text;
        }
    }
}

bool ParagraphText::alone(std::size_t begin, std::size_t end) const {
    return key_of(text_.substr(0, begin) + text_.substr(end)).empty();
}

pugi::xml_node ParagraphText::run_at(std::size_t at) const {
    for (const Segment& segment : segments_)
        if (at >= segment.begin && at < segment.end) return segment.node.parent();
    return {};
}

void ParagraphText::replace(std::size_t begin, std::size_t end, std::string_view value) {
    bool first = true;
    for (Segment& segment : segments_) {
        if (segment.end <= begin || segment.begin >= end) continue;
        const std::string content = content_of(segment.node);
        const std::size_t kept = first ? begin - segment.begin : 0;
        const std::size_t cut = std::min(end, segment.end) - segment.begin;
        std::string after = content.substr(cut);
        if (first) after.insert(0, one_line_end(value));
        const std::size_t line = std::min(after.find_first_of("\n\t"), after.size());
        segment.end = segment.begin + kept;  // what follows is no longer where text_ says
        set_content(segment.node, content.substr(0, kept) + after.substr(0, line));
        insert_pieces(segment.node, after.substr(line));
        first = false;
    }
}

}  // namespace xy::document
