// What the staff keep: events and their states, the ledger, PIN hashes, the sheet, practice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;
using outreach::EventState;
using testing::Eq;
using testing::Optional;

outreach::Event planned(const std::string& id, EventState state = EventState::planned) {
    outreach::Event made = event(id);
    made.state = state;
    made.day = "2025-07-01";
    return made;
}

std::map<std::string, EventState> states(Store& store) {
    std::map<std::string, EventState> all;
    for (const outreach::Event& event : store.events()) all[event.id] = event.state;
    return all;
}

// ---- events ----------------------------------------------------------------------------------------------

TEST(Events, AtMostOneIsOpen) {
    const TemporaryFolder folder;
    Store store = Store::open(folder.path());
    store.plan_event(planned("a", EventState::open));
    store.plan_event(planned("b", EventState::open));
    EXPECT_EQ(states(store)["b"], EventState::planned) << "one was open already";
    store.set_event_state("b", EventState::open);
    EXPECT_EQ(states(store)["a"], EventState::closed);
    ASSERT_TRUE(store.open_event());
    EXPECT_EQ(*store.open_event(), store.events()[1]);
    EXPECT_EQ(store.open_event()->day, "2025-07-01");
}

TEST(Events, AConfigurationReadAgainOpensNothingThatWasClosed) {
    const TemporaryFolder folder;
    {
        Store store = Store::open(folder.path());
        store.plan_event(planned("a", EventState::open));
        store.set_event_state("a", EventState::closed);
    }
    Store store = Store::open(folder.path());
    store.plan_event(planned("a", EventState::open));
    EXPECT_FALSE(store.open_event());
}

TEST(Events, AnEditedConfigurationIsTakenOverAndItsStateIsNot) {
    const TemporaryFolder folder;
    Store store = Store::open(folder.path());
    store.plan_event(planned("a", EventState::open));
    store.set_event_state("a", EventState::closed);
    outreach::Event edited = planned("a", EventState::open);
    edited.name = {"石桥赶集日", "Shiqiao market day"};
    edited.place = {"石桥集市", "Shiqiao"};
    edited.place_code = "990100102001";
    edited.venue = "village";
    edited.day = "2026-11-29";
    store.plan_event(edited);
    edited.state = EventState::closed;
    EXPECT_EQ(store.events()[0], edited);
}

TEST(Events, EveryChangeIsANewVersionAndWhatChangesNothingIsNone) {
    const TemporaryFolder folder;
    Store store = Store::open(folder.path());
    const auto version = [&] { return store.event_origins().at(0).sources.at(0).version; };
    store.plan_event(planned("a", EventState::planned));
    EXPECT_EQ(version(), 1);
    store.plan_event(planned("a", EventState::open));
    EXPECT_EQ(version(), 1) << "the configuration is read again";
    store.set_event_state("a", EventState::open);
    store.set_event_state("a", EventState::open);
    EXPECT_EQ(version(), 2);
    store.set_event_state("a", EventState::closed);
    EXPECT_EQ(version(), 3);
    EXPECT_EQ(store.event_origins().at(0).sources.at(0).owner, store.origin());
    EXPECT_EQ(store.origin().size(), 32U);
}

TEST(Events, AnUnknownOneIsRefusedAndChangesNothing) {
    const TemporaryFolder folder;
    Store store = Store::open(folder.path());
    store.plan_event(planned("a", EventState::open));
    EXPECT_THAT(failure_of([&] { store.set_event_state("nowhere", EventState::open); }),
                Optional(StoreFailure::refused));
    EXPECT_TRUE(store.open_event()) << "the open one stays open";
}

// ---- ledger ----------------------------------------------------------------------------------------------

TEST(Ledger, KeepsEntriesInTheirOrderOverARestart) {
    const TemporaryFolder folder;
    outreach::LedgerEntry about = entry(id(1), 200);
    about.precision = outreach::Precision::about;
    about.note = "村口";
    {
        Store store = open_ready(folder.path());
        store.add_to_ledger(entry(id(9), 300));
        store.add_to_ledger(about);
        store.undo_in_ledger(id(9));
    }
    Store store = Store::open(folder.path());
    const auto entries = store.ledger_of("market-2025");
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].id, id(9));
    EXPECT_TRUE(entries[0].undone);
    EXPECT_EQ(entries[1], about);
    EXPECT_EQ(store.ledger()[0].id, id(1)) << "by id where the order of entering must not show";
}

TEST(Ledger, TakesAnEntrySaidTwiceOnce) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.add_to_ledger(entry(id(1), 300));
    store.add_to_ledger(entry(id(1), 300));
    EXPECT_EQ(store.ledger().size(), 1U);
    EXPECT_THAT(failure_of([&] { store.add_to_ledger(entry(id(1), 301)); }), Optional(StoreFailure::refused));
}

