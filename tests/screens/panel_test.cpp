// The booth's panel: what staff do, what is asked of the store for it, what is asked of them first.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "screens/carry_tab.h"
#include "screens/desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using outreach::EventState;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

PanelState& panel(Desk& desk) {
    return std::get<PanelState>(desk.state.screen);
}

outreach::Event event(const std::string& id, EventState state, const std::string& day = {}) {
    outreach::Event event;
    event.id = id;
    event.name = {"活动 " + id, "Event " + id};
    event.state = state;
    event.day = day;
    return event;
}

PanelFacts facts() {
    PanelFacts facts;
    facts.events = {event("fair", EventState::open), event("later", EventState::planned, "2026-07-01"),
                    event("old", EventState::closed, "2026-06-01")};
    facts.totals = {{"leaflet", {"资料", ""}, {"份", ""}, {30, outreach::Precision::exact, 2}}};
    facts.last_day = "2026-06-26";
    facts.free_bytes = 10'000'000'000;
    return facts;
}

Desk in_the_panel(access::Role role = access::Role::volunteer) {
    Desk desk;
    desk.act(Tap::ask_for_panel);
    desk.act(PanelEvent{PinChecked{role}});
    desk.act(PanelEvent{PanelKnown{facts()}});
    desk.take_asked();
    return desk;
}

/// What the store says after a change that did not reach the disk.
void fails(Desk& desk, StoreFault fault) {
    desk.act(PanelEvent{PanelFailed{fault}});
    desk.act(PanelEvent{PanelKnown{facts()}});
}

void tap(Desk& desk, const PanelTap& tapped) {
    desk.act(tapped);
}

void type(Desk& desk, const std::string& digits) {
    for (const char c : digits) tap(desk, Digit{c - '0'});
}

TEST(Panel, LocksItselfAfterTwoMinutes) {
    Desk desk = in_the_panel();
    desk.live(Seconds(119));
    EXPECT_EQ(desk.shown(), "panel");
    desk.live(Seconds(2));
    EXPECT_EQ(desk.shown(), "attract");
}

TEST(Panel, ReadsTodayAnewEveryFiveSeconds) {
    Desk desk = in_the_panel();
    desk.live(Seconds(11));
    EXPECT_THAT(desk.take_asked(), ElementsAre("load", "load"));
    tap(desk, OpenTab{Tab::device});
    desk.take_asked();
    desk.live(Seconds(30));
    EXPECT_THAT(desk.asked, IsEmpty()) << "other parts stand still";
}

TEST(Panel, SaysNothingIsWellWhileChangesDoNotReachTheDisk) {
    Desk desk = in_the_panel();
    tap(desk, AddAmount{"leaflet", 10});
    fails(desk, StoreFault::full);
    EXPECT_EQ(panel(desk).note, PanelNote::failed);
    EXPECT_EQ(panel(desk).trouble, StoreFault::full);
    desk.live(Seconds(20));
    desk.act(PanelEvent{PanelKnown{facts()}});
    tap(desk, OpenTab{Tab::device});
    desk.act(PanelEvent{PanelKnown{facts()}});
    EXPECT_EQ(panel(desk).trouble, StoreFault::full) << "reading shows nothing";
    tap(desk, AddAmount{"leaflet", 10});
    desk.act(PanelEvent{PanelKnown{facts()}});
    EXPECT_EQ(panel(desk).trouble, std::nullopt);
}

TEST(Panel, LockLeavesNothingForTheNextVisitor) {
    Desk desk = in_the_panel();
    tap(desk, OpenTab{Tab::ledger});
    type(desk, "12");
    tap(desk, PanelButton::lock);
    expect_fresh(desk);
}

TEST(Panel, TapsOfThePanelMeanNothingToVisitors) {
    Desk desk;
    for (const PanelTap& tapped :
         {PanelTap(Digit{1}), PanelTap(PanelButton::toggle_practice), PanelTap(AddAmount{"leaflet", 10}),
          PanelTap(PanelButton::quit), PanelTap(ChangeEvent{"fair", EventState::closed}),
          PanelTap(OpenTab{Tab::ledger})})
        tap(desk, tapped);
    EXPECT_EQ(desk.shown(), "attract");
    EXPECT_THAT(desk.asked, IsEmpty());
    EXPECT_FALSE(desk.around.settings.practice);
}

// ---- ledger ----------------------------------------------------------------------------------------------

TEST(LedgerPart, AddsToTheOpenEventAndReadsAnew) {
    Desk desk = in_the_panel();
    tap(desk, AddAmount{"leaflet", 10});
    EXPECT_THAT(desk.take_asked(), ElementsAre("add fair leaflet 10 exact", "load"));
}

