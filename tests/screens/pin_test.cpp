// The way in for staff: the PIN, its lock, its setting.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "screens/desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const PinState& pin(const Desk& desk) {
    return std::get<PinState>(desk.state.screen);
}
const PanelState& panel(const Desk& desk) {
    return std::get<PanelState>(desk.state.screen);
}

void enter(Desk& desk, const std::string& digits) {
    for (const char c : digits) desk.act(PanelTap{Digit{c - '0'}});
}

void type_code(Desk& desk, const std::string& text) {
    for (const char c : text) desk.act(PanelTap{TypeText{std::string(1, c)}});
}

/// Types a PIN that is not ours.
void try_wrong(Desk& desk) {
    enter(desk, "135790");
    desk.act(PanelEvent{PinChecked{}});
}

Desk at_the_pin() {
    Desk desk;
    desk.act(Tap::ask_for_panel);
    desk.take_asked();
    return desk;
}

TEST(Pin, OpensThePanelOfItsRole) {
    Desk desk = at_the_pin();
    EXPECT_EQ(desk.shown(), "pin");
    enter(desk, "24681");
    EXPECT_THAT(desk.asked, IsEmpty());
    enter(desk, "3");
    EXPECT_THAT(desk.take_asked(), ElementsAre("check pin 246813"));
    EXPECT_EQ(desk.shown(), "pin") << "until the store has looked";
    desk.act(PanelEvent{PinChecked{access::Role::volunteer}});
    EXPECT_EQ(desk.shown(), "panel");
    EXPECT_FALSE(panel(desk).organizer());
    EXPECT_THAT(desk.take_asked(), ElementsAre("load"));
}

TEST(Pin, ForgetsWhatWasTypedOnceItIsChecked) {
    Desk desk = at_the_pin();
    enter(desk, "246813");
    EXPECT_EQ(pin(desk).digits, "");
    enter(desk, "9");
    EXPECT_EQ(pin(desk).digits, "") << "taps wait for the store";
    desk.act(PanelEvent{PinChecked{}});
    EXPECT_EQ(pin(desk).note, PinNote::wrong);
    enter(desk, "2");
    EXPECT_EQ(pin(desk).digits, "2");
    EXPECT_EQ(pin(desk).note, PinNote::none);
}

TEST(Pin, LocksForFifteenSecondsAfterFiveWrongTries) {
    Desk desk = at_the_pin();
    for (int i = 0; i < 5; ++i) try_wrong(desk);
    EXPECT_EQ(pin(desk).note, PinNote::locked);
    EXPECT_EQ(desk.state.seconds_left, 15);
    desk.take_asked();
    enter(desk, "246813");
    EXPECT_THAT(desk.asked, IsEmpty()) << "nothing is looked at while it is locked";
    desk.live(Seconds(14));
    EXPECT_EQ(desk.state.seconds_left, 1);
    desk.live(Seconds(2));
    EXPECT_EQ(pin(desk).note, PinNote::none);
    enter(desk, "246813");
    EXPECT_THAT(desk.take_asked(), ElementsAre("check pin 246813"));
}

TEST(Pin, StaysLockedWhenItIsLeftAndAskedForAgain) {
    Desk desk = at_the_pin();
    for (int i = 0; i < 5; ++i) try_wrong(desk);
    desk.act(Tap::leave);
    EXPECT_EQ(desk.shown(), "attract");
    desk.act(Tap::ask_for_panel);
    EXPECT_EQ(pin(desk).note, PinNote::locked);
}

// Else whoever leaves before the answer to a wrong one could try for ever.
TEST(Pin, NobodyLeavesBeforeAPinWasLookedAt) {
    Desk desk = at_the_pin();
    for (int i = 0; i < 5; ++i) {
        enter(desk, "135790");
        for (const Tap way_out : {Tap::leave, Tap::back, Tap::ask_for_panel_by_key}) desk.act(way_out);
        desk.live(Seconds(60));
        EXPECT_EQ(desk.shown(), "pin");
        desk.act(PanelEvent{PinChecked{}});
    }
    EXPECT_EQ(pin(desk).note, PinNote::locked);
    desk.act(Tap::leave);
    EXPECT_EQ(desk.shown(), "attract");
}

TEST(Pin, AnAnswerAboutACodeIsForWhoTypedIt) {
    Desk desk = at_the_pin();
    desk.act(PanelTap{PanelButton::enter_recovery_code});
    type_code(desk, "7KQ2M0XVABCD1234");
    desk.act(Tap::leave);  // a stick may hang: from here one can leave
    EXPECT_EQ(desk.shown(), "attract");
    desk.act(Tap::ask_for_panel);
    desk.act(PanelEvent{RecoveryCodeChecked{true}});
    EXPECT_EQ(pin(desk).setting, std::nullopt);
}

TEST(Pin, TriesKeptFromBeforeARestartLockAgainWithTheWholeTime) {
    Desk desk;
    desk.act(PanelEvent{SetupKnown{desk.around.event, access::PinStatus::set, 10}});
    desk.act(Tap::ask_for_panel);
    EXPECT_EQ(pin(desk).note, PinNote::locked);
    EXPECT_EQ(desk.state.seconds_left, 30);
}

