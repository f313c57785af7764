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
    desk.act(Tap::back);
    EXPECT_EQ(desk.shown(), "question+leave");
    desk.act(Tap::stay);
    EXPECT_EQ(desk.shown(), "question");
    desk.act(Tap::back);
    desk.act(Tap::back);
    EXPECT_EQ(desk.shown(), "question");
}

TEST(Leaving, TouchesUnderTheQuestionAnswerNothing) {
    Desk desk;
    desk.start();
    desk.take_asked();
    desk.act(Tap::back);
    desk.act(Pick{0});
    desk.act(Tap::touch);
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
    desk.tap(Tap::toggle_text_size);
    desk.take_asked();
    desk.act(Tap::back);
    EXPECT_EQ(desk.shown(), "feedback+leave");
    desk.act(Tap::leave);
    EXPECT_EQ(desk.shown(), "attract");
    EXPECT_THAT(desk.asked, ElementsAre("finish abandoned en", "count fair 2026-06-26"));
    desk.store_confirms();
    expect_fresh(desk);
}

TEST(Leaving, WorksFromThePledgeToo) {
    Desk desk;
    desk.go_to("pledge");
    desk.take_asked();
    desk.tap(Tap::back);
    EXPECT_EQ(desk.shown(), "pledge+leave");
    desk.tap(Tap::leave);
    EXPECT_THAT(desk.asked, ElementsAre("finish abandoned zh", "count fair 2026-06-26"));
    expect_fresh(desk);
}

TEST(Leaving, BackFromTheAudienceBeginsNothing) {
    Desk desk;
    desk.tap(Tap::start);
    desk.tap(Tap::back);
    EXPECT_THAT(desk.asked, ElementsAre("count fair 2026-06-26"));
    expect_fresh(desk);
}

TEST(Leaving, LeaveMeansNothingUnlessAsked) {
    Desk desk;
    desk.start();
    desk.act(Tap::leave);
    desk.act(Tap::stay);
    EXPECT_EQ(desk.shown(), "question");
}

// ---- at the door -----------------------------------------------------------------------------------------

TEST(Door, WithoutAnEventThereIsPracticeThatNobodyKeeps) {
    screens::Setup closed = setup();
    closed.event.reset();
    Desk desk(closed);
    desk.tap(Tap::start);
    desk.tap(ChooseAudience{"pupil"});
    EXPECT_EQ(desk.shown(), "question");
    desk.go_to("result");
    desk.act(Tap::finish);
    EXPECT_EQ(desk.shown(), "attract");
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(Door, AnUnknownAudienceDoesNotPass) {
    Desk desk;
    desk.tap(Tap::start);
    desk.tap(ChooseAudience{"nobody"});
    EXPECT_EQ(desk.shown(), "audience");
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(Door, OnlyStartOpensIt) {
    Desk desk;
    for (const Action& tap : {Action(Pick{0}), Action(Tap::confirm), Action(Tap::skip), Action(Tap::next),
                              Action(GivePledge{true}), Action(Tap::review), Action(Tap::finish),
                              Action(Tap::back), Action(Tap::leave), Action(Tap::retry), Action(Tap::touch)})
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
