// A JSON text as a small tree that remembers on which line everything stands.
//
// Read event by event (SAX) rather than through the library's own tree: that one forgets lines, lets the last
// of two equal keys win silently, and overflows the stack on deep nesting before anybody could object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.h"

namespace xy::json {

inline constexpr int max_depth = 32;
/// Values in one file. A shipped bank has about four thousand.
inline constexpr std::size_t max_values = 500'000;

struct Node;
struct Member;
using Array = std::vector<Node>;
using Object = std::vector<Member>;  ///< in the order of the file, no key twice

struct Node {
    /// null, true/false, whole number, other number, text, list, object.
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value;
    int line = 0;  ///< on which it begins, from 1
};

struct Member {
    std::string key;
    int line = 0;  ///< of the key
    Node value;
};

/// Parses `text`; `file` only names it in problems. Stops at the first syntax mistake (what follows it cannot
/// be told), at a nesting deeper than max_depth and after max_values; a duplicate key is reported and passed
/// over.
Checked<Node> parse(std::string_view text, const std::string& file);

/// `key` as one step of a JSON pointer (RFC 6901), control characters made visible.
std::string pointer_step(std::string_view key);

}  // namespace xy::json
