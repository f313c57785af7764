// What texts, ids and dates in the files must look like.
#pragma once

#include <string_view>

#include "base/problem_collector.h"
#include "json/value.h"

namespace xy::json {

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Words of lower-case ASCII letters and digits, joined by single hyphens; at most 64 bytes. The same as in
/// bank.schema.json.
bool is_identifier(std::string_view word);

/// Control characters (a new line is none) and more than longest_text are mistakes. What a screen can draw is
/// asked of its fonts: drawable.h.
void check_characters(std::string_view text, const SourceLocation& place, ProblemCollector& collector);

}  // namespace xy::json
