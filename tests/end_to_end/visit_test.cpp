// Whole visits from another process, by real clicks and by keys; then what the organizer counts.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <signal.h>

#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"

namespace xy::end_to_end {
namespace {

using nlohmann::json;

constexpr const char* program = XY_BIN_DIR "/xiangyang";

/// One step of a visitor: what they would click on this screen.
std::string step_on(const Shown& shown) {
    if (shown.screen == "attract") return "attract.start";
    if (shown.screen == "audience") return "audience.junior";
    if (shown.screen == "question") return "question.option.1";
    if (shown.screen == "feedback") return "feedback.next";
    if (shown.screen == "survey") return "survey.3";
    if (shown.screen == "pledge") return "pledge.yes";
    if (shown.screen == "result") return "result.finish";
    throw std::runtime_error("no visitor knows the screen " + shown.screen);
}

/// Clicks through from the first screen until it shows again. Returns the screens in order.
std::vector<std::string> visit(RunningKiosk& kiosk) {
    std::vector<std::string> seen;
    Shown shown = kiosk.wait_for("attract");
    do {
        seen.push_back(shown.screen);
        const std::string before = shown.what();
        if (shown.widget("question.confirm") != nullptr) {
            kiosk.click("question.option.1");
            shown = kiosk.click_on("question.confirm");
        } else {
            shown = kiosk.click_on(step_on(shown));
        }
    } while (shown.screen != "attract" && seen.size() < 100);
    return seen;
}

json participation(const std::filesystem::path& data) {
    const Ran ran = run({program, "participation", "--data", data, "--json"});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return json::parse(ran.out);
}

class WholeVisit : public testing::TestWithParam<const char*> {};

TEST_P(WholeVisit, IsCountedOnceInItsLanguage) {
    const std::string language = GetParam();
    const TemporaryFolder folder;
    RunningKiosk kiosk({.data = folder.path() / "data"});
    kiosk.wait_for("attract");
    kiosk.click("attract.lang." + language);
    const auto seen = visit(kiosk);
    const auto count = [&](const char* screen) { return std::count(seen.begin(), seen.end(), screen); };
    EXPECT_EQ(count("question"), 12);
    EXPECT_EQ(count("feedback"), 10);
    EXPECT_EQ(count("survey"), 4);
    EXPECT_EQ(count("pledge"), 1);
    EXPECT_EQ(count("result"), 1);
    kiosk.send(SIGTERM);
    EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();

    const json rows = participation(folder.path() / "data");
    ASSERT_EQ(rows.size(), 1U) << rows;
    EXPECT_EQ(rows[0]["language"], language);
    EXPECT_EQ(rows[0]["audience"], "junior");
    EXPECT_EQ(rows[0]["started"], 1);
    EXPECT_EQ(rows[0]["completed"], 1);
    EXPECT_EQ(rows[0]["abandoned"], 0);
    EXPECT_EQ(rows[0]["answered_items"], 10);

    const auto out = folder.path() / "export";
    const Ran exported = run({program, "export", "--data", folder.path() / "data", "--out", out});
    ASSERT_EQ(exported.exit_code, 0) << exported.err;
    const std::string table = bytes_of(out / "participation.csv");
    EXPECT_THAT(table, testing::HasSubstr("junior," + language + ",1,1,0,0,")) << table;
}

INSTANTIATE_TEST_SUITE_P(In, WholeVisit, testing::Values("zh", "en"),
                         [](const auto& language) { return std::string(language.param); });

TEST(Visit, TwoVisitorsOneAfterTheOtherAreTwo) {
    const TemporaryFolder folder;
    const OwnConfig own(folder.path(), R"([{"step": "welcome"},
        {"step": "questions", "phase": "quiz", "feedback": true, "items": ["plain/q1"]}, {"step": "result"}])");
    RunningKiosk kiosk({.data = folder.path() / "data", .config = own.config, .questions = own.questions});
    visit(kiosk);
    visit(kiosk);
    kiosk.send(SIGTERM);
    EXPECT_EQ(kiosk.wait_for_exit(), 0);
    EXPECT_EQ(participation(folder.path() / "data")[0]["completed"], 2);
}

/// A survey alone: the first statement is what stands there.
TEST(Visit, ASurveyKioskCountsEachVisitor) {
    const TemporaryFolder folder;
    const OwnConfig own(folder.path(), R"([{"step": "survey", "items": ["plain/s1", "plain/s2"]}])");
    for (int start = 0; start < 2; ++start) {
        RunningKiosk kiosk(
            {.data = folder.path() / "data", .config = own.config, .questions = own.questions});
        kiosk.wait_for("survey");
        for (int visitor = 0; visitor < 2; ++visitor) {
            EXPECT_EQ(kiosk.click_on("survey.2").item, "plain/s2");
            EXPECT_EQ(kiosk.click_on("survey.5").item, "plain/s1");
        }
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }
    const json rows = participation(folder.path() / "data");
    EXPECT_EQ(rows[0]["started"], 4) << rows;
    EXPECT_EQ(rows[0]["completed"], 4) << rows;
}

TEST(Visit, KeysAloneFinishIt) {
    const TemporaryFolder folder;
    const OwnConfig own(folder.path(), R"([{"step": "welcome"}, {"step": "audience"},
        {"step": "questions", "phase": "quiz", "feedback": true, "items": ["plain/q1"]},
        {"step": "survey", "items": ["plain/s1"]}, {"step": "pledge"}, {"step": "result"}])");
    RunningKiosk kiosk({.data = folder.path() / "data", .config = own.config, .questions = own.questions});
    kiosk.wait_for("attract");
    EXPECT_EQ(kiosk.press_on("Return").screen, "audience");
    EXPECT_EQ(kiosk.press_on("1").screen, "question");
    EXPECT_EQ(kiosk.press_on("2").screen, "feedback");
    EXPECT_EQ(kiosk.press_on("Return").screen, "survey");
    EXPECT_EQ(kiosk.press_on("5").screen, "pledge");
    kiosk.press("Tab");
    EXPECT_EQ(kiosk.press_on("Return").screen, "result");
    EXPECT_EQ(kiosk.press_on("Return").screen, "attract");
    EXPECT_EQ(kiosk.press_on("Return").screen, "audience");
    EXPECT_EQ(kiosk.press_on("Escape").screen, "attract");
    kiosk.send(SIGTERM);
    EXPECT_EQ(kiosk.wait_for_exit(), 0);
    EXPECT_EQ(participation(folder.path() / "data")[0]["completed"], 1);
}

