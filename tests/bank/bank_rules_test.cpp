// Every rule of a bank file has here an example that breaks it and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bank/bank_file.h"
#include "support/folder.h"
#include "support/good_bank.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Rule {
    const char* name;
    const char* from;     ///< in the good bank
    const char* to;       ///< instead
    const char* at;       ///< what stands on the line that must be named (after the change)
    const char* pointer;  ///< that must be named
    const char* what;     ///< part of what is said
    const char* advice;   ///< part of the advice
};

std::ostream& operator<<(std::ostream& stream, const Rule& rule) {
    return stream << rule.name;
}

class BankRule : public testing::TestWithParam<Rule> {
 protected:
    Checked<quiz::Bank> load(const std::string& text) {
        folder_.write("pictures/a.svg", small_svg);
        folder_.write("pictures/c.png", small_png());
        file_ = folder_.write("small.json", text);
        return load_bank(file_);
    }

    TemporaryFolder folder_;
    std::filesystem::path file_;
};

TEST_P(BankRule, IsNamedWithItsLine) {
    const Rule& rule = GetParam();
    const std::string text = changed(good_bank, rule.from, rule.to);
    const auto bank = load(text);
    ASSERT_EQ(bank.problems.size(), 1U) << printed(bank.problems);
    const Problem& problem = bank.problems[0];
    EXPECT_EQ(problem.severity, Severity::mistake);
    EXPECT_FALSE(bank.value);
    EXPECT_EQ(problem.file, file_.string());
    EXPECT_EQ(problem.line, line_of(text, rule.at)) << printed(bank.problems);
    EXPECT_EQ(problem.pointer, rule.pointer);
    EXPECT_THAT(problem.what, HasSubstr(rule.what));
    EXPECT_THAT(problem.advice, HasSubstr(rule.advice));
}

