// Every rule of the configuration has here an example that breaks it and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bank/configuration.h"
#include "good_config.h"
#include "support/folder.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

using testing::HasSubstr;

struct Rule {
    const char* name;
    const char* file;
    std::string ConfigTexts::*text;
    const char* from;
    const char* to;
    const char* at;       ///< what stands on the line that must be named (after the change)
    const char* pointer;  ///< that must be named
    const char* what;     ///< part of what is said
    const char* advice;   ///< part of the advice
};

std::ostream& operator<<(std::ostream& stream, const Rule& rule) {
    return stream << rule.name;
}

class ConfigurationRule : public testing::TestWithParam<Rule> {};

TEST_P(ConfigurationRule, IsNamedWithFileAndLine) {
    const Rule& rule = GetParam();
    const TemporaryFolder folder;
    ConfigTexts texts;
    texts.*rule.text = changed(texts.*rule.text, rule.from, rule.to);
    write(folder, texts);
    const auto loaded =
        load_configuration(folder.path() / "config", folder.path() / "questions", "2026-01-01");
    ASSERT_EQ(loaded.problems.size(), 1U) << printed(loaded.problems);
    const Problem& problem = loaded.problems[0];
    EXPECT_EQ(problem.severity, Severity::mistake);
    EXPECT_FALSE(loaded.value);
    EXPECT_EQ(problem.file, (folder.path() / rule.file).string());
    EXPECT_EQ(problem.line, line_of(texts.*rule.text, rule.at)) << printed(loaded.problems);
    EXPECT_EQ(problem.pointer, rule.pointer);
    EXPECT_THAT(problem.what, HasSubstr(rule.what));
    EXPECT_THAT(problem.advice, HasSubstr(rule.advice));
}

constexpr auto kiosk = &ConfigTexts::kiosk;
constexpr auto audiences = &ConfigTexts::audiences;
constexpr auto venues = &ConfigTexts::venues;
constexpr auto places = &ConfigTexts::places;
constexpr auto occasions = &ConfigTexts::occasions;
constexpr auto measures = &ConfigTexts::measures;
constexpr auto events = &ConfigTexts::events;
constexpr auto programme = &ConfigTexts::programme;
constexpr auto bank = &ConfigTexts::bank;
const char* const kiosk_file = "config/kiosk.json";
const char* const audiences_file = "config/audiences.json";
const char* const venues_file = "config/venues.json";
const char* const places_file = "config/places.json";
const char* const occasions_file = "config/occasions.json";
const char* const measures_file = "config/measures.json";
const char* const events_file = "config/events.json";
const char* const programme_file = "config/programmes/short.json";
const char* const bank_file = "questions/small.json";