TEST(Ledger, TakesAnEntryBackOnceHoweverOftenItIsSaid) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.add_to_ledger(entry(id(1), 300));
    store.undo_in_ledger(id(1));
    store.undo_in_ledger(id(1));
    EXPECT_EQ(store.sheet("market-2025").ledger.size(), 0U);
}

TEST(Ledger, NeverFallsUnderZero) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.add_to_ledger(entry(id(1), 30));
    EXPECT_THAT(failure_of([&] { store.add_to_ledger(entry(id(2), -31)); }), Optional(StoreFailure::refused));
    store.add_to_ledger(entry(id(3), -30));
    EXPECT_THAT(failure_of([&] { store.undo_in_ledger(id(1)); }), Optional(StoreFailure::refused))
        << "the correction would be left alone";
    EXPECT_EQ(store.sheet("market-2025").ledger.at(0).total.amount, 0);
}

TEST(Ledger, RefusesNotesThatCouldNameSomebodyAndUnknownEvents) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    outreach::LedgerEntry named = entry(id(1), 1);
    named.note = "13812345678";
    EXPECT_THAT(failure_of([&] { store.add_to_ledger(named); }), Optional(StoreFailure::refused));
    outreach::LedgerEntry nowhere = entry(id(1), 1);
    nowhere.event = "nowhere";
    EXPECT_TRUE(failure_of([&] { store.add_to_ledger(nowhere); }));
    EXPECT_TRUE(failure_of([&] { store.undo_in_ledger(id(5)); }));
    EXPECT_TRUE(store.ledger().empty());
}

TEST(Ledger, AMeasureThatLeftTheConfigurationKeepsItsName) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.add_to_ledger(entry(id(1), 12));
    EXPECT_EQ(store.sheet("market-2025").ledger.at(0).title.zh, "发放宣传资料");
    EXPECT_EQ(store.sheet("market-2025").ledger.at(0).unit.zh, "份");
}

// ---- the way in ------------------------------------------------------------------------------------------

TEST(Access, IsKeptOverARestart) {
    const TemporaryFolder folder;
    {
        Store store = Store::open(folder.path());
        EXPECT_FALSE(store.pin_hash("volunteer"));
        store.set_pin_hash("volunteer", "old");
        store.set_pin_hash("volunteer", "hash");
        store.set_wrong_tries(4);
    }
    Store store = Store::open(folder.path());
    EXPECT_THAT(store.pin_hash("volunteer"), Optional(Eq("hash")));
    EXPECT_FALSE(store.pin_hash("organizer"));
    EXPECT_EQ(store.wrong_tries(), 4);
}

// ---- the sheet -------------------------------------------------------------------------------------------

