// The table of law facts (assets/rules/law-facts.json): what items may say a law says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quiz/item.h"
#include "review/quantities.h"

namespace xy::review {

struct Law {
    std::string id;
    std::vector<std::string> names;     ///< parts of Source::law in Chinese by which it is known
    std::vector<std::string> in_force;  ///< days on which the version (or one of the notices) came into force
    bool has_articles = true;
};

struct LawFact {
    std::string law;            ///< Law::id
    std::vector<int> articles;  ///< empty: a notice
    std::string what;
    std::vector<Quantity> numbers;
    std::vector<std::string> dates;  ///< YYYY-MM-DD
};

struct LawFacts {
    std::vector<Law> laws;
    std::vector<LawFact> facts;

    /// The law a source names, or nullptr.
    const Law* law_of(const quiz::Source& source) const;
    bool knows_article(std::string_view law, int article) const;
    bool has_number(std::string_view law, const std::vector<int>& articles, const Quantity& quantity) const;
    /// Whether some date of the table falls into the calendar year.
    bool has_year(int year) const;
};

/// The articles in a text such as 第三百五十三条、第三百五十四条 or 第33、47条; 第九条第二款 is article 9.
std::vector<int> articles_in(std::string_view text);

}  // namespace xy::review
