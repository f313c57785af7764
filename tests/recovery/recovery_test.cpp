// What comes back of a damaged store.
#include "recovery/recovery.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"
#include "store/killed_store.h"
#include "store/older_file.h"

namespace xy::recovery {
namespace {

using namespace store::examples;
using ::testing::Contains;
using ::testing::Optional;

constexpr int visits_there = 300;

StoreFiles store_of_300() {
    const TemporaryFolder folder;
    {
        store::Store store = open_ready(folder.path());
        store.in_one_transaction([&] {
            for (std::uint32_t i = 0; i < visits_there; ++i) {
                store.put_session({start(id(i * 7'919)), quiz::Outcome::completed, Milliseconds(i), true});
                for (int position = 0; position < 10; ++position) store.add(id(i * 7'919), answer(position));
            }
            for (std::uint32_t i = 0; i < 40; ++i) store.add_to_ledger(entry(id(i), 10));
        });
    }
    return StoreFiles::of(folder);
}

struct Recovered {
    Recovery result;
    std::int64_t visits = 0;
    std::int64_t answers = 0;
    std::size_t entries = 0;
    std::vector<store::DayTimes> days;
    std::vector<store::AnswerTimes> items;
    std::vector<outreach::Publication> publications;
};

Recovered recovered(const StoreFiles& files) {
    const TemporaryFolder folder;
    const TemporaryFolder fresh;
    files.write_to(folder);
    const auto before = contents(folder.path());
    Recovered all;
    all.result = recover(folder.database(), fresh.path());
    EXPECT_EQ(contents(folder.path()), before) << "the damaged file stays as it is";
    store::Store store = store::Store::open(fresh.path());
    EXPECT_FALSE(store.opening().set_aside);
    EXPECT_FALSE(store.find_damage());
    EXPECT_TRUE(store.check_counts().empty());
    all.visits = store.count_sessions();
    all.answers = store.count_answers();
    all.entries = store.ledger().size();
    all.days = store.day_times();
    all.items = store.answer_times();
    all.publications = store.publications();
    EXPECT_EQ(all.visits, all.result.visits.recovered());
    EXPECT_EQ(all.answers, all.result.answers.recovered());
    return all;
}

TEST(Recover, AHealthyStoreComesBackWhole) {
    const Recovered all = recovered(store_of_300());
    EXPECT_TRUE(all.result.complete());
    EXPECT_EQ(all.visits, visits_there);
    EXPECT_EQ(all.answers, 10 * visits_there);
    EXPECT_EQ(all.entries, 40U);
    EXPECT_EQ(all.result.events.sound, 1);
    EXPECT_EQ(all.result.items.sound, 3);
}

TEST(Recover, AFlippedBitIsPutRight) {
    const StoreFiles whole = store_of_300();
    Random random(13);
    for (int round = 0; round < 12; ++round) {
        StoreFiles files = whole;
        char& byte = files.database[random.below(files.database.size())];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random.below(8)));
        const Recovered all = recovered(files);
        EXPECT_TRUE(all.result.complete());
        EXPECT_EQ(all.visits, visits_there);
        EXPECT_EQ(all.answers, 10 * visits_there);
    }
}

TEST(Recover, ALostPageCostsItsRowsAndTheyAreCounted) {
    const StoreFiles whole = store_of_300();
    for (std::size_t page = 0; page < whole.database.size() / 4'096; page += 4) {
        StoreFiles files = whole;
        files.database.replace(page * 4'096, 4'096, std::string(4'096, '\x7f'));
        const Recovered all = recovered(files);
        EXPECT_GE(all.visits, visits_there * 2 / 3) << "page " << page + 1;
        EXPECT_EQ(all.visits + all.result.visits.lost, visits_there) << "page " << page + 1;
        if (all.answers < 10 * visits_there) {
            EXPECT_FALSE(all.result.complete()) << "page " << page + 1;
        }
    }
}

TEST(Recover, ACutFileGivesWhatIsLeft) {
    StoreFiles files = store_of_300();
    const std::size_t whole = files.database.size() / 4'096;
    files.database.resize(whole / 2 * 4'096 + 1'000);
    const Recovered all = recovered(files);
    EXPECT_GT(all.visits + all.answers, 0);
    EXPECT_FALSE(all.result.complete());
}

// Nobody would notice a wrong time in a list that belongs to no visit.
TEST(Recover, ListsOfTimesComeBackAsTheyWereOrNotAtAll) {
    const StoreFiles whole = store_of_300();
    const Recovered right = recovered(whole);
    ASSERT_FALSE(right.days.empty());
    ASSERT_FALSE(right.items.empty());
    bool lost = false;
    for (std::size_t page = 0; page < whole.database.size() / 4'096; ++page) {
        StoreFiles files = whole;
        for (const std::size_t at : {4'000U, 4'020U, 4'040U, 4'060U}) {  // cells begin at the end
            char& byte = files.database[page * 4'096 + at];
            byte = static_cast<char>(byte ^ 1);
        }
        const Recovered all = recovered(files);
        for (const store::DayTimes& day : all.days)
            EXPECT_THAT(right.days, Contains(day)) << "page " << page + 1;
        for (const store::AnswerTimes& item : all.items)
            EXPECT_THAT(right.items, Contains(item)) << "page " << page + 1;
        if (all.days.size() + all.items.size() < right.days.size() + right.items.size()) {
            lost = true;
            EXPECT_FALSE(all.result.complete()) << "page " << page + 1;
        }
    }
    EXPECT_TRUE(lost) << "some page held them";
}

/// 30 reports: every third on all events, each with 40 counts.
std::vector<outreach::Publication> thirty_publications() {
    std::vector<outreach::Publication> all;
    for (int i = 0; i < 30; ++i) {
        outreach::Publication& each =
            all.emplace_back(publication("2025-06-01", "2025-06-" + std::to_string(i + 1 < 10 ? 10 : i + 1)));
        each.threshold = 5 + i;
        if (i % 3 == 0) each.events.reset();
        for (int name = 0; name < 40; ++name)
            each.counts.push_back({"event/" + std::to_string(name), 100 * i + name, name % 2 == 0});
        std::sort(each.counts.begin(), each.counts.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
    }
    return all;
}

/// Whether a report that came back says nothing that was not published; `whole`: all of it.
bool is_of(const outreach::Publication& there, const outreach::Publication& made, bool whole) {
    outreach::Publication wanted = made;
    if (!whole)
        std::erase_if(wanted.counts, [&](const outreach::PublishedCount& count) {
            return std::find(there.counts.begin(), there.counts.end(), count) == there.counts.end();
        });
    return there == wanted;
}

// A wrong count, or a report on other events, would be worse than one that is known to be lost.
TEST(Recover, WhatWasPublishedComesBackAsItWasAndIsCountedWhereItIsLost) {
    const std::vector<outreach::Publication> made = thirty_publications();
    const TemporaryFolder folder;
    {
        store::Store store = open_ready(folder.path());
        for (const outreach::Publication& each : made) store.publish(each);
    }
    const StoreFiles files = StoreFiles::of(folder);
    EXPECT_EQ(recovered(files).publications, made);
    bool lost = false;
    for (std::size_t page = 0; page < files.database.size() / 4'096; ++page) {
        StoreFiles damaged = files;
        for (const std::size_t at : {4'000U, 4'020U, 4'040U, 4'060U}) {  // cells begin at the end
            char& byte = damaged.database[page * 4'096 + at];
            byte = static_cast<char>(byte ^ 1);
        }
        const Recovered all = recovered(damaged);
        std::int64_t whole = 0;
        for (const outreach::Publication& there : all.publications) {
            const auto of = std::find_if(made.begin(), made.end(), [&](const outreach::Publication& each) {
                return is_of(there, each, false);
            });
            ASSERT_NE(of, made.end()) << "page " << page + 1 << ": what nobody published";
            if (is_of(there, *of, true)) ++whole;
        }
        EXPECT_EQ(all.result.publications.sound, whole) << "page " << page + 1;
        EXPECT_EQ(all.result.publications.recovered(), std::ssize(all.publications));
        if (whole < std::ssize(made)) {
            lost = true;
            EXPECT_FALSE(all.result.complete()) << "page " << page + 1;
            EXPECT_EQ(all.result.publications.recovered() + all.result.publications.lost, std::ssize(made))
                << "page " << page + 1;
        }
    }
    EXPECT_TRUE(lost) << "some page held them";
}

TEST(Recover, WhatStandsApartFromTheVisitsComesBackToo) {
    const TemporaryFolder folder;
    const TemporaryFolder killed;
    const TemporaryFolder fresh;
    store::Store store = open_ready(folder.path());
    for (std::uint32_t number = 1; number <= 20; ++number) whole_visit(store, number);
    store.settle("2025-06-27");
    for (std::uint32_t number = 21; number <= 25; ++number) whole_visit(store, number);  // these wait
    outreach::Event fair = event("fair-2025");
    fair.state = outreach::EventState::closed;
    store.put_arrived_event(fair, {std::string(32, 'a'), "fair", 3});
    store.put_doubtful_day("market-2025", "2025-06-26");
    store.set_wrong_tries(4);
    outreach::Publication every = publication("2025-06-01", "2025-06-30");
    every.events.reset();
    store.publish(publication("2025-01-01", "2025-06-30"));
    store.publish(every);
    StoreFiles::of(folder).write_to(killed);
    const Recovery result = recover(killed.database(), fresh.path());
    EXPECT_TRUE(result.complete());
    EXPECT_GE(result.times.sound, 2);
    store::Store back = store::Store::open(fresh.path());
    EXPECT_EQ(back.count_sessions(), 25);
    EXPECT_EQ(back.day_times(), store.day_times());
    EXPECT_EQ(back.answer_times(), store.answer_times());
    EXPECT_EQ(back.origin(), store.origin()) << "it owns the events made in it";
    EXPECT_EQ(back.wrong_tries(), 4);
    EXPECT_EQ(result.publications.sound, 2);
    EXPECT_EQ(back.publications(), store.publications());
    ASSERT_EQ(back.doubtful_days().size(), 1U);
    const auto origins = back.event_origins();
    ASSERT_EQ(origins.size(), 2U);
    ASSERT_EQ(origins[0].sources.size(), 1U);
    EXPECT_EQ(origins[0].sources[0].owner, std::string(32, 'a'));
    EXPECT_TRUE(origins[1].here);
}

TEST(Recover, TheLogIsReadBehindABrokenFrame) {
    StoreFiles files = killed_after(20, 10);
    EXPECT_EQ(recovered(files).visits, 30);
    ASSERT_GT(files.log.size(), 50'000U);
    files.log[20'000] = static_cast<char>(files.log[20'000] ^ 8);
    const Recovered all = recovered(files);
    EXPECT_EQ(all.visits, 30);
    files.log.clear();
    const Recovered without = recovered(files);
    EXPECT_EQ(without.visits, 20);
    EXPECT_EQ(without.result.visits.lost, 10);
    EXPECT_THAT(without.result.signed_visits, Optional(30));
}

TEST(Recover, DeletedPracticeStaysDeleted) {
    const TemporaryFolder folder;
    {
        store::Store store = open_ready(folder.path());
        store.in_one_transaction([&] {
            for (std::uint32_t i = 0; i < 200; ++i) {
                quiz::SessionStart session = start(id(i));
                session.practice = i % 2 == 0;
                store.put_session({session, quiz::Outcome::completed, Milliseconds(i), true});
                store.add(id(i), answer(0));
            }
        });
        store.delete_practice();
    }
    const Recovered all = recovered(StoreFiles::of(folder));
    EXPECT_EQ(all.visits, 100);
    EXPECT_EQ(all.answers, 100);
}

/// A file as version `version` of the program left it, closed; `visits` is SQL.
void write_older(const std::filesystem::path& file, int version, const std::string& visits) {
    std::string sql = store::schema_steps(1, version);
    sql += R"(
        INSERT INTO event (id, name_zh, name_en, place_zh, place_en, place_code, venue, occasion_zh, occasion_en, state)
        VALUES ('market-2025', '赶集日宣传', 'Market day', '城关镇', 'Chengguan', '', 'rural', '', '', 'open');
        INSERT INTO setup VALUES (1, '07', 'three-minute', 'p1');
        PRAGMA application_id = 0x5859515A;
        PRAGMA user_version = )" +
           std::to_string(version) + ';' + visits;
    store::run_as_older(file, sql, version);
}

TEST(Recover, FilesOfOlderVersionsComeBackToo) {
    for (const int version : {1, 4, 5, 6, 7, 8}) {
        std::string visits = R"(
            INSERT INTO session VALUES (x'000102030405060708090a0b0c0d0e0f', 'market-2025', 1, 'pupil', 'zh', 0,
                '2025-06-26', )" +
                             std::string(version >= 7 ? "0, 'completed', 1" : "10, 'completed', 61000") +
                             ", 1);";
        if (version >= 5)  // one that waits
            visits += R"(
                INSERT INTO pending_session VALUES (x'100102030405060708090a0b0c0d0e0f', 'market-2025', 1, 'pupil', 'zh',
                    0, '2025-06-26', 11, 'completed', 62000, 1);)";
        const TemporaryFolder folder;
        write_older(folder.database(), version, visits);
        const Recovered all = recovered(StoreFiles::of(folder));
        EXPECT_TRUE(all.result.complete());
        EXPECT_EQ(all.result.version, version);
        EXPECT_EQ(all.visits, version >= 5 ? 2 : 1);
        ASSERT_EQ(all.days.size(), 1U);
        EXPECT_EQ(all.days[0].durations.front(), version >= 7 ? 62'000 : 61'000)
            << "measured exactly, before there were bands";
    }
}

TEST(Recover, WhatIsNoStoreAndAFolderWithOneAreRefused) {
    const TemporaryFolder folder;
    write_bytes(folder.database(), std::string(50'000, 'x'));
    const TemporaryFolder fresh;
    EXPECT_THAT(failure_of([&] { recover(folder.database(), fresh.path()); }),
                Optional(store::StoreFailure::refused));
    EXPECT_FALSE(std::filesystem::exists(fresh.database()));
    { store::Store store = open_ready(fresh.path()); }
    const std::string there = bytes_of(fresh.database());
    EXPECT_THAT(failure_of([&] { recover(folder.database(), fresh.path()); }),
                Optional(store::StoreFailure::refused));
    EXPECT_EQ(bytes_of(fresh.database()), there);
}

}  // namespace
}  // namespace xy::recovery
