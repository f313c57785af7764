// Texts in two languages, problems as they are printed, suggestions, clocks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

#include "base/clock.h"
#include "base/localized.h"
#include "base/nearest.h"
#include "base/problem.h"

namespace xy {
namespace {

TEST(LocalizedText, FallsBackToTheOtherLanguage) {
    const LocalizedText both{"向阳", "Sunflower"};
    EXPECT_EQ(both.in(Language::zh), "向阳");
    EXPECT_EQ(both.in(Language::en), "Sunflower");
    EXPECT_EQ((LocalizedText{"向阳", ""}.in(Language::en)), "向阳");
    EXPECT_EQ((LocalizedText{"", "Sunflower"}.in(Language::zh)), "Sunflower");
    EXPECT_TRUE(LocalizedText().empty());
    EXPECT_EQ(LocalizedText().in(Language::en), "");
    EXPECT_FALSE((LocalizedText{"", "x"}.empty()));
}

TEST(Language, IsWrittenAsOnTheCommandLine) {
    EXPECT_EQ(code(Language::zh), "zh");
    EXPECT_EQ(code(Language::en), "en");
}

TEST(Nearest, FindsTheWordThatWasMeant) {
    const std::vector<std::string> known{"stem", "options", "source"};
    EXPECT_EQ(nearest("stm", known), "stem");
    EXPECT_EQ(nearest("stems", known), "stem");
    EXPECT_EQ(nearest("optoins", known), "options");
    EXPECT_EQ(nearest("stem", known), "stem");
}

TEST(Nearest, SaysNothingWhenNoWordIsNear) {
    const std::vector<std::string> known{"stem", "options", "source"};
    EXPECT_EQ(nearest("weather", known), "");
    EXPECT_EQ(nearest("", known), "");
    EXPECT_EQ(nearest("stem", {}), "");
    EXPECT_EQ(nearest("abcd", std::vector<std::string>{"abxy"}), "") << "half of the word is not near";
    EXPECT_EQ(nearest("abcd", std::vector<std::string>{"abcy"}), "abcy");
}

TEST(Nearest, CountsCharactersNotBytes) {
    const std::vector<std::string> known = {"完成率", "活动场次", "答题正确率"};
    EXPECT_EQ(nearest("答题正确律", known), "答题正确率");
    EXPECT_EQ(nearest("活动次数", known), "") << "two of four characters are half of the word";
}

TEST(Nearest, TheFirstOfEqualsWins) {
    EXPECT_EQ(nearest("cat", std::vector<std::string>{"bat", "rat"}), "bat");
    EXPECT_EQ(nearest("cat", std::vector<std::string>{"cart", "cat"}), "cat");
}

TEST(Problem, IsPrintedAsFileLinePointerAndAdvice) {
    Problem problem{Severity::mistake, "a.json", 7, "/items/0", "wrong", "write right"};
    EXPECT_EQ(to_string(problem), "a.json:7: /items/0: wrong; write right");
    problem.severity = Severity::remark;
    problem.advice = "";
    EXPECT_EQ(to_string(problem), "a.json:7: /items/0: remark: wrong");
    problem.line = 0;
    problem.pointer = "";
    EXPECT_EQ(to_string(problem), "a.json: remark: wrong");
}

TEST(Problem, RemarksAreNoMistakes) {
    EXPECT_FALSE(has_mistakes({}));
    EXPECT_FALSE(has_mistakes({{Severity::remark, "a", 0, "", "x", ""}}));
    EXPECT_TRUE(
        has_mistakes({{Severity::remark, "a", 0, "", "x", ""}, {Severity::mistake, "a", 0, "", "x", ""}}));
}

TEST(SystemClock, KnowsTheDayAndTheHourAndNothingFiner) {
    const LocalHour now = SystemClock().local_hour();
    EXPECT_THAT(now.day, testing::MatchesRegex("[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"));
    EXPECT_GE(now.hour, 0);
    EXPECT_LE(now.hour, 23);
}

TEST(SystemClock, NeverGoesBack) {
    const SystemClock clock;
    const Milliseconds before = clock.steady();
    EXPECT_GE(clock.steady(), before);
}

}  // namespace
}  // namespace xy
