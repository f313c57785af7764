// Placeholders in a text: {{参与人次}}, {{表:场次}}, ｛｛图：月度参与｝｝. Inside document/ only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xy::document {

/// Stands in a text for what is no text: a picture, a tab, a formula. A placeholder that reaches over it is
/// cut.
inline constexpr char no_text = '\x01';

enum class PlaceholderKind { text, table, picture };

struct Placeholder {
    std::size_t begin = 0;  ///< of the first brace
    std::size_t end = 0;    ///< behind the last
    PlaceholderKind kind = PlaceholderKind::text;
    std::string name;  ///< as it stands between the braces
    std::string key;   ///< without blanks, without what nobody sees, and without 表: or 图:
    bool cut = false;  ///< what is no text stands in it, so that it cannot be filled
};

/// In their order. Two braces that nothing closes are none, nor are braces around nothing; of nested ones the
/// innermost counts.
std::vector<Placeholder> placeholders_in(std::string_view text);

/// `name` without blanks, also the full-width and the no-break one, and without soft hyphens and characters
/// of no width.
std::string key_of(std::string_view name);

}  // namespace xy::document
