// A visitor who walked away: the countdown, the reset, and that nothing of them stays.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Milliseconds hair{1};

Desk at(const std::string& screen) {
    Desk desk(screen == "card" ? setup_with_cards() : setup());
    desk.go_to(screen);
    desk.take_asked();
    return desk;
}

Milliseconds patience_of(const Desk& desk) {
    return idle_timeout(desk.state, desk.around);
}

class Idle : public testing::TestWithParam<const char*> {};

TEST_P(Idle, ShowsACountdownAfterPatience) {
    Desk desk = at(GetParam());
    desk.wait(patience_of(desk) - hair);
    EXPECT_EQ(desk.shown(), GetParam());
    desk.wait(hair);
    EXPECT_EQ(desk.shown(), std::string(GetParam()) + "+still_there");
    EXPECT_EQ(desk.state.seconds_left, 15);
}

TEST_P(Idle, GoingOnStopsTheCountdownAndDoesNothingElse) {
    for (const Action& touch :
         {Action(Tap::stay), Action(Pick{0}), Action(Tap::back), Action(Tap::leave), Action(Tap::next),
          Action(ChooseLanguage{Language::en}), Action(GivePledge{true}), Action(ChooseAudience{"pupil"})}) {
        Desk desk = at(GetParam());
        desk.wait(patience_of(desk) + Seconds(10));
        desk.tap(touch);
        EXPECT_EQ(desk.shown(), GetParam());
        EXPECT_EQ(desk.state.language, Language::zh);
        EXPECT_THAT(desk.asked, IsEmpty());
        desk.wait(patience_of(desk) - hair);
        EXPECT_EQ(desk.shown(), GetParam()) << "the time begins anew";
    }
}

TEST_P(Idle, ATouchBesideTheAnswersShowsNothingAndCountsAnew) {
    Desk desk = at(GetParam());
    desk.wait(patience_of(desk) + Seconds(10));
    EXPECT_EQ(desk.state.seconds_left, 5);
    desk.tap(Tap::touch);
    EXPECT_EQ(desk.shown(), std::string(GetParam()) + "+still_there");
    EXPECT_EQ(desk.state.seconds_left, 15);
    desk.wait(Seconds(15) - hair);
    EXPECT_EQ(desk.shown(), std::string(GetParam()) + "+still_there");
    desk.wait(hair);
    desk.store_confirms();
    expect_fresh(desk);
}

TEST_P(Idle, ANewcomerBeginsAtTheFirstScreen) {
    Desk desk = at(GetParam());
    desk.tap(ChooseLanguage{Language::en});
    desk.wait(patience_of(desk) + Seconds(3));
    desk.tap(Tap::newcomer);
    desk.store_confirms();
    expect_fresh(desk);
}

TEST_P(Idle, AtZeroEverythingIsForgotten) {
    Desk desk = at(GetParam());
    desk.tap(ChooseLanguage{Language::en});
    desk.tap(Tap::toggle_text_size);
    desk.wait(patience_of(desk) + Seconds(15) - hair);
    EXPECT_EQ(desk.shown(), std::string(GetParam()) + "+still_there");
    EXPECT_EQ(desk.state.seconds_left, 1);
    desk.wait(hair);
    desk.store_confirms();
    expect_fresh(desk);
}

INSTANTIATE_TEST_SUITE_P(On, Idle,
                         testing::Values("audience", "question", "card", "feedback", "survey", "pledge"));

TEST(IdleVisit, EndsAsTimedOut) {
    Desk desk = at("feedback");
    desk.wait(patience_of(desk) + Seconds(15));
    EXPECT_THAT(desk.asked, ElementsAre("finish timed_out zh", "count fair 2026-06-26"));
}

TEST(IdleVisit, IsTimedOutTooWhenANewcomerEndsIt) {
    Desk desk = at("feedback");
    desk.wait(patience_of(desk));
    desk.tap(Tap::newcomer);
    EXPECT_THAT(desk.asked, ElementsAre("finish timed_out zh", "count fair 2026-06-26"));
}

