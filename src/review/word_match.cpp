#include "review/word_match.h"

#include <algorithm>
#include <array>

#include "review/characters.h"

namespace xy::review {
namespace {

constexpr std::size_t widest_gap = 24;  // bytes
constexpr std::size_t negation_reach = 15;

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    const bool open = begin > 0 && is_word_byte(text[begin - 1]) && is_word_byte(text[begin]);
    const bool on = end < text.size() && is_word_byte(text[end]) && is_word_byte(text[end - 1]);
    return !open && !on;
}

/// A number, and perhaps a space, right before `end`.
bool number_before(std::string_view text, std::size_t end) {
    if (end > 0 && text[end - 1] == ' ') --end;
    if (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9') return true;
    return end >= 3 && numeral(characters(text.substr(end - 3, 3))) >= 0;
}

struct Found {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// `part` of a word at or after `from` and before `limit`; `whole`: not inside a longer word.
std::optional<Found> find_part(std::string_view part, std::string_view text, std::size_t from,
                               std::size_t limit, bool whole) {
    const bool counted = part.starts_with('#');
    if (counted) part.remove_prefix(1);
    for (std::size_t at = text.find(part, from); at != std::string_view::npos && at <= limit;
         at = text.find(part, at + 1)) {
        if (counted && !number_before(text, at)) continue;
        const std::size_t end = at + part.size();
        if (!whole || counted || stands_alone(text, at, end)) return Found{at, end};
    }
    return std::nullopt;
}

std::optional<Found> find_word(std::string_view word, std::string_view text, std::size_t from, bool whole) {
    const std::size_t star = word.find('*');
    for (std::size_t start = from;;) {
        const auto first = find_part(word.substr(0, star), text, start, text.size(), whole);
        if (!first || star == std::string_view::npos) return first;
        const auto rest = find_part(word.substr(star + 1), text, first->end, first->end + widest_gap, whole);
        if (rest) return Found{first->begin, rest->end};
        start = first->begin + 1;
    }
}

/// `text` with every exception made unreadable, bytes kept in place.
std::string without_exceptions(const WordGroup& group, std::string_view text) {
    std::string left(text);
    for (const std::string& exception : group.exceptions)
        for (std::size_t at = left.find(exception); at != std::string::npos; at = left.find(exception, at))
            left.replace(at, exception.size(), exception.size(), '\x1f');
    return left;
}

/// Whether a negation stands shortly before the word, or inside it.
bool denied(std::string_view text, const Found& found, Language language) {
    constexpr std::array<std::string_view, 8> zh{"不是",   "并非", "不会",   "没有",
                                                 "不等于", "不算", "不能说", "别说"};
    constexpr std::array<std::string_view, 7> en{"not ",    "n't ",  "nothing ",   "never ",
                                                 "no one ", "isn't", "rather than"};
    const std::size_t begin = found.begin - std::min(found.begin, negation_reach);
    // 不丢人: right before the word one character says it.
    if (language == Language::zh && text.substr(0, found.begin).ends_with("不")) return true;
    const std::string_view around = text.substr(begin, found.end - begin);
    const auto stands = [&](std::string_view word) { return around.find(word) != std::string_view::npos; };
    return language == Language::zh ? std::any_of(zh.begin(), zh.end(), stands)
                                    : std::any_of(en.begin(), en.end(), stands);
}

std::optional<std::string> find_in(const WordGroup& group, const std::string& word, std::string_view text,
                                   Language language) {
    for (std::size_t from = 0;;) {
        const auto found = find_word(word, text, from, language == Language::en);
        if (!found) return std::nullopt;
        if (group.place != WordPlace::claims || !denied(text, *found, language))
            return std::string(text.substr(found->begin, found->end - found->begin));
        from = found->begin + 1;
    }
}

}  // namespace

std::optional<std::string> first_word(const WordGroup& group, std::string_view text, Language language) {
    const std::string left =
        without_exceptions(group, language == Language::en ? folded(text) : std::string(text));
    for (const std::string& word : language == Language::zh ? group.zh : group.en)
        if (auto found = find_in(group, word, left, language)) return found;
    return std::nullopt;
}

int words_in(const WordGroup& group, std::string_view text, Language language) {
    const std::string left =
        without_exceptions(group, language == Language::en ? folded(text) : std::string(text));
    const std::vector<std::string>& words = language == Language::zh ? group.zh : group.en;
    return static_cast<int>(std::count_if(words.begin(), words.end(), [&](const std::string& word) {
        return find_in(group, word, left, language).has_value();
    }));
}

}  // namespace xy::review
