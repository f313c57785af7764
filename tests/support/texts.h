// Texts of examples, changed in one place, and what a reader says about them.
#pragma once

#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace xy {

/// `text` with the first `from` replaced by `to`; a failure when there is none, so that no test checks
/// nothing.
inline std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        ADD_FAILURE() << "the example does not have: " << from;
        return text;
    }
    return text.replace(at, from.size(), to);
}

/// The line of the first `part` in `text`, from 1.
inline int line_of(std::string_view text, std::string_view part) {
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos) ADD_FAILURE() << "the example does not have: " << part;
    int line = 1;
    for (const char c : text.substr(0, at)) line += c == '\n' ? 1 : 0;
    return line;
}

/// All problems as they are printed, one a line.
inline std::string printed(const Problems& problems) {
    std::ostringstream text;
    for (const Problem& problem : problems) text << to_string(problem) << '\n';
    return text.str();
}

}  // namespace xy
