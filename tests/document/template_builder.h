// Templates made in the test, and how to look into a Word file.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "document/word_template.h"
#include "zip_builder.h"

namespace xy::document::tests {

/// A Word file around `body`, the children of w:body. `parts`: others, or others instead of the usual ones;
/// a header, footer, footnotes, endnotes or settings part is related as rId + its file name without .xml.
std::vector<RawEntry> entries_of(const std::string& body,
                                 const std::map<std::string, std::string>& parts = {});
std::string docx(const std::string& body, const std::map<std::string, std::string>& parts = {});

/// A part with text, of the root w:`root`.
std::string part(const std::string& root, const std::string& content);

/// <w:r> with `text`, and with the children of w:rPr that `look` has.
std::string run(const std::string& text, const std::string& look = "");
std::string paragraph(const std::string& runs);

/// Every part by name; fails the test for what cannot be unpacked.
std::map<std::string, std::string> unpacked(const std::string& file);

/// Fails the test when it is not well-formed.
pugi::xml_document parsed(const std::string& xml);

/// The text of every paragraph as one reads it; what is deleted, and the older of two forms of a text box, is
/// left out. Breaks are "\n", tables "[table]", pictures "[picture]".
std::vector<std::string> lines_of(const std::string& xml);

/// Of word/document.xml after filling.
std::vector<std::string> filled_lines(const std::string& body, const Fields& fields);

/// 参与人次 = 3184, 完成率 = 90.2%, two lines = "甲\n乙"; 表:场次; 图:月度参与.
Fields few_fields();

}  // namespace xy::document::tests
