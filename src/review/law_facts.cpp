#include "review/law_facts.h"

#include <algorithm>

#include "review/characters.h"

namespace xy::review {

const Law* LawFacts::law_of(const quiz::Source& source) const {
    for (const Law& law : laws)
        for (const std::string& name : law.names)
            if (source.law.zh.find(name) != std::string::npos) return &law;
    return nullptr;
}

bool LawFacts::knows_article(std::string_view law, int article) const {
    return std::any_of(facts.begin(), facts.end(), [&](const LawFact& fact) {
        return fact.law == law &&
               std::find(fact.articles.begin(), fact.articles.end(), article) != fact.articles.end();
    });
}

bool LawFacts::has_number(std::string_view law, const std::vector<int>& articles,
                          const Quantity& quantity) const {
    return std::any_of(facts.begin(), facts.end(), [&](const LawFact& fact) {
        const bool cited = std::any_of(articles.begin(), articles.end(), [&](int article) {
            return std::find(fact.articles.begin(), fact.articles.end(), article) != fact.articles.end();
        });
        return fact.law == law && cited &&
               std::find(fact.numbers.begin(), fact.numbers.end(), quantity) != fact.numbers.end();
    });
}

bool LawFacts::has_year(int year) const {
    const std::string digits = std::to_string(year) + "-";
    const auto in = [&](const std::vector<std::string>& dates) {
        return std::any_of(dates.begin(), dates.end(),
                           [&](const std::string& date) { return date.starts_with(digits); });
    };
    return std::any_of(laws.begin(), laws.end(), [&](const Law& law) { return in(law.in_force); }) ||
           std::any_of(facts.begin(), facts.end(), [&](const LawFact& fact) { return in(fact.dates); });
}

std::vector<int> articles_in(std::string_view text) {
    constexpr std::u32string_view numerals = U"0123456789零〇一二三四五六七八九十百千两";
    std::vector<int> articles;
    std::vector<int> waiting;  // numerals since 第, which count once 条 follows
    const std::u32string all = characters(text);
    bool open = false;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find_first_not_of(numerals, at), all.size());
        if (end > at) {
            const long value = numeral(std::u32string_view(all).substr(at, end - at));
            if (open && value > 0) waiting.push_back(static_cast<int>(value));
            at = end;
            continue;
        }
        if (all[at] == U'第') {
            open = true;
            waiting.clear();
        } else if (all[at] == U'条') {
            articles.insert(articles.end(), waiting.begin(), waiting.end());
            open = false;
            waiting.clear();
        } else if (all[at] != U'、' && all[at] != U' ' && all[at] != U'，') {
            open = false;
            waiting.clear();
        }
        ++at;
    }
    return articles;
}

}  // namespace xy::review