TEST(Visit, TheLanguageChangesByOneTouchInTheMiddleOfAQuestion) {
    const TemporaryFolder folder;
    const OwnConfig own(folder.path(), quiz_steps);
    RunningKiosk kiosk({.data = folder.path() / "data", .config = own.config, .questions = own.questions});
    kiosk.wait_for("attract");
    const Shown chinese = kiosk.click_on("attract.start");
    kiosk.click("question.language");
    const Shown english =
        kiosk.wait_until("another language", [&](const Shown& shown) { return !(shown == chinese); });
    EXPECT_EQ(english.what(), chinese.what()) << "the same question";
    EXPECT_NE(english.widget("question.skip")->w, chinese.widget("question.skip")->w) << "in other words";
    kiosk.click_on("question.skip");
    kiosk.send(SIGTERM);
    EXPECT_EQ(kiosk.wait_for_exit(), 0);
    const json rows = participation(folder.path() / "data");
    EXPECT_EQ(rows[0]["language"], "en");
    EXPECT_EQ(rows[0]["abandoned"], 1);
}

TEST(Visit, LeftAloneEndsAfterACountdownThatATouchStops) {
    const TemporaryFolder folder;
    const OwnConfig own(folder.path(), quiz_steps);
    RunningKiosk kiosk({.data = folder.path() / "data", .config = own.config, .questions = own.questions});
    kiosk.wait_for("attract");
    const Shown question = kiosk.click_on("attract.start");
    kiosk.wait_for("still_there", Seconds(20));
    EXPECT_EQ(kiosk.press_on("space").what(), question.what()) << "any touch returns";
    kiosk.wait_for("still_there", Seconds(20));
    kiosk.wait_for("attract", Seconds(10));
    kiosk.send(SIGTERM);
    EXPECT_EQ(kiosk.wait_for_exit(), 0);
    EXPECT_EQ(participation(folder.path() / "data")[0]["timed_out"], 1);
}

}  // namespace
}  // namespace xy::end_to_end
