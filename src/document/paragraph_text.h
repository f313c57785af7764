// The text of a paragraph (w:p) as one reads it, across the runs that Word has split it into. Inside
// document/ only.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace xy::document {

class ParagraphText {
 public:
    /// What is deleted with revision marks, field codes and marks that nobody sees are no text; what a text
    /// box in it holds are paragraphs of their own. Anything else that shows is one `no_text`.
    explicit ParagraphText(pugi::xml_node paragraph);

    const std::string& text() const { return text_; }

    /// Nothing but blanks stands outside of these bytes.
    bool alone(std::size_t begin, std::size_t end) const;

    /// The run (w:r) that the byte at `at` stands in.
    pugi::xml_node run_at(std::size_t at) const;

    /// Puts `value` in place of these bytes of text(), in the run where they begin; its line ends become
    /// w:br. Of several replacements the last must come first: the text before stays where it was.
    void replace(std::size_t begin, std::size_t end, std::string_view value);

 private:
    struct Segment {
        std::size_t begin;
        std::size_t end;
        pugi::xml_node node;  ///< w:t
    };

    void gather(pugi::xml_node parent);
    void gather_run(pugi::xml_node run);

    std::string text_;
    std::vector<Segment> segments_;
};

}  // namespace xy::document
