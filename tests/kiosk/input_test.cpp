// Fingers, mouse and keys: what a visitor means by them.
#include "kiosk/input.h"

#include <SDL2/SDL.h>
#include <algorithm>
#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "fake_pictures.h"
#include "gui/painter.h"
#include "shipped.h"

namespace xy::kiosk {
namespace {

using namespace tests;
using screens::Action;
using testing::ElementsAre;
using testing::IsEmpty;

SDL_Event mouse(Uint32 type, float x, float y, Uint8 button = SDL_BUTTON_LEFT) {
    SDL_Event event{};
    event.type = type;
    event.button.button = button;
    event.button.x = static_cast<Sint32>(x);
    event.button.y = static_cast<Sint32>(y);
    return event;
}

/// A finger on a screen of 1280 × 720.
SDL_Event finger(Uint32 type, SDL_FingerID number, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = 7;
    event.tfinger.fingerId = number;
    event.tfinger.x = x / 1280;
    event.tfinger.y = y / 720;
    return event;
}

SDL_Event pressed_key(SDL_Keycode code, bool repeated = false) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    event.key.repeat = repeated ? 1 : 0;
    return event;
}

widgets::Frame frame_of(const screens::Screen& screen, screens::Overlay overlay = screens::Overlay::none) {
    static FakePictures pictures;
    static gui::Painter painter(fonts(), pictures);
    screens::KioskState state;
    state.screen = screen;
    state.overlay = overlay;
    return painter.draw(state, shipped_setup(),
                        {.width = 1280, .height = 720, .motion = false, .touching = {}});
}

screens::QuestionState some_question(quiz::Kind kind) {
    const auto& items = shipped_items();
    const auto item = std::find_if(items.begin(), items.end(), [&](const quiz::Item& i) {
        return i.kind == kind && !i.picture && i.options.size() >= 4;
    });
    screens::QuestionState question;
    question.page = {std::make_shared<const quiz::Item>(*item), quiz::Phase::quiz, true, {}};
    for (std::size_t i = 0; i < item->options.size(); ++i) question.page.order.push_back(i);
    return question;
}

screens::CardState some_card() {
    return {.card = std::make_shared<const quiz::Card>(quiz::Card{.bank = "any",
                                                                  .id = "any",
                                                                  .topic = "law",
                                                                  .audiences = {},
                                                                  .text = {"可以说不。", "You may say no."},
                                                                  .picture = {}}),
            .topic = {"法律常识", "The law"},
            .number = 1,
            .total = 3};
}

class InputTest : public testing::Test {
 protected:
    /// A touch in the middle of a widget; what it meant.
    std::vector<Action> touch(const std::string& id) {
        const widgets::Widget* widget = frame.widget(id);
        if (widget == nullptr) {
            ADD_FAILURE() << "no widget " << id;
            return {};
        }
        return touch_at(widget->area.x + widget->area.w / 2, widget->area.y + widget->area.h / 2);
    }
    std::vector<Action> touch_at(float x, float y) {
        std::vector<Action> actions = input.take(mouse(SDL_MOUSEBUTTONDOWN, x, y), frame, now).actions;
        const auto more = input.take(mouse(SDL_MOUSEBUTTONUP, x, y), frame, now).actions;
        actions.insert(actions.end(), more.begin(), more.end());
        return actions;
    }
    std::vector<Action> press_key(SDL_Keycode code) {
        return input.take(pressed_key(code), frame, now).actions;
    }
    /// The kiosk shows another screen.
    void show(widgets::Frame next) {
        frame = std::move(next);
        input.screen_changed();
    }

    /// What a finger means that comes, or goes, in the middle of a widget.
    std::vector<Action> finger_on(Uint32 type, SDL_FingerID number, const std::string& id) {
        const paint::Area& area = frame.widget(id)->area;
        return input.take(finger(type, number, area.x + area.w / 2, area.y + area.h / 2), frame, now).actions;
    }

    InputTest() { input.touch_on({1280, 720, 96 / 25.4F}); }