TEST(LedgerPart, NeverFallsUnderZero) {
    Desk desk = in_the_panel();
    tap(desk, AddAmount{"leaflet", -31});
    EXPECT_THAT(desk.asked, IsEmpty());
    EXPECT_EQ(panel(desk).note, PanelNote::negative_total);
    tap(desk, AddAmount{"advice", -1});
    EXPECT_THAT(desk.asked, IsEmpty()) << "nothing was entered yet";
    tap(desk, AddAmount{"leaflet", -30});
    EXPECT_THAT(desk.take_asked(), ElementsAre("add fair leaflet -30 exact", "load"));
}

Desk at_the_ledger(const std::string& measure = "leaflet") {
    Desk desk = in_the_panel();
    tap(desk, OpenTab{Tab::ledger});
    tap(desk, PickMeasure{measure});
    desk.take_asked();
    return desk;
}

TEST(LedgerPart, BeginsWithTheFirstMeasure) {
    Desk desk = in_the_panel();
    tap(desk, OpenTab{Tab::ledger});
    ASSERT_TRUE(panel(desk).pad);
    EXPECT_EQ(panel(desk).pad->measure, desk.around.measures.front().id);
}

TEST(LedgerPart, TakesANumberWithItsPrecisionAndANote) {
    Desk desk = at_the_ledger("advice");
    type(desk, "2005");
    tap(desk, PanelButton::erase);
    tap(desk, PickPrecision{outreach::Precision::more});
    tap(desk, TypeText{"村口"});
    tap(desk, TypeText{"x"});
    tap(desk, TypeText{"\b"});
    tap(desk, PanelButton::pad_done);
    EXPECT_THAT(desk.take_asked(), ElementsAre("add fair advice 200 more 村口", "load"));
    EXPECT_EQ(panel(desk).pad->digits, "") << "ready for the next";
    EXPECT_EQ(panel(desk).pad->note, "");
    EXPECT_EQ(panel(desk).pad->precision, outreach::Precision::exact);
}

TEST(LedgerPart, AddingIsShownBeforeItIsEntered) {
    Desk desk = at_the_ledger();
    type(desk, "50");
    const Pad& pad = *panel(desk).pad;
    EXPECT_EQ(panel(desk).total_of("leaflet").amount, 30);
    EXPECT_EQ(pad.result(30), 80);
}

TEST(LedgerPart, ChangingToANumberEntersTheDifference) {
    Desk desk = at_the_ledger();
    tap(desk, PickReplacing{true});
    type(desk, "18");
    EXPECT_EQ(panel(desk).pad->result(30), 18);
    tap(desk, PanelButton::pad_done);
    EXPECT_THAT(desk.take_asked(), ElementsAre("add fair leaflet -12 exact becomes 18", "load"))
        << "what is entered meanwhile does not spoil it";
    EXPECT_FALSE(panel(desk).pad->replaces) << "the next number is added again";
    tap(desk, PickReplacing{true});
    type(desk, "0");
    tap(desk, PanelButton::pad_done);
    EXPECT_THAT(desk.take_asked(), ElementsAre("add fair leaflet -30 exact becomes 0", "load"));
}

