// Programmes with forms, lesson cards, large type and an invitation: what arrives, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bank/configuration.h"
#include "good_config.h"
#include "support/folder.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The good bank, where "truth" is form A, "several" is form B, and there are two cards.
std::string lesson_bank() {
    std::string bank = changed(good_bank, R"("answer": false,)", R"("answer": false, "form": "A",)");
    bank = changed(bank, R"("shuffle": false,)", R"("shuffle": false, "form": "B",)");
    return changed(bank, R"(  "items": [)", R"json(  "cards": [
    { "id": "light", "topic": "law", "audiences": ["primary", "junior"], "text": { "zh": "甲", "en": "A" } },
    { "id": "plain", "topic": "refuse", "audiences": [], "text": { "zh": "乙", "en": "B" } }
  ],
  "items": [)json");
}

const std::string lesson_programme = R"json({
  "id": "short",
  "title": { "zh": "短", "en": "Short" },
  "invitation": { "zh": "六分钟", "en": "Six minutes" },
  "teasers": [{ "zh": "安全吗？", "en": "Is it safe?" }, { "zh": "找谁说？", "en": "Whom to tell?" }],
  "type": "large",
  "banks": ["small"],
  "steps": [
    { "step": "welcome" },
    { "step": "audience" },
    { "step": "questions", "phase": "pre", "form": "either" },
    { "step": "cards", "count": 2, "topics": ["refuse", "law"] },
    { "step": "questions", "draw": [{ "topic": "law", "count": 1 }] },
    { "step": "questions", "phase": "post", "form": "other" },
    { "step": "result" }
  ]
}
)json";

class LessonProgramme : public testing::Test {
 protected:
    Checked<Configuration> load(const std::string& programme, const std::string& bank = lesson_bank()) {
        ConfigTexts texts;
        texts.programme = programme;
        texts.bank = bank;
        write(folder_, texts);
        return load_configuration(folder_.path() / "config", folder_.path() / "questions", "2026-01-01");
    }
    /// What is said about the programme with `from` changed into `to`.
    std::string said(std::string_view from, std::string_view to) {
        return printed(load(changed(lesson_programme, from, to)).problems);
    }
    std::string said_of_bank(std::string_view from, std::string_view to) {
        return printed(load(lesson_programme, changed(lesson_bank(), from, to)).problems);
    }
    std::string version(std::string_view from, std::string_view to) {
        const auto loaded = load(changed(lesson_programme, from, to));
        EXPECT_TRUE(loaded.value) << printed(loaded.problems);
        return loaded.value ? loaded.value->programme().version : std::string();
    }

    TemporaryFolder folder_;
};

TEST_F(LessonProgramme, ArrivesAsItsAuthorWroteIt) {
    const auto loaded = load(lesson_programme);
    // "one" alone is left for the quiz of junior and primary.
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_THAT(loaded.problems, IsEmpty()) << printed(loaded.problems);
    const quiz::Programme& programme = loaded.value->programme();
    EXPECT_TRUE(programme.large_type);
    EXPECT_EQ(programme.invitation.en, "Six minutes");
    ASSERT_EQ(programme.teasers.size(), 2U);
    EXPECT_EQ(programme.teasers[1].zh, "找谁说？");
    const auto& pre = std::get<quiz::QuestionsStep>(programme.steps.at(2));
    EXPECT_EQ(pre.form, quiz::FormRule::either);
    EXPECT_FALSE(pre.feedback);
    const auto& cards = std::get<quiz::CardsStep>(programme.steps.at(3));
    EXPECT_EQ(cards.count, 2);
    EXPECT_THAT(cards.topics, ElementsAre("refuse", "law"));
    EXPECT_EQ(std::get<quiz::QuestionsStep>(programme.steps.at(5)).form, quiz::FormRule::other);
}

TEST_F(LessonProgramme, WithoutTheNewKeysIsAsBefore) {
    const auto loaded = load(ConfigTexts().programme, good_bank);
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_FALSE(loaded.value->programme().large_type);
    EXPECT_TRUE(loaded.value->programme().invitation.empty());
    // Stored visits carry it; computed apart from this program, with Python's hashlib.blake2b.
    EXPECT_EQ(loaded.value->programme().version, "e88413d737e92175");
}

