// An organizer's own Word file as a template: placeholders in it are filled, everything else stays as it was
// made.
//
// {{参与人次}} is replaced by a text in the style of the run where it begins; {{表:场次}} and
// {{图:月度参与}}, alone in their paragraph, by a table or a picture. Amid other text these two are taken out
// of it, and the table or picture comes behind the paragraph. A table fills the width of its place; a picture
// is drawn as wide as its place, at most text_width. Neither relies on styles of the template.
//
// A placeholder is found in the body, in tables, content controls, headers, footers, text boxes, foot- and
// endnotes, comments, formulas, under ruby, in watermarks and descriptions of pictures, in charts, SmartArt
// and the properties of the document, also with invisible characters in it, and where Word has split it over
// runs (spelling, language and revision marks do that), and with full-width braces or colon (｛｛…｝｝, ：)
// and blanks inside. What is deleted with revision marks is no text. Of nested braces the innermost count;
// braces that nothing closes stay. What it does not know is left as it stands and listed.
//
// All parts that need not change are those of the template, byte for byte. A template (.dotx) becomes a
// document; one with macros (.docm) is refused, for they would run under our name.
#pragma once

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace xy::document {

/// The file is no Word document, has a password, macros or a DTD, is damaged, or is larger than a template
/// may be (a “zip bomb”): what() says which and what to do, in Chinese and in English.
struct TemplateError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What can be filled in, by the name in the braces (without 表: and 图:).
struct Fields {
    std::map<std::string, std::string> texts;
    std::map<std::string, Table> tables;
    std::map<std::string, Picture> pictures;
};

/// A placeholder that was left: no field has it, or it stands where it cannot be filled.
struct UnknownPlaceholder {
    std::string name;  ///< as it stands between the braces
    std::string
        part;  ///< where: "正文", "文本框", "页眉", "页脚", "脚注", "尾注", "批注", "图表", "图示", "属性"
    std::optional<std::string> nearest;  ///< the nearest known name, with 表: or 图: where it has that
    /// It is a field, but it stands where it cannot be filled: a tab or a break inside of it, or a table or
    /// picture where only text can stand.
    bool out_of_place = false;
    friend bool operator==(const UnknownPlaceholder&, const UnknownPlaceholder&) = default;
};

struct Filled {
    std::string bytes;  ///< of the new file
    int replaced = 0;   ///< as seen: a text box that is there in two forms, new and old, counts once
    std::vector<UnknownPlaceholder>
        unknown;  ///< each once for every kind of part, in their order; at most 500
};

/// No unpacked part may be larger than this, nor all of them together.
inline constexpr std::size_t largest_template = 64U << 20U;

/// `notice` (“内部资料…”), unless it is empty, is put on top of every page, whatever headers the template
/// has. Throws TemplateError.
Filled fill_template(std::string_view docx, const Fields& fields, const std::string& notice = "");

}  // namespace xy::document