const Rule rules[] = {
    {"UnknownKeyOfKiosk", kiosk_file, kiosk, "idle_seconds", "idle_second", "idle_second", "/idle_second",
     "unknown key \"idle_second\"", "did you mean \"idle_seconds\"?"},
    {"LongDeviceLabel", kiosk_file, kiosk, "07 号",
     "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"
     "二三四五六七八九十一",
     "device_label", "/device_label", "the device label", "at most 60"},
    {"DayAsExcelWritesIt", events_file, events, "2025-06-26", "2025/6/26", "2025/6/26", "/events/0/day",
     "not a day of the calendar", "\"2025-06-26\""},
    {"UnknownProgramme", kiosk_file, kiosk, "\"short\"", "\"shrt\"", "shrt", "/programme",
     "unknown programme \"shrt\"", "did you mean \"short\"?"},
    {"NoProgrammeNamed", kiosk_file, kiosk, "  \"programme\": \"short\",\n", "", "{", "",
     "the key \"programme\" is missing", "write"},
    {"IdleTooShort", kiosk_file, kiosk, "45", "9", "idle_seconds", "/idle_seconds", "9 is out of range",
     "from 10 to 600"},
    {"IdleTooLong", kiosk_file, kiosk, "45", "601", "idle_seconds", "/idle_seconds", "601 is out of range",
     "from 10 to 600"},
    {"CountdownTooLong", kiosk_file, kiosk, "10", "61", "countdown", "/countdown_seconds",
     "61 is out of range", "from 5 to 60"},
    {"ResultTooLong", kiosk_file, kiosk, "30", "3000000000", "result_seconds", "/result_seconds",
     "3000000000 is out of range", "from 5 to 120"},
    {"SwayInQuotes", kiosk_file, kiosk, "false", "\"false\"", "sway", "/sway", "found a text",
     "true or false, without quotes"},
    {"AudienceIdTwice", audiences_file, audiences, "\"junior\"", "\"primary\"", "Junior", "/audiences/1",
     "another one has the id \"primary\"", "an id of its own"},
    {"UnknownKeyOfAudience", audiences_file, audiences, "\"note\"", "\"nota\"", "nota", "/audiences/0/nota",
     "unknown key", "did you mean \"note\"?"},
    {"UnknownKeyOfVenue", venues_file, venues, "\"title\"", "\"name\": 1, \"title\"", "name",
     "/venues/0/name", "unknown key", "known keys"},
    {"VenueIdTwice", venues_file, venues, "\"village\"", "\"school\"", "进农村", "/venues/1",
     "another one has the id", "of its own"},
    {"UnknownVenue", events_file, events, "\"venue\": \"school\"", "\"venue\": \"schol\"", "schol\"",
     "/events/0/venue", "unknown venue \"schol\"", "did you mean \"school\"?"},
    {"StrangeVenue", events_file, events, "\"venue\": \"school\"", "\"venue\": \"moon\"", "moon",
     "/events/0/venue", "unknown venue \"moon\"", "write one of \"school\", \"village\""},
    {"UnknownState", events_file, events, "\"open\"", "\"opened\"", "opened", "/events/0/state",
     "unknown word \"opened\"", "did you mean \"open\"?"},
    {"TwoOpenEvents", events_file, events, "\"planned\"", "\"open\"", "      \"state\": \"open\"\n    }\n",
     "/events/1/state", "a second event is open, beside \"june\"", "\"planned\" or \"closed\""},
    {"EventIdTwice", events_file, events, "\"july\"", "\"june\"",
     "    {\n      \"id\": \"june\",\n      \"name\": { \"zh\": \"赶集", "/events/1",
     "another one has the id", "of its own"},
    {"EventWithoutName", events_file, events, "      \"name\": { \"zh\": \"赶集\", \"en\": \"Market\" },\n",
     "", "    {\n      \"id\": \"july", "/events/1", "the key \"name\" is missing", "write"},
    {"UnknownPlaceOfEvent", events_file, events, "511123", "511124", "511124", "/events/0/place_code",
     "unknown place \"511124\"", "did you mean \"511123\"?"},
    {"UnknownOccasion", events_file, events, "\"occasion\": \"june\"", "\"occasion\": \"jun\"", "\"jun\"",
     "/events/0/occasion", "unknown occasion \"jun\"", "did you mean \"june\"?"},
    {"NoDay", events_file, events, "2025-06-26", "26 June", "26 June", "/events/0/day",
     "not a day of the calendar", "YYYY-MM-DD"},
    {"PlaceCodeWithLetters", places_file, places, "\"511123101\"", "\"5111ab\"", "5111ab", "/places/1/code",
     "not an administrative code", "12 digits"},
    {"PlaceCodeTwice", places_file, places, "\"511123101\"", "\"511123\"", "township", "/places/1/code",
     "another place has the code", "of its own"},
    {"UnknownParent", places_file, places, "\"parent\": \"511123\"", "\"parent\": \"511124\"", "511124",
     "/places/1/parent", "unknown parent \"511124\"", "did you mean \"511123\"?"},
    {"ParentOfTheSameLevel", places_file, places, "\"township\"", "\"county\"", "511123101",
     "/places/1/parent", "a county cannot lie in a county", "higher level"},
    {"UnknownLevel", places_file, places, "\"township\"", "\"town\"", "511123101", "/places/1/level",
     "unknown word \"town\"", ""},
    {"OccasionIdTwice", occasions_file, occasions, "\"market\"", "\"june\"", "赶集日", "/occasions/1",
     "another one has the id", "of its own"},
    {"MeasureWithoutUnit", measures_file, measures, "\"unit\": { \"zh\": \"场\", \"en\": \"lectures\" }",
     "\"aliases\": []", "\"lectures\"", "/measures/1", "the key \"unit\" is missing", "write"},
    {"StepsThatFall", measures_file, measures, "[1, 10, 50]", "[10, 1]", "[10, 1]", "/measures/0/steps/1",
     "not a step", "larger than the one before"},
    {"FourSteps", measures_file, measures, "[1, 10, 50]", "[1, 2, 3, 4]", "[1, 2, 3, 4]", "/measures/0/steps",
     "one to three steps", "[1, 10, 50]"},
    {"AliasThatIsANumber", measures_file, measures, "[\"传单\"]", "[7]", "[7]", "/measures/0/aliases/0",
     "an alias is a text", "传单"},
    {"ProgrammeIdIsNotTheFileName", programme_file, programme, "\"id\": \"short\"", "\"id\": \"long\"",
     "long", "/id", "not the name of the file", "write \"short\""},
    {"UnknownBank", programme_file, programme, "[\"small\"]", "[\"small\", \"smal\"]", "smal\"", "/banks/1",
     "unknown bank \"smal\"", "did you mean \"small\"?"},
    {"BankTwice", programme_file, programme, "[\"small\"]", "[\"small\", \"small\"]", "small", "/banks/1",
     "listed twice", "once"},
    {"UnknownStep", programme_file, programme, "\"pledge\"", "\"plegde\"", "plegde", "/steps/5/step",
     "unknown word \"plegde\"", "did you mean \"pledge\"?"},
    {"UnknownKeyOfStep", programme_file, programme, "\"phase\"",
     "\"phaze\": \"pre\", \"feedback\": false, \"phase\"", "phaze", "/steps/2/phaze", "unknown key",
     "did you mean \"phase\"?"},
    {"KeyOfAnotherStep", programme_file, programme, "{ \"step\": \"pledge\" }",
     "{ \"step\": \"pledge\", \"items\": [] }", "pledge", "/steps/5/items", "unknown key \"items\"",
     "known keys are \"step\""},
    {"UnknownPhase", programme_file, programme, "\"pre\"", "\"per\"", "per\"", "/steps/2/phase",
     "unknown word \"per\"", ""},
    {"UnknownTopic", programme_file, programme, "\"topic\": \"law\"", "\"topic\": \"laws\"", "laws",
     "/steps/3/draw/0", "unknown topic \"laws\"", "did you mean \"law\"?"},
    {"StrangeTopic", programme_file, programme, "\"topic\": \"law\"", "\"topic\": \"weather\"", "weather",
     "/steps/3/draw/0", "unknown topic \"weather\"", "its banks have \"law\", \"refuse\""},
    {"TopicTwice", programme_file, programme, "{ \"topic\": \"law\", \"count\": 1 }",
     "{ \"topic\": \"law\", \"count\": 1 },\n        { \"topic\": \"law\", \"count\": 1 }",
     "{ \"topic\": \"law\", \"count\": 1 }\n", "/steps/3/draw/1/topic", "the topic \"law\" is drawn twice",
     "add the counts up"},
    {"CountZero", programme_file, programme, "\"count\": 1", "\"count\": 0", "count", "/steps/3/draw/0/count",
     "0 is out of range", "from 1 to 100"},
    {"CountThatWouldWrap", programme_file, programme, "\"count\": 1", "\"count\": 4294967297", "count",
     "/steps/3/draw/0/count", "4294967297 is out of range", "from 1 to 100"},
    {"CountMissing", programme_file, programme, ", \"count\": 1", "", "\"law\"", "/steps/3/draw/0",
     "the key \"count\" is missing", "from 1 to 100"},
    {"NothingAsked", programme_file, programme, ", \"items\": [\"small/truth\"]", "", "pre", "/steps/2",
     "this step asks nothing", "draw"},
    {"EmptySurvey", programme_file, programme, "[\"small/mood\", \"small/wish\"]", "[]", "survey",
     "/steps/4/items", "asks nothing", "add items"},
    {"SurveyWithoutItems", programme_file, programme, ", \"items\": [\"small/mood\", \"small/wish\"]", "",
     "survey", "/steps/4", "the key \"items\" is missing", "write"},
    {"ItemWithoutBank", programme_file, programme, "small/truth", "truth", "truth", "/steps/2/items/0",
     "\"truth\" names no bank", "write \"<bank>/truth\""},
    {"ItemOfAnotherBank", programme_file, programme, "small/truth", "large/truth", "truth",
     "/steps/2/items/0", "the bank \"large\" is not among the banks", "add the bank to \"banks\""},
    {"UnknownItem", programme_file, programme, "small/truth", "small/thruth", "thruth", "/steps/2/items/0",
     "there is no item \"small/thruth\"", "did you mean \"small/truth\"?"},
    {"ItemThatNeverWas", programme_file, programme, "[\"small/truth\"]", "[\"small/truth\", \"small/learn\"]",
     "truth", "/steps/2/items/1", "there is no item \"small/learn\"", ""},
    {"QuestionAsSurveyItem", programme_file, programme, "\"small/mood\", ", "\"small/several\", ", "several",
     "/steps/4/items/0", "\"small/several\" is of kind \"multiple\"", "\"scale\" or \"choice\" only"},
    {"ItemTwiceInAStep", programme_file, programme, "[\"small/truth\"]", "[\"small/truth\", \"small/truth\"]",
     "truth", "/steps/2/items/1", "listed twice", "once"},
    {"WelcomeInTheMiddle", programme_file, programme, "{ \"step\": \"pledge\" }", "{ \"step\": \"welcome\" }",
     "{ \"step\": \"welcome\" },\n    { \"step\": \"result", "/steps/5",
     "\"welcome\" can only be the first step", "move or delete"},
    {"SecondAudience", programme_file, programme, "{ \"step\": \"audience\" },",
     "{ \"step\": \"audience\" }, { \"step\": \"audience\" },", "audience", "/steps/2",
     "there is a second \"audience\"", "move or delete"},
    {"SecondPledge", programme_file, programme, "{ \"step\": \"pledge\" },",
     "{ \"step\": \"pledge\" }, { \"step\": \"pledge\" },", "pledge", "/steps/6",
     "there is a second \"pledge\"", "move or delete"},
    {"ResultBeforeTheEnd", programme_file, programme, "{ \"step\": \"pledge\" }", "{ \"step\": \"result\" }",
     "\"result\"", "/steps/5", "\"result\" can only be the last step", "move or delete"},
    {"UnknownAudienceOfItem", bank_file, bank, "\"audiences\": [\"primary\"]",
     "\"audiences\": [\"primary\", \"juniors\"]", "juniors", "/items/3/audiences/1",
     "unknown audience \"juniors\"", "did you mean \"junior\"?"},
    {"MistakeInABank", bank_file, bank, "\"answer\": false", "\"answer\": 0", "answer", "/items/2/answer",
     "found a whole number", ""},
    {"SyntaxMistake", events_file, events, "\"state\": \"open\"\n", "\"state\": \"open\",\n", "\"open\",", "",
     "column 22: a comma before }", "delete the comma"},
};

std::string name_of(const testing::TestParamInfo<Rule>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Each, ConfigurationRule, testing::ValuesIn(rules), name_of);

}  // namespace
}  // namespace xy::bank