TEST_F(LessonProgramme, FormsAndCardsMakeItsVersionAndTheSizeOfLettersDoesNot) {
    const std::string before = version("\"id\"", "\"id\"");
    EXPECT_NE(version("\"either\"", "\"A\""), before);
    EXPECT_NE(version("\"count\": 2", "\"count\": 1"), before);
    EXPECT_NE(version("[\"refuse\", \"law\"]", "[\"law\", \"refuse\"]"), before);
    EXPECT_EQ(version("\"large\"", "\"normal\""), before);
    EXPECT_EQ(version("Six minutes", "In six minutes"), before);
}

TEST_F(LessonProgramme, TeasersThatDoNotFitTheirBubbleAreNamed) {
    const std::string problems =
        said(R"({ "zh": "找谁说？", "en": "Whom to tell?" })",
             R"({ "zh": "这是一句长得在气泡里怎么也写不下的问话吗？", "en": "Whom to tell?" })");
    EXPECT_THAT(problems, HasSubstr("/teasers/1: a teaser of 21 Chinese characters"));
    EXPECT_THAT(problems, HasSubstr("write at most 18"));
    const std::string one = R"({ "zh": "找谁说？", "en": "Whom to tell?" })";
    std::string seven = one;
    for (int i = 0; i < 6; ++i) seven += ", " + one;
    EXPECT_THAT(said(one, seven), HasSubstr("/teasers: 8 teasers; keep at most 6"));
}

TEST_F(LessonProgramme, AMissingFormIsNamedForEachAudience) {
    const std::string problems = said_of_bank(R"("form": "B",)", "");
    EXPECT_THAT(problems,
                HasSubstr("short.json:11: /steps/2/form: no bank has an item of form B for audience "
                          "\"primary\"; mark as many items"));
    EXPECT_THAT(problems, HasSubstr("for audience \"junior\""));
}

TEST_F(LessonProgramme, AFixedOrderOfTheFormsIsRemarkedOn) {
    EXPECT_THAT(said("Six", "Ten"), Not(HasSubstr("same order")));
    EXPECT_THAT(
        said("\"either\"", "\"A\""),
        HasSubstr("short.json:14: /steps/5/form: remark: everybody has the two forms in the same order"));
}

TEST_F(LessonProgramme, FormsOfUnequalLengthAreNamed) {
    EXPECT_THAT(said_of_bank(R"("difficulty": 2,)", R"("difficulty": 2, "form": "A",)"),
                HasSubstr("form B for audience \"primary\" has 1 items, the other one has 2"));
}

TEST_F(LessonProgramme, AFormItemAskedByItselfIsNamed) {
    EXPECT_THAT(said(R"("draw": [{ "topic": "law", "count": 1 }])", R"("items": ["small/truth"])"),
                HasSubstr("/steps/4/items/0: \"small/truth\" belongs to form A"));
}

TEST_F(LessonProgramme, FormItemsDoNotFillAQuota) {
    EXPECT_THAT(said(R"({ "topic": "law", "count": 1 })", R"({ "topic": "law", "count": 2 })"),
                HasSubstr("topic \"law\" needs 2 items for audience \"primary\", the banks have 1"));
}

TEST_F(LessonProgramme, MoreCardsThanThereAreIsNamed) {
    EXPECT_THAT(
        said("\"count\": 2", "\"count\": 3"),
        HasSubstr("short.json:12: /steps/3: this step shows 3 cards for audience \"primary\", the banks "
                  "have 2 of its topics"));
    EXPECT_THAT(said("[\"refuse\", \"law\"]", "[\"law\"]"), HasSubstr("the banks have 1 of its topics"));
}

TEST_F(LessonProgramme, CardsForOthersAreNotCounted) {
    EXPECT_THAT(said_of_bank(R"(["primary", "junior"], "text")", R"(["primary"], "text")"),
                HasSubstr("this step shows 2 cards for audience \"junior\", the banks have 1"));
}

TEST_F(LessonProgramme, AnUnknownTopicOfCardsIsNamed) {
    EXPECT_THAT(said("[\"refuse\", \"law\"]", "[\"refuse\", \"lwa\", \"law\"]"),
                HasSubstr("/steps/3/topics/1: unknown topic \"lwa\""));
    EXPECT_THAT(said("[\"refuse\", \"law\"]", "[\"law\", \"law\"]"), HasSubstr("listed twice"));
}

