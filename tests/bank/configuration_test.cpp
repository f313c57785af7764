#include "bank/configuration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "good_config.h"
#include "support/folder.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

class ConfigurationTest : public testing::Test {
 protected:
    Checked<Configuration> load(const ConfigTexts& texts, std::string_view today = "2026-01-01") {
        write(folder_, texts);
        return load_configuration(folder_.path() / "config", folder_.path() / "questions", today);
    }
    std::string problems(const ConfigTexts& texts, std::string_view today = "2026-01-01") {
        return printed(load(texts, today).problems);
    }
    static ConfigTexts with_steps(const std::string& steps) {
        ConfigTexts texts;
        const std::size_t from = texts.programme.find("\"steps\"");
        texts.programme = texts.programme.substr(0, from) + "\"steps\": [" + steps + "]\n}\n";
        return texts;
    }
    std::string version(const std::string& from, const std::string& to) {
        ConfigTexts texts;
        texts.programme = changed(texts.programme, from, to);
        const auto loaded = load(texts);
        EXPECT_TRUE(loaded.value) << printed(loaded.problems);
        return loaded.value ? loaded.value->programme().version : std::string();
    }

    TemporaryFolder folder_;
};

TEST_F(ConfigurationTest, EverythingAnOrganizerWroteArrives) {
    const auto loaded = load({});
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_TRUE(loaded.problems.empty()) << printed(loaded.problems);
    const Configuration& c = *loaded.value;
    EXPECT_EQ(c.settings.device_label, (LocalizedText{"07 号", "No. 07"}));
    EXPECT_EQ(c.settings.idle, std::chrono::seconds(45));
    EXPECT_EQ(c.settings.countdown, std::chrono::seconds(10));
    EXPECT_EQ(c.settings.result, std::chrono::seconds(30));
    EXPECT_FALSE(c.settings.sway);
    ASSERT_EQ(c.audiences.size(), 2U);
    EXPECT_EQ(c.audiences[0].note.en, "Grade 5");
    EXPECT_EQ(c.audiences[0].reading, 5);
    EXPECT_TRUE(c.audiences[0].faces);
    EXPECT_FALSE(c.audiences[1].faces) << "where nothing is said";
    EXPECT_EQ(c.audiences[1].reading, 8) << "where nothing is said";
    EXPECT_TRUE(c.audiences[1].note.empty());
    ASSERT_EQ(c.venues.size(), 2U);
    EXPECT_EQ(c.venues[1].title.zh, "进农村");
    ASSERT_EQ(c.events.size(), 2U);
    EXPECT_EQ(c.events[0].place.en, "School");
    EXPECT_EQ(c.events[0].place_code, "511123");
    EXPECT_EQ(c.events[0].venue, "school");
    EXPECT_EQ(c.events[0].occasion.en, "26 June") << "the title of the occasion";
    EXPECT_EQ(c.events[0].day, "2025-06-26");
    ASSERT_EQ(c.places.size(), 2U);
    EXPECT_EQ(c.places[1].parent, "511123");
    EXPECT_EQ(c.places[1].level, outreach::PlaceLevel::township);
    ASSERT_EQ(c.measures.size(), 2U);
    EXPECT_EQ(c.measures[0].unit.zh, "份");
    EXPECT_EQ(c.measures[0].aliases, std::vector<std::string>{"传单"});
    EXPECT_EQ(c.measures[0].steps, (std::vector<std::int64_t>{1, 10, 50}));
    EXPECT_EQ(c.events[1].state, outreach::EventState::planned);
    ASSERT_NE(c.open_event(), nullptr);
    EXPECT_EQ(c.open_event()->id, "june");
    ASSERT_EQ(c.banks.size(), 1U);
    EXPECT_EQ(c.banks[0].id, "small");
}

