#include "base/plain_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace xy {
namespace {

bool is_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

bool is_line_part(char32_t c) {
    return c == U'\n' || c == U'\r' || c == U'\t';
}

}  // namespace

std::string_view what_is_wrong(TextFault fault) {
    switch (fault) {
        case TextFault::not_utf8:
            return "is not UTF-8";
        case TextFault::control:
            return "has a control character in it";
        case TextFault::too_long:
            break;
    }
    return "is longer than 1000 characters";
}

std::string_view advice_for(TextFault fault) {
    switch (fault) {
        case TextFault::not_utf8:
            return "set the terminal and its locale to UTF-8 (for example zh_CN.UTF-8) and type it again";
        case TextFault::control:
            return "delete it; it may have come in by pasting";
        case TextFault::too_long:
            break;
    }
    return "shorten it";
}

std::optional<TextFault> fault_of(std::string_view text, Lines lines) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const Utf8Character next = utf8_at(text, at);
        if (!next.valid) return TextFault::not_utf8;
        if (is_control(next.value) && (lines == Lines::one || !is_line_part(next.value)))
            return TextFault::control;
        at += next.bytes;
    }
    return count > longest_text ? std::optional(TextFault::too_long) : std::nullopt;
}

std::string made_valid(std::string_view text) {
    if (!fault_of(text, Lines::several)) return std::string(text);
    std::u32string all = characters(text);
    if (all.size() > longest_text) all.resize(longest_text);
    for (char32_t& c : all)
        if (is_control(c) && !is_line_part(c)) c = replacement_character;
    return utf8(all);
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character next = utf8_at(text, at);
        if (!next.valid || !(is_space(next.value) || is_invisible(next.value))) {
            begin = std::min(begin, at);
            end = at + next.bytes;
        }
        at += next.bytes;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace xy
