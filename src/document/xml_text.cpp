#include "document/xml_text.h"

#include <algorithm>

namespace xy::document {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// Bytes that a character with this first byte has; 0 for a byte that begins none.
std::size_t length_after(unsigned first) {
    if (first < 0x80U) return 1;
    if (first >= 0xC2U && first < 0xE0U) return 2;
    if (first >= 0xE0U && first < 0xF0U) return 3;
    return first >= 0xF0U && first < 0xF5U ? 4 : 0;
}

bool allowed(char32_t c, std::size_t length) {
    if (length == 1) return c >= 0x20U || c == '\t' || c == '\n' || c == '\r';
    if (length == 3) return c >= 0x800U && !(c >= 0xD800U && c < 0xE000U) && c < 0xFFFEU;
    return length == 2 || (c >= 0x10000U && c < 0x110000U);
}

/// Bytes of the character at `at` that XML can hold; 0 when there is none.
std::size_t length_at(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    const std::size_t length = length_after(first);
    if (length == 0 || at + length > text.size()) return 0;
    char32_t c = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t next = at + 1; next < at + length; ++next) {
        if ((byte_at(text, next) & 0xC0U) != 0x80U) return 0;
        c = (c << 6U) | (byte_at(text, next) & 0x3FU);
    }
    return allowed(c, length) ? length : 0;
}

void append_escaped(std::string& all, char c) {
    switch (c) {
        case '&':
            all += "&amp;";
            break;
        case '<':
            all += "&lt;";
            break;
        case '>':
            all += "&gt;";
            break;
        case '"':
            all += "&quot;";
            break;
        default:
            all += c;
    }
}

}  // namespace

std::string xml_characters(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = length_at(text, at);
        kept += text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return kept;
}

std::string xml_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : xml_characters(text)) append_escaped(escaped, c);
    return escaped;
}

}  // namespace xy::document
