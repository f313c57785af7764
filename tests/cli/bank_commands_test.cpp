// xiangyang bank: check --strict, rules, table, preview.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
namespace fs = std::filesystem;
using Json = nlohmann::json;

/// One situation that breaks no strict rule of its own, and room for something that does.
std::string bank_with(const std::string& explanation_zh, const std::string& explanation_en) {
    return R"json({"id": "small", "title": {"zh": "小题库", "en": "Small <bank>"},
 "topics": [{"id": "refuse", "title": {"zh": "拒绝", "en": "Refusing"}}],
 "items": [{"id": "scene", "kind": "situation", "audiences": ["junior"], "topic": "refuse", "focus": "skill",
  "difficulty": 1, "form": "A",
  "stem": {"zh": "有人递来一杯饮料。你怎么做？", "en": "Somebody hands you a drink. What do you do?"},
  "options": [
   {"id": "a", "text": {"zh": "说声不用", "en": "Say no"}, "correct": true, "feedback": {"zh": "很好", "en": "Good"}},
   {"id": "b", "text": {"zh": "接过来喝", "en": "Drink it"}, "feedback": {"zh": "可以说不", "en": "You may say no"}}],
  "explanation": {"zh": ")json" +
           explanation_zh + R"json(", "en": ")json" + explanation_en + R"json("},
  "take_home": {"zh": "不认识的，不喝。", "en": "Unknown? Don't drink."},
  "source": {"law": {"zh": "安全提示", "en": "Safety tip"}, "checked_on": "2026-11-25"}}],
 "cards": [{"id": "card", "topic": "refuse", "audiences": ["junior"],
  "text": {"zh": "先说不，再走开。", "en": "Say no, then leave."},
  "picture": {"file": "pictures/cup.svg", "alt": {"zh": "杯子", "en": "A cup"}}}]}
)json";
}

class BankCommands : public ::testing::Test {
 protected:
    BankCommands() { fs::create_directories(folder_.path() / "pictures"); }

    std::string write(const std::string& text) const {
        write_to(
            "pictures/cup.svg",
            R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><rect width="8" height="6"/></svg>)");
        return write_to("small.json", text);
    }
    std::string write_to(const std::string& name, const std::string& text) const {
        std::ofstream(folder_.path() / name, std::ios::binary) << text;
        return (folder_.path() / name).string();
    }
    fs::path path() const { return folder_.path(); }

 private:
    TemporaryFolder folder_;
};

TEST_F(BankCommands, ARemarkIsExitOneOnlyWhenStrict) {
    const std::string file =
        write(bank_with("不认识的人给的，邻居里有瘾君子。", "Somebody may have touched it."));
    const Result plain = run({"bank", "check", file});
    EXPECT_EQ(plain.exit_code, 0);
    EXPECT_THAT(plain.out, HasSubstr("0 mistakes, 0 remarks"));
    const Result strict = run({"bank", "check", "--strict", file});
    EXPECT_EQ(strict.exit_code, 1);
    EXPECT_THAT(strict.out, AllOf(HasSubstr("/items/0/explanation/zh: remark: \"瘾君子\""),
                                  HasSubstr("[banned-wording]")));
}

TEST_F(BankCommands, TheRuleStandsInTheJson) {
    const std::string file = write(bank_with("邻居里有瘾君子。", "It may have been touched."));
    const Json problems = Json::parse(run({"bank", "check", "--strict", "--json", file}).out);
    EXPECT_EQ(problems["mistakes"], 0);
    EXPECT_TRUE(std::any_of(problems["problems"].begin(), problems["problems"].end(),
                            [](const Json& problem) { return problem["rule"] == "banned-wording"; }));
}

TEST_F(BankCommands, ACleanBankPassesStrictly) {
    const Result survey = run({"bank", "check", "--strict", XY_SOURCE_DIR "/questions/survey.json"});
    EXPECT_EQ(survey.exit_code, 0) << survey.out;
}

TEST_F(BankCommands, AMistakeStaysAMistake) {
    const std::string file = write(bank_with("", ""));
    EXPECT_EQ(run({"bank", "check", "--strict", file}).exit_code, 1);
    EXPECT_EQ(run({"bank", "check", "--strict", path() / "none.json"}).exit_code, 2);
}

