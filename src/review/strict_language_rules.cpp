// The two languages of a bank, and whether its texts can be shown and read.
#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <map>
#include <set>

#include "base/problem_collector.h"
#include "base/utf8.h"
#include "review/characters.h"
#include "review/strict_rule.h"

namespace xy::review {
namespace {

/// Latin words in a Chinese text that are not allowed there.
std::set<std::string> latin_words(std::string_view text, const std::vector<std::string>& allowed) {
    std::set<std::string> words;
    std::string word;
    const auto finish = [&] {
        const bool has_letter = std::any_of(word.begin(), word.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
        if (has_letter && std::find(allowed.begin(), allowed.end(), word) == allowed.end())
            words.insert(word);
        word.clear();
    };
    for (const char32_t c : characters(text)) {
        const bool inside = is_latin(c) || is_ascii_digit(c) || (c == U'-' && !word.empty());
        if (inside)
            word += static_cast<char>(c);
        else
            finish();
    }
    finish();
    return words;
}

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// The first Chinese character or mark of punctuation in an English text.
std::string chinese_in(std::string_view text) {
    constexpr std::u32string_view marks = U"，。？！；：、《》“”（）";
    // “ ” are English, too.
    constexpr std::u32string_view english = U"“”";
    for (const char32_t c : characters(text))
        if (is_han(c) ||
            (marks.find(c) != std::u32string_view::npos && english.find(c) == std::u32string_view::npos))
            return utf8(std::u32string(1, c));
    return {};
}

/// The first ASCII mark of punctuation right after a Chinese character.
std::string narrow_punctuation_in(std::string_view text) {
    constexpr std::u32string_view marks = U",?!;:\"";
    const std::u32string all = characters(text);
    for (std::size_t i = 1; i < all.size(); ++i)
        if (is_han(all[i - 1]) && marks.find(all[i]) != std::u32string_view::npos)
            return utf8(all.substr(i - 1, 2));
    return {};
}

void check_chinese(const BankText& text, std::size_t bank, const std::vector<std::string>& allowed,
                   RuleProblems& problems) {
    const std::string& zh = text.text->zh;
    // Sources are named as they name themselves (UNODC).
    const bool source = text.role == TextRole::source;
    if (const auto words = latin_words(zh, allowed); !words.empty() && !source)
        problems.add(bank, text.pointer + "/zh", fmt::format("Latin words in Chinese: {}", joined(words)),
                     "translate them; common ones are listed in assets/rules/wording.json");
    if (const std::string mark = narrow_punctuation_in(zh); !mark.empty())
        problems.add(bank, text.pointer + "/zh",
                     fmt::format("English punctuation in Chinese: {}", in_quotes(mark)),
                     "use ，。？！；：“”");
}

/// Numbers of three and more digits, commas dropped: telephone numbers, years, amounts.
std::set<long> long_numbers(std::string_view text) {
    std::set<long> numbers;
    const std::u32string all = characters(text);
    for (std::size_t at = 0; at < all.size();) {
        std::u32string digits;
        for (; at < all.size(); ++at) {
            const bool grouping =
                all[at] == U',' && !digits.empty() && at + 1 < all.size() && is_ascii_digit(all[at + 1]);
            if (is_ascii_digit(all[at]))
                digits += all[at];
            else if (!grouping)
                break;
        }
        if (digits.size() >= 3 && digits.size() <= 9) numbers.insert(numeral(digits));
        if (digits.empty()) ++at;
    }
    return numbers;
}

/// Numbers written in Chinese characters.
std::set<long> written_numbers(std::string_view text) {
    constexpr std::u32string_view numerals = U"零〇一二三四五六七八九十百千万两";
    std::set<long> numbers;
    const std::u32string all = characters(text);
    for (std::size_t at = 0; at < all.size(); ++at) {
        const std::size_t end = std::min(all.find_first_not_of(numerals, at), all.size());
        if (end > at) numbers.insert(numeral(std::u32string_view(all).substr(at, end - at)));
        at = end;
    }
    return numbers;
}

struct Limit {
    TextRole role;
    std::string_view name;
    std::size_t zh;  ///< characters
    std::size_t en;  ///< words
};

/// Those of bank.schema.json.
constexpr std::array<Limit, 6> limits{{{TextRole::stem, "a stem", 48, 32},
                                       {TextRole::option, "an option", 20, 12},
                                       {TextRole::feedback, "a feedback", 50, 28},
                                       {TextRole::explanation, "an explanation", 75, 42},
                                       {TextRole::take_home, "a take-home sentence", 28, 16},
                                       {TextRole::card, "a card", 60, 45}}};

std::size_t words_in_english(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        if (c != ' ' && !inside) ++count;
        inside = c != ' ';
    }
    return count;
}

/// The character at `at` with its neighbours, as far as these are Chinese.
std::string surrounding(const std::u32string& text, std::size_t at) {
    std::size_t begin = at;
    std::size_t end = at + 1;
    while (begin > 0 && at - begin < 2 && is_han(text[begin - 1])) --begin;
    while (end < text.size() && end - at < 3 && is_han(text[end])) ++end;
    return utf8(std::u32string_view(text).substr(begin, end - begin));
}

/// Characters and, among them, rare ones of the texts that a child reads.
struct Reading {
    std::size_t characters = 0;
    std::size_t rare = 0;
    std::map<std::string, std::string> places;  ///< rare character → with its neighbours
    std::map<std::string, std::string> pointers;
};

void read(const BankText& text, const StrictData& data, const std::u32string& taught, Reading& reading) {
    const std::u32string all = characters(text.text->zh);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_han(all[i])) continue;
        ++reading.characters;
        if (data.is_common(all[i]) || taught.find(all[i]) != std::u32string::npos) continue;
        ++reading.rare;
        const std::string character = utf8(std::u32string(1, all[i]));
        reading.places.emplace(character, surrounding(all, i));
        reading.pointers.emplace(character, text.pointer + "/zh");
    }
}

}  // namespace

