// A programme is data: steps left out, in another order, or a survey alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utility>
#include <vector>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

template <typename S>
screens::Setup without() {
    screens::Setup around = setup();
    std::erase_if(around.programme.steps,
                  [](const quiz::Step& step) { return std::holds_alternative<S>(step); });
    return around;
}

screens::Setup with_steps(std::vector<quiz::Step> steps) {
    screens::Setup around = setup();
    around.programme.steps = std::move(steps);
    return around;
}

TEST(WithoutWelcome, TheAudienceIsTheFirstScreenAndStaysThere) {
    Desk desk(without<quiz::WelcomeStep>());
    EXPECT_EQ(desk.shown(), "audience");
    desk.live(std::chrono::hours(2));
    EXPECT_EQ(desk.shown(), "audience");
    EXPECT_THAT(desk.asked, IsEmpty());
    desk.tap(ChooseAudience{"pupil"});
    EXPECT_EQ(desk.shown(), "question");
    desk.go_to("result");
    desk.tap(Tap::finish);
    expect_fresh(desk);
}

TEST(WithoutWelcome, AChosenProgrammeWaitsForItsBanks) {
    screens::Setup before = setup();
    before.known = false;
    before.programmes.push_back(without<quiz::WelcomeStep>().programme);
    before.programmes.back().id = "class";
    const std::vector<quiz::Bank> banks = std::exchange(before.banks, {});
    Desk desk(before);
    desk.act(PanelEvent{SetupKnown{desk.around.event, access::PinStatus::set, 7, {"class", false}}});
    EXPECT_EQ(desk.shown(), "attract");
    desk.around.banks = banks;
    desk.act(Tick{});
    EXPECT_EQ(desk.shown(), "audience");
    EXPECT_EQ(desk.state.lockout.wrong(), 7) << "a new beginning for nobody who guesses PINs";
}

TEST(WithoutWelcome, AQuestionLeftAloneReturnsToTheAudience) {
    Desk desk(without<quiz::WelcomeStep>());
    desk.tap(ChooseAudience{"pupil"});
    desk.live(Seconds(200));
    desk.store_confirms();
    EXPECT_EQ(desk.asked.at(1), "finish timed_out zh");
    expect_fresh(desk);
}

TEST(WithoutWelcome, NoEventMeansAClosedDoor) {
    screens::Setup closed = without<quiz::WelcomeStep>();
    closed.event.reset();
    Desk desk(closed);
    EXPECT_EQ(desk.shown(), "attract");
    EXPECT_FALSE(desk.state.visit);
}

TEST(WithoutAudience, StartBeginsTheSession) {
    Desk desk(without<quiz::AudienceStep>());
    desk.act(Tap::start);
    EXPECT_THAT(desk.asked, ElementsAre("begin zh 2026-06-26 9"));
    EXPECT_EQ(desk.shown(), "attract");
    desk.store_confirms();
    EXPECT_EQ(desk.shown(), "question");
}

// ---- a survey kiosk: the first statement is what stands there --------------------------------------------

screens::Setup survey_kiosk() {
    return with_steps({survey({"sure", "again", "where"})});
}

TEST(SurveyKiosk, TheSessionBeginsWithTheFirstAnswer) {
    Desk desk(survey_kiosk());
    EXPECT_EQ(desk.shown(), "survey");
    EXPECT_THAT(desk.asked, IsEmpty());
    desk.tap(Pick{4});
    EXPECT_THAT(desk.take_asked(), ElementsAre("begin zh 2026-06-26 9", "answer 0 survey survey/sure 16"));
    desk.tap(Pick{0});
    desk.tap(Tap::skip);
    EXPECT_THAT(desk.asked, ElementsAre("answer 1 survey survey/again 1", "answer 2 survey survey/where 0",
                                        "finish completed zh", "count fair 2026-06-26"));
    expect_fresh(desk);
}

TEST(SurveyKiosk, TheNextVisitorHasAnotherSession) {
    Desk desk(survey_kiosk());
    const RandomId first = desk.state.visit->id;
    for (int i = 0; i < 3; ++i) desk.tap(Pick{0});
    EXPECT_NE(desk.state.visit->id, first);
    EXPECT_EQ(desk.question().number, 1);
}

TEST(SurveyKiosk, StandsStillUntilSomebodyComes) {
    Desk desk(survey_kiosk());
    desk.live(std::chrono::hours(5));
    EXPECT_THAT(desk.asked, IsEmpty());
    desk.tap(Tap::back);
    EXPECT_EQ(desk.shown(), "survey") << "there is nothing to leave";
}

TEST(SurveyKiosk, LeftAfterAnAnswerTimesOut) {
    Desk desk(survey_kiosk());
    desk.tap(Pick{0});
    desk.take_asked();
    desk.live(Seconds(200));
    EXPECT_THAT(desk.asked, ElementsAre("finish timed_out zh", "count fair 2026-06-26"));
}

TEST(SurveyKiosk, TheHourIsThatOfTheAnswer) {
    Desk desk(survey_kiosk());
    desk.moment.hour = {"2026-06-26", 15};
    desk.tap(Pick{0});
    EXPECT_EQ(desk.asked[0], "begin zh 2026-06-26 15");
}

TEST(SurveyKiosk, WaitingForAVisitorIsNotTimeToAnswer) {
    Desk desk(survey_kiosk());
    desk.live(std::chrono::hours(2));
    desk.act(Pick{0});
    EXPECT_LE(std::get<SaveAnswer>(desk.state.unsaved.at(1)).answer.time,
              idle_timeout(desk.state, desk.around));
}

