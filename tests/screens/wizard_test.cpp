// The first start: who sets the kiosk up, what is kept of it, and that it leads to an event.
#include "screens/wizard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "screens/desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::IsEmpty;
using Step = WizardState::Step;

WizardState& wizard(Desk& desk) {
    return std::get<WizardState>(desk.state.screen);
}

/// Nobody has set anything, and no event is open.
Desk first_start() {
    screens::Setup fresh = setup();
    fresh.pins = access::PinStatus::never_set;
    fresh.event.reset();
    fresh.configured_label = {"01 号", "No. 01"};
    fresh.choose({});
    Desk desk(fresh);
    desk.moment.minute = 46;
    desk.act(Tap::ask_for_panel_by_key);
    return desk;
}

void next(Desk& desk) {
    desk.act(PanelTap{PanelButton::wizard_next});
}

Desk at_step(Step step) {
    Desk desk = first_start();
    while (wizard(desk).step != step) next(desk);
    desk.take_asked();
    return desk;
}

void set_pin(Desk& desk, const std::string& digits) {
    for (int twice = 0; twice < 2; ++twice)
        for (const char c : digits) desk.act(PanelTap{Digit{c - '0'}});
}

TEST(Wizard, LeadsFromTheFirstKeyToANewEvent) {
    Desk desk = first_start();
    EXPECT_EQ(desk.shown(), "wizard");
    next(desk);
    EXPECT_EQ(wizard(desk).step, Step::device);
    for (const int digit : {0, 7}) desk.act(PanelTap{Digit{digit}});
    next(desk);
    EXPECT_EQ(desk.around.device, "07 号");
    EXPECT_EQ(wizard(desk).step, Step::place);
    desk.act(PanelTap{PickHere{1}});
    next(desk);
    EXPECT_EQ(wizard(desk).step, Step::pins);
    next(desk);
    set_pin(desk, "246813");
    desk.act(PanelEvent{PinKept{access::PinStatus::never_set, {}}});
    set_pin(desk, "975310");
    desk.act(PanelEvent{PinKept{access::PinStatus::set, "7KQ2-M0XV-ABCD-1234"}});
    EXPECT_EQ(desk.shown(), "pin") << "the code is written down first";
    desk.act(PanelTap{PanelButton::code_written});
    EXPECT_EQ(wizard(desk).step, Step::programme);
    next(desk);
    EXPECT_EQ(wizard(desk).step, Step::trial);
    desk.act(PanelTap{PanelButton::new_event});
    desk.act(PanelTap{PickForEvent{0}});
    desk.act(PanelTap{PickForEvent{0}});
    const auto& draft = std::get<PanelState>(desk.state.screen).draft;
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->stage, EventDraft::Stage::name) << "where the kiosk stands is known";
    EXPECT_EQ(draft->place.zh, "永安镇");
    EXPECT_EQ(draft->place_code, "11");
}

TEST(Wizard, ATouchDoesNotOpenIt) {
    screens::Setup fresh = setup();
    fresh.pins = access::PinStatus::never_set;
    Desk desk(fresh);
    desk.act(Tap::ask_for_panel);
    EXPECT_EQ(desk.shown(), "pin");
    next(desk);
    desk.act(PanelTap{PanelButton::set_up});
    EXPECT_EQ(desk.shown(), "pin");
}

TEST(Wizard, EveryChoiceIsKeptAtOnce) {
    Desk desk = at_step(Step::device);
    desk.act(PanelTap{Digit{7}});
    next(desk);
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep  counted 07"));
    desk.act(PanelTap{PickHere{1}});
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep  counted 07 @11"));
    desk = at_step(Step::pins);
    desk.around.pins = access::PinStatus::set;
    next(desk);
    desk.act(PanelTap{ChooseProgramme{"three-minute"}});
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep three-minute counted"));
}

TEST(Wizard, WhatFailedToBeKeptIsSaid) {
    Desk desk = at_step(Step::device);
    next(desk);
    desk.act(PanelEvent{PanelFailed{StoreFault::full}});
    EXPECT_TRUE(wizard(desk).failed);
}

