#include "review/strict_rules.h"

#include <array>

namespace xy::review {
namespace {

constexpr std::array<StrictRule, 26> rules{{
    {"answer-length", "Right options are on average as long as wrong ones, within 15 %.",
     "A visitor who picks the longest answer must not do better than chance.", check_answer_length},
    {"longest-option", "The right option is the single longest at most 5 points more often than chance.",
     "The same, for a bank whose average hides it.", check_longest_option},
    {"key-position", "In the file the key stands at every place alike often (chi-square, 5 %).",
     "Banks are printed and imported; not everybody shuffles.", check_key_position},
    {"true-false-balance", "45–55 % of the statements are true; with few, as near as can be.",
     "A visitor who always says true must not pass.", check_true_false_balance},
    {"test-wise",
     "Players who pick by length, place, politeness or absolute words pass at most 3 points more "
     "often than one who guesses.",
     "A pass must mean that something was learned. Exact, for tests of 10 items and a pass at 60 %.",
     check_test_wise},
    {"combined-options", "No “all of the above”, no “both A and B”, no letters of options.",
     "Options are shuffled, and in the banks we looked at such an option was always the key.",
     check_combined_options},
    {"options-apart", "Options of an item differ by more than punctuation, and none begins with another.",
     "Options that are variants of each other betray the key.", check_options_apart},
    {"same-feedback", "No two options of an item have the same feedback.",
     "Feedback answers what was chosen; copied feedback answers nothing.", check_same_feedback},
    {"situation-feedback", "Every option of a situation has feedback.",
     "Practice is in the words one can say next. A mistake in every check.", nullptr},
    {"near-duplicates",
     "No two stems, across all files given, have a likeness of 0.70 (Chinese) or 0.85 "
     "(English) in their pairs of letters; 0.60 and 0.80 between the forms.",
     "A repeated question measures memory of the first one.", check_near_duplicates},
    {"missing-language", "Every text has Chinese and English.",
     "A visitor may choose either. A remark in every check.", nullptr},
    {"untranslated",
     "No Chinese in English texts; in Chinese texts only listed Latin words, and Chinese "
     "punctuation.",
     "Remnants of translation cannot be read aloud.", check_untranslated},
    {"numbers-agree", "Numbers of three and more digits stand in both languages.",
     "A telephone number or an amount must not differ between them.", check_numbers_agree},
    {"undrawable", "The kiosk's font has every character.", "Otherwise the screen shows a box.",
     check_drawable},
    {"text-length", "Texts keep the lengths of bank.schema.json.", "The screen is read from two metres away.",
     check_text_length},
    {"banned-wording",
     "No labels, absolutes, scolding, scare, doses, prices, slang; none of the facts that must "
     "not be used.",
     "Each group of words has its reason in assets/rules/wording.json.", check_banned_wording},
    {"own-use", "Nobody is asked about their own or their family's use.",
     "Nobody can answer that at a stand, and nobody may have to.", check_own_use},
    {"primary-pack", "No grams and no penalties for primary school.",
     "Children practise skills; thresholds and threats teach them nothing.", check_primary_pack},
    {"reading-level", "Texts for primary school use the 3500 common characters; at most 0.2 % others.",
     "A word that cannot be read cannot be understood.", check_reading_level},
    {"situation-share", "At least 40 % of the items are situations.",
     "Practice changes what people do; knowledge alone does not.", check_situation_share},
    {"difficulties", "Every topic has items of difficulty 1, 2 and 3 outside the forms.",
     "A paper must be able to begin easily and end hard.", check_difficulties},
    {"take-home", "Every scored item has a sentence to take home.",
     "The result screen shows one for what was missed.", check_take_home},
    {"forms", "Forms A and B have the same number of items of the same topics, kinds and difficulties.",
     "Before and after can be compared only with tests that are alike.", check_forms},
    {"law-source",
     "A law item names its law, article and the day on which the checked version came into force, "
     "and is still valid.",
     "Laws change; an old number is a wrong number.", check_law_source},
    {"law-article", "The article stands in the table of law facts.", "Only checked articles are cited.",
     check_law_article},
    {"law-numbers", "Every number with a unit that a law item claims stands in the table for its article.",
     "A wrong number of years, grams or yuan is worse than none.", check_law_numbers},
}};

}  // namespace

std::span<const StrictRule> strict_rules() {
    return rules;
}

std::vector<RuleProblem> rule_problems(const Review& review) {
    std::vector<RuleProblem> all;
    for (const StrictRule& rule : rules) {
        if (rule.check == nullptr) continue;
        RuleProblems problems(rule.name, all);
        rule.check(review, problems);
    }
    return all;
}

}  // namespace xy::review
