// A visitor's way from the welcome to the result, and what is asked of the store on it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(WayThrough, LeadsFromTheWelcomeToTheResultAndBack) {
    Desk desk;
    EXPECT_EQ(desk.shown(), "attract");
    desk.tap(Tap::start);
    EXPECT_EQ(desk.shown(), "audience");
    desk.tap(ChooseAudience{"pupil"});
    EXPECT_EQ(desk.shown(), "question");  // the pre-test
    desk.answer(true);
    for (int item = 0; item < 3; ++item) {
        EXPECT_EQ(desk.shown(), "question");
        desk.answer(item != 1);
        EXPECT_EQ(desk.shown(), "feedback");
        desk.tap(Tap::next);
    }
    for (int statement = 0; statement < 2; ++statement) {
        EXPECT_EQ(desk.shown(), "survey");
        desk.tap(Pick{2});
    }
    EXPECT_EQ(desk.shown(), "pledge");
    desk.tap(GivePledge{true});
    EXPECT_EQ(desk.shown(), "result");
    EXPECT_EQ(desk.result().right, 2);
    EXPECT_EQ(desk.result().asked, 3);
    desk.tap(Tap::finish);
    expect_fresh(desk);
}

TEST(WayThrough, AsksTheStoreForEverythingInOrder) {
    Desk desk;
    desk.start("parent");
    desk.answer(false);
    desk.answer(true);
    desk.tap(Tap::next);
    desk.tap(ChooseLanguage{Language::en});
    desk.answer(true);
    desk.tap(Tap::next);
    desk.tap(Tap::skip);
    desk.tap(Tap::next);
    desk.tap(desk.option("4"));
    desk.tap(Tap::skip);
    desk.tap(GivePledge{false});
    desk.tap(Tap::finish);
    EXPECT_THAT(desk.asked, ElementsAre("begin parent zh 2026-06-26 9", "answer 0 pre law/help-1 2 wrong",
                                        "answer 1 quiz law/candy-1 1 right",
                                        "answer 2 quiz law/law-2 5 right", "answer 3 quiz law/help-2 0 wrong",
                                        "answer 4 survey survey/sure 8", "answer 5 survey survey/where 0",
                                        "pledge no", "finish completed en no", "count fair 2026-06-26"));
}

TEST(WayThrough, SaysWhoWhereAndWhatWhenTheSessionBegins) {
    Desk desk;
    desk.act(Tap::start);
    desk.act(ChooseAudience{"pupil"});
    ASSERT_EQ(desk.state.unsaved.size(), 1U);
    const auto& start = std::get<BeginSession>(desk.state.unsaved[0]).start;
    EXPECT_EQ(start.event, "fair");
    EXPECT_EQ(start.device, "07");
    EXPECT_EQ(start.programme, "three-minute");
    EXPECT_EQ(start.programme_version, "p1");
    EXPECT_EQ(start.audience, "pupil");
    EXPECT_FALSE(start.practice);
    EXPECT_EQ(start.id, desk.state.visit->id);
}

TEST(WayThrough, EverySessionHasAnIdOfItsOwn) {
    Desk desk;
    desk.start();
    const RandomId first = desk.state.visit->id;
    desk.go_to("result");
    desk.tap(Tap::finish);
    desk.start();
    EXPECT_NE(desk.state.visit->id, first);
}