const Rule rules[] = {
    {"UnknownKeyOfBank", R"("title": { "zh": "小题库")", R"("tilte": {}, "title": { "zh": "小题库")", "tilte",
     "/tilte", R"(unknown key "tilte")", R"(did you mean "title"?)"},
    {"UnknownKeyOfItem", R"("kind": "single",)", R"("kind": "single",
      "stm": 1,)",
     "stm", "/items/0/stm", R"(unknown key "stm")", R"(did you mean "stem"?)"},
    {"UnknownKeyOfOption", R"("text": { "zh": "甲", "en": "A" },)",
     R"("text": { "zh": "甲", "en": "A" }, "corect": true,)", "corect", "/items/0/options/0/corect",
     "unknown key", R"(did you mean "correct"?)"},
    {"UnknownKeyOfText", R"("en": "Small bank")", R"("en": "Small bank", "fr": "x")", "\"fr\"", "/title/fr",
     "unknown key \"fr\"", R"(known keys are "zh", "en")"},
    {"UnknownKeyOfSource", R"("in_force")", R"("inforce")", "inforce", "/items/0/source/inforce",
     "unknown key", R"(did you mean "in_force"?)"},
    {"MissingTitle", R"(  "title": { "zh": "小题库", "en": "Small bank" },
)",
     "", "{", "", R"(the key "title" is missing)", R"(write "title": {"zh")"},
    {"MissingKind", R"(      "kind": "scale",
)",
     "", "    {\n      \"id\": \"mood\"", "/items/4", R"(the key "kind" is missing)", "single"},
    {"UnknownKind", R"("kind": "single")", R"("kind": "singel")", "singel", "/items/0/kind", R"("singel")",
     R"(did you mean "single"?)"},
    {"StrangeKind", R"("kind": "single")", R"("kind": "essay")", "essay", "/items/0/kind", R"("essay")",
     "write one of"},
    {"WrongTypeOfStem", R"({ "zh": "选几个？", "en": "Which ones?" })", R"("选几个？")", "选几个",
     "/items/1/stem", "found a text", "write an object like"},
    {"WrongTypeOfId", R"("id": "several")", R"("id": 7)", "\"id\": 7", "/items/1/id", "found a whole number",
     "double quotes"},
    {"WrongTypeOfCorrect", R"("correct": false)", R"("correct": "no")", "\"no\"",
     "/items/1/options/2/correct", "found a text", "true or false, without quotes"},
    {"WrongTypeOfAnswer", R"("answer": false)", R"("answer": 0)", "\"answer\"", "/items/2/answer",
     "found a whole number", "true or false"},
    {"WrongTypeOfItems", R"({ "id": "w1", "text": { "zh": "短片", "en": "Films" } })", R"(["w1"])", "w1",
     "/items/5/options/0", "found a list", "write an object"},
    {"NullIsNothing", R"("difficulty": 2)", R"("difficulty": null)", "null", "/items/0/difficulty",
     "found null", "from 1 to 3"},
    {"BankIdIsNotTheFileName", R"("id": "small")", R"("id": "smal")", "smal", "/id",
     "not the name of the file", R"(write "small")"},
    {"IdWithCapitals", R"("id": "one")", R"("id": "One")", "\"One\"", "/items/0/id", "cannot be an id",
     "lower-case"},
    {"IdWithSpaces", R"("id": "one")", R"("id": "the one")", "the one", "/items/0/id", "cannot be an id",
     "lower-case"},
    {"IdEmpty", R"("id": "one")", R"("id": "")", "\"id\": \"\"", "/items/0/id", "cannot be an id",
     "lower-case"},
    {"IdEndsWithHyphen", R"("id": "one")", R"("id": "one-")", "one-", "/items/0/id", "cannot be an id",
     "lower-case"},
    {"ItemIdTwice", R"("id": "several")", R"("id": "one")", "one\",\n      \"kind\": \"multiple",
     "/items/1/id", R"(another item has the id "one")", "an id of its own"},
    {"TopicIdTwice", R"("topics": [)", R"("topics": [
    { "id": "law", "title": { "zh": "法", "en": "Laws" } },)",
     "{ \"id\": \"law\", \"title\": { \"zh\": \"法律\"", "/topics/1/id", R"(another topic has the id "law")",
     "an id of its own"},
    {"OptionIdTwice", R"("id": "m2")", R"("id": "m1")", "丑", "/items/1/options/1",
     R"(another option has the id "m1")", "an id of its own"},
    {"SameOptionInChinese", "丑", "子", "M2", "/items/1/options/1", R"(the same text "子")", "differ"},
    {"SameOptionInEnglish", R"("en": "M3")", R"("en": "M1")", "寅", "/items/1/options/2",
     R"(the same text "M1")", "differ"},
    {"SameStepsOfScale", R"("zh": "四")", R"("zh": "三")", "Four", "/items/4/scale/3", "the same text",
     "differ"},
    {"OneOption", R"(,
        { "id": "w2", "text": { "zh": "讲座", "en": "Talks" } })",
     "", "\"options\": [\n        { \"id\": \"w1\"", "/items/5/options", "1 options", "write 2 to 8"},
    {"NoOptionsKey", R"(,
      "options": [
        { "id": "w1", "text": { "zh": "短片", "en": "Films" } },
        { "id": "w2", "text": { "zh": "讲座", "en": "Talks" } }
      ])",
     "", "    {\n      \"id\": \"wish\"", "/items/5", R"(the key "options" is missing)", "write"},
    {"NothingRight", R"("en": "A" }, "correct": true)", R"("en": "A" })",
     "\"options\": [\n        { \"id\": \"a\"", "/items/0/options", "0 options are marked as correct",
     R"(add "correct": true)"},
    {"TwoRight", R"("en": "B" },)", R"("en": "B" }, "correct": true,)",
     "\"options\": [\n        { \"id\": \"a\"", "/items/0/options", "2 options are marked as correct",
     "multiple"},
    {"TwoRightInSituation", R"("en": "Stay" },)", R"("en": "Stay" }, "correct": true,)",
     "\"options\": [\n        { \"id\": \"s1\"", "/items/3/options", "2 options are marked as correct",
     "multiple"},
    {"AllRight", R"("correct": false)", R"("correct": true)", "\"options\": [\n        { \"id\": \"m1\"",
     "/items/1/options", "all options are marked as correct", "at least one must be wrong"},
    {"SituationWithoutFeedback", R"(, "feedback": { "zh": "可以走开", "en": "You may leave" })", "", "s2",
     "/items/3/options/1", R"(the key "feedback" is missing)", "write"},
    {"SituationWithEmptyFeedback", R"({ "zh": "可以走开", "en": "You may leave" })",
     R"({ "zh": "", "en": " " })", "s2", "/items/3/options/1/feedback", "empty in both languages", "Chinese"},
    {"SurveyWithKey", R"("en": "Films" })", R"("en": "Films" }, "correct": true)", "Films",
     "/items/5/options/0/correct", "no right answer", "delete"},
    {"SurveyWithFeedback", R"("en": "Films" })",
     R"("en": "Films" }, "feedback": { "zh": "好", "en": "Good" })", "Films", "/items/5/options/0/feedback",
     "no feedback", "delete"},
    {"SurveyWithExplanation", R"("kind": "scale",)",
     R"("kind": "scale", "explanation": { "zh": "x", "en": "y" },)", "\"scale\",", "/items/4/explanation",
     R"(no "explanation")", "delete"},
    {"SurveyWithForm", R"("kind": "scale",)", R"("kind": "scale", "form": "A",)", "\"scale\",",
     "/items/4/form", R"(no "form")", "delete"},
    {"UnknownForm", R"("difficulty": 2,)", R"("difficulty": 2, "form": "C",)", "\"form\"", "/items/0/form",
     R"("C")", R"("A", "B")"},
    {"TrueFalseWithOptions", R"("answer": false,)", R"("answer": false, "options": [],)", "\"answer\"",
     "/items/2/options", R"(kind "true_false" has no "options")", R"(write "answer" instead)"},
    {"TrueFalseShuffled", R"("answer": false,)", R"("answer": false, "shuffle": true,)", "\"answer\"",
     "/items/2/shuffle", R"(no "shuffle")", "delete"},
    {"TrueFalseWithFaces", R"("answer": false,)", R"("answer": false, "faces": true,)", "\"answer\"",
     "/items/2/faces", R"(no "faces")", "delete"},
    {"TrueFalseWithoutAnswer", R"(      "answer": false,
)",
     "", "    {\n      \"id\": \"truth\"", "/items/2", R"(the key "answer" is missing)", "true or false"},
    {"SingleWithAnswer", R"("difficulty": 2,)", R"("difficulty": 2, "answer": true,)", "\"answer\": true",
     "/items/0/answer", R"(no "answer")", R"(write "options" instead)"},
    {"FourSteps", R"(,
        { "zh": "五", "en": "Five" })",
     "", "\"scale\": [", "/items/4/scale", "a scale of 4 steps", "exactly 5"},
    {"NoExplanation", R"(      "explanation": { "zh": "不对", "en": "No" },
)",
     "", "    {\n      \"id\": \"truth\"", "/items/2", R"(the key "explanation" is missing)", "write"},
    {"NoSource", R"(,
      "source": { "law": { "zh": "指南", "en": "Guide" }, "checked_on": "2025-11-04" })",
     "", "    {\n      \"id\": \"scene\"", "/items/3", R"(the key "source" is missing)", "checked_on"},
    {"SourceWithoutDay", R"(, "checked_on": "2025-11-04")", "", "指南", "/items/3/source",
     R"(the key "checked_on" is missing)", "YYYY-MM-DD"},
    {"SourceWithoutLaw", R"("law": { "zh": "指南", "en": "Guide" }, )", "", "2025-11-04", "/items/3/source",
     R"(the key "law" is missing)", "write"},
    {"UnknownTopic", R"("topic": "law")", R"("topic": "lwa")", "lwa", "/items/0/topic",
     R"(unknown topic "lwa")", "topics"},
    {"MistypedTopic", R"("topic": "refuse")", R"("topic": "refuze")", "refuze", "/items/3/topic",
     "unknown topic", R"(did you mean "refuse"?)"},
    {"AudienceTwice", R"(["primary", "junior"])", R"(["primary", "primary"])", "\"primary\", \"primary\"",
     "/items/0/audiences/1", "listed twice", "once"},
    {"AudienceIsNoText", R"(["primary", "junior"])", R"(["primary", 5])", "\"primary\", 5",
     "/items/0/audiences/1", "found a whole number", "double quotes"},
    {"AudienceIsNoId", R"(["primary", "junior"])", R"(["primary", "初中"])", "初中", "/items/0/audiences/1",
     "cannot be an id", "lower-case"},
    {"UnknownFocus", R"("focus": "skill")", R"("focus": "skil")", "skil\"", "/items/0/focus", "unknown word",
     R"(did you mean "skill"?)"},
    {"DifficultyFour", R"("difficulty": 2)", R"("difficulty": 4)", "\"difficulty\": 4", "/items/0/difficulty",
     "4 is out of range", "from 1 to 3"},
    {"DifficultyThatWouldWrap", R"("difficulty": 2)", R"("difficulty": 4294967298)", "4294967298",
     "/items/0/difficulty", "4294967298 is out of range", "from 1 to 3"},
    {"DifficultyBeyondAnyNumber", R"("difficulty": 2)", R"("difficulty": 18446744073709551618)",
     "18446744073709551618", "/items/0/difficulty", "very large number", "from 1 to 3"},
    {"DifficultyFraction", R"("difficulty": 2)", R"("difficulty": 1.5)", "1.5", "/items/0/difficulty",
     "found a fraction", "from 1 to 3"},
    {"NoSuchDay", R"("in_force": "2008-06-01")", R"("in_force": "2026-02-30")", "2026-02-30",
     "/items/0/source/in_force", "not a day of the calendar", "YYYY-MM-DD"},
    {"DayInAnotherOrder", R"("valid_until": "2027-12-31")", R"("valid_until": "31.12.2027")", "31.12.2027",
     "/items/0/valid_until", "not a day of the calendar", "YYYY-MM-DD"},
    {"DayEmpty", R"("checked_on": "2025-11-04")", R"("checked_on": "")", "指南", "/items/3/source/checked_on",
     "not a day of the calendar", "YYYY-MM-DD"},
    {"EmptyText", R"({ "zh": "选几个？", "en": "Which ones?" })", R"({ "zh": "　", "en": "" })", "　",
     "/items/1/stem", "empty in both languages", "Chinese"},
    {"TabInText", "Which ones?", "Which\\tones?", "ones?", "/items/1/stem/en", "control character U+0009",
     "delete"},
    {"EscapeInText", "Which ones?", "\\u001b[31mWhich ones?", "ones?", "/items/1/stem/en",
     "control character U+001B", "delete"},
    {"PictureWithoutAlt", R"(, "alt": { "zh": "图", "en": "A picture" })", "", "a.svg", "/items/0/picture",
     R"(the key "alt" is missing)", "write"},
    {"PictureWithoutFile", R"("file": "pictures/a.svg", )", "", "A picture", "/items/0/picture",
     R"(the key "file" is missing)", "write"},
    {"PictureMissing", "pictures/a.svg", "pictures/b.svg", "b.svg", "/items/0/picture/file",
     R"(there is no picture "pictures/b.svg")", "correct its name"},
    {"PictureOfOptionMissing", "pictures/c.png", "pictures/d.png", "d.png", "/items/0/options/2/picture/file",
     "there is no picture", "correct its name"},
};

