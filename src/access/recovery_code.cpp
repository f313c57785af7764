#include "access/recovery_code.h"

#include <algorithm>
#include <new>
#include <sodium.h>

#include "base/plain_text.h"

namespace xy::access {
std::optional<char> code_character(char typed) {
    char c = typed;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    if (code_characters.find(c) == std::string_view::npos) return std::nullopt;
    return c;
}

std::string new_recovery_code() {
    if (sodium_init() < 0) throw std::bad_alloc();
    std::string code;
    while (code.size() < code_length)
        code += code_characters[randombytes_uniform(static_cast<std::uint32_t>(code_characters.size()))];
    return code;
}

std::string in_groups(std::string_view code) {
    std::string shown;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % code_group == 0) shown += '-';
        shown += code[i];
    }
    return shown;
}

namespace {

/// All of them, in the order to try them.
std::vector<std::string> all_codes_in(std::string_view text, std::string_view of) {
    std::vector<std::string> own;
    std::vector<std::string> others;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const std::size_t mark = std::min(line.find('#'), line.size());
        if (auto code = parse_recovery_code(line.substr(0, mark)))
            (!of.empty() && trimmed(line.substr(std::min(mark + 1, line.size()))) == of ? own : others)
                .push_back(*std::move(code));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    std::vector<std::string> codes(own.rbegin(), own.rend());
    codes.insert(codes.end(), others.rbegin(), others.rend());
    return codes;
}

}  // namespace

std::vector<std::string> recovery_codes_in(std::string_view text, std::string_view of) {
    std::vector<std::string> codes = all_codes_in(text, of);
    if (codes.size() > most_codes) codes.resize(most_codes);
    return codes;
}

std::string with_code(std::string text, std::string_view code, std::string_view of) {
    const auto there = all_codes_in(text, of);
    if (std::find(there.begin(), there.end(), code) != there.end()) return text;
    if (!text.empty() && text.back() != '\n') text += '\n';
    return text + in_groups(code) + "  # " + std::string(of) + "\n";
}

std::optional<std::string> parse_recovery_code(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == '\r' || c == '\n' || c == '\t') continue;
        const auto character = code_character(c);
        if (!character) return std::nullopt;
        code += *character;
    }
    if (code.size() != code_length) return std::nullopt;
    return code;
}

}  // namespace xy::access
