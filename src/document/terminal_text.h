// A table for a terminal.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace xy::document {

/// Columns a text takes in a terminal: two for a Chinese character, none for a combining mark.
std::size_t display_width(std::string_view utf8);

/// Headings, a line, the rows, in aligned columns. Control characters in texts become blanks, so that a name
/// cannot steer the terminal.
std::string terminal_text(const Table& table);

}  // namespace xy::document
