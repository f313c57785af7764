// What the booth says to the store, and what is there afterwards.
#include "store/store.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::SizeIs;

TEST(Store, AnewOneIsMadeWhereNothingWas) {
    const TemporaryFolder folder;
    const Store store = Store::open(folder.path() / "a" / "b");
    EXPECT_TRUE(store.opening().created);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "a" / "b" / file_name));
}

TEST(Store, AVisitIsReadBackAsItWasSaid) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.begin(start(id(1)));
    store.add(id(1), answer(0));
    quiz::Answer survey{1, quiz::Phase::survey, "law", "useful", "v1", 4, std::nullopt, Milliseconds(900)};
    store.add(id(1), survey);
    store.finish(end(id(1)));

    const SessionRow expected{start(id(1)), quiz::Outcome::completed, Milliseconds(61'000), true};
    EXPECT_TRUE(store.session(id(1)) == in_bands(expected));
    const auto answers = store.answers_of(id(1));
    ASSERT_THAT(answers, SizeIs(2));
    EXPECT_EQ(answers[0].item, "coca");
    EXPECT_EQ(answers[0].correct, true);
    EXPECT_EQ(answers[1].phase, quiz::Phase::survey);
    EXPECT_EQ(answers[1].chosen, 4U);
    EXPECT_EQ(answers[1].correct, std::nullopt);
    EXPECT_EQ(answers[1].time, in_bands(survey).time);
    EXPECT_EQ(store.count_sessions(), 1);
    EXPECT_EQ(store.count_answers(), 2);
}

TEST(Store, EverythingIsThereAfterAReopen) {
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        store.begin(start(id(1)));
        store.add(id(1), answer(0));
        store.finish(end(id(1)));
    }
    Store store = Store::open(folder.path());
    EXPECT_FALSE(store.opening().created);
    EXPECT_EQ(store.opening().abandoned, 0);
    EXPECT_THAT(store.answers_of(id(1)), SizeIs(1));
    EXPECT_THAT(store.items(), SizeIs(3));
    ASSERT_THAT(store.events(), SizeIs(1));
    EXPECT_EQ(store.events()[0].place.zh, "城关镇");
    EXPECT_EQ(store.events()[0].occasion.zh, "赶集日");
    EXPECT_EQ(store.events()[0].state, outreach::EventState::open);
}

TEST(Store, ASessionThatNobodyEndedIsAbandonedAtTheNextStart) {
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        store.begin(start(id(1)));
        store.add(id(1), answer(0));
        store.begin(start(id(2)));
        store.finish(end(id(2)));
    }
    Store store = Store::open(folder.path());
    EXPECT_EQ(store.opening().abandoned, 1);
    const auto abandoned = store.session(id(1));
    ASSERT_TRUE(abandoned);
    EXPECT_EQ(abandoned->outcome, quiz::Outcome::abandoned);
    EXPECT_EQ(abandoned->duration, Milliseconds(0));  // in bands of a minute
    EXPECT_EQ(abandoned->pledge, std::nullopt);
    EXPECT_EQ(store.session(id(2))->outcome, quiz::Outcome::completed);
}

TEST(Store, SayingTheSameTwiceChangesNothing) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    for (int i = 0; i < 2; ++i) store.begin(start(id(1)));
    for (int i = 0; i < 2; ++i) store.add(id(1), answer(0));
    for (int i = 0; i < 2; ++i) store.finish(end(id(1)));
    store.add(id(1), answer(0));
    EXPECT_EQ(store.count_sessions(), 1);
    EXPECT_EQ(store.count_answers(), 1);
    EXPECT_EQ(store.started_on("market-2025", "2025-06-26"), 1);
}

TEST(Store, AnotherAnswerAtTheSamePlaceIsRefused) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.begin(start(id(1)));
    store.add(id(1), answer(0));
    EXPECT_THAT(failure_of([&] { store.add(id(1), answer(0, 4)); }), Optional(StoreFailure::refused));
    quiz::Answer slower = answer(0);
    slower.time += Milliseconds(1);
    EXPECT_THAT(failure_of([&] { store.add(id(1), slower); }), Optional(StoreFailure::refused));
    EXPECT_THAT(store.answers_of(id(1)), SizeIs(1));
    EXPECT_EQ(store.answers_of(id(1))[0].chosen, 2U);
}