TEST(QuizKiosk, WhatSomebodyChoseAndLeftIsGone) {
    Desk desk(with_steps({questions(quiz::Phase::quiz, true, {"law-2", "law-1"}), quiz::ResultStep{}}));
    desk.tap(desk.option("a"));
    desk.tap(Tap::toggle_text_size);
    desk.live(Seconds(20));
    EXPECT_TRUE(desk.state.large_text);
    desk.live(Seconds(130));
    expect_fresh(desk);
    EXPECT_THAT(desk.asked, testing::Not(testing::Contains(testing::HasSubstr("begin"))));
}

// ---- the rest left out -----------------------------------------------------------------------------------

TEST(WithoutPledge, TheResultFollowsTheSurvey) {
    Desk desk(without<quiz::PledgeStep>());
    desk.go_to("survey");
    desk.tap(Pick{0});
    desk.tap(Pick{0});
    EXPECT_EQ(desk.shown(), "result");
    EXPECT_EQ(desk.asked.back(), "finish completed zh");
}

TEST(WithoutResult, TheVisitEndsAtRest) {
    Desk desk(without<quiz::ResultStep>());
    desk.go_to("pledge");
    desk.take_asked();
    desk.tap(GivePledge{true});
    EXPECT_THAT(desk.asked, ElementsAre("pledge yes", "finish completed zh yes", "count fair 2026-06-26"));
    expect_fresh(desk);
}

TEST(WithoutFeedback, TheNextQuestionFollowsAtOnce) {
    Desk desk(with_steps({quiz::WelcomeStep{}, questions(quiz::Phase::quiz, false, {"candy-1", "law-1"}),
                          quiz::ResultStep{}}));
    desk.tap(Tap::start);
    desk.answer(true);
    EXPECT_EQ(desk.shown(), "question");
    EXPECT_EQ(desk.question().number, 2);
    desk.answer(false);
    EXPECT_EQ(desk.shown(), "result");
    EXPECT_EQ(desk.result().right, 1);
}

TEST(PostTest, CountsForTheScoreWithThePhasePost) {
    Desk desk(with_steps({quiz::WelcomeStep{}, questions(quiz::Phase::quiz, true, {"candy-1"}),
                          questions(quiz::Phase::post, false, {"help-1"}), quiz::ResultStep{}}));
    desk.tap(Tap::start);
    desk.answer(true);
    desk.tap(Tap::next);
    desk.answer(false);
    EXPECT_EQ(desk.asked.at(2), "answer 1 post law/help-1 2 wrong");
    EXPECT_EQ(desk.result().asked, 2);
    EXPECT_EQ(desk.result().right, 1);
}

TEST(AnotherOrder, APledgeBeforeTheSurvey) {
    Desk desk(with_steps({quiz::WelcomeStep{}, questions(quiz::Phase::quiz, true, {"candy-1"}),
                          quiz::PledgeStep{}, survey({"sure"}), quiz::ResultStep{}}));
    desk.go_to("pledge");
    desk.tap(GivePledge{false});
    EXPECT_EQ(desk.shown(), "survey");
    desk.tap(Pick{1});
    EXPECT_EQ(desk.shown(), "result");
    EXPECT_EQ(desk.asked.back(), "finish completed zh no");
}

TEST(AnotherOrder, ASurveyWithAResultThanks) {
    Desk desk(with_steps({quiz::WelcomeStep{}, survey({"sure"}), quiz::ResultStep{}}));
    desk.tap(Tap::start);
    desk.tap(Pick{1});
    EXPECT_EQ(desk.result().praise, Praise::thanks);
    EXPECT_EQ(desk.result().asked, 0);
}

TEST(LastFeedback, KnowsThatSomethingElseFollows) {
    Desk desk;
    desk.start();
    desk.answer(true);
    for (int i = 0; i < 3; ++i) {
        desk.answer(true);
        EXPECT_EQ(desk.feedback().last, false) << "a question follows, if only of the survey";
        desk.tap(Tap::next);
    }
    Desk short_one(with_steps(
        {quiz::WelcomeStep{}, questions(quiz::Phase::quiz, true, {"candy-1"}), quiz::PledgeStep{}}));
    short_one.go_to("feedback");
    EXPECT_TRUE(short_one.feedback().last);
}

TEST(EmptyPaper, EndsAtOnceInsteadOfHanging) {
    screens::Setup around =
        with_steps({quiz::WelcomeStep{}, questions(quiz::Phase::quiz, true, {}), quiz::ResultStep{}});
    Desk desk(around);
    desk.tap(Tap::start);
    EXPECT_EQ(desk.shown(), "result");
    EXPECT_EQ(desk.result().praise, Praise::thanks);
}

TEST(Setup, PromisesWhatTheProgressCountsTo) {
    Desk desk;
    EXPECT_EQ(Setup::questions_asked(desk.around.programme), 6);
    desk.start();
    EXPECT_EQ(desk.question().total, 6);
    std::get<quiz::QuestionsStep>(desk.around.programme.steps[3]).draw = {{"law", 2}, {"", 5}};
    EXPECT_EQ(Setup::questions_asked(desk.around.programme), 13);
}

TEST(Setup, PromisesNothingWhereAFormDecides) {
    screens::Setup around = setup();
    std::get<quiz::QuestionsStep>(around.programme.steps[3]).form = quiz::FormRule::either;
    EXPECT_EQ(Setup::questions_asked(around.programme), 0);
}

}  // namespace
}  // namespace xy::screens
