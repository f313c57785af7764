#include "json/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/value.h"
#include "support/texts.h"

namespace xy::json {
namespace {

using testing::HasSubstr;

std::string problem(const std::string& text) {
    const auto document = parse(text, "f.json");
    EXPECT_FALSE(document.value);
    EXPECT_EQ(document.problems.size(), 1U);
    return printed(document.problems);
}

const Node& member(const Node& object, std::string_view key) {
    for (const Member& m : std::get<Object>(object.value))
        if (m.key == key) return m.value;
    throw std::out_of_range(std::string(key));
}

TEST(JsonDocument, EveryValueKnowsItsLine) {
    const auto document =
        parse("\n{\n\"a\"\n:\n[\n1\n,\n2.5,\"x\\ny\",\ntrue\n,\nnull,{\n}\n]\n,\"b\":-7\n}\n", "f.json");
    ASSERT_TRUE(document.value) << printed(document.problems);
    const Node& root = *document.value;
    EXPECT_EQ(root.line, 2);
    EXPECT_EQ(std::get<Object>(root.value)[0].line, 3);
    const Array& list = std::get<Array>(member(root, "a").value);
    EXPECT_EQ(member(root, "a").line, 5);
    ASSERT_EQ(list.size(), 6U);
    EXPECT_EQ(list[0].line, 6) << "the end of a number shows only on the next line";
    EXPECT_EQ(list[1].line, 8);
    EXPECT_EQ(list[2].line, 8);
    EXPECT_EQ(std::get<std::string>(list[2].value), "x\ny");
    EXPECT_EQ(list[3].line, 9);
    EXPECT_EQ(list[4].line, 11);
    EXPECT_EQ(list[5].line, 11);
    EXPECT_EQ(member(root, "b").line, 14);
    EXPECT_EQ(std::get<std::int64_t>(member(root, "b").value), -7);
}

TEST(JsonDocument, ANumberAloneIsAlreadyAValue) {
    EXPECT_TRUE(parse("12", "f.json").value);
    EXPECT_EQ(parse("\n12\n", "f.json").value->line, 2);
}

TEST(JsonDocument, LargeNumbersAreNotWrapped) {
    const auto document = parse("[3000000000, 9223372036854775807, 9223372036854775808]", "f.json");
    ASSERT_TRUE(document.value);
    const Array& list = std::get<Array>(document.value->value);
    EXPECT_EQ(std::get<std::int64_t>(list[0].value), 3'000'000'000);
    EXPECT_EQ(std::get<std::int64_t>(list[1].value), INT64_MAX);
    EXPECT_TRUE(std::holds_alternative<double>(list[2].value));
}

TEST(JsonDocument, EachDuplicateKeyIsNamedWithItsLine) {
    const auto document = parse("{\"a\": 1,\n\"b\": {\"c\": 1,\n\"c\": [1, 2]},\n\"a\": 2}", "f.json");
    EXPECT_FALSE(document.value);
    ASSERT_EQ(document.problems.size(), 2U) << printed(document.problems);
    EXPECT_EQ(to_string(document.problems[0]),
              "f.json:3: /b/c: the key \"c\" is here a second time; keep only one of them");
    EXPECT_EQ(to_string(document.problems[1]),
              "f.json:4: /a: the key \"a\" is here a second time; keep only one of them");
}

TEST(JsonDocument, TheSameKeyInTwoItemsOfAListIsNoDuplicate) {
    EXPECT_TRUE(parse(R"([{"id": 1}, {"id": 2}])", "f.json").value);
}

TEST(JsonDocument, ThirtyTwoLevelsAreEnoughAndNoMore) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(parse(nested(32), "f.json").value);
    const auto deep = parse("\n" + nested(33), "f.json");
    EXPECT_FALSE(deep.value);
    EXPECT_EQ(printed(deep.problems).substr(0, 10), "f.json:2: ");
    EXPECT_THAT(printed(deep.problems), HasSubstr("nested more than 32 levels deep"));
}

TEST(JsonDocument, TooManyValuesAreRefused) {
    std::string text = "[0";
    for (std::size_t i = 0; i < max_values; ++i) text += ",0";
    EXPECT_THAT(problem(text + "]"), HasSubstr("more than 500000 values"));
}

TEST(JsonDocument, AnObjectWithVeryManyKeysIsStillReadQuickly) {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += "\"" + std::to_string(i) + "\":0,";
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(parse(text + "\"end\":0}", "f.json").value);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(JsonDocument, PointersAreEscaped) {
    const auto document = parse(R"({"a/b": {"c~d": [{"e": 1, "e": 2}]}})", "f.json");
    ASSERT_EQ(document.problems.size(), 1U);
    EXPECT_EQ(document.problems[0].pointer, "/a~1b/c~0d/0/e");
}

TEST(JsonDocument, AHostileKeyCannotWriteToTheTerminal) {
    const auto document = parse("{\"\\u001b[2J\\u009b\": 1, \"\\u001b[2J\\u009b\": 2}", "f.json");
    const std::string text = printed(document.problems);
    EXPECT_THAT(text, HasSubstr("\\u001b[2J\\u009b"));
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
}

TEST(Value, NamesTheSortOfEveryValue) {
    const auto document = parse(R"([null, true, 1, 0.5, "x", [], {}])", "f.json");
    std::vector<std::string> sorts;
    for (const Value& value : Value(*document.value).elements()) sorts.emplace_back(value.type_name());
    EXPECT_THAT(sorts,
                testing::ElementsAre("null", "true or false", "a whole number",
                                     "a fraction or a very large number", "a text", "a list", "an object"));
}

struct Slip {
    const char* name;
    const char* text;
    const char* said;
};

std::ostream& operator<<(std::ostream& stream, const Slip& slip) {
    return stream << slip.name;
}

class SyntaxSlip : public testing::TestWithParam<Slip> {};

TEST_P(SyntaxSlip, IsExplainedInPlainWordsWhereItHappened) {
    EXPECT_EQ(problem(GetParam().text), GetParam().said);
}

const Slip slips[] = {
    {"Empty", "", "f.json:1: column 1: the file is empty; write { … }\n"},
    {"OnlySpaces", " \n ", "f.json:1: column 1: the file is empty; write { … }\n"},
    {"CommaBeforeBrace", "{\"a\": 1,\n}", "f.json:1: column 8: a comma before }; delete the comma\n"},
    {"CommaBeforeBracket", "[1,\n2,\n]", "f.json:2: column 2: a comma before ]; delete the comma\n"},
    {"MissingComma", "{\"a\": 1\n\"b\": 2}",
     "f.json:2: column 1: expected a comma or }, found another text; a comma may be missing before it\n"},
    {"MissingCommaInList", "[\"a\"\n\"b\"]",
     "f.json:2: column 1: expected a comma or ], found another text; a comma may be missing before it\n"},
    {"MissingCommaBeforeObject", "[{}\n{}]", "f.json:2: column 1: expected a comma or ], found \"{\"\n"},
    {"MissingColon", "{\"a\" 1}",
     "f.json:1: column 6: expected a colon after the key, found \"1\"; put texts and keys in double "
     "quotes\n"},
    {"TextInsteadOfColon", "{\"a\" \"b\"}",
     "f.json:1: column 6: expected a colon after the key, found another text; write : between key and "
     "value\n"},
    {"MissingValue", "{\"a\": }", "f.json:1: column 7: expected a value, found \"}\"\n"},
    {"KeyWithoutQuotes", "{a: 1}",
     "f.json:1: column 2: expected a key in double quotes, or }, found \"a\"; put texts and keys in double "
     "quotes\n"},
    {"SingleQuotes", "{'a': 1}",
     "f.json:1: column 2: expected a key in double quotes, or }, found \"'\"; write double quotes instead of "
     "single ones\n"},
    {"NumberAsKey", "{1: 1}",
     "f.json:1: column 2: expected a key in double quotes, or }, found \"1\"; put texts and keys in double "
     "quotes\n"},
    {"CapitalTrue", "{\"a\": True}", "f.json:1: column 7: expected a value, found \"True\"; write true\n"},
    {"None", "[None]", "f.json:1: column 2: expected a value, or ], found \"None\"; write null\n"},
    {"BareWord", "[yes]",
     "f.json:1: column 2: expected a value, or ], found \"yes\"; put texts and keys in double quotes\n"},
    {"Comment", "{ // x\n\"a\": 1}",
     "f.json:1: column 3: expected a key in double quotes, or }, found \"/\"; JSON has no comments: delete "
     "it\n"},
    {"HashComment", "# x\n{}",
     "f.json:1: column 1: expected a value, found \"#\"; JSON has no comments: delete it\n"},
    {"ChineseComma", "{\"a\": 1，\"b\": 2}",
     "f.json:1: column 8: full-width ， found; write the half-width ,\n"},
    {"ChineseColon", "{\"向阳\"：1}", "f.json:1: column 6: full-width ： found; write the half-width :\n"},
    {"ChineseQuotes", "{“a”: 1}", "f.json:1: column 2: full-width “ found; write the half-width \"\n"},
    {"TextNotClosed", "{\"a\": \"b\n}",
     "f.json:1: column 7: the text that begins here is not closed on its line; put \" at its end; write \\n "
     "for a new line inside a text\n"},
    {"TextNeverClosed", "[\"b",
     "f.json:1: column 2: the text that begins here is never closed; put \" at its end\n"},
    {"TextEndsInEscape", "[\"b\\",
     "f.json:1: column 2: the text that begins here is never closed; put \" at its end\n"},
    {"TabInText", "[\"a\tb\"]", "f.json:1: column 4: a control character inside a text; write a space\n"},
    {"BellInText", "[\"a\ab\"]", "f.json:1: column 4: a control character inside a text; delete it\n"},
    {"BackslashPath", "[\"a\\n\\u5411 pictures\\x.svg\"]",
     "f.json:1: column 21: a backslash before \"x\" means nothing; write \\\\ for one backslash\n"},
    {"ShortEscape", "[\"\\u12\"]",
     "f.json:1: column 3: \\u needs four hexadecimal digits; write for example \\u5411, or 向 itself\n"},
    {"FirstHalf", "[\"\\ud83dx\"]",
     "f.json:1: column 3: \\ud83d is half a character; write the character itself\n"},
    {"SecondHalf", "[\"\\ud83d\\ude00\\ude00\"]",
     "f.json:1: column 15: \\ude00 is half a character; write the character itself\n"},
    {"LeadingZero", "[1, 007]",
     "f.json:1: column 5: the number \"007\" is not written as JSON wants; write it like 3 or 0.5\n"},
    {"PlusSign", "[+1]",
     "f.json:1: column 2: the number \"+1\" is not written as JSON wants; write it like 3 or 0.5\n"},
    {"NoDigitsBehindPoint", "[1.]",
     "f.json:1: column 2: the number \"1.\" is not written as JSON wants; write it like 3 or 0.5\n"},
    {"HugeNumber", "[1e999]",
     "f.json:1: column 2: the number \"1e999\" is too large, or not written as JSON wants; write it like 3 "
     "or 0.5\n"},
    {"Cut", "{\"a\": [1, 2",
     "f.json:1: column 12: the file ends here, where a comma or ] was expected; part of it may be missing\n"},
    {"CutAfterKey", "{\"a\"",
     "f.json:1: column 5: the file ends here, where a colon after the key was expected; part of it may be "
     "missing\n"},
    {"CutAfterComma", "{\"a\": 1,",
     "f.json:1: column 9: the file ends here, where a key in double quotes, or } was expected; part of it "
     "may be missing\n"},
    {"TextBehindTheEnd", "{}\n{}",
     "f.json:2: column 1: there is more text behind the end of the file's last }; delete it, or mend the "
     "brackets\n"},
    {"WrongBracket", "{\"a\": [1}", "f.json:1: column 9: expected a comma or ], found \"}\"\n"},
};

std::string name_of(const testing::TestParamInfo<Slip>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Each, SyntaxSlip, testing::ValuesIn(slips), name_of);

}  // namespace
}  // namespace xy::json