TEST_F(LessonProgramme, TheWordsOfAStepAreChecked) {
    EXPECT_THAT(said("\"count\": 2, ", ""), HasSubstr("the key \"count\" is missing"));
    EXPECT_THAT(said("\"count\": 2", "\"count\": 0"), HasSubstr("0 is out of range"));
    EXPECT_THAT(said("\"either\"", "\"C\""), HasSubstr("write one of \"A\", \"B\", \"either\", \"other\""));
    EXPECT_THAT(said("\"either\"", "\"C\""), Not(HasSubstr("asks nothing")));
    EXPECT_THAT(said("\"large\"", "\"huge\""), HasSubstr("write one of \"normal\", \"large\""));
    EXPECT_THAT(said("\"topics\": [", "\"topic\": ["), HasSubstr("did you mean \"topics\"?"));
}

TEST_F(LessonProgramme, AFormIsAskedWholeAndBeforeOrAfter) {
    EXPECT_THAT(said("\"phase\": \"pre\", ", ""),
                HasSubstr("/steps/2/form: a form measures before or after"));
    EXPECT_THAT(said("\"form\": \"either\"", "\"form\": \"either\", \"items\": [\"small/one\"]"),
                HasSubstr("a form is asked whole, and nothing beside it"));
}

TEST_F(LessonProgramme, NobodyIsAskedAFormTwice) {
    const char* twice = "a form may be asked twice";
    EXPECT_THAT(said("\"other\"", "\"either\""), HasSubstr(twice));
    EXPECT_THAT(said("\"other\"", "\"A\""), HasSubstr(twice));
    EXPECT_THAT(said("\"either\"", "\"other\""), HasSubstr("\"other\" comes before the form"));
    EXPECT_THAT(said("{ \"step\": \"result\" }",
                     "{ \"step\": \"questions\", \"phase\": \"post\", \"form\": \"other\" }"),
                HasSubstr(twice));
    const std::string fixed = changed(lesson_programme, "\"either\"", "\"B\"");
    EXPECT_TRUE(load(fixed).value);
    EXPECT_TRUE(load(changed(fixed, "\"other\"", "\"A\"")).value);
    EXPECT_THAT(printed(load(changed(fixed, "\"other\"", "\"B\"")).problems), HasSubstr(twice));
}

TEST_F(LessonProgramme, AnAudienceStepAfterACardIsNamed) {
    EXPECT_THAT(said("    { \"step\": \"audience\" },\n",
                     "    { \"step\": \"cards\", \"count\": 1 },\n"
                     "    { \"step\": \"audience\" },\n"),
                HasSubstr("\"audience\" comes after a question or a card"));
}

TEST_F(LessonProgramme, OnlyTheAudiencesItServesAreCounted) {
    // Everything of the bank that is asked is for primary school alone: junior is not offered.
    std::string bank = lesson_bank();
    for (int i = 0; i < 2; ++i)
        bank = changed(bank, R"("audiences": [],
      "topic": "law")",
                       R"("audiences": ["primary"],
      "topic": "law")");
    bank = changed(bank, R"("audiences": ["primary", "junior"],
      "topic": "law")",
                   R"("audiences": ["primary"],
      "topic": "law")");
    const auto loaded = load(lesson_programme, bank);
    EXPECT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_THAT(loaded.problems, IsEmpty()) << printed(loaded.problems);
}

TEST_F(LessonProgramme, ServingNobodyIsNamed) {
    ConfigTexts texts;
    texts.programme = lesson_programme;
    texts.bank = lesson_bank();
    texts.audiences = R"({ "audiences": [{ "id": "cadre", "title": { "zh": "干部", "en": "Officials" } }] })";
    for (const char* from : {R"("audiences": [],
      "topic": "law")",
                             R"("audiences": [],
      "topic": "law")"})
        texts.bank = changed(texts.bank, from, R"("audiences": ["primary"],
      "topic": "law")");
    write(folder_, texts);
    EXPECT_THAT(
        printed(load_configuration(folder_.path() / "config", folder_.path() / "questions", "2026-01-01")
                    .problems),
        HasSubstr("its banks have no question for any audience of audiences.json"));
}

}  // namespace
}  // namespace xy::bank
