#include "document/text_nodes.h"

#include <algorithm>
#include <utility>

#include "document/xml_text.h"

namespace xy::document {

TextNodes::TextNodes(std::vector<pugi::xml_node> nodes) {
    for (const pugi::xml_node node : nodes) {
        const std::string content = node.text().get();
        segments_.push_back({text_.size(), text_.size() + content.size(), node});
        text_ += content;
    }
}

void TextNodes::replace(std::size_t begin, std::size_t end, std::string_view value) {
    bool first = true;
    for (const Segment& segment : segments_) {
        if (segment.end <= begin || segment.begin >= end) continue;
        std::string content = segment.node.text().get();
        const std::size_t from = first ? begin - segment.begin : 0;
        const std::size_t to = std::min(end, segment.end) - segment.begin;
        content.replace(from, to - from, first ? on_one_line(value) : std::string());
        segment.node.text().set(content.c_str());
        first = false;
    }
}

std::string on_one_line(std::string_view value) {
    std::string text = xml_characters(value);
    std::erase(text, '\r');
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text;
}

}  // namespace xy::document
