// Characters of a UTF-8 text. The one place that knows how they are made of bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace xy {

/// U+FFFD, which stands for a byte that is no part of valid UTF-8.
inline constexpr char32_t replacement_character = 0xFFFD;

struct Utf8Character {
    char32_t value = replacement_character;
    std::size_t bytes = 1;  ///< of the text
    bool valid = false;     ///< false: malformed (cut off, overlong, a surrogate, …), taken byte by byte
};

/// The character that begins at `at`, which is inside of `text`.
Utf8Character utf8_at(std::string_view text, std::size_t at);

/// The characters of `text`; U+FFFD for every byte that is no part of one.
std::u32string characters(std::string_view text);
/// The bytes of characters.
std::string utf8(std::u32string_view characters);

std::size_t characters_in(std::string_view text);

/// Offset of the first byte that is not part of valid UTF-8; nothing when all of `text` is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The longest beginning of `text` that has at most `bytes` bytes and ends no character in its middle.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

/// Whether the byte begins no character, but goes on with one.
constexpr bool continues_utf8(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Takes the last character away, if there is one.
inline void erase_last_character(std::string& text) {
    while (!text.empty() && continues_utf8(text.back())) text.pop_back();
    if (!text.empty()) text.pop_back();
}

/// A control character of ASCII or Latin-1; a terminal may obey it.
constexpr bool is_control(char32_t c) {
    return c < 0x20U || (c >= 0x7FU && c < 0xA0U);
}

/// A character that nobody sees and that editors and web pages leave in a text: soft hyphen, zero-width space
/// and joiners, marks of direction, byte order mark.
constexpr bool is_invisible(char32_t c) {
    return c == 0xADU || c == 0x61CU || c == 0x180EU || (c >= 0x200BU && c <= 0x200FU) ||
           (c >= 0x202AU && c <= 0x202EU) || (c >= 0x2060U && c <= 0x2069U) || c == 0xFEFFU;
}

/// `text` for a terminal, on one line: what a terminal would obey instead of showing it (control characters,
/// line ends, marks that turn the direction of writing) becomes a blank, bytes that are no UTF-8 become
/// U+FFFD.
std::string printable(std::string_view text);

}  // namespace xy
