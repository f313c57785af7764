// Says in plain words why a text is not JSON. The library's own words are about tokens and lexers; the
// authors of banks are teachers and volunteers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xy::json {

/// What may come next at the place where parsing stopped.
enum class Expected {
    value,             ///< at the beginning of the file
    key_or_end,        ///< after {
    value_or_end,      ///< after [
    colon,             ///< after a key
    comma_or_brace,    ///< after a value in an object
    comma_or_bracket,  ///< after a value in a list
    nothing,           ///< after the whole
};

struct SyntaxProblem {
    std::size_t offset = 0;  ///< of the byte that is wrong
    std::string what;
    std::string advice;
};

/// `from`: just behind the last part of `text` that was right, when `expected` had to follow.
SyntaxProblem syntax_problem(std::string_view text, std::size_t from, Expected expected);

/// Line and column (in characters), both from 1.
struct LineColumn {
    int line = 1;
    int column = 1;
};
LineColumn line_column(std::string_view text, std::size_t offset);

}  // namespace xy::json
