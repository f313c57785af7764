#include "json/syntax_problem.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/core.h>
#include <utility>

#include "base/problem_collector.h"
#include "base/utf8.h"
#include "json/text_rules.h"

namespace xy::json {
namespace {

/// Punctuation that a Chinese input method writes instead of the one JSON wants.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> full_width{{
    {"“", "\""},
    {"”", "\""},
    {"＂", "\""},
    {"：", ":"},
    {"，", ","},
    {"｛", "{"},
    {"｝", "}"},
    {"［", "["},
    {"］", "]"},
}};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_number_part(char c) {
    return is_word(c) || c == '+' || c == '-' || c == '.';
}
bool is_hex(char c) {
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

template <typename Part>
std::string_view take_while(std::string_view text, std::size_t at, Part part) {
    std::size_t end = at;
    while (end < text.size() && part(text[end])) ++end;
    return text.substr(at, end - at);
}

std::string_view words_for(Expected expected) {
    switch (expected) {
        case Expected::value:
            return "a value";
        case Expected::key_or_end:
            return "a key in double quotes, or }";
        case Expected::value_or_end:
            return "a value, or ]";
        case Expected::colon:
            return "a colon after the key";
        case Expected::comma_or_brace:
            return "a comma or }";
        case Expected::comma_or_bracket:
            return "a comma or ]";
        case Expected::nothing:
            return "nothing more";
    }
    return "";
}

bool is_hex_escape(std::string_view escape) {
    return escape.size() == 6 && escape.starts_with("\\u") &&
           std::all_of(escape.begin() + 2, escape.end(), is_hex);
}

/// 'h' for the first half of a character beyond U+FFFF (\uD8xx..), 'l' for its second half (\uDCxx..), else '
/// '.
char half(std::string_view escape) {
    if (!is_hex_escape(escape) || (escape[2] != 'd' && escape[2] != 'D')) return ' ';
    if (std::string_view("89abAB").find(escape[3]) != std::string_view::npos) return 'h';
    return std::string_view("cdefCDEF").find(escape[3]) != std::string_view::npos ? 'l' : ' ';
}

/// Length of the escape at `at` (a backslash); 0 when it is malformed or half a character.
std::size_t escape_length(std::string_view text, std::size_t at) {
    const std::string_view letter = text.substr(at + 1, 1);
    if (letter != "u")
        return !letter.empty() && std::string_view("\"\\/bfnrt").find(letter) != std::string_view::npos ? 2
                                                                                                        : 0;
    const std::string_view escape = text.substr(at, 6);
    if (half(escape) == 'l') return 0;
    if (half(escape) == 'h') return half(text.substr(at + 6, 6)) == 'l' ? 12 : 0;
    return is_hex_escape(escape) ? 6 : 0;
}

SyntaxProblem about_escape(std::string_view text, std::size_t at) {
    const std::string_view escape = text.substr(at, 6);
    if (half(escape) != ' ')
        return {at, fmt::format("{} is half a character", escape), "write the character itself"};
    if (escape.starts_with("\\u"))
        return {at, "\\u needs four hexadecimal digits", "write for example \\u5411, or 向 itself"};
    return {at,
            fmt::format("a backslash before {} means nothing",
                        in_quotes(text.substr(at + 1, utf8_at(text, at + 1).bytes))),
            "write \\\\ for one backslash"};
}

/// `at`: the opening quote of a text that the parser did not accept.
SyntaxProblem about_text(std::string_view text, std::size_t at) {
    for (std::size_t i = at + 1; i < text.size() && text[i] != '"';) {
        const char c = text[i];
        if (c == '\n' || c == '\r')
            return {at, "the text that begins here is not closed on its line",
                    "put \" at its end; write \\n for a new line inside a text"};
        if (static_cast<unsigned char>(c) < 0x20U)
            return {i, "a control character inside a text", c == '\t' ? "write a space" : "delete it"};
        const std::size_t length = c == '\\' ? escape_length(text, i) : 1;
        if (length == 0 && i + 1 < text.size()) return about_escape(text, i);
        i += std::max<std::size_t>(length, 1);
    }
    return {at, "the text that begins here is never closed", "put \" at its end"};
}

/// Where the number begins that goes on at `at`: 007 is read as the numbers 0, 0 and 7.
std::size_t number_start(std::string_view text, std::size_t at) {
    while (at > 0 && is_number_part(text[at - 1])) --at;
    return at;
}

SyntaxProblem about_number(std::string_view text, std::size_t at) {
    const std::string_view word = take_while(text, at, is_number_part);
    const bool large = word.find_first_of("eE") != std::string_view::npos;
    return {at,
            fmt::format("the number {} is {}not written as JSON wants", in_quotes(word),
                        large ? "too large, or " : ""),
            "write it like 3 or 0.5"};
}

SyntaxProblem about_word(std::string_view text, std::size_t at, Expected expected) {
    const std::string_view word = take_while(text, at, is_word);
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::string advice = "put texts and keys in double quotes";
    if (lower == "true" || lower == "false") advice = "write " + lower;
    if (lower == "null" || lower == "none") advice = "write null";
    return {at, fmt::format("expected {}, found {}", words_for(expected), in_quotes(word)), advice};
}

/// What stands at `at`, as words, and how to put it right.
SyntaxProblem about_character(std::string_view text, std::size_t at, Expected expected) {
    for (const auto& [wide, plain] : full_width)
        if (text.substr(at).starts_with(wide))
            return {at, fmt::format("full-width {} found", wide),
                    fmt::format("write the half-width {}", plain)};
    const std::string_view found = text.substr(at, utf8_at(text, at).bytes);
    std::string advice;
    if (found == "/" || found == "#") advice = "JSON has no comments: delete it";
    if (found == "'") advice = "write double quotes instead of single ones";
    return {at, fmt::format("expected {}, found {}", words_for(expected), in_quotes(found)), advice};
}

/// Steps over a separator that is right, so that the problem is about what follows it.
std::pair<std::size_t, Expected> behind_separator(std::string_view text, std::size_t at, Expected expected) {
    const char c = at < text.size() ? text[at] : '\0';
    const bool comma = c == ',';
    if (expected == Expected::colon && c == ':') return {skip_spaces(text, at + 1), Expected::value};
    if (expected == Expected::comma_or_brace && comma)
        return {skip_spaces(text, at + 1), Expected::key_or_end};
    if (expected == Expected::comma_or_bracket && comma)
        return {skip_spaces(text, at + 1), Expected::value_or_end};
    return {at, expected};
}

bool takes_value(Expected expected) {
    return expected == Expected::value || expected == Expected::value_or_end ||
           expected == Expected::key_or_end;
}

}  // namespace