TEST(Wizard, ARightClockIsLeftAlone) {
    Desk desk = first_start();
    desk.take_asked();
    next(desk);
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(Wizard, AWrongClockIsSetByTheSystemOrCorrectedHere) {
    for (const minutes left : {minutes{0}, minutes{24 * 60 + 60}}) {
        Desk desk = first_start();
        desk.act(PanelTap{AdjustClock{ClockPart::day, 1}});
        desk.act(PanelTap{AdjustClock{ClockPart::hour, 1}});
        desk.take_asked();
        next(desk);
        EXPECT_THAT(desk.take_asked(), ElementsAre("set clock 1500"));
        next(desk);
        desk.act(Tap::back);
        desk.live(Seconds(400));
        EXPECT_EQ(wizard(desk).step, Step::date) << "its answer is waited for";
        desk.act(PanelEvent{ClockSet{left}});
        EXPECT_EQ(wizard(desk).step, Step::device);
        EXPECT_EQ(desk.around.settings.clock_correction, left);
        EXPECT_THAT(desk.asked, IsEmpty()) << "who set it has kept it";
    }
}

TEST(Wizard, DaysMonthsAndYearsAreThoseOfTheCalendar) {
    WizardState shown{.now = {{"2024-01-31", 23}, 59}};
    const auto after = [&shown](ClockPart part, int by) {
        screens::Setup around = setup();
        Moment moment;
        moment.hour = shown.now.hour;
        moment.minute = shown.now.minute;
        KioskState state;
        state.screen = shown;
        update(state, PanelTap{AdjustClock{part, by}}, around, moment);
        return shown_time(std::get<WizardState>(state.screen));
    };
    EXPECT_EQ(after(ClockPart::month, 1), (LocalMinute{{"2024-02-29", 23}, 59}));
    EXPECT_EQ(after(ClockPart::year, -1), (LocalMinute{{"2023-01-31", 23}, 59}));
    EXPECT_EQ(after(ClockPart::minute, 1), (LocalMinute{{"2024-02-01", 0}, 0}));
    EXPECT_EQ(after(ClockPart::hour, -24), (LocalMinute{{"2024-01-30", 23}, 59}));
    EXPECT_EQ(after(ClockPart::day, 29), (LocalMinute{{"2024-02-29", 23}, 59}));
}

TEST(Wizard, ACorrectionBeforeIsPartOfTheNext) {
    Desk desk = first_start();
    desk.around.settings.clock_correction = minutes{60};
    desk.act(PanelTap{AdjustClock{ClockPart::minute, -1}});
    desk.take_asked();
    next(desk);
    EXPECT_THAT(desk.take_asked(), ElementsAre("set clock 59")) << "from what the device says";
}

TEST(Wizard, NoNumberLeavesTheLabelOfTheConfiguration) {
    Desk desk = at_step(Step::device);
    desk.around.configured_label = {"3楼大厅", "Hall"};
    desk.around.choose({});
    next(desk);
    EXPECT_EQ(desk.around.device, "3楼大厅");
    EXPECT_EQ(desk.around.settings.device, "");
}

TEST(Wizard, APlaceIsFoundByItsFirstLetters) {
    Desk desk = at_step(Step::place);
    EXPECT_EQ(found_places(wizard(desk), desk.around).indices, (std::vector<std::size_t>{1, 0}))
        << "the town first";
    EXPECT_TRUE(found_places(wizard(desk), desk.around).leads_on('Y'));
    EXPECT_FALSE(found_places(wizard(desk), desk.around).leads_on('B'));
    desk.act(PanelTap{TypeText{"b"}});
    EXPECT_EQ(wizard(desk).letters, "") << "it leads nowhere";
    desk.act(PanelTap{TypeText{"ya"}});
    EXPECT_EQ(wizard(desk).letters, "YA");
    EXPECT_EQ(found_places(wizard(desk), desk.around).indices, (std::vector<std::size_t>{1}));
    desk.act(PanelTap{PanelButton::erase});
    EXPECT_EQ(wizard(desk).letters, "Y");
}

TEST(Wizard, APlaceThatIsNotListedIsWritten) {
    Desk desk = at_step(Step::place);
    desk.act(PanelTap{PanelButton::write_place});
    desk.act(PanelTap{TypeText{"柳树湾"}});
    desk.act(PanelTap{TypeText{"村"}});
    desk.act(PanelTap{TypeText{"\b"}});
    desk.act(PanelTap{TypeText{"\x1b"}});
    next(desk);
    EXPECT_EQ(desk.around.settings.place, "柳树湾");
    EXPECT_EQ(desk.around.settings.place_code, "");
    EXPECT_EQ(desk.around.stands_at().name.zh, "柳树湾");
}

TEST(Wizard, BackIsTheStepBefore) {
    Desk desk = at_step(Step::pins);
    for (const Step step : {Step::place, Step::device, Step::date}) {
        desk.act(Tap::back);
        EXPECT_EQ(wizard(desk).step, step);
    }
    desk.act(Tap::back);
    EXPECT_EQ(desk.shown(), "attract");
}

TEST(Wizard, LeftAloneItLeadsNobodyToThePanel) {
    Desk desk = at_step(Step::place);
    desk.live(Seconds(299));
    EXPECT_EQ(desk.shown(), "wizard");
    desk.live(Seconds(2));
    EXPECT_EQ(desk.shown(), "attract");
    desk = at_step(Step::pins);
    desk.act(PanelTap{PanelButton::new_event});
    EXPECT_EQ(desk.shown(), "wizard") << "no PIN was set";
}

TEST(Wizard, FromThePanelItLeadsBackThere) {
    Desk desk;
    desk.act(Tap::ask_for_panel);
    desk.act(PanelEvent{PinChecked{access::Role::volunteer}});
    desk.act(PanelTap{PanelButton::set_up});
    EXPECT_EQ(desk.shown(), "wizard");
    desk.act(Tap::back);
    EXPECT_EQ(desk.shown(), "panel");
    EXPECT_FALSE(std::get<PanelState>(desk.state.screen).organizer());
    desk.act(PanelTap{PanelButton::set_up});
    while (wizard(desk).step != Step::trial) next(desk);
    desk.act(PanelTap{PanelButton::new_event});
    EXPECT_FALSE(std::get<PanelState>(desk.state.screen).organizer());
    desk.act(PanelTap{OpenTab{Tab::device}});
    desk.act(PanelTap{PanelButton::set_up});
    desk.live(Seconds(121));
    EXPECT_EQ(desk.shown(), "attract") << "left alone it closes as the panel does";
}

TEST(Wizard, TheTrialIsNotCounted) {
    Desk desk;
    desk.act(Tap::ask_for_panel);
    desk.act(PanelEvent{PinChecked{access::Role::organizer}});
    desk.act(PanelTap{PanelButton::set_up});
    while (wizard(desk).step != Step::trial) next(desk);
    next(desk);
    EXPECT_EQ(desk.shown(), "audience");
    desk.act(ChooseAudience{"pupil"});
    EXPECT_TRUE(desk.state.preview) << "begun as a trial of the programme";
}

}  // namespace
}  // namespace xy::screens
