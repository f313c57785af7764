// Characters of a UTF-8 text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace xy {

/// Bytes of the character that `first` begins; 1 for a byte that begins none.
constexpr std::size_t utf8_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte >= 0xF0U) return 4;
    if (byte >= 0xE0U) return 3;
    return byte >= 0xC0U ? 2 : 1;
}

/// A control character of ASCII or Latin-1; a terminal may obey it.
constexpr bool is_control(char32_t c) {
    return c < 0x20U || (c >= 0x7FU && c < 0xA0U);
}

/// Offset of the first byte that is not part of valid UTF-8 (overlong forms and surrogates are not); nothing
/// when all of `text` is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// How many characters `text`, which must be valid UTF-8, has.
std::size_t characters_in(std::string_view text);

/// The character at `at` in valid UTF-8.
char32_t character_at(std::string_view text, std::size_t at);

}  // namespace xy
