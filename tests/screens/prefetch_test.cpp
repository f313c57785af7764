// Looking ahead: what is made ready while the visitor reads is what they will see.
#include "screens/prefetch.h"

#include <gtest/gtest.h>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;

/// Whether the screens that were made ready contain the one that is shown now.
bool foreseen(const std::vector<KioskState>& ready, const Desk& now) {
    for (const KioskState& state : ready) {
        if (tests::shown(state) != now.shown()) continue;
        const auto* question = std::get_if<QuestionState>(&state.screen);
        if (question == nullptr || question->page.item->id == now.question().page.item->id) return true;
    }
    return false;
}

std::vector<KioskState> ready_on(const Desk& desk) {
    Moment next = desk.moment;
    ++next.fresh_seed;  // what Desk::act() will pass in
    return likely_next(desk.state, desk.around, next);
}

TEST(Foresight, SeesEachScreenOfAWholeVisit) {
    Desk desk;
    const auto step = [&](const Action& tap) {
        const auto ready = ready_on(desk);
        const std::string before = desk.shown();
        desk.tap(tap);
        EXPECT_TRUE(foreseen(ready, desk)) << "from " << before << " to " << desk.shown();
    };
    step(Tap::start);
    step(ChooseAudience{"parent"});
    step(desk.option("a"));
    step(desk.option("b"));
    step(Tap::next);
    const auto before_choosing = ready_on(desk);
    desk.tap(desk.option("a"));  // of several
    desk.tap(Tap::confirm);
    EXPECT_TRUE(foreseen(before_choosing, desk));
    step(Tap::next);
    step(Tap::skip);
    step(Tap::next);
    step(Pick{0});
    step(Pick{0});
    step(GivePledge{true});
    step(Tap::finish);
}

TEST(Foresight, SeesTheLessonCards) {
    Desk desk(setup_with_cards());
    desk.go_to("card");
    for (int cards = 0; desk.shown() == "card"; ++cards) {
        ASSERT_LT(cards, 3);
        const auto ready = ready_on(desk);
        const auto* next = ready.empty() ? nullptr : std::get_if<CardState>(&ready.front().screen);
        desk.tap(Tap::next);
        ASSERT_TRUE(foreseen(ready, desk));
        if (next != nullptr) {
            EXPECT_EQ(next->card->id, desk.card().card->id);
        }
    }
}

TEST(Foresight, SeesTheDrawOfTheNextVisitor) {
    screens::Setup around = setup();
    auto& quiz_step = std::get<quiz::QuestionsStep>(around.programme.steps[2]);
    quiz_step.items.clear();
    quiz_step.draw = {{"", 5}};
    for (int visitor = 0; visitor < 20; ++visitor) {
        Desk desk(around);
        desk.moment.fresh_seed = static_cast<std::uint64_t>(visitor) * 100;
        desk.tap(Tap::start);
        const auto ready = ready_on(desk);
        desk.tap(ChooseAudience{"pupil"});
        EXPECT_TRUE(foreseen(ready, desk));
    }
}

TEST(Foresight, ChangesNothing) {
    Desk desk;
    desk.start();
    ready_on(desk);
    EXPECT_EQ(desk.question().chosen, 0U);
    EXPECT_TRUE(desk.state.visit->answered.empty());
    EXPECT_TRUE(desk.state.unsaved.empty());
}

TEST(Foresight, LooksNowhereWhileSomethingIsSavedOrLiesOverTheScreen) {
    Desk desk;
    desk.start();
    desk.act(desk.option("a"));
    EXPECT_TRUE(ready_on(desk).empty());
    desk.store_fails();
    EXPECT_TRUE(ready_on(desk).empty());
    desk.tap(Tap::retry);
    desk.act(Tap::back);
    EXPECT_TRUE(ready_on(desk).empty());
}

}  // namespace
}  // namespace xy::screens