TEST(Store, AnotherAnswerOfAVisitThatArrivesIsRefused) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    const auto arrives = [&](const quiz::Answer& given) {
        store.in_one_transaction([&] {
            store.put_session({start(id(1)), quiz::Outcome::completed, Milliseconds(1), {}});
            store.add(id(1), given);
        });
    };
    for (int i = 0; i < 2; ++i) arrives(answer(0));
    EXPECT_THAT(failure_of([&] { arrives(answer(0, 4)); }), Optional(StoreFailure::refused));
    EXPECT_THAT(store.answers_of(id(1)), SizeIs(1));
    EXPECT_EQ(store.answers_of(id(1))[0].chosen, 2U);
}

TEST(Store, AnEndedSessionStaysAsItEnded) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.begin(start(id(1)));
    store.finish(end(id(1)));
    quiz::SessionEnd other = end(id(1));
    other.outcome = quiz::Outcome::timed_out;
    EXPECT_THAT(failure_of([&] { store.finish(other); }), Optional(StoreFailure::refused));
    other = end(id(1));
    other.pledge = false;
    EXPECT_THAT(failure_of([&] { store.finish(other); }), Optional(StoreFailure::refused));
    other.outcome = quiz::Outcome::open;
    EXPECT_THAT(failure_of([&] { store.finish(other); }), Optional(StoreFailure::refused));
    EXPECT_THAT(failure_of([&] { store.add(id(1), answer(0)); }), Optional(StoreFailure::refused));
    EXPECT_THAT(failure_of([&] { store.begin(start(id(1))); }), Optional(StoreFailure::refused));
    EXPECT_EQ(store.session(id(1))->outcome, quiz::Outcome::completed);
    EXPECT_EQ(store.session(id(1))->pledge, true);
}

TEST(Store, TheLanguageAtTheEndIsTheOneKept) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.begin(start(id(1)));
    quiz::SessionEnd changed = end(id(1));
    changed.language = Language::en;
    changed.pledge = std::nullopt;
    store.finish(changed);
    EXPECT_EQ(store.session(id(1))->start.language, Language::en);
    EXPECT_EQ(store.session(id(1))->pledge, std::nullopt);
}

TEST(Store, WhatBelongsToNothingIsRefusedAndLeavesNothing) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    quiz::SessionStart lost = start(id(1));
    lost.event = "elsewhere";
    EXPECT_THAT(failure_of([&] { store.begin(lost); }), Optional(StoreFailure::refused));
    EXPECT_THAT(failure_of([&] { store.add(id(1), answer(0)); }), Optional(StoreFailure::refused));
    EXPECT_THAT(failure_of([&] { store.finish(end(id(1))); }), Optional(StoreFailure::refused));
    store.begin(start(id(1)));
    quiz::Answer unknown = answer(0);
    unknown.item_version = "v2";
    EXPECT_THAT(failure_of([&] { store.add(id(1), unknown); }), Optional(StoreFailure::refused));
    quiz::Answer impossible = answer(0, 8);
    impossible.correct = false;
    EXPECT_THAT(failure_of([&] { store.add(id(1), impossible); }), Optional(StoreFailure::refused));
    quiz::Answer mismarked = answer(0, 1);
    mismarked.correct = true;
    EXPECT_THAT(failure_of([&] { store.add(id(1), mismarked); }), Optional(StoreFailure::refused));
    quiz::Answer marked_survey{0, quiz::Phase::survey, "law", "useful", "v1", 1, false, Milliseconds(1)};
    EXPECT_THAT(failure_of([&] { store.add(id(1), marked_survey); }), Optional(StoreFailure::refused));
    EXPECT_EQ(store.count_answers(), 0);
}