TEST(IdleVisit, OnlyWhoWasAskedIsANewcomer) {
    Desk desk = at("question");
    desk.tap(Tap::newcomer);
    EXPECT_EQ(desk.shown(), "question");
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(IdleVisit, WithoutASessionEndsNone) {
    Desk desk = at("audience");
    desk.wait(patience_of(desk) + Seconds(15));
    EXPECT_THAT(desk.asked, ElementsAre("count fair 2026-06-26"));
}

TEST(IdleVisit, TheNextVisitorIsAskedAfresh) {
    Desk desk = at("question");
    desk.tap(Tap::back);
    desk.wait(patience_of(desk) + Seconds(15));
    desk.store_confirms();
    desk.take_asked();
    desk.start("parent");
    EXPECT_THAT(desk.asked, ElementsAre("begin parent zh 2026-06-26 9"));
    EXPECT_TRUE(desk.state.visit->answered.empty());
    EXPECT_EQ(desk.question().chosen, 0U);
}

TEST(IdleVisit, TheCountdownCountsEverySecond) {
    Desk desk = at("question");
    desk.wait(patience_of(desk));
    for (int left = 15; left > 0; --left) {
        EXPECT_EQ(desk.state.seconds_left, left);
        desk.live(Seconds(1));
    }
    EXPECT_EQ(desk.shown(), "attract");
}

TEST(IdleVisit, AnOpenQuestionToLeaveGivesWayToTheCountdown) {
    Desk desk = at("question");
    desk.tap(Tap::back);
    desk.wait(patience_of(desk));
    EXPECT_EQ(desk.shown(), "question+still_there");
}

TEST(IdleVisit, ASlowDiskIsNotTheVisitorsIdleness) {
    Desk desk = at("question");
    desk.act(desk.option("a"));
    desk.wait(Seconds(300));
    EXPECT_EQ(desk.shown(), "question");
    desk.act(Recorded{});
    const Milliseconds patience_now = patience_of(desk);
    desk.wait(patience_now - hair);
    EXPECT_EQ(desk.state.overlay, Overlay::none);
}

TEST(Patience, IsLongerWhereThereIsMoreToRead) {
    Desk desk;
    desk.start();
    const Milliseconds on_short = patience_of(desk);
    EXPECT_GT(on_short, desk.around.timing.idle);
    auto longer = std::make_shared<quiz::Item>(*desk.question().page.item);
    longer->stem.zh += std::string(300, 'x');
    std::get<QuestionState>(desk.state.screen).page.item = longer;
    EXPECT_EQ(patience_of(desk) - on_short, Milliseconds(12'500));
}

TEST(Patience, CountsTheTextOfACard) {
    Desk desk = at("card");
    const Milliseconds on_short = patience_of(desk);
    auto longer = std::make_shared<quiz::Card>(*desk.card().card);
    longer->text.zh += std::string(300, 'x');
    std::get<CardState>(desk.state.screen).card = longer;
    EXPECT_EQ(patience_of(desk) - on_short, Milliseconds(12'500));
}

TEST(Patience, CountsTheExplanationOfTheFeedback) {
    Desk desk = at("feedback");
    const Milliseconds on_short = patience_of(desk);
    auto longer = std::make_shared<quiz::Item>(*desk.feedback().page.item);
    longer->explanation.zh += std::string(300, 'x');
    std::get<FeedbackState>(desk.state.screen).page.item = longer;
    EXPECT_GT(patience_of(desk), on_short + Seconds(10));
}

TEST(Patience, IsPlainWhereThereIsLittleToRead) {
    Desk desk = at("pledge");
    EXPECT_EQ(patience_of(desk), desk.around.timing.idle);
}

// ---- nobody there ----------------------------------------------------------------------------------------

TEST(AtRest, StaysAsItIs) {
    Desk desk;
    desk.live(std::chrono::hours(3));
    EXPECT_THAT(desk.asked, IsEmpty());
    expect_fresh(desk);
}

TEST(AtRest, ALanguageThatSomebodyChoseAndLeftGoesBack) {
    Desk desk;
    desk.tap(ChooseLanguage{Language::en});
    desk.live(Seconds(30));
    EXPECT_EQ(desk.state.language, Language::en);
    desk.live(Seconds(120));
    EXPECT_EQ(desk.state.language, Language::zh);
}

TEST(AtRest, CountsANewDayAnew) {
    Desk desk;
    desk.act(TodayCounted{41});
    EXPECT_EQ(desk.state.today, 41);
    desk.moment.hour = {"2026-06-27", 0};
    desk.live(Seconds(60));
    EXPECT_THAT(desk.asked, ElementsAre("count fair 2026-06-27"));
    desk.act(TodayCounted{0});
    EXPECT_EQ(desk.state.today, 0);
    desk.live(std::chrono::hours(1));
    EXPECT_THAT(desk.take_asked(), ElementsAre("count fair 2026-06-27")) << "once a day";
}

TEST(AtRest, TheCountOfTheDayStaysWhileItIsAskedAgain) {
    Desk desk;
    desk.act(TodayCounted{41});
    desk.go_to("result");
    desk.act(Tap::finish);
    EXPECT_EQ(desk.state.today, 41);
    EXPECT_EQ(desk.asked.back(), "count fair 2026-06-26");
}

TEST(AtRest, StartUpAsksWhatIsOpenAndThenCountsTheDay) {
    Desk desk;
    const auto effects = start_up();
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(tests::to_string(effects[0]), "load setup");
    desk.act(PanelEvent{SetupKnown{desk.around.event, access::PinStatus::set, 0}});
    EXPECT_EQ(desk.asked.back(), "count fair 2026-06-26");
}

TEST(AtRest, NobodyBeginsBeforeTheStoreHasSaidWhatIsOpen) {
    screens::Setup unknown = setup();
    unknown.known = false;
    Desk desk(unknown);
    desk.act(Tap::start);
    EXPECT_EQ(desk.shown(), "attract");
    desk.act(PanelEvent{SetupKnown{desk.around.event, access::PinStatus::set, 0}});
    desk.act(Tap::start);
    EXPECT_EQ(desk.shown(), "audience");
}

TEST(AtRest, ADayThatEndsWhileASessionBeginsDoesNotLoseIt) {
    screens::Setup without_audience = setup();
    std::erase_if(without_audience.programme.steps,
                  [](const quiz::Step& step) { return std::holds_alternative<quiz::AudienceStep>(step); });
    Desk desk(without_audience);
    desk.act(Tap::start);
    desk.moment.hour = {"2026-06-27", 0};
    desk.wait(Seconds(1));
    desk.store_confirms();
    EXPECT_EQ(desk.shown(), "question");
}

// ---- the loop sleeps -------------------------------------------------------------------------------------

TEST(NextTick, IsExactlyWhenSomethingChanges) {
    Desk desk = at("question");
    const Milliseconds touched = desk.moment.now;
    EXPECT_EQ(next_tick(desk.state, desk.around, desk.moment), touched + patience_of(desk));
    desk.moment.now += Seconds(20);
    EXPECT_EQ(next_tick(desk.state, desk.around, desk.moment), touched + patience_of(desk));
    desk.moment.now = touched + patience_of(desk);
    desk.act(Tick{});
    EXPECT_EQ(next_tick(desk.state, desk.around, desk.moment), desk.moment.now + Seconds(1));
}

TEST(NextTick, DoesNotSpinWhileTheDiskHangs) {
    Desk desk = at("question");
    desk.act(desk.option("a"));
    desk.live(Seconds(600));  // asserts that each tick is later than the one before
    EXPECT_EQ(desk.shown(), "question");
}

TEST(NextTick, IsRareAtRest) {
    Desk desk;
    EXPECT_GE(next_tick(desk.state, desk.around, desk.moment) - desk.moment.now, Seconds(60));
}

TEST(Patience, IsLongerForWhoReadsSlowly) {
    Desk desk = at("question");
    const Milliseconds quick = patience_of(desk) - desk.around.timing.idle;
    desk.around.audiences.front().reading = 4;
    const Milliseconds slow = patience_of(desk) - desk.around.timing.idle;
    EXPECT_GT(quick, Milliseconds{0});
    EXPECT_NEAR(static_cast<double>(slow.count()), 2.0 * static_cast<double>(quick.count()), 1.0);
    desk.around.audiences.back().reading = 1;
    EXPECT_EQ(patience_of(desk) - desk.around.timing.idle, slow) << "of others";
}

TEST(Patience, WithoutAnythingToReadIsThatOfTheConfiguration) {
    Desk desk;
    desk.start();
    desk.go_to("pledge");
    EXPECT_EQ(patience_of(desk), desk.around.timing.idle);
}

}  // namespace
}  // namespace xy::screens
