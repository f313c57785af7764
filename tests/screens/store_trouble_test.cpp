// The disk is full or gone: a calm screen, and nothing is lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

/// The answer to the first question could not be saved.
Desk with_a_failed_answer() {
    Desk desk;
    desk.start();
    desk.act(desk.option("a"));
    desk.store_fails();
    desk.take_asked();
    return desk;
}

const char* const the_answer = "answer 0 pre law/help-1 1 right";

TEST(StoreTrouble, ShowsThatStaffIsNeeded) {
    Desk desk = with_a_failed_answer();
    EXPECT_EQ(desk.shown(), "question+staff");
}

TEST(StoreTrouble, ATouchDoesNotCloseTheStaffScreen) {
    Desk desk = with_a_failed_answer();
    for (const Action& touch : {Action(Tap::touch), Action(Tap::stay), Action(Tap::leave), Action(Tap::back),
                                Action(Tap::next), Action(Pick{1})})
        desk.act(touch);
    EXPECT_EQ(desk.shown(), "question+staff");
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(StoreTrouble, RetrySaysTheSameAgainAndGoesOn) {
    Desk desk = with_a_failed_answer();
    desk.act(Tap::retry);
    EXPECT_THAT(desk.asked, ElementsAre(the_answer));
    EXPECT_EQ(desk.shown(), "question+staff");
    desk.store_confirms();
    EXPECT_EQ(desk.shown(), "question");
    EXPECT_EQ(desk.question().number, 2) << "on to the quiz";
    EXPECT_TRUE(desk.state.unsaved.empty());
}

TEST(StoreTrouble, ImpatientRetriesAskOnce) {
    Desk desk = with_a_failed_answer();
    desk.act(Tap::retry);
    desk.act(Tap::retry);
    EXPECT_THAT(desk.asked, ElementsAre(the_answer));
}

TEST(StoreTrouble, TriesAgainByItselfEveryFiveSeconds) {
    Desk desk = with_a_failed_answer();
    for (int tries = 0; tries < 3; ++tries) {
        desk.live(Milliseconds(4'999));
        EXPECT_THAT(desk.asked, IsEmpty());
        desk.live(Milliseconds(1));
        EXPECT_THAT(desk.take_asked(), ElementsAre(the_answer));
        desk.store_fails();
        EXPECT_EQ(desk.shown(), "question+staff");
    }
}

TEST(StoreTrouble, SomebodyWhoKeepsTouchingDoesNotStopTheRetries) {
    Desk desk = with_a_failed_answer();
    for (int second = 0; second < 6; ++second) {
        desk.live(Seconds(1));
        desk.act(Tap::touch);
    }
    EXPECT_THAT(desk.asked, ElementsAre(the_answer));
}

TEST(StoreTrouble, HasNoCountdown) {
    Desk desk = with_a_failed_answer();
    desk.wait(std::chrono::hours(1));
    EXPECT_EQ(desk.shown(), "question+staff");
}

TEST(StoreTrouble, WhatCouldNotBeSavedIsSentAgainInItsOrder) {
    screens::Setup survey_kiosk = setup();
    survey_kiosk.programme.steps = {survey({"sure", "again"})};
    Desk desk(survey_kiosk);
    desk.act(Pick{0});  // begins the session, and answers
    ASSERT_EQ(desk.state.in_flight, 2U);
    desk.store_fails();
    desk.take_asked();
    desk.act(Tap::retry);
    EXPECT_THAT(desk.asked, ElementsAre("begin zh 2026-06-26 9", "answer 0 survey survey/sure 1"));
    desk.act(Recorded{});
    desk.act(RecordFailed{});
    desk.take_asked();
    desk.act(Tap::retry);
    EXPECT_THAT(desk.asked, ElementsAre("answer 0 survey survey/sure 1")) << "the beginning is saved by now";
    desk.store_confirms();
    EXPECT_EQ(desk.question().number, 2);
}

TEST(StoreTrouble, AFailureInTheMiddleKeepsWhatFailedOnly) {
    screens::Setup survey_kiosk = setup();
    survey_kiosk.programme.steps = {survey({"sure", "again"})};
    Desk desk(survey_kiosk);
    desk.act(Pick{0});
    desk.act(RecordFailed{});
    desk.act(Recorded{});
    desk.take_asked();
    desk.act(Tap::retry);
    EXPECT_THAT(desk.asked, ElementsAre("begin zh 2026-06-26 9"));
}

TEST(StoreTrouble, AnEndThatCouldNotBeSavedIsKeptAtRest) {
    Desk desk;
    desk.start();
    desk.tap(Tap::back);
    desk.act(Tap::leave);
    EXPECT_EQ(desk.shown(), "attract");
    desk.store_fails();
    EXPECT_EQ(desk.shown(), "attract+staff");
    desk.tap(Tap::start);
    EXPECT_EQ(desk.shown(), "attract+staff") << "nobody new can begin";
    desk.take_asked();
    desk.act(Tap::retry);
    EXPECT_THAT(desk.asked, ElementsAre("finish abandoned zh"));
    desk.store_confirms();
    expect_fresh(desk);
}

TEST(StoreTrouble, NobodyBeginsWhileAnEndIsStillBeingSaved) {
    Desk desk;
    desk.start();
    desk.tap(Tap::back);
    desk.act(Tap::leave);
    desk.act(Tap::start);
    EXPECT_EQ(desk.shown(), "attract");
    desk.act(Recorded{});
    desk.act(Tap::start);
    EXPECT_EQ(desk.shown(), "audience");
}

TEST(StoreTrouble, AtTheBeginningLetsTheVisitorInLater) {
    Desk desk;
    desk.act(Tap::start);
    desk.act(ChooseAudience{"pupil"});
    desk.store_fails();
    EXPECT_EQ(desk.shown(), "audience+staff");
    desk.tap(Tap::retry);
    EXPECT_EQ(desk.shown(), "question");
}

TEST(StoreTrouble, AtTheEndStillLeadsToTheResult) {
    Desk desk;
    desk.go_to("pledge");
    desk.act(GivePledge{true});
    desk.act(Recorded{});
    desk.act(RecordFailed{});
    EXPECT_EQ(desk.shown(), "pledge+staff");
    desk.tap(Tap::retry);
    EXPECT_EQ(desk.shown(), "result");
}

/// The store could not be opened when the kiosk started.
Desk with_a_store_that_does_not_open() {
    screens::Setup around = setup();
    around.known = false;
    Desk desk(around);
    desk.act(PanelEvent{SetupFailed{}});
    return desk;
}

TEST(StoreTrouble, AStoreThatCannotBeOpenedCallsTheStaffAndIsAskedAgain) {
    Desk desk = with_a_store_that_does_not_open();
    EXPECT_EQ(desk.shown(), "attract+staff");
    for (const Action& touch : {Action(Tap::touch), Action(Tap::start), Action(Tap::ask_for_panel),
                                Action(Tap::ask_for_panel_by_key)})
        desk.act(touch);
    EXPECT_EQ(desk.shown(), "attract+staff");
    EXPECT_THAT(desk.take_asked(), IsEmpty());
    for (int tries = 0; tries < 3; ++tries) {
        desk.live(Seconds(5));
        EXPECT_THAT(desk.take_asked(), ElementsAre("load setup"));
        desk.live(Seconds(20));
        EXPECT_THAT(desk.take_asked(), IsEmpty()) << "one question at a time";
        desk.act(PanelEvent{SetupFailed{}});
    }
    desk.act(Tap::retry);
    EXPECT_THAT(desk.take_asked(), ElementsAre("load setup"));
    desk.act(PanelEvent{SetupKnown{desk.around.event, access::PinStatus::set, 0}});
    EXPECT_EQ(desk.shown(), "attract");
    desk.start();
    EXPECT_EQ(desk.shown(), "question");
}

}  // namespace
}  // namespace xy::screens
