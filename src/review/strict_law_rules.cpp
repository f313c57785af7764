// What items say about the law, against the table of law facts.
#include <algorithm>
#include <fmt/core.h>

#include "base/problem_collector.h"
#include "review/strict_rule.h"

namespace xy::review {
namespace {

using quiz::Item;

/// Calls visit(bank, item index, item, law or nullptr) for every item that speaks of the law.
template <typename Visit>
void for_each_law_item(const Review& review, Visit visit) {
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (std::size_t i = 0; i < review.banks[b].items.size(); ++i) {
            const Item& item = review.banks[b].items[i];
            if (!item.source || !quiz::is_scored(item.kind)) continue;
            const Law* law = review.data.law.law_of(*item.source);
            if (law != nullptr || item.topic == "law") visit(b, i, item, law);
        }
}

std::string list_of_days(const std::vector<std::string>& days) {
    std::string text;
    for (const std::string& day : days) text += (text.empty() ? "" : " or ") + day;
    return text;
}

void check_in_force(const quiz::Source& source, const Law& law, std::size_t bank, const std::string& pointer,
                    std::string_view day, RuleProblems& problems) {
    if (source.in_force.empty() && !law.in_force.empty()) {
        problems.add(bank, pointer,
                     fmt::format("{} without the day it came into force", in_quotes(source.law.zh)),
                     fmt::format("write \"in_force\": \"{}\"", law.in_force.front()));
        return;
    }
    if (!source.in_force.empty() && source.in_force > day)
        problems.add(bank, pointer + "/in_force", fmt::format("not in force before {}", source.in_force),
                     "cite the version that is in force");
    if (!law.in_force.empty() &&
        std::find(law.in_force.begin(), law.in_force.end(), source.in_force) == law.in_force.end())
        problems.add(
            bank, pointer + "/in_force",
            fmt::format("{} is no version of {} that was checked", source.in_force, in_quotes(source.law.zh)),
            fmt::format("the version in force is that of {}", list_of_days(law.in_force)));
}

std::string_view name_of(Language language) {
    return language == Language::zh ? "Chinese" : "English";
}

/// The numbers and calendar years of one text of an item of `law`.
void check_text(const Review& review, const BankText& text, const Law* law, const std::vector<int>& articles,
                std::size_t bank, RuleProblems& problems) {
    for (const Language language : {Language::zh, Language::en}) {
        const std::string& words = language == Language::zh ? text.text->zh : text.text->en;
        const std::string pointer = text.pointer + "/" + std::string(code(language));
        for (const Quantity& quantity : quantities(words, language))
            if (law == nullptr || !review.data.law.has_number(law->id, articles, quantity))
                problems.add(
                    bank, pointer,
                    fmt::format("{}: \"{}\" does not stand in the table of law facts for the article cited",
                                name_of(language), text_of(quantity)),
                    "check the text of the law; correct the number or the article, or add the fact to "
                    "assets/rules/law-facts.json");
        for (const int year : calendar_years(words))
            if (!review.data.law.has_year(year))
                problems.add(bank, pointer, fmt::format("the year {} stands in no law fact", year),
                             "check it, or leave the year out");
    }
}

}  // namespace

void check_law_source(const Review& review, RuleProblems& problems) {
    for_each_law_item(review, [&](std::size_t b, std::size_t i, const Item& item, const Law* law) {
        const std::string pointer = item_pointer(i) + "/source";
        if (law == nullptr) {
            problems.add(
                b, pointer,
                fmt::format("the table of law facts does not know {}", in_quotes(item.source->law.zh)),
                "cite one of the checked laws, or add it to assets/rules/law-facts.json");
            return;
        }
        if (law->has_articles && item.source->article.empty())
            problems.add(b, pointer, "a law without its article",
                         "write \"article\": {\"zh\": \"第…条\", …}");
        check_in_force(*item.source, *law, b, pointer, review.day, problems);
        if (!item.valid_on(review.day))
            problems.add(b, item_pointer(i) + "/valid_until",
                         fmt::format("valid until {}: no longer asked", item.valid_until),
                         "bring it up to date, or delete it");
    });
}

void check_law_article(const Review& review, RuleProblems& problems) {
    for_each_law_item(review, [&](std::size_t b, std::size_t i, const Item& item, const Law* law) {
        if (law == nullptr || !law->has_articles || item.source->article.empty()) return;
        const std::string pointer = item_pointer(i) + "/source/article";
        const std::vector<int> articles = articles_in(item.source->article.zh);
        if (articles.empty())
            problems.add(b, pointer, fmt::format("no article in {}", in_quotes(item.source->article.zh)),
                         "write 第…条");
        for (const int article : articles)
            if (!review.data.law.knows_article(law->id, article))
                problems.add(b, pointer,
                             fmt::format("article {} of {} is not in the table of law facts", article,
                                         in_quotes(item.source->law.zh)),
                             "cite an article that was checked, or check it and add it to "
                             "assets/rules/law-facts.json");
    });
}

void check_law_numbers(const Review& review, RuleProblems& problems) {
    for_each_law_item(review, [&](std::size_t b, std::size_t i, const Item& item, const Law* law) {
        const std::vector<int> articles = articles_in(item.source->article.zh);
        for (const BankText& text : texts_of(item, i))
            if (text.claim && text.role != TextRole::source)
                check_text(review, text, law, articles, b, problems);
    });
}

}  // namespace xy::review