std::string name_of(const testing::TestParamInfo<Rule>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Each, BankRule, testing::ValuesIn(rules), name_of);

TEST_F(BankRule, TheExampleItselfHasNothingWrong) {
    const auto bank = load(good_bank);
    EXPECT_TRUE(bank.problems.empty()) << printed(bank.problems);
    EXPECT_TRUE(bank.value);
}

TEST_F(BankRule, SixOptionsAreEnoughAndAQuestionOfASurveyMayHaveEight) {
    const auto with_options = [](const std::string& before, int options) {
        std::string more;
        for (int i = 0; i < options; ++i)
            more += ", { \"id\": \"x" + std::to_string(i) + "\", \"text\": { \"zh\": \"" + std::to_string(i) +
                    "\", \"en\": \"" + std::to_string(i) + "\" } }";
        return changed(good_bank, before, before + more);
    };
    const std::string last_of_multiple = R"("en": "M3" }, "correct": false })";
    const std::string last_of_choice = R"("text": { "zh": "讲座", "en": "Talks" } })";
    EXPECT_TRUE(load(with_options(last_of_multiple, 3)).value);
    EXPECT_THAT(printed(load(with_options(last_of_multiple, 4)).problems),
                HasSubstr("7 options; write 2 to 6"));
    EXPECT_TRUE(load(with_options(last_of_choice, 6)).value);
    EXPECT_THAT(printed(load(with_options(last_of_choice, 7)).problems),
                HasSubstr("9 options; write 2 to 8"));
}