/// Visits of two events, three outcomes, practice, a pre-test and a survey answer among them.
void fill(Store& store) {
    store.put_event(event("other"));
    store.in_one_transaction([&] {
        for (std::uint32_t i = 0; i < 200; ++i) {
            quiz::SessionStart begun = start(id(i));
            if (i % 7 == 0) begun.event = "other";
            begun.practice = i % 5 == 0;
            begun.hour.hour = static_cast<int>(8 + i % 3);
            const auto outcome = static_cast<quiz::Outcome>(1 + i % 3);
            store.put_session({begun, outcome, Milliseconds(1'000 * i), i % 2 == 0});
            store.add(id(i), answer(0, i % 3 == 0 ? 2 : 1));
            store.add(id(i), answer(1, i % 4 == 0 ? 0 : 2));
            quiz::Answer before = answer(2);
            before.phase = quiz::Phase::pre;
            store.add(id(i), before);
        }
    });
}

TEST(Sheet, EqualsTheParticipationTableFigureByFigure) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    fill(store);
    for (const std::string name : {"market-2025", "other"}) {
        const outreach::Sheet sheet = store.sheet(name);
        ParticipationRow sum;
        for (const ParticipationRow& row : store.participation()) {
            if (row.event != name) continue;
            sum.started += row.started;
            sum.completed += row.completed;
            sum.abandoned += row.abandoned;
            sum.timed_out += row.timed_out;
            sum.right_answers += row.right_answers;
            sum.answered_items += row.answered_items;
            sum.skipped_items += row.skipped_items;
        }
        EXPECT_GT(sheet.started, 10);
        EXPECT_EQ(sheet.started, sum.started);
        EXPECT_EQ(sheet.completed, sum.completed);
        EXPECT_EQ(sheet.abandoned, sum.abandoned);
        EXPECT_EQ(sheet.timed_out, sum.timed_out);
        EXPECT_EQ(sheet.right_answers, sum.right_answers);
        EXPECT_EQ(sheet.answered_items, sum.answered_items);
        EXPECT_EQ(sheet.skipped_items, sum.skipped_items);
        std::int64_t hours = 0;
        for (const outreach::HourCount& hour : sheet.hours) hours += hour.started;
        EXPECT_EQ(hours, sheet.started);
    }
}

/// The bank of the tests under another name, its topic called `topic`.
quiz::Bank another_bank(const std::string& id, const std::string& topic) {
    quiz::Bank other = bank();
    other.id = id;
    other.topics.front().title.zh = topic;
    for (quiz::Item& item : other.items) item.bank = id;
    return other;
}

TEST(Sheet, BanksShareATopicThatIsCalledAlike) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.put_items(std::vector<quiz::Bank>{another_bank("pupils", "植物"), another_bank("parents", "花草")});
    store.in_one_transaction([&] {
        store.put_session({start(id(1)), quiz::Outcome::completed, Milliseconds(60'000), {}});
        int position = 0;
        for (const char* bank : {"law", "pupils", "parents"}) {
            quiz::Answer right = answer(position++);
            right.bank = bank;
            store.add(id(1), right);
        }
        quiz::Answer wrong = answer(position, 1);
        wrong.bank = "pupils";
        store.add(id(1), wrong);
    });
    const outreach::Sheet sheet = store.sheet("market-2025");
    ASSERT_EQ(sheet.topics.size(), 2U);
    EXPECT_EQ(sheet.topics[0].title.zh, "植物");
    EXPECT_EQ(sheet.topics[0].right, 2);
    EXPECT_EQ(sheet.topics[0].answered, 3);
    EXPECT_EQ(sheet.topics[1].title.zh, "花草");
    EXPECT_EQ(sheet.topics[1].answered, 1);
    EXPECT_EQ(sheet.answered_items, 4);
    EXPECT_EQ(sheet.most_asked, 4);
}

TEST(Sheet, OfAnEventWithoutVisitsIsAllZeros) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    const outreach::Sheet sheet = store.sheet("market-2025");
    EXPECT_EQ(sheet.started, 0);
    EXPECT_FALSE(sheet.median_ms);
    EXPECT_TRUE(sheet.hours.empty());
    EXPECT_TRUE(failure_of([&] { store.sheet("nowhere"); }));
}

TEST(Sheet, MedianIsOfTheCompletedVisits) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.in_one_transaction([&] {
        for (const std::uint32_t seconds : {60U, 90U, 100U, 400U})
            store.put_session(
                {start(id(seconds)), quiz::Outcome::completed, Milliseconds(1'000 * seconds), {}});
        store.put_session({start(id(1)), quiz::Outcome::abandoned, Milliseconds(5), {}});
    });
    EXPECT_THAT(store.sheet("market-2025").median_ms, Optional(95'000.0));
}

// ---- practice --------------------------------------------------------------------------------------------

TEST(Practice, IsDeletedWithItsAnswersAndNothingElse) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    fill(store);
    const outreach::Sheet before = store.sheet("market-2025");
    ASSERT_GT(before.practice, 0);
    EXPECT_EQ(store.delete_practice(), 40);
    outreach::Sheet after = store.sheet("market-2025");
    EXPECT_EQ(after.practice, 0);
    after.practice = before.practice;
    EXPECT_EQ(after, before);
    EXPECT_EQ(store.count_sessions(), 160);
    EXPECT_EQ(store.count_answers(), 480);
    EXPECT_FALSE(store.find_damage());
}

TEST(Clock, TheLastDayIsTheLatestOfAnyVisit) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    EXPECT_EQ(store.last_day(), "");
    store.begin(start(id(1)));
    quiz::SessionStart later = start(id(2));
    later.hour.day = "2025-12-31";
    store.begin(later);
    EXPECT_EQ(store.last_day(), "2025-12-31");
}

/// Else one visit while the clock stood in 2035 would put every right day in doubt, for ever.
TEST(Clock, TheLastDayLeavesOutDaysThatCannotBe) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    outreach::Event planned = event("fair-2025");
    planned.day = "2025-06-26";
    planned.state = outreach::EventState::planned;
    store.put_event(planned);
    store.begin(start(id(1)));
    quiz::SessionStart wrong = start(id(2));
    wrong.event = "fair-2025";
    for (const char* day : {"2035-03-01", "1970-01-01"}) {
        wrong.hour.day = day;
        store.begin(wrong);
        wrong.id = id(3);
    }
    EXPECT_EQ(store.last_day(), "2025-06-26");
}

}  // namespace
}  // namespace xy::store
