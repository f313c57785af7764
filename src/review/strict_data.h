// What the strict rules know: words, law facts, characters. Kept as data in assets/rules/, each group with
// its reason, and compiled in, so that a check depends on no path.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "review/law_facts.h"

namespace xy::review {

/// Where a group of words is looked for.
enum class WordPlace {
    everywhere,  ///< in every text
    claims,      ///< where the bank itself speaks; not where it is said to be wrong, nor after a "not"
    stems,
    options,
    allowed,  ///< nowhere: words that another rule lets pass
};

/// Words that one rule looks for. "*" in a word stands for a short gap. A Chinese word matches anywhere, an
/// English one as whole words without regard to capitals and to how an apostrophe is typed; "#" before a unit
/// stands for a number.
struct WordGroup {
    std::string id;
    std::string rule;
    WordPlace place = WordPlace::everywhere;
    std::vector<std::string> zh;
    std::vector<std::string> en;
    std::vector<std::string> exceptions;  ///< longer words in which it does not count
    std::string reason;
};

struct StrictData {
    std::vector<WordGroup> words;
    LawFacts law;
    std::u32string common;    ///< sorted: characters of compulsory schooling
    std::u32string drawable;  ///< sorted pairs first, last of ranges of the Basic Multilingual Plane

    bool is_common(char32_t c) const;
    bool is_drawable(char32_t c) const;
    /// The groups of a rule.
    std::vector<const WordGroup*> groups_of(std::string_view rule) const;
};

/// What is shipped. A mistake in it is a mistake of whoever changed assets/rules/.
Checked<StrictData> shipped_strict_data();

}  // namespace xy::review
