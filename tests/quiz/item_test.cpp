#include "quiz/item.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "example_items.h"
#include "quiz/session.h"

namespace xy::quiz {
namespace {

constexpr std::array kinds{Kind::single,    Kind::multiple, Kind::true_false,
                           Kind::situation, Kind::scale,    Kind::choice};

TEST(Kind, IsReadBackFromItsWord) {
    for (const Kind kind : kinds) EXPECT_EQ(parse_kind(code(kind)), kind);
    EXPECT_EQ(code(Kind::true_false), "true_false");
    EXPECT_EQ(code(Kind::choice), "choice");
    EXPECT_FALSE(parse_kind("Single"));
    EXPECT_FALSE(parse_kind(""));
}

TEST(Kind, SurveysHaveNoKeyAndOnlyMultipleTakesSeveral) {
    for (const Kind kind : kinds) {
        EXPECT_EQ(is_scored(kind), kind != Kind::scale && kind != Kind::choice);
        EXPECT_EQ(takes_several(kind), kind == Kind::multiple);
    }
}

TEST(Item, KeyHasABitForEachRightOption) {
    Item item = example_item("x", "law", Kind::multiple, max_options);
    EXPECT_EQ(item.key(), 1U);
    item.options[max_options - 1].correct = true;
    EXPECT_EQ(item.key(), 1U | (1U << (max_options - 1)));
    EXPECT_EQ(example_item("mood", "law", Kind::scale, 5).key(), 0U);
}

TEST(Item, SuitsTheAudiencesItNamesOrEverybody) {
    const Item item = for_audiences(example_item("x", "law"), {"primary", "junior"});
    EXPECT_TRUE(item.suits("junior"));
    EXPECT_FALSE(item.suits("family"));
    EXPECT_FALSE(item.suits("prim"));
    EXPECT_TRUE(item.suits("")) << "nobody was asked";
    EXPECT_TRUE(example_item("y", "law").suits("family"));
}

TEST(Item, LastDayIsStillValid) {
    Item item = example_item("x", "law");
    EXPECT_TRUE(item.valid_on("9999-12-31"));
    item.valid_until = "2026-06-26";
    EXPECT_TRUE(item.valid_on("2026-06-26"));
    EXPECT_TRUE(item.valid_on("2025-12-31"));
    EXPECT_FALSE(item.valid_on("2026-06-27"));
    EXPECT_FALSE(item.valid_on("2027-01-01"));
}

TEST(Programme, WordsForPhasesAndOutcomesAreThoseOfTheFiles) {
    EXPECT_EQ(code(Phase::pre), "pre");
    EXPECT_EQ(code(Phase::quiz), "quiz");
    EXPECT_EQ(code(Phase::post), "post");
    EXPECT_EQ(code(Phase::survey), "survey");
    EXPECT_EQ(code(Outcome::open), "open");
    EXPECT_EQ(code(Outcome::completed), "completed");
    EXPECT_EQ(code(Outcome::abandoned), "abandoned");
    EXPECT_EQ(code(Outcome::timed_out), "timed_out");
}

TEST(Programme, KnowsWhichStepsItHas) {
    const Programme programme = example_programme({WelcomeStep{}, PledgeStep{}});
    EXPECT_TRUE(programme.has<PledgeStep>());
    EXPECT_FALSE(programme.has<AudienceStep>());
}

TEST(Programme, FixedItemsAreThoseOfQuestionsAndSurveys) {
    const Step questions = fixed({"b/x"});
    const Step survey = SurveyStep{{"b/y", "b/z"}};
    const Step pledge = PledgeStep{};
    EXPECT_THAT(fixed_items(questions), testing::ElementsAre("b/x"));
    EXPECT_THAT(fixed_items(survey), testing::ElementsAre("b/y", "b/z"));
    EXPECT_TRUE(fixed_items(pledge).empty());
}

TEST(Citation, AnArticleStandsAtItsLawAndAYearIsSetOff) {
    const Source law{{"《禁毒法》", "Anti-Drug Law"}, {"第三条", "Article 3"}, {}, {}};
    EXPECT_EQ(citation(law, Language::zh), "《禁毒法》第三条");
    EXPECT_EQ(citation(law, Language::en), "Anti-Drug Law, Article 3");
    const Source notice{{"列管公告", "Notice"}, {"2023 年第 120 号", "No. 120 of 2023"}, {}, {}};
    EXPECT_EQ(citation(notice, Language::zh), "列管公告 2023 年第 120 号");
    EXPECT_EQ(citation(notice, Language::en), "Notice, No. 120 of 2023");
    EXPECT_EQ(citation({{"求助电话", "Help numbers"}, {}, {}, {}}, Language::en), "Help numbers");
}

}  // namespace
}  // namespace xy::quiz
