// Words that must not stand in a bank, or not there.
#include <algorithm>
#include <fmt/core.h>

#include "base/problem_collector.h"
#include "review/characters.h"
#include "review/strict_rule.h"
#include "review/word_match.h"

namespace xy::review {
namespace {

bool looks_at(const WordGroup& group, const BankText& text) {
    switch (group.place) {
        case WordPlace::everywhere:
            return true;
        case WordPlace::claims:
            return text.claim;
        case WordPlace::stems:
            return text.role == TextRole::stem;
        case WordPlace::options:
            return text.role == TextRole::option;
        default:
            return false;
    }
}

/// The text around the first `word` in it, for a message.
std::string around(const std::string& word, const std::string& text) {
    constexpr std::size_t characters_around = 12;
    const std::u32string all = characters(text);
    const std::u32string small = characters(folded(text));
    const std::u32string wanted = characters(word);
    const std::size_t at = all.find(wanted) != std::u32string::npos ? all.find(wanted) : small.find(wanted);
    if (at == std::u32string::npos) return in_quotes(text);
    const std::size_t begin = at - std::min(at, characters_around);
    return in_quotes(
        utf8(std::u32string_view(all).substr(begin, at - begin + wanted.size() + characters_around)));
}

void look_for(const WordGroup& group, const BankText& text, std::size_t bank, RuleProblems& problems) {
    if (!looks_at(group, text)) return;
    for (const Language language : {Language::zh, Language::en}) {
        const std::string& words = language == Language::zh ? text.text->zh : text.text->en;
        if (const auto word = first_word(group, words, language))
            problems.add(bank, text.pointer + "/" + std::string(code(language)),
                         fmt::format("{} in {}", in_quotes(*word), around(*word, words)), group.reason);
    }
}

/// Problems of every text of the banks that `asks` for and in which a word of the rule stands.
template <typename Asks>
void look_through(const Review& review, std::string_view rule, RuleProblems& problems, Asks asks) {
    const std::vector<const WordGroup*> groups = review.data.groups_of(rule);
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (const BankText& text : texts_of(review.banks[b]))
            if (asks(text))
                for (const WordGroup* group : groups) look_for(*group, text, b, problems);
}

bool any(const BankText&) {
    return true;
}

}  // namespace

bool is_for_primary(const std::vector<std::string>& audiences) {
    return std::find(audiences.begin(), audiences.end(), "primary") != audiences.end();
}

void check_combined_options(const Review& review, RuleProblems& problems) {
    look_through(review, "combined-options", problems, any);
}

void check_banned_wording(const Review& review, RuleProblems& problems) {
    look_through(review, "banned-wording", problems, any);
}

void check_own_use(const Review& review, RuleProblems& problems) {
    look_through(review, "own-use", problems, any);
}

void check_primary_pack(const Review& review, RuleProblems& problems) {
    look_through(review, "primary-pack", problems, [](const BankText& text) {
        return text.item != nullptr && text.role != TextRole::source && is_for_primary(text.item->audiences);
    });
}

}  // namespace xy::review
