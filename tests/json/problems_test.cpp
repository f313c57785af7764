#include "json/problems.h"

#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/problem_collector.h"
#include "base/utf8.h"
#include "json/text_rules.h"
#include "support/texts.h"

namespace xy::json {
namespace {

using testing::HasSubstr;

TEST(ProblemCollector, AreToldInTheOrderOfTheFile) {
    ProblemCollector collector("f.json");
    collector.mistake({9, "/z"}, "late");
    collector.remark({2, "/a"}, "early");
    collector.mistake({9, "/y"}, "later");
    EXPECT_EQ(collector.mistakes(), 2U);
    EXPECT_EQ(printed(std::move(collector).take()),
              "f.json:2: /a: remark: early\nf.json:9: /z: late\nf.json:9: /y: later\n");
}

TEST(ProblemCollector, OfSeveralFilesStayTogether) {
    const auto at = [](const char* file, int line) {
        return Problem{Severity::mistake, file, line, "", "x", ""};
    };
    EXPECT_EQ(printed(in_reading_order({at("b", 2), at("a", 1), at("b", 1), at("a", 0)})),
              "b:1: x\nb:2: x\na: x\na:1: x\n");
}

TEST(Quoting, CutsLongWordsBetweenCharacters) {
    std::string word;
    for (int i = 0; i < 30; ++i) word += "向";
    const std::string text = in_quotes("a" + word);
    EXPECT_FALSE(first_invalid_utf8(text));
    EXPECT_LT(text.size(), 70U);
    EXPECT_THAT(text, HasSubstr("…"));
    EXPECT_EQ(in_quotes("short"), "\"short\"");
}

TEST(Quoting, SuggestsTheNearestKnownWordOnly) {
    const std::vector<std::string> known{"stem", "options"};
    EXPECT_EQ(did_you_mean("stm", known), "did you mean \"stem\"?");
    EXPECT_EQ(did_you_mean("weather", known), "");
    EXPECT_EQ(did_you_mean(std::string(100, 'x'), known), "");
}

TEST(Quoting, SaysNoMoreOfALongListThanSomebodyReads) {
    std::vector<std::string> words;
    for (int i = 0; i < 50'000; ++i) words.push_back("word-" + std::to_string(i));
    EXPECT_THAT(list_of(words), testing::EndsWith("\"word-99\" and 49900 more"));
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) EXPECT_EQ(did_you_mean("quite-different", words), "");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
    EXPECT_EQ(did_you_mean("word-99x", words), "did you mean \"word-99\"?");
}

TEST(TextRules, IdsAreWordsJoinedByHyphens) {
    for (const char* id : {"a", "7", "clear-no", "a-1-b"}) EXPECT_TRUE(is_identifier(id)) << id;
    for (const char* id : {"", "-a", "a-", "a--b", "A", "a_b", "a b", "向", "a/b"})
        EXPECT_FALSE(is_identifier(id)) << id;
    EXPECT_TRUE(is_identifier(std::string(64, 'a')));
    EXPECT_FALSE(is_identifier(std::string(65, 'a')));
}

TEST(Quoting, MakesVisibleWhatIsNoText) {
    EXPECT_EQ(in_quotes("a\x1b[2J"), "\"a\\u001b[2J\"");
    EXPECT_EQ(in_quotes("a\xF0"), "\"a\\xf0\"") << "a character that is cut off at the end";
    EXPECT_EQ(in_quotes("\x9B"
                        "2J"),
              "\"\\x9b2J\"");
}

TEST(ProblemJson, IsForPrograms) {
    EXPECT_EQ(to_json({{Severity::mistake, "a\"b.json", 3, "/x", "wrong", "right"},
                       {Severity::remark, "\xFF", 0, "", "odd", ""}}),
              R"({
  "mistakes": 1,
  "remarks": 1,
  "problems": [
    {
      "severity": "mistake",
      "file": "a\"b.json",
      "line": 3,
      "pointer": "/x",
      "what": "wrong",
      "advice": "right"
    },
    {
      "severity": "remark",
      "file": "�",
      "line": 0,
      "pointer": "",
      "what": "odd",
      "advice": ""
    }
  ]
}
)");
    EXPECT_EQ(to_json({}), "{\n  \"mistakes\": 0,\n  \"remarks\": 0,\n  \"problems\": []\n}\n");
}

}  // namespace
}  // namespace xy::json
