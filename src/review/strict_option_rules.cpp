// Options of one item that give each other away.
#include <fmt/core.h>

#include "base/problem_collector.h"
#include "review/characters.h"
#include "review/strict_rule.h"

namespace xy::review {
namespace {

/// Two options with at least so many pairs of characters in common are one option with a slip.
constexpr double too_alike = 0.9;
/// An option of fewer characters may well be part of another ("14" in "114").
constexpr std::size_t least_contained = 4;

std::string_view word_for(Language language) {
    return language == Language::zh ? "Chinese" : "English";
}

std::u32string digits_of(const std::u32string& text) {
    std::u32string digits;
    for (const char32_t c : text)
        if (is_ascii_digit(c)) digits += c;
    return digits;
}

/// What is wrong between two options; empty: nothing.
std::string objection(const quiz::Option& a, const quiz::Option& b, Language language) {
    const std::string& one = a.text.in(language);
    const std::string& other = b.text.in(language);
    const std::u32string bare_one = bare(one);
    const std::u32string bare_other = bare(other);
    if (bare_one.empty() || bare_other.empty()) return {};
    if (bare_one == bare_other)
        return fmt::format("{}: {} and {} differ by punctuation only", word_for(language), in_quotes(one),
                           in_quotes(other));
    // A key inside a distractor, or the other way round: the longer one says the same and more.
    const std::u32string& small = bare_one.size() < bare_other.size() ? bare_one : bare_other;
    const std::u32string& large = bare_one.size() < bare_other.size() ? bare_other : bare_one;
    if (small.size() >= least_contained && a.correct != b.correct && large.starts_with(small))
        return fmt::format("{}: {} contains {}", word_for(language),
                           in_quotes(bare_one == large ? one : other),
                           in_quotes(bare_one == large ? other : one));
    // 100 plants and 1000 plants are alike in letters only.
    const bool same_numbers = digits_of(small) == digits_of(large);
    if (same_numbers && small.size() >= 2 * least_contained &&
        Bigrams(one).likeness(Bigrams(other)) >= too_alike)
        return fmt::format("{}: {} and {} are nearly the same", word_for(language), in_quotes(one),
                           in_quotes(other));
    return {};
}

template <typename Visit>
void for_each_pair(const Review& review, Visit visit) {
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (std::size_t i = 0; i < review.banks[b].items.size(); ++i) {
            const quiz::Item& item = review.banks[b].items[i];
            if (!quiz::is_scored(item.kind) || item.kind == quiz::Kind::true_false) continue;
            for (std::size_t k = 1; k < item.options.size(); ++k)
                for (std::size_t j = 0; j < k; ++j)
                    visit(b, option_pointer(i, k), item.options[j], item.options[k]);
        }
}

}  // namespace

void check_options_apart(const Review& review, RuleProblems& problems) {
    for_each_pair(review, [&](std::size_t bank, const std::string& pointer, const quiz::Option& a,
                              const quiz::Option& b) {
        for (const Language language : {Language::zh, Language::en})
            if (std::string what = objection(a, b, language); !what.empty()) {
                problems.add(bank, pointer + "/text", std::move(what),
                             "make the options say different things");
                return;
            }
    });
}

void check_same_feedback(const Review& review, RuleProblems& problems) {
    for_each_pair(review, [&](std::size_t bank, const std::string& pointer, const quiz::Option& a,
                              const quiz::Option& b) {
        if (a.feedback.empty() || b.feedback.empty()) return;
        const bool same_zh = !a.feedback.zh.empty() && bare(a.feedback.zh) == bare(b.feedback.zh);
        const bool same_en = !a.feedback.en.empty() && bare(a.feedback.en) == bare(b.feedback.en);
        if (same_zh || same_en)
            problems.add(bank, pointer + "/feedback",
                         fmt::format("the same feedback as option {}: {}", in_quotes(a.id),
                                     in_quotes(same_zh ? b.feedback.zh : b.feedback.en)),
                         "answer what this option says");
    });
}

}  // namespace xy::review