void check_untranslated(const Review& review, RuleProblems& problems) {
    std::vector<std::string> allowed;
    for (const WordGroup* group : review.data.groups_of("untranslated"))
        allowed.insert(allowed.end(), group->zh.begin(), group->zh.end());
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (const BankText& text : texts_of(review.banks[b])) {
            check_chinese(text, b, allowed, problems);
            const std::string chinese = chinese_in(text.text->en);
            if (!chinese.empty())
                problems.add(b, text.pointer + "/en",
                             fmt::format("Chinese in English: {}", in_quotes(chinese)), "translate it");
        }
}

void check_numbers_agree(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (const BankText& text : texts_of(review.banks[b])) {
            if (text.text->zh.empty() || text.text->en.empty() || text.role == TextRole::source) continue;
            const std::set<long> zh = long_numbers(text.text->zh);
            const std::set<long> en = long_numbers(text.text->en);
            const std::set<long> written = written_numbers(text.text->zh);
            for (const long number : en)
                if (!zh.contains(number) && !written.contains(number))
                    problems.add(b, text.pointer, fmt::format("{} stands in the English only", number),
                                 "say the same in both languages");
            for (const long number : zh)
                if (!en.contains(number))
                    problems.add(b, text.pointer, fmt::format("{} stands in the Chinese only", number),
                                 "say the same in both languages");
        }
}

void check_drawable(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (const BankText& text : texts_of(review.banks[b]))
            for (const Language language : {Language::zh, Language::en})
                for (const char32_t c : characters(language == Language::zh ? text.text->zh : text.text->en))
                    if (c >= 0x20U && c <= 0xFFFFU && !review.data.is_drawable(c))
                        problems.add(b, text.pointer + "/" + std::string(code(language)),
                                     fmt::format("the kiosk's font does not have {} (U+{:04X})",
                                                 utf8(std::u32string(1, c)), static_cast<unsigned>(c)),
                                     "use another character");
}

void check_reading_level(const Review& review, RuleProblems& problems) {
    constexpr double most_rare = 0.002;  // of all characters
    std::u32string taught;
    for (const WordGroup* group : review.data.groups_of("reading-level"))
        for (const std::string& word : group->zh) taught += characters(word);
    for (std::size_t b = 0; b < review.banks.size(); ++b) {
        Reading reading;
        for (const BankText& text : texts_of(review.banks[b]))
            if (text.item != nullptr && text.role != TextRole::source && is_for_primary(text.item->audiences))
                read(text, review.data, taught, reading);
        std::string words;
        for (const auto& [character, place] : reading.places) {
            words += fmt::format("{}{} ({})", words.empty() ? "" : ", ", character, place);
            problems.add(
                b, reading.pointers.at(character),
                fmt::format("{} in {} is not among the 3500 common characters", character, in_quotes(place)),
                "use a word that grade 5 reads");
        }
        const double share = reading.characters > 0
                                 ? static_cast<double>(reading.rare) / static_cast<double>(reading.characters)
                                 : 0;
        if (share > most_rare)
            problems.add(b, "/items",
                         fmt::format("{} of {} characters for primary school are rare ({:.2f} %): {}",
                                     reading.rare, reading.characters, 100 * share, words),
                         "at most 0.2 %");
    }
}

void check_text_length(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (const BankText& text : texts_of(review.banks[b])) {
            const auto limit = std::find_if(limits.begin(), limits.end(),
                                            [&](const Limit& one) { return one.role == text.role; });
            if (limit == limits.end()) continue;
            const std::size_t zh = characters_in(text.text->zh);
            const std::size_t en = words_in_english(text.text->en);
            if (zh > limit->zh)
                problems.add(b, text.pointer + "/zh", fmt::format("{} characters in {}", zh, limit->name),
                             fmt::format("at most {}", limit->zh));
            if (en > limit->en)
                problems.add(b, text.pointer + "/en", fmt::format("{} words in {}", en, limit->name),
                             fmt::format("at most {}", limit->en));
        }
}

}  // namespace xy::review