TEST_F(ConfigurationTest, TheStepsOfAProgrammeArriveInTheirOrder) {
    const auto loaded = load({});
    ASSERT_TRUE(loaded.value);
    const quiz::Programme& p = loaded.value->programme();
    EXPECT_EQ(p.id, "short");
    EXPECT_EQ(p.title.en, "Short");
    EXPECT_THAT(p.version, MatchesRegex("[0-9a-f]{16}"));
    ASSERT_EQ(p.steps.size(), 7U);
    EXPECT_TRUE(std::holds_alternative<quiz::WelcomeStep>(p.steps[0]));
    EXPECT_TRUE(std::holds_alternative<quiz::AudienceStep>(p.steps[1]));
    const auto& pre = std::get<quiz::QuestionsStep>(p.steps[2]);
    EXPECT_EQ(pre.phase, quiz::Phase::pre);
    EXPECT_FALSE(pre.feedback) << "a pre-test that teaches is no pre-test";
    EXPECT_THAT(pre.items, ElementsAre("small/truth"));
    const auto& main = std::get<quiz::QuestionsStep>(p.steps[3]);
    EXPECT_EQ(main.phase, quiz::Phase::quiz);
    EXPECT_TRUE(main.feedback);
    EXPECT_THAT(main.draw, ElementsAre(quiz::DrawRule{"law", 1}));
    EXPECT_THAT(std::get<quiz::SurveyStep>(p.steps[4]).items, ElementsAre("small/mood", "small/wish"));
    EXPECT_TRUE(std::holds_alternative<quiz::PledgeStep>(p.steps[5]));
    EXPECT_TRUE(std::holds_alternative<quiz::ResultStep>(p.steps[6]));
}

TEST_F(ConfigurationTest, WhatIsLeftOutHasADefault) {
    ConfigTexts texts;
    texts.kiosk = R"({ "$schema": "x.json", "programme": "short" })";
    const auto loaded = load(texts);
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_EQ(loaded.value->settings.idle, std::chrono::seconds(45));
    EXPECT_EQ(loaded.value->settings.countdown, std::chrono::seconds(15));
    EXPECT_EQ(loaded.value->settings.result, std::chrono::seconds(20));
    EXPECT_TRUE(loaded.value->settings.sway);
    EXPECT_TRUE(loaded.value->settings.device_label.empty());
}

TEST_F(ConfigurationTest, NoOpenEventIsFine) {
    ConfigTexts texts;
    texts.events = changed(texts.events, "\"open\"", "\"closed\"");
    const auto loaded = load(texts);
    ASSERT_TRUE(loaded.value);
    EXPECT_EQ(loaded.value->open_event(), nullptr);
}

TEST_F(ConfigurationTest, EmptyOptionalTextsAreAsIfLeftOut) {
    ConfigTexts texts;
    texts.events = changed(texts.events, R"("occasion": "june")", R"("occasion": "")");
    texts.events = changed(texts.events, R"("511123")", R"("")");
    texts.events = changed(texts.events, R"("venue": "school")", R"("venue": "")");
    const auto loaded = load(texts);
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_TRUE(loaded.problems.empty()) << printed(loaded.problems);
}

TEST_F(ConfigurationTest, ASurveyKioskNeedsNothingButASurvey) {
    const auto loaded = load(with_steps(R"({ "step": "survey", "items": ["small/mood"] })"));
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_FALSE(loaded.value->programme().has<quiz::AudienceStep>());
}

TEST_F(ConfigurationTest, AnyStepMayBeLeftOut) {
    const std::vector<std::string> steps{
        R"({ "step": "welcome" })",
        R"({ "step": "audience" })",
        R"({ "step": "questions", "phase": "pre", "draw": [{ "topic": "refuse", "count": 1 }] })",
        R"({ "step": "questions", "draw": [{ "count": 2 }] })",
        R"({ "step": "survey", "items": ["small/mood"] })",
        R"({ "step": "pledge" })",
        R"({ "step": "result" })"};
    for (std::size_t left_out = 0; left_out < steps.size(); ++left_out) {
        std::string list;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (i != left_out) list += (list.empty() ? "" : ",\n") + steps[i];
        ConfigTexts texts = with_steps(list);
        texts.bank = changed(texts.bank, R"("audiences": ["primary"],)", R"("audiences": [],)");
        const auto loaded = load(texts);
        EXPECT_TRUE(loaded.value) << "without " << steps[left_out] << ": " << printed(loaded.problems);
    }
}

TEST_F(ConfigurationTest, AProgrammeThatShowsNothingIsNamed) {
    EXPECT_THAT(problems(with_steps(R"({ "step": "welcome" }, { "step": "audience" })")),
                HasSubstr("/steps: no step shows a page after the welcome"));
    EXPECT_THAT(problems(with_steps("")), HasSubstr("/steps: no step shows a page after the welcome"));
}

