// A table for a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xy::report {

/// Columns a text takes in a terminal: two for a Chinese character, none for a combining mark.
std::size_t display_width(std::string_view text);

struct TextTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;  ///< each as long as the header
    std::size_t left_aligned = 0;  ///< so many columns from the left are texts, the others numbers
};

/// Header, a line, the rows. Control characters in texts become blanks, so that a name cannot steer the
/// terminal.
std::string to_text(const TextTable& table);

}  // namespace xy::report
