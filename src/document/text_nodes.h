// A text that is no paragraph of Word: spread over the nodes of a formula, of a chart's title, of a property.
// Inside document/ only.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace xy::document {

class TextNodes {
 public:
    explicit TextNodes(std::vector<pugi::xml_node> nodes);

    /// Of all nodes together, in their order.
    const std::string& text() const { return text_; }

    /// Puts `value` in place of these bytes of text(), on one line. Of several replacements the last must
    /// come first.
    void replace(std::size_t begin, std::size_t end, std::string_view value);

 private:
    struct Segment {
        std::size_t begin;
        std::size_t end;
        pugi::xml_node node;
    };
    std::string text_;
    std::vector<Segment> segments_;
};

/// `value` as an attribute or a property can hold it: characters of XML, no line ends.
std::string on_one_line(std::string_view value);

}  // namespace xy::document
