// For commands that a shell runs.
#pragma once

#include <string>

namespace xy {

/// `text` as one word of a shell.
inline std::string word(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

}  // namespace xy
