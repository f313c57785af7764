// What a strict rule is, and how it says what it found. Inside review/ only; strict_check.h runs them all.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quiz/item.h"
#include "review/bank_texts.h"
#include "review/strict_data.h"

namespace xy::review {

/// What the rules look at.
struct Review {
    std::span<const quiz::Bank> banks;
    const StrictData& data;
    std::string_view day;  ///< YYYY-MM-DD
};

struct RuleProblem {
    std::string_view rule;
    std::size_t bank = 0;  ///< index in Review::banks
    std::string pointer;   ///< JSON pointer
    std::string what;
    std::string advice;
};

/// Takes the remarks of one rule.
class RuleProblems {
 public:
    RuleProblems(std::string_view rule, std::vector<RuleProblem>& into) : rule_(rule), into_(into) {}

    void add(std::size_t bank, std::string pointer, std::string what, std::string advice) {
        into_.push_back({rule_, bank, std::move(pointer), std::move(what), std::move(advice)});
    }

 private:
    std::string_view rule_;
    std::vector<RuleProblem>& into_;
};

/// Pure: the same banks, data and day give the same problems.
struct StrictRule {
    std::string_view name;
    std::string_view what;
    std::string_view why;
    /// nullptr: already looked at while the file is read.
    void (*check)(const Review&, RuleProblems&) = nullptr;
};

// strict_key_rules.cpp: what the place and the length of the right option give away.
void check_answer_length(const Review& review, RuleProblems& problems);
void check_longest_option(const Review& review, RuleProblems& problems);
void check_key_position(const Review& review, RuleProblems& problems);
void check_true_false_balance(const Review& review, RuleProblems& problems);
void check_test_wise(const Review& review, RuleProblems& problems);

// strict_option_rules.cpp
void check_options_apart(const Review& review, RuleProblems& problems);
void check_same_feedback(const Review& review, RuleProblems& problems);

// strict_wording_rules.cpp
void check_combined_options(const Review& review, RuleProblems& problems);
void check_banned_wording(const Review& review, RuleProblems& problems);
void check_own_use(const Review& review, RuleProblems& problems);
void check_primary_pack(const Review& review, RuleProblems& problems);

// strict_language_rules.cpp
void check_untranslated(const Review& review, RuleProblems& problems);
void check_numbers_agree(const Review& review, RuleProblems& problems);
void check_drawable(const Review& review, RuleProblems& problems);
void check_reading_level(const Review& review, RuleProblems& problems);
void check_text_length(const Review& review, RuleProblems& problems);

// strict_stem_rules.cpp
void check_near_duplicates(const Review& review, RuleProblems& problems);

// strict_shape_rules.cpp: what a bank must have.
void check_situation_share(const Review& review, RuleProblems& problems);
void check_difficulties(const Review& review, RuleProblems& problems);
void check_forms(const Review& review, RuleProblems& problems);
void check_take_home(const Review& review, RuleProblems& problems);

// strict_law_rules.cpp
void check_law_source(const Review& review, RuleProblems& problems);
void check_law_article(const Review& review, RuleProblems& problems);
void check_law_numbers(const Review& review, RuleProblems& problems);

/// Whether a visitor of primary school is asked it.
bool is_for_primary(const std::vector<std::string>& audiences);

}  // namespace xy::review
