// Texts that strangers may have written, on their way into a spreadsheet.
#pragma once

#include <string>
#include <string_view>

namespace xy::report {

/// Without it a spreadsheet program takes UTF-8 for another encoding.
inline constexpr std::string_view byte_order_mark = "\uFEFF";

/// `text`, with an apostrophe before it when Excel, WPS or LibreOffice could take it for a formula: when it
/// begins with = + - @ (also full width, also after blanks), a tab or a line break.
std::string neutralized(std::string_view text);

}  // namespace xy::report