TEST_F(BankCommands, RulesAreListedWithTheirReason) {
    const Result rules = run({"bank", "rules"});
    EXPECT_EQ(rules.exit_code, 0);
    EXPECT_THAT(rules.out,
                AllOf(HasSubstr("answer-length\n"), HasSubstr("law-numbers\n"), HasSubstr("Why: ")));
    for (const Json& rule : Json::parse(run({"bank", "rules", "--json"}).out)) {
        EXPECT_FALSE(rule["name"].get<std::string>().empty());
        EXPECT_FALSE(rule["why"].get<std::string>().empty());
    }
}

TEST_F(BankCommands, TheTableCountsWithTotals) {
    const std::string file = write(bank_with("因为", "Because"));
    const Result table = run({"bank", "table", file, XY_SOURCE_DIR "/questions/survey.json"});
    EXPECT_EQ(table.exit_code, 0) << table.err;
    EXPECT_THAT(table.out, AllOf(HasSubstr("refuse 拒绝"), HasSubstr("1 (1/0/0)"), HasSubstr("= all topics"),
                                 HasSubstr("= all banks")));
    const Json json = Json::parse(run({"bank", "table", "--json", file}).out);
    ASSERT_EQ(json["topics"].size(), 1U);
    EXPECT_EQ(json["topics"][0]["counts"],
              Json::parse(R"([{"kind": "situation", "difficulty": 1, "items": 1}])"));
    EXPECT_EQ(json["total"]["items"], 1);
    EXPECT_EQ(json["total"]["form_a"], 1);
    EXPECT_EQ(json["total"]["cards"], 1);
    EXPECT_EQ(run({"bank", "table", write(bank_with("", ""))}).exit_code, 2);
}

TEST_F(BankCommands, ThePreviewShowsWhatVisitorsSee) {
    const std::string file = write(bank_with("邻居里有瘾君子。", "Because <b>."));
    const fs::path out = path() / "review";
    const Result result = run({"bank", "preview", file, "--out", out});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    const std::string page = bytes_of(out / "index.html");
    EXPECT_THAT(page, AllOf(HasSubstr("有人递来一杯饮料"), HasSubstr("Somebody hands you a drink"),
                            HasSubstr("<li class=\"right\">说声不用"), HasSubstr("You may say no"),
                            HasSubstr("banned-wording"), HasSubstr("form A"), HasSubstr("先说不，再走开。"),
                            HasSubstr("Small &lt;bank&gt;")));
    EXPECT_THAT(page, AllOf(Not(HasSubstr("<b>")), Not(HasSubstr("http"))));
    for (const char* picture :
         {"screens/scene-zh-question.png", "screens/scene-zh-feedback.png", "screens/scene-en-question.png",
          "screens/scene-en-feedback.png", "screens/card-zh-card.png", "screens/card-en-card.png"}) {
        EXPECT_THAT(page, HasSubstr(picture));
        const std::string bytes = bytes_of(out / picture);
        ASSERT_GT(bytes.size(), 10'000U) << picture;
        EXPECT_THAT(bytes, StartsWith("\x89PNG"));
        EXPECT_EQ(bytes.substr(16, 8), std::string("\0\0\x07\x80\0\0\x04\x38", 8)) << "not 1920×1080";
    }
    EXPECT_NE(bytes_of(out / "screens/scene-zh-question.png"),
              bytes_of(out / "screens/scene-en-question.png"));
    EXPECT_EQ(run({"bank", "preview", file, "--out", out}).exit_code, 0) << "an earlier preview is replaced";
}

TEST_F(BankCommands, ThePreviewWritesIntoNoOtherFolder) {
    const std::string file = write(bank_with("因为", "Because"));
    const Result result = run({"bank", "preview", file, "--out", path()});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("holds other files"));
    EXPECT_EQ(run({"bank", "preview", file}).exit_code, 2);
    EXPECT_EQ(run({"bank", "preview", write(bank_with("", "")), "--out", path() / "new"}).exit_code, 2);
    EXPECT_FALSE(fs::exists(path() / "new"));
}

}  // namespace
}  // namespace xy::cli
