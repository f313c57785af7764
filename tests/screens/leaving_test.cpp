// Coming in and leaving: who may begin, and that a visit which is left is abandoned and forgotten.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

// ---- leaving ---------------------------------------------------------------------------------------------

TEST(Leaving, IsAskedForOnce) {
    Desk desk;
    desk.start();
    desk.act(Back{});
    EXPECT_EQ(desk.shown(), "question+leave");
    desk.act(Stay{});
    EXPECT_EQ(desk.shown(), "question");
    desk.act(Back{});
    desk.act(Back{});
    EXPECT_EQ(desk.shown(), "question");
}

TEST(Leaving, TouchesUnderTheQuestionAnswerNothing) {
    Desk desk;
    desk.start();
    desk.take_asked();
    desk.act(Back{});
    desk.act(Pick{0});
    desk.act(Touch{});
    desk.act(ChooseLanguage{Language::en});
    EXPECT_THAT(desk.asked, IsEmpty());
    EXPECT_EQ(desk.shown(), "question+leave");
    EXPECT_EQ(desk.state.language, Language::zh);
}

TEST(Leaving, AbandonsTheSessionAndForgetsIt) {
    Desk desk;
    desk.start();
    desk.answer(true);
    desk.answer(true);
    desk.tap(ChooseLanguage{Language::en});
    desk.tap(ToggleTextSize{});
    desk.take_asked();
    desk.act(Back{});
    EXPECT_EQ(desk.shown(), "feedback+leave");
    desk.act(Leave{});
    EXPECT_EQ(desk.shown(), "attract");
    EXPECT_THAT(desk.asked, ElementsAre("finish abandoned en", "count fair 2026-06-26"));
    desk.store_confirms();
    expect_fresh(desk);
}

TEST(Leaving, WorksFromThePledgeToo) {
    Desk desk;
    desk.go_to("pledge");
    desk.take_asked();
    desk.tap(Back{});
    EXPECT_EQ(desk.shown(), "pledge+leave");
    desk.tap(Leave{});
    EXPECT_THAT(desk.asked, ElementsAre("finish abandoned zh", "count fair 2026-06-26"));
    expect_fresh(desk);
}

TEST(Leaving, BackFromTheAudienceBeginsNothing) {
    Desk desk;
    desk.tap(Start{});
    desk.tap(Back{});
    EXPECT_THAT(desk.asked, ElementsAre("count fair 2026-06-26"));
    expect_fresh(desk);
}

TEST(Leaving, LeaveMeansNothingUnlessAsked) {
    Desk desk;
    desk.start();
    desk.act(Leave{});
    desk.act(Stay{});
    EXPECT_EQ(desk.shown(), "question");
}

// ---- at the door -----------------------------------------------------------------------------------------

TEST(Door, WithoutAnEventThereIsPracticeThatNobodyKeeps) {
    screens::Setup closed = setup();
    closed.event.reset();
    Desk desk(closed);
    desk.tap(Start{});
    desk.tap(ChooseAudience{"pupil"});
    EXPECT_EQ(desk.shown(), "question");
    desk.go_to("result");
    desk.act(Finish{});
    EXPECT_EQ(desk.shown(), "attract");
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(Door, AnUnknownAudienceDoesNotPass) {
    Desk desk;
    desk.tap(Start{});
    desk.tap(ChooseAudience{"nobody"});
    EXPECT_EQ(desk.shown(), "audience");
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(Door, OnlyStartOpensIt) {
    Desk desk;
    for (const Action& tap : {Action(Pick{0}), Action(Confirm{}), Action(Skip{}), Action(Next{}),
                              Action(GivePledge{true}), Action(Review{}), Action(Finish{}), Action(Back{}),
                              Action(Leave{}), Action(Retry{}), Action(Touch{})})
        desk.tap(tap);
    EXPECT_EQ(desk.shown(), "attract");
    EXPECT_FALSE(desk.state.visit);
}

TEST(Door, TheChosenLanguageIsTheSessions) {
    Desk desk;
    desk.tap(ChooseLanguage{Language::en});
    desk.start();
    EXPECT_EQ(desk.asked.front(), "begin pupil en 2026-06-26 9");
}

}  // namespace
}  // namespace xy::screens