TEST(Pin, IsLeftAfterHalfAMinuteWithoutATouch) {
    Desk desk = at_the_pin();
    enter(desk, "24");
    desk.live(Seconds(31));
    EXPECT_EQ(desk.shown(), "attract");
}

TEST(Pin, CannotBeAskedForInTheMiddleOfAVisit) {
    Desk desk;
    desk.start();
    desk.act(Tap::ask_for_panel);
    EXPECT_EQ(desk.shown(), "question");
}

/// Through the first steps of the wizard.
void to_the_pins(Desk& desk) {
    while (desk.shown() == "wizard") desk.act(PanelTap{PanelButton::wizard_next});
}

TEST(Pin, BothAreSetAtTheFirstStart) {
    screens::Setup fresh = setup();
    fresh.pins = access::PinStatus::never_set;
    Desk desk(fresh);
    desk.act(Tap::ask_for_panel_by_key);
    to_the_pins(desk);
    EXPECT_EQ(pin(desk).setting, access::Role::volunteer);
    enter(desk, "123456");
    EXPECT_EQ(pin(desk).note, PinNote::too_simple);
    enter(desk, "246813");
    EXPECT_TRUE(pin(desk).again());
    enter(desk, "246814");
    EXPECT_EQ(pin(desk).note, PinNote::differs);
    enter(desk, "246813");
    desk.take_asked();
    enter(desk, "246813");
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep volunteer pin 246813"));
    desk.act(PanelEvent{PinKept{access::PinStatus::never_set, {}}});
    EXPECT_EQ(desk.around.pins, access::PinStatus::never_set);
    EXPECT_EQ(pin(desk).setting, access::Role::organizer);
    enter(desk, "975310");
    enter(desk, "975310");
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep organizer pin 975310"));
    desk.act(PanelEvent{PinKept{access::PinStatus::set, "7KQ2-M0XV-ABCD-1234"}});
    EXPECT_EQ(desk.around.pins, access::PinStatus::set);
    EXPECT_EQ(pin(desk).code, "7KQ2-M0XV-ABCD-1234") << "to be written down";
    for (const Action& tap :
         {Action(Tap::touch), Action(Tap::back), Action(Tap::leave), Action(PanelTap{Digit{1}})})
        desk.act(tap);
    desk.live(Seconds(100));
    EXPECT_EQ(desk.shown(), "pin");
    desk.act(PanelTap{PanelButton::code_written});
    EXPECT_EQ(desk.shown(), "wizard") << "and on";
}

TEST(Pin, ATouchDoesNotSetTheFirstPins) {
    screens::Setup fresh = setup();
    fresh.pins = access::PinStatus::never_set;
    Desk desk(fresh);
    desk.act(Tap::ask_for_panel);
    EXPECT_EQ(pin(desk).note, PinNote::needs_key);
    desk.take_asked();
    enter(desk, "246813");
    desk.act(PanelTap{PanelButton::enter_recovery_code});
    EXPECT_FALSE(pin(desk).setting);
    EXPECT_FALSE(pin(desk).recovering);
    EXPECT_THAT(desk.asked, IsEmpty());
    desk.act(Tap::ask_for_panel_by_key);
    to_the_pins(desk);
    EXPECT_EQ(pin(desk).setting, access::Role::volunteer) << "now somebody has a keyboard";
}

/// The PINs are gone, or may be.
Desk after_a_loss() {
    screens::Setup lost = setup();
    lost.pins = access::PinStatus::lost;
    return Desk(lost);
}

TEST(Pin, AfterALossNobodyIsOfferedToSetNewOnes) {
    for (const Tap way : {Tap::ask_for_panel, Tap::ask_for_panel_by_key}) {
        Desk desk = after_a_loss();
        desk.act(way);
        EXPECT_EQ(pin(desk).note, PinNote::lost);
        EXPECT_FALSE(pin(desk).setting);
        desk.take_asked();
        for (int times = 0; times < 2; ++times) {
            enter(desk, "135790");
            desk.act(PanelEvent{PinChecked{}});
        }
        EXPECT_THAT(desk.take_asked(), ElementsAre("check pin 135790", "check pin 135790"));
        EXPECT_EQ(desk.shown(), "pin");
        EXPECT_FALSE(pin(desk).setting);
    }
}