TEST(WayThrough, MeasuresTheTimeFromShownToAnswered) {
    Desk desk;
    desk.start();
    desk.moment.now += Milliseconds(4'200);
    desk.act(desk.option("a"));
    EXPECT_EQ(std::get<SaveAnswer>(desk.state.unsaved.at(0)).answer.time, Milliseconds(4'200));
}

TEST(WayThrough, MeasuresTheTimeOfTheWholeVisit) {
    Desk desk;
    desk.start();
    desk.moment.now += Seconds(30);
    desk.go_to("pledge");
    desk.moment.now += Seconds(7);
    desk.act(GivePledge{true});
    desk.act(Recorded{});
    EXPECT_EQ(std::get<FinishSession>(desk.state.unsaved.at(0)).end.duration, Seconds(37));
}

// ---- nothing is shown as taken before the store says so --------------------------------------------------

TEST(Acknowledgement, TheFirstQuestionWaitsForTheBeginning) {
    Desk desk;
    desk.act(Tap::start);
    desk.act(ChooseAudience{"pupil"});
    EXPECT_EQ(desk.shown(), "audience");
    desk.act(Recorded{});
    EXPECT_EQ(desk.shown(), "question");
}

TEST(Acknowledgement, TheFeedbackWaitsForTheAnswer) {
    Desk desk;
    desk.start();
    desk.answer(true);
    desk.act(desk.option("b"));
    EXPECT_EQ(desk.shown(), "question");
    desk.moment.now += Seconds(3);
    desk.act(Tick{});
    EXPECT_EQ(desk.shown(), "question");
    desk.act(Recorded{});
    EXPECT_EQ(desk.shown(), "feedback");
    EXPECT_FALSE(desk.feedback().right());
}

TEST(Acknowledgement, TheNextStatementWaitsForTheAnswer) {
    Desk desk;
    desk.go_to("survey");
    desk.act(Pick{0});
    EXPECT_EQ(desk.question().number, 5);
    desk.act(Recorded{});
    EXPECT_EQ(desk.question().number, 6);
}

TEST(Acknowledgement, TheResultWaitsForThePledgeAndTheEnd) {
    Desk desk;
    desk.go_to("pledge");
    desk.act(GivePledge{true});
    EXPECT_EQ(desk.shown(), "pledge");
    desk.act(Recorded{});
    EXPECT_EQ(desk.shown(), "pledge") << "the end is not saved yet";
    desk.act(Recorded{});
    EXPECT_EQ(desk.shown(), "result");
}

TEST(Acknowledgement, TapsWhileSavingAreIgnored) {
    Desk desk;
    desk.start();
    desk.act(desk.option("a"));
    desk.take_asked();
    for (const Action& tap : {Action(desk.option("b")), Action(Tap::skip), Action(Tap::back),
                              Action(Tap::next), Action(Tap::confirm)})
        desk.act(tap);
    EXPECT_THAT(desk.asked, IsEmpty());
    EXPECT_EQ(desk.question().chosen, 1U);
    EXPECT_EQ(desk.shown(), "question");
    desk.store_confirms();
    EXPECT_EQ(desk.state.visit->answered.size(), 1U);
}

TEST(Acknowledgement, TwoTouchesOfTheAudienceBeginOneSession) {
    Desk desk;
    desk.act(Tap::start);
    desk.act(ChooseAudience{"pupil"});
    desk.act(ChooseAudience{"parent"});
    desk.act(Tap::back);
    EXPECT_THAT(desk.asked, ElementsAre("begin pupil zh 2026-06-26 9"));
}

TEST(Acknowledgement, ThePledgeIsTakenOnce) {
    Desk desk;
    desk.go_to("pledge");
    desk.take_asked();
    desk.act(GivePledge{true});
    EXPECT_TRUE(std::get<PledgeState>(desk.state.screen).saving);
    desk.act(GivePledge{false});
    EXPECT_THAT(desk.asked, ElementsAre("pledge yes"));
}

TEST(Acknowledgement, AnUnexpectedWordFromTheStoreChangesNothing) {
    Desk desk;
    desk.start();
    desk.act(Recorded{});
    desk.act(RecordFailed{});
    EXPECT_EQ(desk.shown(), "question");
    EXPECT_EQ(desk.question().number, 1);
}

// ---- a question ------------------------------------------------------------------------------------------

TEST(Question, OneTouchAnswersSingleChoice) {
    Desk desk;
    desk.start();
    desk.act(desk.option("a"));
    EXPECT_TRUE(desk.question().saving);
    EXPECT_TRUE(desk.question().is_chosen(desk.option("a").shown));
    EXPECT_FALSE(desk.question().is_chosen(desk.option("b").shown));
}

TEST(Question, ConfirmMeansNothingOnSingleChoice) {
    Desk desk;
    desk.start();
    desk.take_asked();
    desk.act(Tap::confirm);
    EXPECT_THAT(desk.asked, IsEmpty());
}

/// At law-2.
Desk at_multiple_choice() {
    Desk desk;
    desk.go_to("feedback");
    desk.tap(Tap::next);
    EXPECT_TRUE(desk.question().several());
    desk.take_asked();
    return desk;
}

TEST(Question, MultipleChoiceWaitsForConfirm) {
    Desk desk = at_multiple_choice();
    EXPECT_FALSE(desk.question().can_confirm());
    desk.act(Tap::confirm);  // nothing chosen yet
    desk.act(desk.option("a"));
    desk.act(desk.option("b"));
    desk.act(desk.option("c"));
    EXPECT_THAT(desk.asked, IsEmpty());
    EXPECT_TRUE(desk.question().can_confirm());
    desk.act(desk.option("b"));  // taken back
    desk.act(Tap::confirm);
    EXPECT_THAT(desk.asked, ElementsAre("answer 2 quiz law/law-2 5 right"));
    EXPECT_FALSE(desk.question().can_confirm()) << "while it is saved";
}

TEST(Question, AllOptionsTakenBackCannotBeConfirmed) {
    Desk desk = at_multiple_choice();
    desk.act(desk.option("a"));
    desk.act(desk.option("a"));
    desk.act(Tap::confirm);
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(Question, AHalfRightSetIsWrong) {
    Desk desk = at_multiple_choice();
    desk.act(desk.option("a"));
    desk.act(Tap::confirm);
    EXPECT_THAT(desk.asked, ElementsAre("answer 2 quiz law/law-2 1 wrong"));
}

TEST(Question, SkippingDropsWhatWasChosenSoFar) {
    Desk desk = at_multiple_choice();
    desk.act(desk.option("a"));
    desk.tap(Tap::skip);
    EXPECT_THAT(desk.asked, ElementsAre("answer 2 quiz law/law-2 0 wrong"));
    EXPECT_TRUE(desk.feedback().skipped());
    EXPECT_FALSE(desk.feedback().right());
}

TEST(Question, ATouchBesideTheOptionsIsNoAnswer) {
    Desk desk;
    desk.start();
    desk.take_asked();
    desk.act(Pick{4});
    desk.act(Pick{1'000'000});
    desk.act(Tap::touch);
    EXPECT_THAT(desk.asked, IsEmpty());
    EXPECT_FALSE(desk.question().is_chosen(1'000'000));
}

TEST(Question, CountsThroughTheWholeVisit) {
    Desk desk;
    desk.start();
    EXPECT_EQ(desk.question().number, 1);
    EXPECT_FALSE(desk.question().noted);
    desk.answer(true);
    EXPECT_EQ(desk.question().number, 2);
    EXPECT_TRUE(desk.question().noted) << "it says that the answer before was kept";
    desk.answer(true);
    EXPECT_EQ(desk.feedback().number, 2);
    EXPECT_FALSE(desk.feedback().last);
    desk.tap(Tap::next);
    EXPECT_EQ(desk.question().number, 3);
    EXPECT_FALSE(desk.question().noted);
    desk.go_to("survey");
    EXPECT_EQ(desk.question().number, 5);
    EXPECT_EQ(desk.question().total, 6);
}

TEST(Question, ShowsItsTopic) {
    Desk desk;
    desk.start();
    EXPECT_EQ(desk.question().topic.zh, "主题 help");
    EXPECT_EQ(desk.around.topic_title("law", "nowhere").zh, "nowhere");
    EXPECT_EQ(desk.around.topic_title("nowhere", "law").en, "law");
}

TEST(Question, AnotherLanguageKeepsWhatWasChosen) {
    Desk desk = at_multiple_choice();
    desk.act(desk.option("c"));
    desk.act(ChooseLanguage{Language::en});
    desk.act(Tap::toggle_text_size);
    EXPECT_EQ(desk.state.language, Language::en);
    EXPECT_TRUE(desk.state.large_text);
    EXPECT_TRUE(desk.question().is_chosen(desk.option("c").shown));
    desk.act(Tap::toggle_text_size);
    EXPECT_FALSE(desk.state.large_text);
}

}  // namespace
}  // namespace xy::screens