TEST_F(ConfigurationTest, AskingForTheAudienceAfterAQuestionIsNamed) {
    EXPECT_THAT(
        problems(with_steps(R"({ "step": "survey", "items": ["small/mood"] },
{ "step": "audience" })")),
        HasSubstr(
            "short.json:6: /steps/1: \"audience\" comes after a question or a card; move or delete it"));
}

TEST_F(ConfigurationTest, AnItemInTwoStepsIsNamed) {
    ConfigTexts texts;
    texts.programme = changed(texts.programme, "\"step\": \"questions\",\n",
                              "\"step\": \"questions\", \"items\": [\"small/truth\"],\n");
    EXPECT_THAT(problems(texts),
                HasSubstr("/steps/3/items/0: \"small/truth\" is asked twice in this programme"));
}

TEST_F(ConfigurationTest, ASurveyItemAmongTheQuestionsIsNamed) {
    EXPECT_THAT(
        problems(with_steps(R"({ "step": "questions", "items": ["small/mood"] })")),
        HasSubstr("/steps/0/items/0: \"small/mood\" is of kind \"scale\"; ask it in a step \"survey\""));
}

TEST_F(ConfigurationTest, AQuotaTheBanksCannotFillIsNamedWithHowManyAreMissing) {
    // For primary the law has one, several and truth, and the fixed truth is not drawn again: 2 of 4.
    ConfigTexts texts;
    texts.programme = changed(texts.programme, "\"count\": 1", "\"count\": 4");
    const std::string file = (folder_.path() / "config/programmes/short.json").string();
    EXPECT_EQ(problems(texts), file +
                                   ":12: /steps/3/draw/0: topic \"law\" needs 4 items for audience "
                                   "\"primary\", the banks have 2, 2 are "
                                   "missing; add items or lower the count\n" +
                                   file +
                                   ":12: /steps/3/draw/0: topic \"law\" needs 4 items for audience "
                                   "\"junior\", the banks have 2, 2 are "
                                   "missing; add items or lower the count\n");
}

TEST_F(ConfigurationTest, AQuotaIsCountedForEachAudience) {
    ConfigTexts texts;
    texts.programme =
        changed(texts.programme, R"({ "topic": "law", "count": 1 })", R"({ "topic": "refuse", "count": 1 })");
    EXPECT_THAT(
        problems(texts),
        AllOf(HasSubstr(
                  "topic \"refuse\" needs 1 items for audience \"junior\", the banks have 0, 1 is missing"),
              Not(HasSubstr("\"primary\""))));
}

TEST_F(ConfigurationTest, WithoutAnAudienceStepAQuotaIsCountedOnce) {
    EXPECT_THAT(problems(with_steps(R"({ "step": "questions", "draw": [{ "count": 9 }] })")),
                HasSubstr("/steps/0/draw/0: any topic needs 9 items, the banks have 4, 5 are missing"));
}

TEST_F(ConfigurationTest, ItemsThatExpiredAreCountedHonestly) {
    ConfigTexts texts;
    texts.programme = changed(texts.programme, "\"count\": 1", "\"count\": 2");
    EXPECT_TRUE(load(texts, "2027-12-31").value) << "the last day still counts";
    const std::string said = problems(texts, "2028-01-01");
    EXPECT_THAT(said, HasSubstr("the banks have 1 (1 more expired), 1 is missing"));
    EXPECT_THAT(said, HasSubstr("/items/0/valid_until: remark: the item \"one\" is no longer asked"));
    EXPECT_TRUE(load({}, "2028-01-01").value) << "an expired item that is not needed is only a remark";
}

TEST_F(ConfigurationTest, AFixedItemThatExpiredIsNamed) {
    ConfigTexts texts;
    texts.programme = changed(texts.programme, "small/truth", "small/one");
    EXPECT_THAT(problems(texts, "2028-01-01"),
                HasSubstr("/steps/2/items/0: \"small/one\" expired after 2027-12-31"));
}

TEST_F(ConfigurationTest, AFixedItemForOthersIsARemark) {
    ConfigTexts texts;
    texts.programme = changed(texts.programme, "small/truth", "small/scene");
    const auto loaded = load(texts);
    EXPECT_TRUE(loaded.value);
    EXPECT_THAT(printed(loaded.problems),
                HasSubstr("remark: \"small/scene\" is not meant for audience \"junior\""));
}

TEST_F(ConfigurationTest, AskingForTheAudienceWithoutAnyIsNamed) {
    ConfigTexts texts;
    texts.audiences = R"({ "audiences": [] })";
    texts.bank = changed(changed(texts.bank, R"(["primary", "junior"])", "[]"), R"(["primary"])", "[]");
    EXPECT_THAT(problems(texts), HasSubstr("short.json: it asks for the audience, but there are none"));
}

TEST_F(ConfigurationTest, MistakesInSeveralFilesAreAllNamed) {
    ConfigTexts texts;
    texts.kiosk = changed(texts.kiosk, "45", "5");
    texts.audiences = changed(texts.audiences, "\"junior\"", "\"Junior\"");
    texts.venues = changed(texts.venues, "\"village\"", "\"vil lage\"");
    texts.events = changed(texts.events, "\"open\"", "\"opn\"");
    texts.programme = changed(texts.programme, "\"law\"", "\"lawful\"");
    texts.bank = changed(texts.bank, "\"answer\": false", "\"answer\": 1");
    EXPECT_THAT(problems(texts),
                AllOf(HasSubstr("/idle_seconds"), HasSubstr("/audiences/1/id"), HasSubstr("/venues/1/id"),
                      HasSubstr("/events/0/state"), HasSubstr("/items/2/answer")));
}

TEST_F(ConfigurationTest, ABankThatCannotBeReadMakesNoFurtherMistakes) {
    ConfigTexts texts;
    texts.bank = "{";
    const auto loaded = load(texts);
    EXPECT_EQ(loaded.problems.size(), 1U) << printed(loaded.problems);
}

TEST_F(ConfigurationTest, MissingFilesAreNamedEach) {
    write(folder_, {});
    for (const char* file : {"kiosk", "audiences", "venues", "places", "occasions", "measures", "events"})
        std::filesystem::remove(folder_.path() / "config" / (std::string(file) + ".json"));
    const auto loaded =
        load_configuration(folder_.path() / "config", folder_.path() / "questions", "2026-01-01");
    EXPECT_FALSE(loaded.value);
    EXPECT_EQ(loaded.problems.size(), 7U) << printed(loaded.problems);
}

TEST_F(ConfigurationTest, AFolderThatIsNotThereIsSaidSo) {
    const auto loaded = load_configuration(folder_.path() / "no", folder_.path() / "questions", "2026-01-01");
    EXPECT_THAT(printed(loaded.problems), AllOf(HasSubstr("no/kiosk.json: there is no such file"),
                                                HasSubstr("no/programmes: there is no programme")));
}

TEST_F(ConfigurationTest, ABrokenProgrammeFileIsNamedAndNotAlsoUnknown) {
    ConfigTexts texts;
    texts.programme = "{";
    const std::string said = problems(texts);
    EXPECT_THAT(said, AllOf(HasSubstr("short.json:1: column 2: the file ends here"),
                            Not(HasSubstr("unknown programme"))));
}

TEST_F(ConfigurationTest, ASchemaBesideTheProgrammesIsPassedOver) {
    folder_.write("config/programmes/programme.schema.json", "{");
    folder_.write("config/programmes/notes.txt", "{");
    EXPECT_TRUE(load({}).value);
}

TEST_F(ConfigurationTest, TwoProgrammesShareABank) {
    const ConfigTexts texts;
    folder_.write("config/programmes/other.json",
                  changed(texts.programme, "\"id\": \"short\"", "\"id\": \"other\""));
    const auto loaded = load(texts);
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_EQ(loaded.value->programmes.size(), 2U);
    EXPECT_EQ(loaded.value->banks.size(), 1U);
    EXPECT_EQ(loaded.value->programme().id, "short");
}

TEST_F(ConfigurationTest, WhatAProgrammeAsksMakesItsVersion) {
    const std::string before = version("\"id\"", "\"id\"");
    EXPECT_NE(version("\"count\": 1", "\"count\": 2"), before);
    EXPECT_NE(version("small/truth", "small/one"), before);
    EXPECT_NE(version("\"pre\"", "\"post\""), before);
    EXPECT_NE(version("\"pre\",", "\"pre\", \"feedback\": true,"), before);
    EXPECT_NE(version("\"small/mood\", \"small/wish\"", "\"small/wish\", \"small/mood\""), before);
    EXPECT_NE(version("    { \"step\": \"pledge\" },\n", ""), before);
    EXPECT_EQ(version("\"短\"", "\"短短\""), before) << "a new title asks nothing new";
}

TEST_F(ConfigurationTest, AProgrammeThatWasNeverLoadedIsAnErrorOfTheProgram) {
    EXPECT_THROW(static_cast<void>(Configuration().programme()), std::logic_error);
}

}  // namespace
}  // namespace xy::bank