TEST(Pin, TheRecoveryCodeEndsALockAndSetsNewPins) {
    Desk desk = at_the_pin();
    for (int i = 0; i < 5; ++i) try_wrong(desk);
    EXPECT_EQ(pin(desk).note, PinNote::locked);
    desk.take_asked();
    desk.act(PanelTap{PanelButton::enter_recovery_code});
    type_code(desk, "7kq2-moxv-abcd-12");
    desk.act(PanelTap{PanelButton::erase});
    type_code(desk, "23");
    EXPECT_THAT(desk.asked, IsEmpty());
    type_code(desk, "4");
    EXPECT_THAT(desk.take_asked(), ElementsAre("check code 7KQ2M0XVABCD1234"));
    desk.act(PanelEvent{RecoveryCodeChecked{false}});
    EXPECT_EQ(pin(desk).note, PinNote::wrong_code);
    type_code(desk, "7KQ2M0XVABCD1235");
    EXPECT_THAT(desk.take_asked(), ElementsAre("check code 7KQ2M0XVABCD1235"));
    desk.act(PanelEvent{RecoveryCodeChecked{true}});
    EXPECT_EQ(pin(desk).setting, access::Role::volunteer);
    EXPECT_EQ(desk.state.lockout.locked_for(desk.moment.now), Milliseconds(0));
    enter(desk, "246813");
    enter(desk, "246813");
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep volunteer pin 246813"));
}

TEST(Pin, WithoutACodeToCompareWithItSaysSo) {
    Desk desk = after_a_loss();
    desk.act(Tap::ask_for_panel);
    desk.act(PanelTap{PanelButton::enter_recovery_code});
    type_code(desk, "7KQ2M0XVABCD1234");
    desk.act(PanelEvent{RecoveryCodeChecked{.right = false, .kept = false}});
    EXPECT_EQ(pin(desk).note, PinNote::code_not_kept) << "not that it was mistyped";
    EXPECT_FALSE(pin(desk).setting);
}

TEST(Pin, TheOrganizersStickIsAsGoodAsTheCode) {
    Desk desk = at_the_pin();
    for (int i = 0; i < 5; ++i) try_wrong(desk);
    desk.act(PanelTap{PanelButton::enter_recovery_code});
    desk.take_asked();
    desk.act(PanelTap{PanelButton::find_recovery_code});
    desk.act(PanelTap{PanelButton::find_recovery_code});
    EXPECT_THAT(desk.take_asked(), ElementsAre("find code")) << "one search at a time";
    desk.act(PanelEvent{RecoveryCodeFound{}});
    EXPECT_EQ(pin(desk).note, PinNote::no_code);
    desk.act(PanelTap{PanelButton::find_recovery_code});
    desk.act(PanelEvent{RecoveryCodeFound{{"ZZZZM0XVABCD1234", "7KQ2M0XVABCD1234"}}});
    EXPECT_THAT(desk.take_asked(), ElementsAre("find code", "check code ZZZZM0XVABCD1234 7KQ2M0XVABCD1234"));
    desk.act(PanelEvent{RecoveryCodeChecked{true}});
    EXPECT_EQ(pin(desk).setting, access::Role::volunteer);
}

TEST(Pin, ANewCodeGoesOnAStickAsWell) {
    Desk desk = at_the_pin();
    std::get<PinState>(desk.state.screen).code = "7KQ2-M0XV-ABCD-1234";
    desk.take_asked();
    desk.act(PanelTap{PanelButton::code_to_stick});
    desk.act(PanelTap{PanelButton::code_to_stick});
    EXPECT_THAT(desk.take_asked(), ElementsAre("carry code 7KQ2-M0XV-ABCD-1234 of 07")) << "once at a time";
    const auto answered = [&](const RecoveryCodeCarried& carried) {
        desk.act(PanelEvent{carried});
        const PinNote note = pin(desk).note;
        desk.act(PanelTap{PanelButton::code_to_stick});
        return note;
    };
    EXPECT_EQ(answered({false, 0, ""}), PinNote::no_stick_for_code);
    EXPECT_EQ(answered({false, 2, "B"}), PinNote::several_sticks) << "nobody may wonder which";
    EXPECT_EQ(answered({false, 1, "A"}), PinNote::code_not_carried);
    EXPECT_EQ(answered({true, 1, "KINGSTON"}), PinNote::code_carried);
    EXPECT_EQ(pin(desk).stick, "KINGSTON");
    EXPECT_EQ(pin(desk).code, "7KQ2-M0XV-ABCD-1234") << "it is still to be written down";
}

TEST(Pin, LeavesNothingOfTheStaffForTheNextVisitor) {
    Desk desk = at_the_pin();
    enter(desk, "246");
    desk.act(Tap::leave);
    expect_fresh(desk);
}

TEST(Paused, OnlyStaffGoOn) {
    Desk desk = at_the_pin();
    enter(desk, "246813");
    desk.act(PanelEvent{PinChecked{access::Role::volunteer}});
    desk.act(PanelTap{PanelButton::pause});
    EXPECT_EQ(desk.shown(), "paused");
    for (const Action& tap : {Action(Tap::start), Action(Tap::touch), Action(Tap::back), Action(Tap::leave)})
        desk.act(tap);
    desk.live(Seconds(600));
    EXPECT_EQ(desk.shown(), "paused");
    desk.act(Tap::ask_for_panel);
    EXPECT_EQ(desk.shown(), "pin");
    desk.live(Seconds(31));
    EXPECT_EQ(desk.shown(), "paused") << "without the PIN it stays paused";
}

}  // namespace
}  // namespace xy::screens