TEST_F(BankRule, AMultipleChoiceNeedsARightOption) {
    const std::string text =
        changed(changed(good_bank, R"("en": "M1" }, "correct": true)", R"("en": "M1" })"),
                R"("en": "M2" }, "correct": true)", R"("en": "M2" })");
    EXPECT_THAT(printed(load(text).problems), HasSubstr("/items/1/options: no option is marked as correct"));
}

TEST_F(BankRule, ABankWithoutItemsIsNoBank) {
    const auto bank = load(R"({ "id": "small", "title": { "zh": "空", "en": "Empty" }, "topics": [],
"items": [] })");
    ASSERT_EQ(bank.problems.size(), 1U) << printed(bank.problems);
    EXPECT_EQ(bank.problems[0].line, 2);
    EXPECT_EQ(bank.problems[0].what, "the bank has no items");
}

TEST_F(BankRule, AMissingLanguageIsARemarkAndTheOtherOneIsShown) {
    const auto bank =
        load(changed(good_bank, R"({ "zh": "选几个？", "en": "Which ones?" })", R"({ "zh": "选几个？" })"));
    ASSERT_TRUE(bank.value) << printed(bank.problems);
    ASSERT_EQ(bank.problems.size(), 1U);
    EXPECT_EQ(bank.problems[0].severity, Severity::remark);
    EXPECT_EQ(bank.problems[0].what, "the English text is missing");
    EXPECT_EQ(bank.problems[0].pointer, "/items/1/stem");
    EXPECT_EQ(bank.value->items[1].stem.in(Language::en), "选几个？");
}