    Input input{true};
    widgets::Frame frame = frame_of(screens::AttractState{});
    Milliseconds now{10'000};
};

// ---- fingers ---------------------------------------------------------------------------------------------

TEST_F(InputTest, ATouchOnAButtonIsItsAction) {
    EXPECT_THAT(touch("attract.lang.en"),
                ElementsAre(screens::Tap::touch, screens::ChooseLanguage{Language::en}));
}

TEST_F(InputTest, ATouchBesideTheButtonsOfTheFirstScreenStarts) {
    EXPECT_THAT(touch_at(1'200, 20), ElementsAre(screens::Tap::touch, screens::Tap::start));
}

TEST_F(InputTest, ATouchBesideTheButtonsOfAQuestionIsOnlyATouch) {
    show(frame_of(some_question(quiz::Kind::single)));
    EXPECT_THAT(touch_at(2, 2), ElementsAre(screens::Tap::touch, screens::Tap::touch));
}

TEST_F(InputTest, ATouchBesideTheAnswersOfTheCountdownIsOnlyATouch) {
    show(frame_of(some_question(quiz::Kind::single), screens::Overlay::still_there));
    EXPECT_THAT(touch_at(2, 2), ElementsAre(screens::Tap::touch, screens::Tap::touch));
    EXPECT_THAT(touch("still_there.newcomer"), ElementsAre(screens::Tap::touch, screens::Tap::newcomer));
    EXPECT_THAT(touch("still_there.stay"), ElementsAre(screens::Tap::touch, screens::Tap::stay));
}

TEST_F(InputTest, AFingerThatSlidesAwayChangesItsMind) {
    const paint::Area& start = frame.widget("attract.start")->area;
    input.take(mouse(SDL_MOUSEBUTTONDOWN, start.x + 5, start.y + 5), frame, now);
    EXPECT_EQ(input.touching().pressed, "attract.start");
    EXPECT_THAT(input.take(mouse(SDL_MOUSEBUTTONUP, 2, 2), frame, now).actions, IsEmpty());
    EXPECT_EQ(input.touching().pressed, "");
}

/// A touch at the edge of what sinks under it would be let go of beside it.
TEST_F(InputTest, WhatIsPressedIsTouchedWhereItWas) {
    using screens::Screen;
    static FakePictures pictures;
    static gui::Painter painter(fonts(), pictures);
    for (const Screen& screen :
         {Screen(screens::AttractState{}), Screen(screens::AudienceState{}),
          Screen(some_question(quiz::Kind::single)), Screen(some_card()), Screen(screens::PledgeState{})}) {
        screens::KioskState state;
        state.screen = screen;
        gui::View view{.width = 1280, .height = 720, .motion = false, .touching = {}};
        const widgets::Frame untouched = painter.draw(state, shipped_setup(), view);
        for (const widgets::Widget& widget : untouched.widgets) {
            view.touching.pressed = widget.id;
            const widgets::Frame pressed = painter.draw(state, shipped_setup(), view);
            EXPECT_EQ(pressed.widget(widget.id)->area.y, widget.area.y) << widget.id;
        }
    }
}

TEST_F(InputTest, OnlyTheLeftButtonOfAMouseTouches) {
    EXPECT_THAT(input.take(mouse(SDL_MOUSEBUTTONDOWN, 1'200, 20, SDL_BUTTON_RIGHT), frame, now).actions,
                IsEmpty());
    EXPECT_THAT(input.take(mouse(SDL_MOUSEBUTTONUP, 1'200, 20, SDL_BUTTON_RIGHT), frame, now).actions,
                IsEmpty());
}

TEST_F(InputTest, ALetGoWithoutATouchIsNothing) {
    EXPECT_THAT(input.take(mouse(SDL_MOUSEBUTTONUP, 1'200, 20), frame, now).actions, IsEmpty());
}

TEST_F(InputTest, ARestingHandDoesNotDeafenTheScreen) {
    show(frame_of(some_question(quiz::Kind::single)));
    input.take(finger(SDL_FINGERDOWN, 1, 1'270, 10), frame, now);
    finger_on(SDL_FINGERDOWN, 2, "question.option.2");
    EXPECT_EQ(input.touching().pressed, "question.option.2");
    EXPECT_THAT(finger_on(SDL_FINGERUP, 2, "question.option.2"), ElementsAre(screens::Pick{1}));
}

TEST_F(InputTest, AHandThatRestsOnAnAnswerGivesItOnlyWhenItLeaves) {
    show(frame_of(some_question(quiz::Kind::single)));
    finger_on(SDL_FINGERDOWN, 1, "question.option.1");
    finger_on(SDL_FINGERDOWN, 2, "question.option.2");
    EXPECT_THAT(finger_on(SDL_FINGERUP, 2, "question.option.2"), ElementsAre(screens::Pick{1}));
    EXPECT_EQ(input.touching().pressed, "question.option.1");
}

TEST_F(InputTest, AFingerThatCameOnTheLastScreenMeansNothingOnThisOne) {
    show(frame_of(some_question(quiz::Kind::single)));
    finger_on(SDL_FINGERDOWN, 1, "question.option.1");
    show(frame_of(some_question(quiz::Kind::single)));
    EXPECT_THAT(finger_on(SDL_FINGERUP, 1, "question.option.1"), IsEmpty());
}

TEST_F(InputTest, TheMouseThatSdlMakesOfAFingerDoesNotCountAgain) {
    const paint::Area& area = frame.widget("attract.lang.en")->area;
    SDL_Event again = mouse(SDL_MOUSEBUTTONDOWN, area.x + 5, area.y + 5);
    again.button.which = SDL_TOUCH_MOUSEID;
    EXPECT_THAT(input.take(again, frame, now).actions, IsEmpty());
    again.type = SDL_MOUSEBUTTONUP;
    EXPECT_THAT(input.take(again, frame, now).actions, IsEmpty());
}

TEST_F(InputTest, FingersThatAreNeverSeenToLeaveAreForgotten) {
    show(frame_of(some_question(quiz::Kind::single)));
    for (SDL_FingerID lost = 10; lost < 10'010; ++lost)
        input.take(finger(SDL_FINGERDOWN, lost, 1'270, 10), frame, now);
    finger_on(SDL_FINGERDOWN, 1, "question.option.2");
    EXPECT_THAT(finger_on(SDL_FINGERUP, 1, "question.option.2"), ElementsAre(screens::Pick{1}));
}

TEST_F(InputTest, TellsHowLongTheWayInHasBeenHeld) {
    EXPECT_EQ(input.touching(now).held, 0);
    finger_on(SDL_FINGERDOWN, 1, "attract.event");
    EXPECT_EQ(input.touching(now).held, 0);
    EXPECT_NEAR(input.touching(now + Milliseconds(1'500)).held, 0.5, 0.01);
    EXPECT_EQ(input.touching(now + Milliseconds(9'000)).held, 1);
    finger_on(SDL_FINGERUP, 1, "attract.event");
    EXPECT_EQ(input.touching(now + Milliseconds(1'500)).held, 0);
}

TEST_F(InputTest, AnyFingerCanHoldTheWayInForStaff) {
    input.take(finger(SDL_FINGERDOWN, 1, 1'270, 710), frame, now);
    const widgets::Widget* held = nullptr;
    for (const widgets::Widget& widget : frame.widgets)
        if (widget.held) held = &widget;
    ASSERT_NE(held, nullptr);
    finger_on(SDL_FINGERDOWN, 2, held->id);
    ASSERT_TRUE(input.hold_due(frame));
    EXPECT_THAT(input.hold(frame, *input.hold_due(frame)).actions, ElementsAre(*held->held));
    EXPECT_THAT(finger_on(SDL_FINGERUP, 2, held->id), IsEmpty()) << "it was held, not touched";
}

// ---- a page that nobody can have read yet ---------------------------------------------------------------

TEST_F(InputTest, APageThatIsBeingReadGivesNoWayUnderAFinger) {
    screens::KioskState state;
    state.screen = some_question(quiz::Kind::single);
    state.reading = true;
    FakePictures pictures;
    gui::Painter painter(fonts(), pictures);
    show(painter.draw(state, shipped_setup(),
                      {.width = 1280, .height = 720, .motion = false, .touching = {}}));
    finger_on(SDL_FINGERDOWN, 1, "question.option.1");
    EXPECT_EQ(input.touching().pressed, "");
    show(frame_of(some_question(quiz::Kind::single)));
    EXPECT_THAT(finger_on(SDL_FINGERUP, 1, "question.option.1"), IsEmpty()) << "it was aimed too early";
}

// ---- a double touch must not answer the next question ----------------------------------------------------

TEST_F(InputTest, TheSecondHalfOfADoubleTouchIsIgnored) {
    show(frame_of(some_question(quiz::Kind::single)));
    EXPECT_THAT(touch("question.option.1"), testing::Contains(Action(screens::Pick{0})));
    show(frame_of(some_question(quiz::Kind::multiple)));
    now += Milliseconds(150);
    EXPECT_THAT(touch("question.option.1"), IsEmpty());
}

TEST_F(InputTest, ADoubleTouchMayMissItsPlaceByAFingersBreadth) {
    for (const float dots_per_inch : {96.0F, 192.0F}) {
        input.touch_on({1280, 720, dots_per_inch / 25.4F});
        show(frame_of(some_question(quiz::Kind::single)));
        const paint::Area area = frame.widget("question.option.1")->area;
        now += Milliseconds(1'000);
        touch("question.option.1");
        show(frame_of(some_question(quiz::Kind::single)));
        now += Milliseconds(150);
        const float aside = 7 * dots_per_inch / 25.4F;
        EXPECT_THAT(touch_at(area.x + area.w / 2 + aside, area.y + area.h / 2), IsEmpty()) << dots_per_inch;
    }
}

TEST_F(InputTest, ALaterTouchAtTheSamePlaceCounts) {
    show(frame_of(some_question(quiz::Kind::single)));
    touch("question.option.1");
    show(frame_of(some_question(quiz::Kind::single)));
    now += Milliseconds(400);
    EXPECT_THAT(touch("question.option.1"), testing::Contains(Action(screens::Pick{0})));
}

TEST_F(InputTest, AQuickTouchElsewhereCounts) {
    show(frame_of(some_question(quiz::Kind::single)));
    touch("question.option.1");
    show(frame_of(some_question(quiz::Kind::single)));
    now += Milliseconds(100);
    EXPECT_THAT(touch("question.option.4"), testing::Contains(Action(screens::Pick{3})));
}

TEST_F(InputTest, QuickTouchesOnTheSameScreenCount) {
    show(frame_of(some_question(quiz::Kind::multiple)));
    touch("question.option.1");
    now += Milliseconds(100);
    EXPECT_THAT(touch("question.option.1"), testing::Contains(Action(screens::Pick{0})));
}

// ---- keys ------------------------------------------------------------------------------------------------

TEST_F(InputTest, NumbersChooseOptions) {
    show(frame_of(some_question(quiz::Kind::single)));
    EXPECT_THAT(press_key(SDLK_3), ElementsAre(screens::Tap::touch, screens::Pick{2}));
    EXPECT_THAT(press_key(SDLK_9), ElementsAre(screens::Tap::touch)) << "there is no ninth";
}

TEST_F(InputTest, NumbersChooseTheAudience) {
    show(frame_of(screens::AudienceState{}));
    EXPECT_THAT(press_key(SDLK_2), ElementsAre(screens::Tap::touch, screens::ChooseAudience{"junior"}));
    EXPECT_THAT(press_key(SDLK_9), ElementsAre(screens::Tap::touch));
}

TEST_F(InputTest, NumbersAnswerThePledge) {
    show(frame_of(screens::PledgeState{}));
    EXPECT_THAT(press_key(SDLK_2), ElementsAre(screens::Tap::touch, screens::GivePledge{false}));
}

TEST_F(InputTest, EnterIsTheOneWayOn) {
    EXPECT_THAT(press_key(SDLK_RETURN), ElementsAre(screens::Tap::touch, screens::Tap::start));
    show(frame_of(some_question(quiz::Kind::single), screens::Overlay::leave));
    EXPECT_THAT(press_key(SDLK_RETURN), ElementsAre(screens::Tap::touch, screens::Tap::stay));
}

TEST_F(InputTest, EnterGoesOnFromALessonCard) {
    show(frame_of(some_card()));
    EXPECT_THAT(press_key(SDLK_RETURN), ElementsAre(screens::Tap::touch, screens::Tap::next));
    EXPECT_THAT(touch("card.next"), testing::Contains(Action(screens::Tap::next)));
}

TEST_F(InputTest, EnterDoesNotPressADisabledButton) {
    show(frame_of(some_question(quiz::Kind::multiple)));  // nothing chosen: cannot be confirmed
    EXPECT_THAT(press_key(SDLK_RETURN), ElementsAre(screens::Tap::touch));
}

TEST_F(InputTest, EscapeGoesBack) {
    EXPECT_THAT(press_key(SDLK_ESCAPE), ElementsAre(screens::Tap::touch, screens::Tap::back));
}

TEST_F(InputTest, AHeldKeyCountsOnce) {
    EXPECT_THAT(input.take(pressed_key(SDLK_RETURN, true), frame, now).actions, IsEmpty());
}

/// The widgets that the key can reach, going on until it has been everywhere.
std::set<std::string> reached_by(Input& input, const widgets::Frame& frame,
                                 const std::vector<SDL_Keycode>& keys) {
    std::set<std::string> reached;
    for (int round = 0; round < 12; ++round)
        for (const SDL_Keycode code : keys) {
            input.take(pressed_key(code), frame, Milliseconds(0));
            reached.insert(input.touching().focused);
        }
    return reached;
}

class Reaching : public InputTest, public testing::WithParamInterface<std::vector<SDL_Keycode>> {};

TEST_P(Reaching, EverythingOnEveryScreen) {
    using screens::Screen;
    for (const Screen& screen :
         {Screen(screens::AttractState{}), Screen(screens::AudienceState{}),
          Screen(some_question(quiz::Kind::single)), Screen(some_card()), Screen(screens::PledgeState{})}) {
        show(frame_of(screen));
        const auto reached = reached_by(input, frame, GetParam());
        for (const widgets::Widget& widget : frame.widgets)
            if (widget.enabled) {
                EXPECT_TRUE(reached.contains(widget.id)) << widget.id;
            }
    }
}

/// Somebody who presses the arrows as they come.
std::vector<SDL_Keycode> arrows() {
    constexpr std::array all{SDLK_UP, SDLK_DOWN, SDLK_LEFT, SDLK_RIGHT};
    std::mt19937 chance(1);
    std::vector<SDL_Keycode> keys;
    for (int i = 0; i < 100; ++i) keys.push_back(all[chance() % all.size()]);
    return keys;
}

INSTANTIATE_TEST_SUITE_P(By, Reaching, testing::Values(std::vector<SDL_Keycode>{SDLK_TAB}, arrows()),
                         [](const auto& keys) { return keys.param.size() == 1 ? "Tab" : "Arrows"; });

TEST_F(InputTest, TheFirstTabIsOnTheFirstAnswerOrTheWayOn) {
    show(frame_of(some_question(quiz::Kind::single)));
    press_key(SDLK_TAB);
    EXPECT_EQ(input.touching().focused, "question.option.1");
    press_key(SDLK_TAB);
    EXPECT_EQ(input.touching().focused, "question.option.2");
    show(frame_of(some_card()));
    press_key(SDLK_TAB);
    EXPECT_EQ(input.touching().focused, "card.next");
}

TEST_F(InputTest, ArrowsMoveTheFocusTheWayTheyPoint) {
    show(frame_of(some_question(quiz::Kind::single)));
    press_key(SDLK_TAB);
    while (input.touching().focused != "question.option.1") press_key(SDLK_TAB);
    const auto area = [&] { return frame.widget(input.touching().focused)->area; };
    const float y = area().y;
    press_key(SDLK_DOWN);
    EXPECT_GT(area().y, y);
    press_key(SDLK_UP);
    EXPECT_EQ(area().y, y);
}

TEST_F(InputTest, EnterPressesWhatHasTheFocus) {
    show(frame_of(some_question(quiz::Kind::single)));
    while (input.touching().focused != "question.option.2") press_key(SDLK_TAB);
    EXPECT_THAT(press_key(SDLK_RETURN), ElementsAre(screens::Tap::touch, screens::Pick{1}));
    EXPECT_THAT(press_key(SDLK_SPACE), ElementsAre(screens::Tap::touch, screens::Pick{1}));
}

TEST_F(InputTest, ANewScreenHasNoFocus) {
    press_key(SDLK_TAB);
    show(frame_of(screens::AudienceState{}));
    EXPECT_EQ(input.touching().focused, "");
}

// ---- the window ------------------------------------------------------------------------------------------

SDL_Event window_event(Uint8 what) {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = what;
    return event;
}

SDL_Event quit_event() {
    SDL_Event event{};
    event.type = SDL_QUIT;
    return event;
}

TEST_F(InputTest, AWindowCanBeClosed) {
    input.take(window_event(SDL_WINDOWEVENT_CLOSE), frame, now);
    EXPECT_TRUE(input.take(quit_event(), frame, now).quit);
}

TEST(WholeScreen, CannotBeClosedByAVisitor) {
    Input input(false);
    const widgets::Frame frame = frame_of(screens::AttractState{});
    input.take(window_event(SDL_WINDOWEVENT_CLOSE), frame, Milliseconds(0));
    EXPECT_FALSE(input.take(quit_event(), frame, Milliseconds(0)).quit);
}

TEST_F(InputTest, AnExposedWindowIsPaintedAnew) {
    EXPECT_TRUE(input.take(window_event(SDL_WINDOWEVENT_EXPOSED), frame, now).repaint);
}

}  // namespace
}  // namespace xy::kiosk
