#include "base/utf8.h"

namespace xy {
namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Length of the valid character at `at`; 0 when there is none.
std::size_t valid_length(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80U) return 1;
    if (first < 0xC2U || first > 0xF4U) return 0;
    const std::size_t length = utf8_length(text[at]);
    if (at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!continues(text[at + i])) return 0;
    const char32_t c = character_at(text, at);
    const bool overlong = (length == 3 && c < 0x800U) || (length == 4 && c < 0x10000U);
    const bool surrogate = c >= 0xD800U && c <= 0xDFFFU;
    return overlong || surrogate || c > 0x10FFFFU ? 0 : length;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = valid_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::size_t characters_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += utf8_length(text[at])) ++count;
    return count;
}

char32_t character_at(std::string_view text, std::size_t at) {
    const std::size_t length = utf8_length(text[at]);
    const auto first = static_cast<unsigned char>(text[at]);
    if (length == 1) return first;
    char32_t c = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    return c;
}

}  // namespace xy
