// A table as CSV for people who open it in Excel or WPS.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace xy::document {

/// `text`, with an apostrophe before it when Excel, WPS or LibreOffice could take it for a formula: when it
/// begins with = + - @ (also full width, also after blanks), a tab or a line break. Strangers may have
/// written it.
std::string escape_formula(std::string_view text);

/// Byte order mark, `notice` on a line of its own (unless it is empty), headings, rows; texts are escaped,
/// the columns of numbers are not.
std::string csv_sheet(const Table& table, const std::string& notice = {});

}  // namespace xy::document
