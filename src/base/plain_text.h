// What a text may be that comes from outside: typed, read from a file, merged in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/text_bound.h"

namespace xy {

enum class TextFault {
    not_utf8,  ///< bytes that are no character: a terminal or an editor that writes GBK
    control,   ///< a control character: a terminal may obey it, XML cannot hold it
    too_long,  ///< more than longest_text characters
};

/// "is not UTF-8", … and what to do, for a person at a terminal.
std::string_view what_is_wrong(TextFault fault);
std::string_view advice_for(TextFault fault);

/// Whether line ends and tabs are part of a text.
enum class Lines { one, several };

/// The first thing for which a text cannot be taken. An empty or blank one has no fault.
std::optional<TextFault> fault_of(std::string_view text, Lines lines);

/// Without white space (ASCII, no-break, full-width and the other blanks of Unicode) and invisible characters
/// at both ends; what is not UTF-8 stays.
std::string_view trimmed(std::string_view text);

/// `text` as one without a fault: U+FFFD for what is no character or a control character other than line ends
/// and tabs, and cut after longest_text. For what an older version took as it was.
std::string made_valid(std::string_view text);

/// Nothing else in it.
inline bool is_blank(std::string_view text) {
    return trimmed(text).empty();
}

}  // namespace xy
