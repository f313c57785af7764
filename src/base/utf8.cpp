#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace xy {
namespace {

/// Bytes of the character that this byte begins; 0 for one that begins none.
std::size_t length_after(unsigned char first) {
    if (first < 0x80U) return 1;
    if (first < 0xC0U) return 0;
    if (first < 0xE0U) return 2;
    if (first < 0xF0U) return 3;
    return first < 0xF8U ? 4 : 0;
}

/// Whether `c` is a character and needs this many bytes: where fewer would have done, it is malformed.
bool is_well_formed(char32_t c, std::size_t length) {
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = c >= 0xD800U && c <= 0xDFFFU;
    return c >= least.at(length) && c <= 0x10FFFFU && !surrogate;
}

}  // namespace

Utf8Character utf8_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = length_after(first);
    if (length == 1) return {first, 1, true};
    if (length == 0 || length > text.size() - at) return {};
    char32_t c = first & (0x7FU >> length);
    for (std::size_t i = at + 1; i < at + length; ++i) {
        if (!continues_utf8(text[i])) return {};
        c = (c << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return is_well_formed(c, length) ? Utf8Character{c, length, true} : Utf8Character{};
}

std::u32string characters(std::string_view text) {
    std::u32string all;
    all.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character next = utf8_at(text, at);
        all += next.value;
        at += next.bytes;
    }
    return all;
}

std::string printable(std::string_view text) {
    std::u32string shown = characters(text);
    std::replace_if(
        shown.begin(), shown.end(),
        [](char32_t c) {
            const bool line_end = c == 0x2028U || c == 0x2029U;
            const bool direction = (c >= 0x202AU && c <= 0x202EU) || (c >= 0x2066U && c <= 0x2069U);
            return is_control(c) || line_end || direction;
        },
        U' ');
    return utf8(shown);
}

std::string utf8(std::u32string_view characters) {
    std::string text;
    const auto add = [&text](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    for (const char32_t c : characters) {
        if (c < 0x80U) {
            add(c);
            continue;
        }
        if (c < 0x800U) {
            add(0xC0U | (c >> 6U));
        } else if (c < 0x10000U) {
            add(0xE0U | (c >> 12U));
            add(0x80U | ((c >> 6U) & 0x3FU));
        } else {
            add(0xF0U | (c >> 18U));
            add(0x80U | ((c >> 12U) & 0x3FU));
            add(0x80U | ((c >> 6U) & 0x3FU));
        }
        add(0x80U | (c & 0x3FU));
    }
    return text;
}

std::size_t characters_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += utf8_at(text, at).bytes) ++count;
    return count;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character next = utf8_at(text, at);
        if (!next.valid) return at;
        at += next.bytes;
    }
    return std::nullopt;
}

std::string_view utf8_prefix(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && continues_utf8(text[bytes])) --bytes;
    return text.substr(0, bytes);
}

}  // namespace xy
