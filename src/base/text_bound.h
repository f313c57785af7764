// How long a text may be that comes from outside: a name, a note, a question, whether typed, configured or
// imported.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/utf8.h"

namespace xy {

/// Characters. The longest shipped one has 197; a cell of a workbook holds 32,767.
inline constexpr std::size_t longest_text = 1000;

inline bool is_too_long(std::string_view text) {
    return text.size() > longest_text && characters_in(text) > longest_text;
}

}  // namespace xy
