#include "document/xml_text.h"

#include "base/utf8.h"

namespace xy::document {
namespace {

bool fits_xml(char32_t c) {
    return c >= 0x20U ? c != 0xFFFEU && c != 0xFFFFU : c == U'\t' || c == U'\n' || c == U'\r';
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
        const Utf8Character next = utf8_at(text, at);
        if (next.valid && fits_xml(next.value)) kept += text.substr(at, next.bytes);
        at += next.bytes;
    }
    return kept;
}

std::string xml_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : xml_characters(text)) append_escaped(escaped, c);
    return escaped;
}

}  // namespace xy::document
