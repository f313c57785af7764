// The shipped banks against the data of the strict rules.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bank/bank_file.h"
#include "base/day.h"
#include "good_pack.h"
#include "json/folder.h"
#include "support/texts.h"

namespace xy::review {
namespace {

std::vector<quiz::Bank> shipped_banks() {
    std::vector<quiz::Bank> banks;
    for (const auto& file : json::files_in(std::filesystem::path(XY_SOURCE_DIR) / "questions"))
        banks.push_back(bank::load_bank(file).value.value());
    return banks;
}

/// The remarks of these rules on all shipped banks.
std::string remarks_of(const std::set<std::string_view>& rules) {
    std::vector<RuleProblem> found;
    for (RuleProblem& remark : remarks_on(shipped_banks()))
        if (rules.contains(remark.rule)) found.push_back(std::move(remark));
    return printed(found);
}

TEST(ShippedRules, TheDataIsComplete) {
    const auto data = shipped_strict_data();
    ASSERT_TRUE(data.value) << printed(data.problems);
    EXPECT_TRUE(data.problems.empty()) << printed(data.problems);
    EXPECT_EQ(data.value->common.size(), 3500U);
    EXPECT_TRUE(data.value->is_common(U'毒'));
    EXPECT_FALSE(data.value->is_common(U'罂'));
    EXPECT_TRUE(data.value->is_drawable(U'罂'));
    EXPECT_FALSE(data.value->is_drawable(U'ก'));
    for (const WordGroup& group : data.value->words) {
        EXPECT_FALSE(group.reason.empty()) << group.id;
        EXPECT_TRUE(std::any_of(strict_rules().begin(), strict_rules().end(),
                                [&](const StrictRule& rule) { return rule.name == group.rule; }) ||
                    group.rule == "absolute-words" || group.rule == "polite-words")
            << group.rule;
    }
}

TEST(ShippedRules, EveryFactIsOfAKnownLawAndEveryDayExists) {
    const LawFacts& law = strict_data().law;
    for (const LawFact& fact : law.facts) {
        const auto known = std::find_if(law.laws.begin(), law.laws.end(),
                                        [&](const Law& one) { return one.id == fact.law; });
        ASSERT_NE(known, law.laws.end()) << fact.law;
        EXPECT_EQ(fact.articles.empty(), !known->has_articles) << fact.what;
        for (const std::string& day : fact.dates) EXPECT_TRUE(is_day(day)) << day;
    }
    for (const Law& one : law.laws)
        for (const std::string& day : one.in_force) EXPECT_TRUE(is_day(day)) << day;
}

TEST(ShippedRules, EveryLawNumberOfTheBanksStandsInTheTable) {
    EXPECT_EQ(remarks_of({"law-numbers", "law-article"}), "");
}

TEST(ShippedRules, NoForbiddenFactOrWordStandsInTheBanks) {
    EXPECT_EQ(remarks_of({"banned-wording", "own-use", "primary-pack", "combined-options"}), "");
}

TEST(ShippedRules, TheBanksBreakNoStrictRule) {
    const auto problems = remarks_on(shipped_banks());
    EXPECT_TRUE(problems.empty()) << printed(problems);
}

}  // namespace
}  // namespace xy::review
