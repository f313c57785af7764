// Nothing that the staff read is clipped, overlapping or off the screen: the PIN, every part of the panel,
// empty and full, in both languages, on every screen size that is promised.
#include <gtest/gtest.h>

#include "gallery.h"
#include "screens/carry_tab.h"

namespace xy::kiosk {
namespace {

using namespace tests;
using outreach::EventState;
using screens::Tab;

outreach::Event event(const std::string& id, EventState state) {
    outreach::Event event = *shipped_setup().event;
    event.id = id;
    event.state = state;
    event.day = "2026-06-26";
    return event;
}

/// A long day: everything is there, with large numbers and long names.
screens::PanelFacts full() {
    screens::PanelFacts facts;
    for (int i = 0; i < 30; ++i)
        facts.events.push_back(
            event("e" + std::to_string(i), i == 3 ? EventState::open : static_cast<EventState>(i % 2 * 2)));
    facts.events[3].name = {"6·26 国际禁毒日暨全民禁毒宣传月集中宣传活动 进农村",
                            "International Day against Drugs, Villages"};
    outreach::ShownSheet sheet;
    sheet.event = facts.events[3];
    sheet.started = 12'345;
    sheet.completed = 11'234;
    sheet.abandoned = 1'000;
    sheet.timed_out = 111;
    sheet.right_answers = 98'765;
    sheet.answered_items = 112'340;
    sheet.pledges_given = 9'999;
    sheet.median_ms = 161'000;
    for (int hour = 0; hour < 24; ++hour) sheet.hours.push_back({hour, 1 + hour * 53});
    for (const quiz::Topic& topic : shipped_setup().banks.front().topics)
        sheet.topics.push_back({topic.id, topic.title, 10, 40});
    for (const outreach::Measure& measure : shipped_setup().measures) {
        sheet.ledger.push_back(
            {measure.id, measure.title, measure.unit, {1'234'567, outreach::Precision::about, 3}});
        facts.entries.push_back({.id = {},
                                 .event = "e3",
                                 .measure = measure.id,
                                 .title = measure.title,
                                 .unit = measure.unit,
                                 .amount = 1'234'567,
                                 .precision = outreach::Precision::about,
                                 .note = "村口发放，随后又在文化广场补发",
                                 .undone = facts.entries.size() % 2 == 0});
    }
    facts.totals = sheet.ledger;
    facts.sheet = sheet;
    facts.started = *sheet.started;
    using screens::Notice;
    facts.notices = {
        {.kind = Notice::Kind::wrong_day, .day = "2035-03-01", .visits = 12'345, .counted_on = "2026-06-26"},
        {.kind = Notice::Kind::set_aside, .file = "xiangyang.damaged-2026-06-01T101010-2.db"},
        {.kind = Notice::Kind::no_recovery_code}};
    facts.last_day = "2026-06-27";
    facts.free_bytes = 123'456'789'000;
    facts.battery_percent = 100;
    return facts;
}

class PanelLayout : public GalleryTest {
 protected:
    void hang(const screens::Screen& screen, const std::string& name, int seconds = 0) {
        screens::KioskState state;
        state.screen = screen;
        state.seconds_left = seconds;
        state.counted_day = "2026-06-26";
        gallery_.hang(state, shipped_setup(), name);
    }
    /// With the facts of a long day, and as on the first morning.
    void hang_both(screens::PanelState panel, const std::string& name) {
        panel.known = true;
        hang(panel, name + " of an empty booth");
        panel.facts = full();
        for (const auto role : {access::Role::volunteer, access::Role::organizer}) {
            panel.role = role;
            hang(panel, name + " of a full booth");
        }
    }

    void hang_running(screens::PanelState panel, const std::string& name) {
        panel.carrying.running = true;
        panel.carrying.share = 0.37;
        hang_both(panel, name);
        panel.carrying.stopping = true;
        for (const int seconds : {1, 119, 7'200}) {
            panel.carrying.seconds_left = seconds;
            hang_both(panel, name + " for a time");
        }
    }
    void hang_faults(screens::PanelState panel, const std::string& name) {
        using screens::CarryFault;
        for (const CarryFault fault :
             {CarryFault::stopped, CarryFault::no_room, CarryFault::read_only, CarryFault::gone,
              CarryFault::differs, CarryFault::own_disk_full, CarryFault::tells_groups, CarryFault::other}) {
            panel.carrying.ended = {
                "",
                "cannot write /home/volunteer/.local/share/xiangyang/outbox-report/report.xlsx; make room on "
                "the disk of this computer",
                fault};
            hang_both(panel, name);
        }
    }
};

constexpr std::array all_store_faults{screens::StoreFault::full, screens::StoreFault::cannot_write,
                                      screens::StoreFault::cannot_read, screens::StoreFault::damaged,
                                      screens::StoreFault::other};

screens::PanelState at(Tab tab) {
    screens::PanelState panel;
    panel.tab = tab;
    return panel;
}

screens::PanelState at_the_report(std::size_t sticks) {
    screens::PanelState panel = at(Tab::carry);
    panel.carrying.looked = true;
    for (std::size_t i = 0; i < sticks; ++i)
        panel.carrying.sticks.push_back({"/media/volunteer/STICK " + std::to_string(i),
                                         "KINGSTON DataTraveler " + std::to_string(i), 15'000'000'000,
                                         i % 2 == 1});
    panel.carrying.computer =
        screens::Stick{"/home/volunteer/.local/share/xiangyang/reports", "reports", 123'456'789'000, true};
    panel.report = screens::ReportDraft{
        .periods = screens::period_choices("2026-07-02"), .period = 1, .internal = false, .place = 1};
    return panel;
}

TEST_P(PanelLayout, OfThePin) {
    using screens::PinNote;
    for (const PinNote note : {PinNote::none, PinNote::wrong, PinNote::locked, PinNote::too_simple,
                               PinNote::differs, PinNote::failed, PinNote::needs_key, PinNote::lost}) {
        screens::PinState pin;
        pin.note = note;
        pin.digits = "123";
        hang(pin, "asked for", 900);
        if (note == PinNote::failed)
            for (const auto fault : all_store_faults) {
                pin.fault = fault;
                hang(pin, "not kept", 900);
            }
        for (const auto role : {access::Role::volunteer, access::Role::organizer}) {
            pin.setting = role;
            hang(pin, "set", 900);
            pin.first = "135791";
            hang(pin, "set again", 900);
        }
    }
    for (const PinNote note :
         {PinNote::none, PinNote::wrong_code, PinNote::code_not_kept, PinNote::no_code, PinNote::failed}) {
        screens::PinState code;
        code.recovering = true;
        code.note = note;
        code.digits = "7KQ2M0X";
        hang(code, "the recovery code", 900);
    }
    screens::PinState fresh;
    fresh.code = "WWQM-M0WM-WMWQ-MW34";
    hang(fresh, "a new recovery code", 900);
    hang(screens::PausedState{}, "");
}

TEST_P(PanelLayout, OfEveryPart) {
    for (const Tab tab : {Tab::today, Tab::events, Tab::ledger, Tab::programme, Tab::carry, Tab::device}) {
        hang(at(tab), "not yet read");
        hang_both(at(tab), "part " + std::to_string(static_cast<int>(tab)));
        screens::PanelState last = at(tab);
        last.page = 99;
        hang_both(last, "last page of part " + std::to_string(static_cast<int>(tab)));
    }
}

TEST_P(PanelLayout, OfNotesAndQuestions) {
    using screens::Confirmation;
    using screens::PanelNote;
    for (const PanelNote note : {PanelNote::negative_total, PanelNote::too_large, PanelNote::personal_number,
                                 PanelNote::personal_contact, PanelNote::personal_name, PanelNote::failed,
                                 PanelNote::shut_down_refused}) {
        screens::PanelState panel = at(Tab::ledger);
        panel.note = note;
        panel.trouble = screens::StoreFault::other;
        hang_both(panel, "note");
    }
    for (const Confirmation confirmation :
         {Confirmation::opening, Confirmation::other_day, Confirmation::closing, Confirmation::large_amount,
          Confirmation::delete_practice, Confirmation::shut_down, Confirmation::quit}) {
        screens::PanelState panel = at(Tab::events);
        panel.asking = screens::Asking{confirmation, screens::PanelButton::lock};
        hang_both(panel, "question");
        panel.asking->closes = full().events[3].name;
        hang_both(panel, "question with what it closes");
    }
}

TEST_P(PanelLayout, OfTheNumberPad) {
    for (const outreach::Measure& measure : shipped_setup().measures)
        for (const bool replaces : {false, true}) {
            screens::PanelState panel = at(Tab::ledger);
            panel.pad = screens::Pad{.measure = measure.id,
                                     .digits = "1234567",
                                     .replaces = replaces,
                                     .precision = outreach::Precision::about,
                                     .note = "村口发放，随后又在文化广场补发"};
            hang_both(panel, "pad");
            panel.pad = screens::Pad{.measure = measure.id, .replaces = replaces};
            hang_both(panel, "empty pad");
            panel.note = screens::PanelNote::personal_name;
            hang_both(panel, "pad with a refusal");
        }
}

TEST_P(PanelLayout, OfSheetsAndDrafts) {
    screens::PanelState panel = at(Tab::events);
    panel.shown_event = "e3";
    hang_both(panel, "sheet");
    panel.facts = full();
    panel.facts.events[3].state = EventState::closed;
    panel.known = true;
    hang(panel, "sheet of a closed event");
    using Stage = screens::EventDraft::Stage;
    for (const Stage stage : {Stage::occasion, Stage::venue, Stage::place, Stage::name}) {
        screens::PanelState drafting = at(Tab::events);
        drafting.draft.emplace();
        drafting.draft->stage = stage;
        drafting.draft->name = full().events[3].name;
        drafting.draft->occasion = {"6 月全民禁毒宣传月", "June awareness month"};
        drafting.draft->venue_title = {"进农村", "Villages"};
        drafting.draft->place = {"青山工业园", "Qingshan Industrial Park"};
        hang_both(drafting, "draft");
    }
}

TEST_P(PanelLayout, OfCarrying) {
    for (const std::size_t count : {0U, 1U, 9U}) {
        screens::PanelState panel = at(Tab::carry);
        panel.carrying.looked = true;
        for (std::size_t i = 0; i < count; ++i)
            panel.carrying.sticks.push_back({"/media/volunteer/STICK",
                                             "KINGSTON DataTraveler " + std::to_string(i), 15'000'000'000,
                                             i % 2 == 0});
        hang_both(panel, "sticks");
        panel.carrying.ended = {"/media/volunteer/KINGSTON/xiangyang-01号-2026-06-26-2", ""};
        hang_both(panel, "carried");
        hang_faults(panel, "not carried");
        hang_running(panel, "carrying");
    }
}

TEST_P(PanelLayout, OfTheReport) {
    for (const char* day : {"2026-01-05", "2026-07-02", "2026-11-25"})
        for (const std::size_t count : {0U, 1U, 2U, 3U, 9U}) {
            screens::PanelState panel = at_the_report(count);
            panel.report->periods = screens::period_choices(day);
            for (std::size_t i = 0; i < panel.report->periods.size(); ++i) {
                panel.report->period = i;
                panel.report->internal = i % 2 == 1;
                hang_both(panel, "report to " + std::to_string(count));
            }
            panel.page = 1;
            hang_both(panel, "report on page 2");
            panel.note = screens::PanelNote::failed;
            panel.trouble = screens::StoreFault::cannot_read;
            hang_both(panel, "report with a note");
        }
    screens::PanelState looking = at_the_report(0);
    looking.carrying.looked = false;
    looking.carrying.computer.reset();
    hang_both(looking, "report before sticks are found");
    looking.carrying.looked = true;
    hang_both(looking, "report without any place");
}

TEST_P(PanelLayout, OfTheEndOfTheReport) {
    screens::PanelState panel = at_the_report(1);
    hang_running(panel, "writing");
    hang_faults(panel, "not written");
    for (const bool nothing : {false, true})
        for (const bool own : {false, true}) {
            panel.carrying.ended = {
                (own ? panel.carrying.computer->folder : "/media/volunteer/KINGSTON DataTraveler") +
                    "/禁毒宣传报告-内部-2026年第四季度-2026-11-25-2",
                "",
                screens::CarryFault::none,
                {"报告.docx", "报告.html", "报告.json", "报告.xlsx", "表格.zip"},
                nothing};
            hang_both(panel, "written");
        }
}

TEST_P(PanelLayout, OfTheDevice) {
    screens::PanelState panel = at(Tab::device);
    panel.checking = true;
    hang_both(panel, "checking");
    panel.checking = false;
    panel.checked = screens::StoreChecked{"row 17 missing from index ledger_of_event"};
    hang_both(panel, "damaged");
    panel.checked = screens::StoreChecked{};
    hang_both(panel, "well");
    using Kind = screens::Notice::Kind;
    panel.facts = full();
    panel.known = true;
    panel.facts.notices.clear();
    for (const Kind kind : {Kind::missing, Kind::perhaps_missing, Kind::foreign})
        panel.facts.notices.push_back(
            {.kind = kind, .day = "2026-06-01", .visits = 98'765, .signed_visits = 123'456});
    hang(panel, "losses");
    for (const auto fault : all_store_faults) {
        panel.trouble = fault;
        panel.note = screens::PanelNote::failed;
        hang_both(panel, "trouble");
    }
    panel.trouble.reset();
    panel.note = screens::PanelNote::none;
    panel.touched.emplace(screens::touch_columns * screens::touch_rows, true);
    hang_both(panel, "touch test");
}

TEST_P(PanelLayout, OfTheWizard) {
    screens::Setup first = shipped_setup();
    first.event.reset();
    first.pins = access::PinStatus::never_set;
    using Step = screens::WizardState::Step;
    for (const Step step :
         {Step::date, Step::device, Step::place, Step::pins, Step::programme, Step::trial}) {
        screens::KioskState state;
        screens::WizardState wizard{.step = step, .now = {{"2026-06-26", 9}, 5}};
        const auto hang = [&](const std::string& name) {
            state.screen = wizard;
            gallery_.hang(state, first, name + std::to_string(static_cast<int>(step)));
            gallery_.hang(state, shipped_setup(), name + " again " + std::to_string(static_cast<int>(step)));
        };
        hang("wizard ");
        wizard.correction = std::chrono::minutes(-90);
        wizard.digits = "123";
        wizard.letters = "YA";
        wizard.failed = true;
        hang("wizard changed ");
        wizard.writing = true;
        wizard.own_place = "张掖市甘州区沙井镇南沟村村委会";
        hang("wizard writing ");
    }
}

TEST_P(PanelLayout, OfPracticeOnVisitorsScreens) {
    screens::Setup practice = shipped_setup();
    practice.settings.practice = true;
    gallery_.hang(screens::KioskState{}, practice, "practice");
    practice.pins = access::PinStatus::never_set;
    gallery_.hang(screens::KioskState{}, practice, "first start");
    practice.event.reset();
    gallery_.hang(screens::KioskState{}, practice, "no event");
    screens::KioskState audience;
    audience.screen = screens::AudienceState{};
    gallery_.hang(audience, practice, "practice");
}

INSTANTIATE_TEST_SUITE_P(At, PanelLayout, every_sheet, name_of_sheet);

}  // namespace
}  // namespace xy::kiosk