TEST(Store, ValuesOutsideTheRulesAreRefused) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    quiz::SessionStart odd = start(id(1));
    odd.hour.hour = 24;
    EXPECT_THAT(failure_of([&] { store.begin(odd); }), Optional(StoreFailure::refused));
    odd = start(id(1));
    odd.hour.day = "26.6.2025";
    EXPECT_THAT(failure_of([&] { store.begin(odd); }), Optional(StoreFailure::refused));
    store.begin(start(id(1)));
    EXPECT_THAT(failure_of([&] { store.add(id(1), answer(-1)); }), Optional(StoreFailure::refused));
    quiz::Answer before = answer(0);
    before.time = Milliseconds(-1);
    EXPECT_THAT(failure_of([&] { store.add(id(1), before); }), Optional(StoreFailure::refused));
    EXPECT_THAT(failure_of([&] { store.put_event(event("")); }), Optional(StoreFailure::refused));
    ItemRow item = store.items()[0];
    item.version = "v9";
    item.options = {"a|b"};
    EXPECT_THAT(failure_of([&] { store.put_item(item); }), Optional(StoreFailure::refused));
    item.options = {""};
    EXPECT_THAT(failure_of([&] { store.put_item(item); }), Optional(StoreFailure::refused));
}

TEST(Store, AChangedItemIsAnotherVersionAndTheOldAnswersKeepTheirs) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.begin(start(id(1)));
    store.add(id(1), answer(0));
    quiz::Bank changed = bank();
    changed.items[0].version = "v2";
    changed.items[0].options[0].correct = true;
    store.put_items(std::vector<quiz::Bank>{changed});
    store.put_items(std::vector<quiz::Bank>{bank()});
    quiz::Answer now = answer(1, 3);
    now.item_version = "v2";
    now.correct = true;
    store.add(id(1), now);
    EXPECT_THAT(store.items(), SizeIs(4));
    EXPECT_EQ(store.answers_of(id(1))[0].item_version, "v1");
    EXPECT_EQ(store.answers_of(id(1))[1].item_version, "v2");
}

TEST(Store, AnItemIsReadableWithoutItsBank) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    const auto items = store.items();
    ASSERT_THAT(items, SizeIs(3));
    EXPECT_EQ(items[0].item, "age");  // by name, not in the order of registration
    EXPECT_EQ(items[0].kind, "multiple");
    EXPECT_EQ(items[0].topic_title.zh, "植物");
    EXPECT_EQ(items[0].stem.en, "What is in a coca leaf?");
    EXPECT_THAT(items[0].options, ElementsAre("a", "b", "c"));
    EXPECT_EQ(items[0].key, 5U);
    EXPECT_EQ(items[2].item, "useful");
    EXPECT_EQ(items[2].key, 0U);
}

TEST(Store, RowsComeByIdNeverByArrival) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    std::vector<RandomId> arrived;
    for (int i = 0; i < 200; ++i) {
        arrived.push_back(new_random_id());
        store.in_one_transaction([&] {
            store.put_session({start(arrived.back()), quiz::Outcome::completed, Milliseconds(1), {}});
            for (const int position : {1, 0}) {
                quiz::Answer said = answer(position);
                said.time = Milliseconds(1'000 + (i * 37 + position) % 200);
                store.add(arrived.back(), said);
            }
        });
    }
    std::vector<RandomId> read;
    std::vector<std::pair<RandomId, int>> answers;
    store.walk([&](const SessionRow& row) { read.push_back(row.start.id); },
               [&](const StoredAnswer& a) {
                   answers.emplace_back(a.session, a.position);
                   EXPECT_EQ(a.item->item, "coca");
               });
    EXPECT_NE(read, arrived);
    EXPECT_TRUE(std::is_sorted(answers.begin(), answers.end()));
    EXPECT_THAT(answers, SizeIs(400));
    std::sort(arrived.begin(), arrived.end());
    EXPECT_EQ(read, arrived);
}

TEST(Store, TodaysVisitsAreCountedWithoutPractice) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.put_event(event("other"));
    for (std::uint32_t i = 0; i < 5; ++i) store.begin(start(id(i)));
    quiz::SessionStart practice = start(id(10));
    practice.practice = true;
    store.begin(practice);
    quiz::SessionStart yesterday = start(id(11));
    yesterday.hour.day = "2025-06-25";
    store.begin(yesterday);
    quiz::SessionStart elsewhere = start(id(12));
    elsewhere.event = "other";
    store.begin(elsewhere);
    EXPECT_EQ(store.started_on("market-2025", "2025-06-26"), 5);
    EXPECT_EQ(store.started_on("other", "2025-06-26"), 1);
    EXPECT_EQ(store.started_on("other", "2025-06-27"), 0);
    EXPECT_EQ(store.count_sessions(), 8);
}