TEST_F(BankRule, AMissingChineseTextIsARemark) {
    const auto bank = load(
        changed(good_bank, R"({ "zh": "选几个？", "en": "Which ones?" })", R"({ "en": "Which ones?" })"));
    ASSERT_TRUE(bank.value);
    EXPECT_THAT(printed(bank.problems), HasSubstr("remark: the Chinese text is missing; add \"zh\""));
}

TEST_F(BankRule, NoAudiencesAtAllIsARemarkSinceEverybodyWouldBeAsked) {
    const auto bank = load(changed(good_bank, "      \"audiences\": [\"primary\", \"junior\"],\n", ""));
    ASSERT_TRUE(bank.value);
    EXPECT_THAT(printed(bank.problems), HasSubstr("it is for everybody"));
    EXPECT_TRUE(bank.value->items[0].audiences.empty());
}

TEST_F(BankRule, ATextHasAThousandCharactersAtMost) {
    const auto stem_of = [&](int characters) {
        std::string stem;
        for (int i = 0; i < characters; ++i) stem += "毒";
        return load(changed(good_bank, "小题库", stem));
    };
    EXPECT_TRUE(stem_of(1000).value);
    EXPECT_THAT(printed(stem_of(1001).problems),
                testing::HasSubstr("/title/zh: a text of 1001 characters; write at most 1000"));
}

TEST_F(BankRule, ANewLineIsOrdinaryText) {
    const auto bank = load(changed(good_bank, "Which ones?", "Which\\nones?"));
    ASSERT_TRUE(bank.value);
    EXPECT_TRUE(bank.problems.empty());
    EXPECT_EQ(bank.value->items[1].stem.en, "Which\nones?");
}

TEST_F(BankRule, SomethingThatIsNoObjectIsNamedOnce) {
    const auto bank = load("[1, 2]");
    ASSERT_EQ(bank.problems.size(), 1U) << printed(bank.problems);
    EXPECT_THAT(bank.problems[0].what, StartsWith("found a list"));
}

}  // namespace
}  // namespace xy::bank
