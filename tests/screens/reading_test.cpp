// A new page is looked at before a touch on it counts: the second half of a double touch answers nothing
// unread.
#include "screens/reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::IsEmpty;

constexpr Milliseconds least_time = Timing{}.reading;

/// A visitor who reads each page for as long as is needed, and not a moment longer.
class Reading : public testing::Test {
 protected:
    Reading() : desk(slow_readers()) {}

    static screens::Setup slow_readers() {
        screens::Setup around = tests::setup();
        around.timing.reading = least_time;
        return around;
    }
    void read() { desk.live(least_time); }
    void tap(const Action& action) {
        read();
        desk.tap(action);
    }
    void come_to_first_question() {
        desk.tap(Tap::start);
        tap(ChooseAudience{"pupil"});
        ASSERT_EQ(desk.shown(), "question");
        desk.take_asked();
    }

    Desk desk;
};

TEST_F(Reading, TheSecondHalfOfADoubleTouchAnswersNothing) {
    come_to_first_question();
    const auto first = desk.question().page.item->id;
    tap(Pick{0});
    ASSERT_NE(desk.question().page.item->id, first) << "no feedback lies between them";
    desk.take_asked();
    desk.moment.now += Milliseconds(137);
    desk.tap(Pick{0});
    EXPECT_THAT(desk.take_asked(), IsEmpty());
    EXPECT_EQ(desk.question().chosen, 0U) << "nothing looks chosen";
}

TEST_F(Reading, AnAnswerCountsAsSoonAsTheTimeHasPassed) {
    come_to_first_question();
    desk.moment.now += least_time - Milliseconds(1);
    desk.tap(Pick{0});
    EXPECT_THAT(desk.take_asked(), IsEmpty());
    desk.moment.now += Milliseconds(1);
    desk.tap(Pick{0});
    EXPECT_THAT(desk.take_asked(), testing::SizeIs(1));
}

TEST_F(Reading, SkippingAndDecliningAreAnswersToo) {
    come_to_first_question();
    desk.moment.now += least_time / 2;
    desk.tap(Tap::skip);
    EXPECT_THAT(desk.take_asked(), IsEmpty());
}

TEST_F(Reading, EveryPageOfAVisitWaits) {
    desk.tap(Tap::start);
    const std::vector<Action> all = {
        ChooseAudience{"pupil"}, Pick{0}, Tap::confirm, Tap::next, Tap::skip, Tap::finish, GivePledge{true}};
    std::string seen;
    for (int pages = 0; desk.shown() != "attract" && pages < 60; ++pages) {
        const std::string page = desk.shown();
        const KioskState before = desk.state;
        desk.take_asked();
        if (desk.state.reading) {
            for (const Action& action : all) desk.tap(action);
            EXPECT_THAT(desk.take_asked(), IsEmpty()) << page;
            EXPECT_EQ(desk.shown(), page);
            EXPECT_EQ(desk.state.page_since, before.page_since);
            seen += page + " ";
        }
        read();
        for (const Action& action : all) {
            if (desk.shown() != page || desk.state.reading) break;
            desk.tap(action);
        }
    }
    for (const char* page : {"audience", "question", "feedback", "survey", "pledge", "result"})
        EXPECT_THAT(seen, testing::HasSubstr(page));
}

TEST_F(Reading, TheLanguageAndTheWayOutDoNotWait) {
    come_to_first_question();
    desk.tap(ChooseLanguage{Language::en});
    EXPECT_EQ(desk.state.language, Language::en);
    desk.tap(Tap::back);
    EXPECT_EQ(desk.shown(), "question+leave");
    desk.tap(Tap::leave);
    EXPECT_EQ(desk.shown(), "attract");
}

TEST_F(Reading, TheFirstScreenStartsAtOnce) {
    come_to_first_question();
    desk.tap(Tap::back);
    desk.tap(Tap::leave);
    desk.tap(Tap::start);
    EXPECT_EQ(desk.shown(), "audience");
}

TEST_F(Reading, TheLoopIsToldWhenItIsOver) {
    come_to_first_question();
    EXPECT_TRUE(desk.state.reading);
    EXPECT_EQ(next_tick(desk.state, desk.around, desk.moment), desk.moment.now + least_time);
    desk.wait(least_time);
    EXPECT_FALSE(desk.state.reading);
}

}  // namespace
}  // namespace xy::screens
