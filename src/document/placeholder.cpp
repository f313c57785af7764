#include "document/placeholder.h"

#include <array>
#include <optional>

#include "base/utf8.h"

namespace xy::document {
namespace {

constexpr std::size_t longest_name = 200;  // bytes; what is longer are braces that happen to be in a text

struct Brace {
    std::string_view half;
    std::string_view full;
};
constexpr Brace opening{"{", "｛"};
constexpr Brace closing{"}", "｝"};

/// Bytes of the brace at the beginning of `text`, 0 without one.
std::size_t one(std::string_view text, const Brace& brace) {
    if (text.starts_with(brace.half)) return brace.half.size();
    return text.starts_with(brace.full) ? brace.full.size() : 0;
}

/// Bytes of the invisible characters at the beginning of `text`: editors and web pages leave them anywhere.
std::size_t invisible(std::string_view text) {
    std::size_t bytes = 0;
    while (bytes < text.size()) {
        const Utf8Character next = utf8_at(text, bytes);
        if (!next.valid || !is_invisible(next.value)) break;
        bytes += next.bytes;
    }
    return bytes;
}

/// Bytes of two of them.
std::size_t two(std::string_view text, const Brace& brace) {
    const std::size_t first = one(text, brace);
    if (first == 0) return 0;
    const std::size_t between = invisible(text.substr(first));
    const std::size_t second = one(text.substr(first + between), brace);
    return second == 0 ? 0 : first + between + second;
}

/// Bytes of the blank, or of what nobody sees, at the beginning of `text`, 0 without one.
std::size_t blank(std::string_view text) {
    constexpr std::array<std::string_view, 4> blanks = {" ", "\t", "\u00A0", "\u3000"};
    for (const std::string_view each : blanks)
        if (text.starts_with(each)) return each.size();
    return invisible(text);
}

std::string_view without_blanks(std::string_view text) {
    while (const std::size_t length = blank(text)) text.remove_prefix(length);
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = blank(text.substr(at));
        at += length == 0 ? 1 : length;
        if (length == 0) end = at;
    }
    return text.substr(0, end);
}

struct Prefix {
    std::string_view text;
    PlaceholderKind kind;
};

std::optional<Placeholder> placeholder(std::string_view between) {
    if (between.size() > longest_name) return std::nullopt;
    Placeholder found;
    found.name = std::string(without_blanks(between));
    found.key = key_of(between);
    found.cut = found.key.find(no_text) != std::string::npos;
    std::erase(found.key, no_text);
    constexpr std::array<Prefix, 4> prefixes{{{"表:", PlaceholderKind::table},
                                              {"表：", PlaceholderKind::table},
                                              {"图:", PlaceholderKind::picture},
                                              {"图：", PlaceholderKind::picture}}};
    for (const Prefix& prefix : prefixes)
        if (found.key.starts_with(prefix.text)) {
            found.kind = prefix.kind;
            found.key.erase(0, prefix.text.size());
            break;
        }
    if (found.key.empty()) return std::nullopt;
    return found;
}

}  // namespace

std::string key_of(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t length = blank(name.substr(at));
        if (length == 0) key += name[at];
        at += length == 0 ? 1 : length;
    }
    return key;
}

std::vector<Placeholder> placeholders_in(std::string_view text) {
    struct Open {
        std::size_t begin;
        std::size_t end;
    };
    std::vector<Placeholder> all;
    std::optional<Open> open;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (const std::size_t length = two(rest, opening)) {
            open = {at, at + length};
            at += one(rest, opening);  // the second of three may be the first of the innermost two
        } else if (const std::size_t closed = two(rest, closing); closed != 0 && open) {
            if (auto found = placeholder(text.substr(open->end, at - open->end))) {
                found->begin = open->begin;
                found->end = at + closed;
                all.push_back(*std::move(found));
            }
            open.reset();
            at += closed;
        } else {
            ++at;
        }
    }
    return all;
}

}  // namespace xy::document