TEST(LedgerPart, WhatChangesNothingIsNotEntered) {
    Desk desk = at_the_ledger();
    tap(desk, PanelButton::pad_done);
    tap(desk, PickReplacing{true});
    tap(desk, PanelButton::pad_done);
    type(desk, "30");
    tap(desk, PanelButton::pad_done);
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(LedgerPart, AnotherMeasureBeginsWithAnEmptyPad) {
    Desk desk = at_the_ledger();
    type(desk, "300");
    tap(desk, PickMeasure{"advice"});
    EXPECT_EQ(panel(desk).pad->measure, "advice");
    EXPECT_EQ(panel(desk).pad->digits, "");
    tap(desk, PickMeasure{"nothing of ours"});
    EXPECT_EQ(panel(desk).pad->measure, "advice");
}

TEST(LedgerPart, BackEmptiesThePadBeforeItLeaves) {
    Desk desk = at_the_ledger();
    type(desk, "300");
    desk.act(Tap::back);
    EXPECT_EQ(desk.shown(), "panel");
    EXPECT_EQ(panel(desk).pad->digits, "");
    desk.act(Tap::back);
    EXPECT_EQ(desk.shown(), "attract");
}

TEST(LedgerPart, RefusesANoteThatHoldsAPhoneNumber) {
    Desk desk = at_the_ledger("advice");
    type(desk, "1");
    tap(desk, TypeText{"请打 13812345678"});
    tap(desk, PanelButton::pad_done);
    EXPECT_THAT(desk.asked, IsEmpty());
    EXPECT_EQ(panel(desk).note, PanelNote::personal_number);
    EXPECT_EQ(panel(desk).pad->digits, "1") << "what was typed is still there";
}

TEST(LedgerPart, AsksTwiceBeyondTenTimesTheUsual) {
    Desk desk = at_the_ledger();
    PanelFacts usual = facts();
    outreach::LedgerEntry entry;
    entry.measure = "leaflet";
    entry.amount = 120;
    usual.entries = {entry};
    desk.act(PanelEvent{PanelKnown{usual}});
    type(desk, "1201");
    tap(desk, PanelButton::pad_done);
    ASSERT_TRUE(panel(desk).asking);
    EXPECT_EQ(panel(desk).asking->confirmation, Confirmation::large_amount);
    desk.act(Tap::back);
    EXPECT_THAT(desk.asked, IsEmpty());
    tap(desk, PanelButton::pad_done);
    tap(desk, PanelButton::agree);
    EXPECT_THAT(desk.take_asked(), ElementsAre("add fair leaflet 1201 exact", "load"));
    type(desk, "1200");
    tap(desk, PanelButton::pad_done);
    EXPECT_THAT(desk.take_asked(), ElementsAre("add fair leaflet 1200 exact", "load"));
}

TEST(LedgerPart, RefusesAnUndoThatWouldLeadUnderZero) {
    Desk desk = at_the_ledger();
    PanelFacts corrected = facts();
    outreach::LedgerEntry entry;
    entry.id.bytes[0] = 0xAB;
    entry.measure = "leaflet";
    entry.amount = 300;
    corrected.entries = {entry};  // and −270, which makes 30
    desk.act(PanelEvent{PanelKnown{corrected}});
    tap(desk, UndoEntry{entry.id});
    EXPECT_THAT(desk.asked, IsEmpty());
    EXPECT_EQ(panel(desk).note, PanelNote::negative_total);
    EXPECT_EQ(panel(desk).trouble, std::nullopt) << "the data is well";
}

TEST(LedgerPart, ATotalThatBecomesAnotherStaysAsInexactAsItsEntries) {
    Desk desk = at_the_ledger();
    PanelFacts about = facts();
    about.totals[0].total.precision = outreach::Precision::about;
    desk.act(PanelEvent{PanelKnown{about}});
    tap(desk, PickReplacing{true});
    EXPECT_EQ(panel(desk).pad->precision, outreach::Precision::about);
    tap(desk, PickPrecision{outreach::Precision::exact});
    EXPECT_EQ(panel(desk).pad->precision, outreach::Precision::about);
    tap(desk, PickReplacing{false});
    EXPECT_EQ(panel(desk).pad->precision, outreach::Precision::exact);
}

TEST(LedgerPart, UndoesAnEntry) {
    Desk desk = in_the_panel();
    RandomId id;
    id.bytes[0] = 0xAB;
    tap(desk, UndoEntry{id});
    EXPECT_THAT(desk.take_asked(), ElementsAre("undo ab", "load"));
}

// ---- events ----------------------------------------------------------------------------------------------

TEST(EventPart, MakesAndOpensAnEventByPickingAlone) {
    Desk desk = in_the_panel();
    tap(desk, PanelButton::new_event);
    desk.take_asked();
    tap(desk, PickForEvent{0});
    tap(desk, PickForEvent{1});
    tap(desk, PickForEvent{1});
    ASSERT_TRUE(panel(desk).draft);
    EXPECT_EQ(panel(desk).draft->name, outreach::composed_name({"赶集日", "Market day"},
                                                               {"进学校", "Schools"}, {"永安镇", "Yong'an"}));
    tap(desk, MakeEvent{outreach::EventState::open});
    ASSERT_TRUE(panel(desk).asking) << "another one is open";
    EXPECT_EQ(panel(desk).asking->confirmation, Confirmation::opening);
    EXPECT_EQ(panel(desk).asking->closes.zh, "活动 fair");
    tap(desk, PanelButton::agree);
    const auto asked = desk.take_asked();
    ASSERT_EQ(asked.size(), 3U);
    EXPECT_EQ(asked[0].find("plan "), 0U);
    EXPECT_EQ(asked[1].find("set e-2026-06-26-"), 0U);
    EXPECT_NE(asked[1].find(" open"), std::string::npos);
    EXPECT_EQ(asked[2].find("load e-2026-06-26-"), 0U);
}

TEST(EventPart, AKeyboardChangesTheName) {
    Desk desk = in_the_panel();
    tap(desk, PanelButton::new_event);
    for (int i = 0; i < 3; ++i) tap(desk, PickForEvent{0});
    const std::string composed = panel(desk).draft->name.zh;
    tap(desk, TypeText{"好"});
    EXPECT_EQ(panel(desk).draft->name.zh, composed + "好");
    tap(desk, TypeText{"\b"});
    EXPECT_EQ(panel(desk).draft->name.zh, composed);
    desk.act(Tap::back);
    EXPECT_EQ(panel(desk).draft->stage, EventDraft::Stage::place);
}

TEST(EventPart, AsksOnceBeforeAnotherDaysEventIsOpenedAndSaysWhatThatCloses) {
    Desk desk = in_the_panel();
    tap(desk, ChangeEvent{"later", EventState::open});
    ASSERT_TRUE(panel(desk).asking);
    EXPECT_EQ(panel(desk).asking->confirmation, Confirmation::other_day);
    EXPECT_EQ(panel(desk).asking->closes.zh, "活动 fair");
    EXPECT_THAT(desk.asked, IsEmpty());
    tap(desk, PanelButton::agree);
    EXPECT_THAT(desk.take_asked(), ElementsAre("set later open", "load later"));
}

TEST(EventPart, SaysWhatOpeningAnotherOneOfTodayCloses) {
    Desk desk = in_the_panel();
    PanelFacts today = facts();
    today.events[1].day = "2026-06-26";
    desk.act(PanelEvent{PanelKnown{today}});
    tap(desk, ChangeEvent{"later", EventState::open});
    ASSERT_TRUE(panel(desk).asking);
    EXPECT_EQ(panel(desk).asking->confirmation, Confirmation::opening);
    EXPECT_EQ(panel(desk).asking->closes.en, "Event fair");
    today.events[0].state = EventState::closed;
    desk.act(Tap::back);
    desk.act(PanelEvent{PanelKnown{today}});
    tap(desk, ChangeEvent{"later", EventState::open});
    EXPECT_FALSE(panel(desk).asking) << "it closes nothing";
    EXPECT_THAT(desk.take_asked(), ElementsAre("set later open", "load later"));
}

TEST(EventPart, ANewOneCanBeMadeFromAnyPart) {
    Desk desk = in_the_panel();
    tap(desk, OpenTab{Tab::ledger});
    tap(desk, PanelButton::new_event);
    EXPECT_EQ(panel(desk).tab, Tab::events);
    EXPECT_TRUE(panel(desk).draft);
    EXPECT_FALSE(panel(desk).pad);
}

TEST(ShuttingDown, IsTheVolunteersAndAskedFirst) {
    Desk desk = in_the_panel();
    tap(desk, PanelButton::shut_down);
    EXPECT_EQ(panel(desk).asking->confirmation, Confirmation::shut_down);
    EXPECT_THAT(desk.asked, IsEmpty());
    tap(desk, PanelButton::agree);
    EXPECT_THAT(desk.take_asked(), ElementsAre("shut down"));
    desk.act(PanelEvent{ShutDownRefused{}});
    EXPECT_EQ(panel(desk).note, PanelNote::shut_down_refused);
    EXPECT_EQ(panel(desk).trouble, std::nullopt) << "the data is well";
}

TEST(EventPart, AsksBeforeItClosesAndThenShowsTheSheet) {
    Desk desk = in_the_panel();
    tap(desk, ChangeEvent{"fair", EventState::closed});
    EXPECT_EQ(panel(desk).asking->confirmation, Confirmation::closing);
    tap(desk, PanelButton::agree);
    EXPECT_THAT(desk.take_asked(), ElementsAre("set fair closed", "load fair"));
    EXPECT_EQ(panel(desk).shown_event, "fair");
}

TEST(EventPart, OnlyTheOrganizerSeesASheetWithNothingWithheld) {
    Desk volunteer = in_the_panel();
    volunteer.take_asked();
    tap(volunteer, OpenTab{Tab::events});
    tap(volunteer, ShowEvent{"fair"});
    tap(volunteer, PanelButton::switch_sheet);
    EXPECT_THAT(volunteer.take_asked(), ElementsAre("load", "load fair"));
    Desk organizer = in_the_panel(access::Role::organizer);
    tap(organizer, OpenTab{Tab::events});
    organizer.take_asked();
    tap(organizer, ShowEvent{"fair"});
    tap(organizer, PanelButton::switch_sheet);
    tap(organizer, PanelButton::switch_sheet);
    EXPECT_THAT(organizer.take_asked(), ElementsAre("load fair", "load fair internal", "load fair"));
    tap(organizer, PanelButton::switch_sheet);
    tap(organizer, ShowEvent{"later"});
    EXPECT_EQ(organizer.take_asked().back(), "load later")
        << "the next event begins with the sheet for copying";
    tap(organizer, OpenTab{Tab::today});
    EXPECT_THAT(organizer.take_asked(), ElementsAre("load internal"))
        << "the page of the day is not for copying";
}

TEST(EventPart, TheNextVisitorStandsAtTheEventThatIsOpenNow) {
    Desk desk = in_the_panel();
    PanelFacts changed = facts();
    changed.events[0].state = EventState::closed;
    changed.events[1].state = EventState::open;
    desk.act(PanelEvent{PanelKnown{changed}});
    tap(desk, PanelButton::lock);
    ASSERT_TRUE(desk.around.event);
    EXPECT_EQ(desk.around.event->id, "later");
    EXPECT_EQ(desk.take_asked().back(), "count later 2026-06-26");
}

// ---- programme, practice ---------------------------------------------------------------------------------

TEST(Programmes, BanksAreReviewedUntilTheAnswerIsThere) {
    Desk desk = in_the_panel();
    desk.take_asked();
    tap(desk, OpenTab{Tab::ledger});
    EXPECT_THAT(desk.take_asked(), Not(Contains("review banks 2026-06-26")));
    tap(desk, OpenTab{Tab::programme});
    EXPECT_THAT(desk.take_asked(), Contains("review banks 2026-06-26"));
    desk.act(PanelEvent{BanksReviewed{3}});
    EXPECT_EQ(desk.around.bank_remarks, 3);
    tap(desk, OpenTab{Tab::programme});
    EXPECT_THAT(desk.take_asked(), Not(Contains("review banks 2026-06-26")));
}

TEST(Practice, IsSaidToTheStoreAndNeverTakenBackByAVisitor) {
    Desk desk = in_the_panel();
    tap(desk, PanelButton::toggle_practice);
    EXPECT_TRUE(desk.around.settings.practice);
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep  practice", "load"));
    tap(desk, PanelButton::lock);
    tap(desk, PanelButton::toggle_practice);
    EXPECT_TRUE(desk.around.settings.practice);
}

TEST(Settings, LessMotionAndHighContrastAreKept) {
    Desk desk = in_the_panel();
    tap(desk, PanelButton::toggle_still);
    tap(desk, PanelButton::toggle_contrast);
    EXPECT_TRUE(desk.around.settings.still);
    EXPECT_TRUE(desk.around.settings.high_contrast);
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep  counted", "load", "keep  counted", "load"));
    tap(desk, PanelButton::toggle_still);
    EXPECT_FALSE(desk.around.settings.still);
}

TEST(Settings, AChosenProgrammeIsKept) {
    Desk desk = in_the_panel();
    desk.around.programmes.push_back(desk.around.programme);
    desk.around.programmes.back().id = "village";
    tap(desk, ChooseProgramme{"village"});
    EXPECT_EQ(desk.around.programme.id, "village");
    EXPECT_THAT(desk.take_asked(), ElementsAre("keep village counted", "load"));
}

TEST(Settings, AreAsTheStaffLeftThemAfterAPowerCut) {
    Desk desk;
    desk.around.programmes.push_back(desk.around.programme);
    desk.around.programmes.back().id = "village";
    desk.act(PanelEvent{SetupKnown{desk.around.event, access::PinStatus::set, 0, {"village", true}}});
    EXPECT_EQ(desk.around.programme.id, "village");
    EXPECT_TRUE(desk.around.settings.practice);
}

TEST(Settings, AProgrammeThatIsNoLongerThereLeavesTheConfiguredOne) {
    Desk desk;
    desk.act(PanelEvent{SetupKnown{desk.around.event, access::PinStatus::set, 0, {"gone", false}}});
    EXPECT_EQ(desk.around.programme.id, "three-minute");
}

TEST(Practice, IsWhatEveryVisitIsMeanwhile) {
    for (const bool practice : {true, false}) {
        screens::Setup around = setup();
        around.settings.practice = practice;
        Desk desk(around);
        desk.act(Tap::start);
        std::optional<bool> begun;
        for (const Effect& effect : update(desk.state, ChooseAudience{"pupil"}, desk.around, desk.moment))
            if (const auto* begin = std::get_if<BeginSession>(&effect)) begun = begin->start.practice;
        EXPECT_EQ(begun, practice);
    }
}

TEST(Preview, BeginsAVisitThatIsPracticeAndOnlyThisOne) {
    Desk desk = in_the_panel();
    tap(desk, PreviewProgramme{desk.around.programme.id});
    EXPECT_EQ(desk.shown(), "audience");
    std::optional<bool> practice;
    desk.moment.fresh_id.bytes[0] = 9;
    for (const Effect& effect : update(desk.state, ChooseAudience{"pupil"}, desk.around, desk.moment))
        if (const auto* begin = std::get_if<BeginSession>(&effect)) practice = begin->start.practice;
    EXPECT_EQ(practice, true);
    desk.store_confirms();
    desk.go_to("result");
    desk.act(Tap::finish);
    EXPECT_FALSE(desk.state.preview);
}

TEST(Preview, OfAnotherProgrammeLeavesTheOneThatRuns) {
    Desk desk = in_the_panel();
    quiz::Programme short_one = desk.around.programme;
    short_one.id = "short";
    short_one.large_type = true;
    short_one.steps = {quiz::WelcomeStep{}, quiz::PledgeStep{}, quiz::ResultStep{}};
    desk.around.programmes.push_back(short_one);
    desk.act(PreviewProgramme{"no such one"});
    EXPECT_EQ(desk.shown(), "panel");
    desk.take_asked();
    desk.act(PreviewProgramme{"short"});
    desk.store_confirms();
    EXPECT_EQ(desk.shown(), "pledge");
    EXPECT_TRUE(desk.state.large_text);
    desk.tap(GivePledge{true});
    desk.tap(Tap::finish);
    EXPECT_EQ(desk.around.programme.id, "three-minute");
    EXPECT_FALSE(desk.state.large_text);
    desk.act(Tap::start);
    EXPECT_EQ(desk.shown(), "audience") << "the next visitor comes to the one that runs";
}

// ---- carrying, device ------------------------------------------------------------------------------------

Desk at_the_sticks() {
    Desk desk = in_the_panel();
    tap(desk, OpenTab{Tab::carry});
    desk.act(PanelEvent{SticksKnown{{{"/media/a", "A", 1000, true}}}});
    desk.take_asked();
    return desk;
}

TEST(CarryPart, LooksForSticksWhenItIsOpened) {
    Desk desk = in_the_panel();
    tap(desk, OpenTab{Tab::carry});
    EXPECT_THAT(desk.take_asked(), ElementsAre("find sticks", "load"));
}

TEST(CarryPart, CarriesAndStaysOpenUntilItIsDone) {
    Desk desk = at_the_sticks();
    tap(desk, CarryTo{0});
    EXPECT_THAT(desk.take_asked(), ElementsAre("carry xiangyang-07-2026-06-26 to /media/a"));
    tap(desk, OpenTab{Tab::today});
    EXPECT_EQ(panel(desk).tab, Tab::carry) << "nothing else until it has ended";
    for (int minute = 0; minute < 5; ++minute) {
        desk.live(Seconds(60));
        desk.act(PanelEvent{CarryMoved{0.1 * minute}});
    }
    EXPECT_EQ(desk.shown(), "panel");
    desk.act(PanelEvent{CarryEnded{"/media/a/xiangyang", ""}});
    EXPECT_FALSE(panel(desk).carrying.running);
    EXPECT_EQ(panel(desk).carrying.ended.folder, "/media/a/xiangyang");
}

TEST(CarryPart, IsStoppedByOneTouch) {
    Desk desk = at_the_sticks();
    tap(desk, CarryTo{0});
    desk.take_asked();
    tap(desk, PanelButton::stop_carrying);
    EXPECT_THAT(desk.take_asked(), ElementsAre("stop carrying"));
}

TEST(CarryPart, SaysHowLongItStillTakesOnceThatCanBeTold) {
    Desk desk = at_the_sticks();
    tap(desk, CarryTo{0});
    desk.moment.now += Milliseconds(600);
    desk.act(PanelEvent{CarryMoved{0.3}});
    EXPECT_FALSE(panel(desk).carrying.seconds_left) << "what is done in a second needs no estimate";
    desk.moment.now += Milliseconds(9'400);
    desk.act(PanelEvent{CarryMoved{0.4}});
    EXPECT_EQ(panel(desk).carrying.seconds_left, 15);
    desk.moment.now += Milliseconds(300);
    desk.act(PanelEvent{CarryMoved{0.8}});
    EXPECT_EQ(panel(desk).carrying.seconds_left, 15) << "nobody can read a number that flickers";
    desk.moment.now += Milliseconds(700);
    desk.act(PanelEvent{CarryMoved{1.0}});
    EXPECT_EQ(panel(desk).carrying.seconds_left, 0);
    desk.act(PanelEvent{CarryEnded{"/media/a/xiangyang", ""}});
    tap(desk, CarryTo{0});
    EXPECT_FALSE(panel(desk).carrying.seconds_left) << "the next one begins anew";
}

// ---- the report ------------------------------------------------------------------------------------------

Stick stick(const std::string& name, bool writable = true) {
    return {"/media/" + name, name, 1000, writable};
}

const Stick own_folder{"/home/li/文档", "文档", 5000, true};

Desk at_the_report(const std::string& today = "2026-07-02", std::vector<Stick> sticks = {stick("a")}) {
    Desk desk = in_the_panel(access::Role::organizer);
    desk.moment.hour.day = today;
    tap(desk, OpenTab{Tab::carry});
    desk.act(PanelEvent{SticksKnown{std::move(sticks), own_folder}});
    tap(desk, PanelButton::to_report);
    desk.take_asked();
    return desk;
}

TEST(ReportPart, IsTheOrganizersAlone) {
    Desk desk = at_the_sticks();
    tap(desk, PanelButton::to_report);
    tap(desk, PanelButton::write_report);
    tap(desk, PickPeriod{0});
    EXPECT_FALSE(panel(desk).report);
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(ReportPart, OneTouchWritesTheHalfYearThatHasEndedForThePublic) {
    Desk desk = at_the_report();
    tap(desk, PanelButton::write_report);
    EXPECT_THAT(desk.take_asked(), ElementsAre("report 2026-01-01..2026-06-30 public zh 2026-07-02 "
                                               "禁毒宣传报告-2026年上半年-2026-07-02 to /media/a"));
    EXPECT_TRUE(panel(desk).carrying.running);
}

TEST(ReportPart, TakesThePeriodTheReadersAndTheStickThatWereChosen) {
    Desk desk = at_the_report("2026-07-02", {stick("a"), stick("b")});
    tap(desk, PickPeriod{5});
    tap(desk, PickReaders{true});
    tap(desk, PickPlace{1});
    tap(desk, PickPlace{7});
    tap(desk, PickPeriod{77});
    tap(desk, PanelButton::write_report);
    EXPECT_THAT(desk.take_asked(), ElementsAre("report everything internal zh 2026-07-02 "
                                               "禁毒宣传报告-内部-全部-2026-07-02 to /media/b"));
}

TEST(ReportPart, HasTheLanguageOfThePanel) {
    Desk desk = at_the_report();
    desk.state.language = Language::en;
    tap(desk, PanelButton::write_report);
    EXPECT_THAT(desk.take_asked(), ElementsAre("report 2026-01-01..2026-06-30 public en 2026-07-02 "
                                               "outreach-report-2026H1-2026-07-02 to /media/a"));
}

TEST(ReportPart, OffersWhatAnOfficeReportsOn) {
    std::vector<std::string> titles;
    for (const PeriodChoice& choice : period_choices("2026-11-25")) titles.push_back(choice.title.zh);
    EXPECT_THAT(titles, ElementsAre("2026 年下半年", "2026 年上半年", "2026 年", "2026 年第四季度",
                                    "2026 年 11 月", "全部"));
    EXPECT_EQ(period_choices("no day").size(), 1U) << "everything can always be reported";
}

TEST(ReportPart, WithoutAStickThatTakesFilesItGoesToTheComputersOwnFolder) {
    Desk desk = at_the_report("2026-06-26", {stick("locked", false)});
    tap(desk, PanelButton::write_report);
    EXPECT_THAT(desk.take_asked(), ElementsAre("report 2026-01-01..2026-06-30 public zh 2026-06-26 "
                                               "禁毒宣传报告-2026年上半年-2026-06-26 to /home/li/文档"));
    Desk with_stick = at_the_report("2026-06-26", {stick("locked", false), stick("b")});
    EXPECT_EQ(panel(with_stick).carrying.places().size(), 2U) << "with a stick the computer is not offered";
    tap(with_stick, PanelButton::write_report);
    EXPECT_THAT(with_stick.take_asked().at(0), testing::EndsWith("to /media/b"));
}

TEST(ReportPart, WithoutAnyPlaceNothingIsWritten) {
    Desk desk = in_the_panel(access::Role::organizer);
    tap(desk, OpenTab{Tab::carry});
    tap(desk, PanelButton::to_report);
    desk.take_asked();
    tap(desk, PanelButton::write_report);
    EXPECT_THAT(desk.asked, IsEmpty()) << "sticks are still looked for";
    desk.act(PanelEvent{SticksKnown{{stick("locked", false)}, std::nullopt}});
    tap(desk, PickPlace{0});
    tap(desk, PanelButton::write_report);
    EXPECT_THAT(desk.asked, IsEmpty());
}

TEST(ReportPart, AStickThatIsFoundLaterIsTaken) {
    Desk desk = at_the_report("2026-07-02", {});
    tap(desk, PickReaders{true});
    tap(desk, PanelButton::look_for_sticks);
    EXPECT_THAT(desk.take_asked(), ElementsAre("find sticks"));
    desk.act(PanelEvent{SticksKnown{{stick("locked", false), stick("b")}, own_folder}});
    EXPECT_EQ(panel(desk).report->place, 1U);
    EXPECT_TRUE(panel(desk).report->internal) << "what was chosen stays";
}

TEST(ReportPart, ShowsTheFilesAtItsEndAndGoesBackToTheChoices) {
    Desk desk = at_the_report();
    tap(desk, PickPeriod{2});
    tap(desk, PanelButton::write_report);
    tap(desk, PanelButton::lock);
    desk.live(Seconds(300));
    EXPECT_EQ(desk.shown(), "panel") << "open until it has ended";
    desk.act(PanelEvent{CarryEnded{"/media/a/禁毒", "", CarryFault::none, {"报告.html", "报告.xlsx"}, true}});
    EXPECT_THAT(panel(desk).carrying.ended.files, ElementsAre("报告.html", "报告.xlsx"));
    EXPECT_TRUE(panel(desk).carrying.ended.nothing_took_place);
    tap(desk, PanelButton::dismiss_result);
    EXPECT_FALSE(panel(desk).carrying.has_ended());
    EXPECT_EQ(panel(desk).report->period, 2U);
}

TEST(ReportPart, IsStoppedByOneTouchAndSaysSoAtOnce) {
    Desk desk = at_the_report();
    tap(desk, PanelButton::write_report);
    desk.take_asked();
    tap(desk, PanelButton::stop_carrying);
    EXPECT_THAT(desk.take_asked(), ElementsAre("stop carrying"));
    EXPECT_TRUE(panel(desk).carrying.stopping);
    desk.act(PanelEvent{CarryEnded{"", "stopped", CarryFault::stopped}});
    EXPECT_FALSE(panel(desk).carrying.running);
    EXPECT_FALSE(panel(desk).carrying.stopping);
    tap(desk, PanelButton::dismiss_result);
    tap(desk, PanelButton::write_report);
    EXPECT_TRUE(panel(desk).carrying.running) << "and can be begun again";
}

TEST(ReportPart, BackGoesOneStep) {
    Desk desk = at_the_report();
    tap(desk, PanelButton::write_report);
    desk.act(Tap::back);
    EXPECT_TRUE(panel(desk).carrying.running) << "a key does not stop it";
    desk.act(PanelEvent{CarryEnded{"", "gone", CarryFault::gone}});
    desk.act(Tap::back);
    EXPECT_FALSE(panel(desk).carrying.has_ended());
    ASSERT_TRUE(panel(desk).report);
    desk.act(Tap::back);
    EXPECT_FALSE(panel(desk).report);
    EXPECT_EQ(desk.shown(), "panel");
    desk.act(Tap::back);
    EXPECT_EQ(desk.shown(), "attract");
}

TEST(ReportPart, ItsFolderHasANameThatEveryStickTakes) {
    const PeriodChoice odd{"2026Q1", {"一/季:度*?", ""}, std::nullopt};
    EXPECT_EQ(report_name(odd, false, Language::zh, "2026-04-01"), "禁毒宣传报告-一季度-2026-04-01");
    EXPECT_EQ(report_name(odd, true, Language::en, "2026-04-01"),
              "outreach-report-internal-2026Q1-2026-04-01");
}

TEST(DevicePart, OnlyTheOrganizerEndsTheProgramAndDeletes) {
    Desk volunteer = in_the_panel();
    tap(volunteer, PanelButton::quit);
    tap(volunteer, PanelButton::delete_practice);
    tap(volunteer, ChangePin{access::Role::organizer});
    EXPECT_FALSE(panel(volunteer).asking);
    EXPECT_THAT(volunteer.asked, IsEmpty());

    Desk organizer = in_the_panel(access::Role::organizer);
    tap(organizer, PanelButton::quit);
    EXPECT_THAT(organizer.asked, IsEmpty()) << "asked first";
    tap(organizer, PanelButton::agree);
    EXPECT_THAT(organizer.take_asked(), ElementsAre("quit"));
    tap(organizer, PanelButton::delete_practice);
    tap(organizer, PanelButton::agree);
    EXPECT_THAT(organizer.take_asked(), ElementsAre("drop practice", "load internal"));
}

TEST(DevicePart, ACancelledChangeOfPinLeadsBackToThePanel) {
    for (const Action& away : {Action(Tap::back), Action(Tap::leave)}) {
        Desk desk = in_the_panel(access::Role::organizer);
        tap(desk, ChangePin{access::Role::volunteer});
        ASSERT_EQ(desk.shown(), "pin");
        desk.act(away);
        EXPECT_EQ(desk.shown(), "panel");
        EXPECT_EQ(panel(desk).tab, Tab::device);
        EXPECT_EQ(panel(desk).role, access::Role::organizer);
        tap(desk, ChangePin{access::Role::volunteer});
        desk.live(Seconds(31));
        EXPECT_EQ(desk.shown(), "attract") << "left alone it locks";
    }
}

TEST(DevicePart, DoubtsAClockThatIsWrong) {
    PanelFacts known = facts();
    EXPECT_EQ(clock_doubt(known, "2026-06-26"), ClockDoubt::none);
    EXPECT_EQ(clock_doubt(known, "2026-06-25"), ClockDoubt::before_last_visit);
    EXPECT_EQ(clock_doubt(known, "1970-01-01"), ClockDoubt::impossible);
    known.events[0].day = "2026-06-26";
    EXPECT_EQ(clock_doubt(known, "2026-06-26"), ClockDoubt::none);
    EXPECT_EQ(clock_doubt(known, "2026-06-27"), ClockDoubt::not_the_event_day);
}

}  // namespace
}  // namespace xy::screens