TEST(Store, ATransactionThatFailsLeavesNothing) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    ItemRow fresh = store.items()[0];
    fresh.version = "v7";
    const auto half = [&] {
        store.put_event(event("new"));
        store.put_item(fresh);
        SessionRow row{start(id(1)), quiz::Outcome::completed, Milliseconds(1), {}};
        row.start.device = "08";
        store.put_session(row);
        throw std::runtime_error("the stick was pulled out");
    };
    EXPECT_THROW(store.in_one_transaction(half), std::runtime_error);
    EXPECT_THAT(store.events(), SizeIs(1));
    EXPECT_THAT(store.items(), SizeIs(3));
    EXPECT_EQ(store.count_sessions(), 0);
    EXPECT_EQ(store.started_on("market-2025", "2025-06-26"), 0);
    // The same again works: nothing half-remembered stands in the way.
    store.in_one_transaction([&] {
        store.put_item(fresh);
        SessionRow row{start(id(1)), quiz::Outcome::completed, Milliseconds(1), {}};
        row.start.device = "08";
        store.put_session(row);
        quiz::Answer to_fresh = answer(0, 5);
        to_fresh.item = fresh.item;
        to_fresh.item_version = "v7";
        to_fresh.correct = true;
        store.add(id(1), to_fresh);
    });
    EXPECT_EQ(store.session(id(1))->start.device, "08");
    EXPECT_EQ(store.answers_of(id(1))[0].item_version, "v7");
    // Outside again, an ended session takes no more answers.
    EXPECT_THAT(failure_of([&] { store.add(id(1), answer(1)); }), Optional(StoreFailure::refused));
}

TEST(Store, ParticipationCountsVisitsByEventAudienceAndLanguage) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    const auto visit = [&](std::uint32_t number, const std::string& audience, Language language,
                           quiz::Outcome outcome, bool practice = false) {
        quiz::SessionStart s = start(id(number));
        s.audience = audience;
        s.practice = practice;
        store.begin(s);
        quiz::Answer before = answer(0);
        before.phase = quiz::Phase::pre;
        store.add(s.id, before);
        store.add(s.id, answer(1));
        store.add(s.id, answer(2, 1));
        store.add(s.id, answer(3, 0));
        store.finish({s.id, outcome, language, Milliseconds(1), {}});
    };
    visit(1, "pupil", Language::zh, quiz::Outcome::completed);
    visit(2, "pupil", Language::zh, quiz::Outcome::abandoned);
    visit(3, "pupil", Language::en, quiz::Outcome::timed_out);
    visit(4, "adult", Language::zh, quiz::Outcome::completed);
    visit(5, "adult", Language::zh, quiz::Outcome::completed, true);
    store.begin(start(id(6)));

    const auto rows = store.participation();
    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_EQ(rows[0].audience, "adult");
    EXPECT_EQ(rows[0].started, 1);
    EXPECT_EQ(rows[0].event_name.zh, "赶集日宣传");
    EXPECT_EQ(rows[0].place.en, "Chengguan");
    EXPECT_EQ(rows[0].venue, "rural");
    EXPECT_EQ(rows[1].audience, "pupil");
    EXPECT_EQ(rows[1].language, Language::zh);
    EXPECT_EQ(rows[1].started, 3);
    EXPECT_EQ(rows[1].completed, 1);
    EXPECT_EQ(rows[1].abandoned, 1);
    EXPECT_EQ(rows[1].timed_out, 0);
    EXPECT_EQ(rows[1].right_answers, 2);
    EXPECT_EQ(rows[1].answered_items, 4);
    EXPECT_EQ(rows[1].skipped_items, 2);
    EXPECT_EQ(rows[2].language, Language::en);
    EXPECT_EQ(rows[2].timed_out, 1);
}

TEST(Store, AnEventCanBeDescribedAnew) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.begin(start(id(1)));
    outreach::Event renamed = event();
    renamed.name.zh = "六月赶集日宣传";
    renamed.state = outreach::EventState::closed;
    store.put_event(renamed);
    ASSERT_THAT(store.events(), SizeIs(1));
    EXPECT_EQ(store.events()[0].name.zh, "六月赶集日宣传");
    EXPECT_EQ(store.events()[0].state, outreach::EventState::closed);
}

TEST(Store, NothingIsToldToTheStaffAboutAHealthyStore) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    EXPECT_THAT(store.files_set_aside(), IsEmpty());
}

}  // namespace
}  // namespace xy::store
