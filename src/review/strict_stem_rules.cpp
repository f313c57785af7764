// Questions that ask the same twice.
#include <array>
#include <fmt/core.h>
#include <string_view>

#include "base/problem_collector.h"
#include "review/characters.h"
#include "review/strict_rule.h"
#include "review/word_match.h"

namespace xy::review {
namespace {

/// Likeness (Bigrams) from which two stems are near-duplicates. English text has few different pairs of
/// letters, so unrelated stems reach 0.5 there.
constexpr double alike_zh = 0.70;
constexpr double alike_en = 0.85;
/// The same between the forms A and B, whose items are seen by the same person.
constexpr double alike_zh_of_forms = 0.60;
constexpr double alike_en_of_forms = 0.80;

/// What every other stem ends with says nothing about its subject.
std::string without_closing(std::string stem, Language language) {
    constexpr std::array<std::string_view, 9> zh{"你怎么做？",   "你会怎么做？", "你该怎么做？",
                                                 "怎么做最好？", "怎么做？",     "你怎么说？",
                                                 "你会怎么说？", "怎么办？",     "你怎么劝？"};
    constexpr std::array<std::string_view, 6> en{"What do you do?",     "What do you say?",
                                                 "What will you do?",   "What should you do?",
                                                 "What do you advise?", "What is best?"};
    const auto cut = [&](std::string_view closing) {
        if (stem.ends_with(closing) && stem.size() > 2 * closing.size())
            stem.resize(stem.size() - closing.size());
    };
    if (language == Language::zh)
        for (const std::string_view closing : zh) cut(closing);
    else
        for (const std::string_view closing : en) cut(closing);
    return stem;
}

struct Stem {
    std::size_t bank;
    std::size_t index;
    const quiz::Item* item;
    Bigrams zh;
    Bigrams en;
};

std::vector<Stem> stems_of(const Review& review) {
    std::vector<Stem> stems;
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (std::size_t i = 0; i < review.banks[b].items.size(); ++i) {
            const quiz::Item& item = review.banks[b].items[i];
            stems.push_back({b, i, &item, Bigrams(without_closing(item.stem.zh, Language::zh)),
                             Bigrams(without_closing(item.stem.en, Language::en))});
        }
    return stems;
}

}  // namespace

void check_near_duplicates(const Review& review, RuleProblems& problems) {
    const std::vector<Stem> stems = stems_of(review);
    for (std::size_t b = 1; b < stems.size(); ++b)
        for (std::size_t a = 0; a < b; ++a) {
            const double zh = stems[a].zh.likeness(stems[b].zh);
            const double en = stems[a].en.likeness(stems[b].en);
            const bool forms = !stems[a].item->form.empty() && !stems[b].item->form.empty();
            if (zh < (forms ? alike_zh_of_forms : alike_zh) && en < (forms ? alike_en_of_forms : alike_en))
                continue;
            const std::string& bank = review.banks[stems[a].bank].id;
            problems.add(stems[b].bank, item_pointer(stems[b].index) + "/stem",
                         fmt::format("asks nearly the same as {}/{}: {} (likeness {:.2f} zh, {:.2f} en)",
                                     bank, stems[a].item->id, in_quotes(stems[a].item->stem.zh), zh, en),
                         "ask something else, or keep only one of them");
        }
}

}  // namespace xy::review