SyntaxProblem syntax_problem(std::string_view text, std::size_t from, Expected expected) {
    const std::size_t start = skip_spaces(text, from);
    if (from > 0 && start == from && from < text.size() && is_digit(text[from - 1]) &&
        is_number_part(text[from]))
        return about_number(text, number_start(text, from));
    const auto [at, wanted] = behind_separator(text, start, expected);
    if (at >= text.size()) {
        if (from == 0 && expected == Expected::value) return {0, "the file is empty", "write { … }"};
        return {text.size(), fmt::format("the file ends here, where {} was expected", words_for(wanted)),
                "part of it may be missing"};
    }
    const char c = text[at];
    if (at != start && wanted != Expected::value && (c == '}' || c == ']'))
        return {start, fmt::format("a comma before {}", c), "delete the comma"};
    if (wanted == Expected::nothing)
        return {at, "there is more text behind the end of the file's last }",
                "delete it, or mend the brackets"};
    if (c == '"' && takes_value(wanted)) return about_text(text, at);
    if (is_digit(c) || c == '-' || c == '+' || c == '.')
        if (wanted == Expected::value || wanted == Expected::value_or_end) return about_number(text, at);
    if (is_word(c)) return about_word(text, at, wanted);
    if (c == '"')
        return {
            at, fmt::format("expected {}, found another text", words_for(wanted)),
            wanted == Expected::colon ? "write : between key and value" : "a comma may be missing before it"};
    return about_character(text, at, wanted);
}

LineColumn line_column(std::string_view text, std::size_t offset) {
    LineColumn place;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if (!continues_utf8(c)) {
            ++place.column;
        }
    }
    return place;
}

}  // namespace xy::json
