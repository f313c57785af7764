// What is wrong with a file that somebody wrote, said so that they can mend it. All problems of a file are
// gathered, never only the first.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace xy {

enum class Severity {
    mistake,  ///< the file cannot be used as it is
    remark,   ///< usable, but somebody should look
};

struct Problem {
    Severity severity = Severity::mistake;
    std::string file;
    int line = 0;           ///< from 1; 0 when the file as a whole is meant
    std::string pointer;    ///< JSON pointer (RFC 6901), empty for the whole file
    std::string what;       ///< what is wrong
    std::string advice;     ///< what to write instead
    std::string rule = {};  ///< the strict rule for banks that it breaks; empty: none
};

using Problems = std::vector<Problem>;

/// "file:line: /json/pointer: what is wrong; what to write [rule]".
std::string to_string(const Problem& problem);

bool has_mistakes(const Problems& problems);

/// A value read from outside, with everything that was wrong. `value` is empty when there was a mistake.
template <typename T>
struct Checked {
    std::optional<T> value;
    Problems problems;
};

}  // namespace xy
