// What is kept of times: bands with a visit, exact lists apart from it.
#include "store/times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <sqlite3.h>

#include "quiz/time_bands.h"
#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(TimeLists, AreReadBackFromTheirBytes) {
    for (const TimeList& list : {TimeList{}, TimeList{0}, TimeList{0, 0, 127, 128, 129, 70'000},
                                 TimeList{std::numeric_limits<std::int64_t>::max()}}) {
        TimeList read{1, 2, 3};
        EXPECT_TRUE(unpack(packed(list), read));
        EXPECT_EQ(read, list);
    }
    TimeList read;
    EXPECT_FALSE(unpack("\x80", read)) << "cut";
    EXPECT_FALSE(unpack(std::string(11, '\xFF'), read)) << "longer than any number";
    EXPECT_FALSE(unpack(packed({std::numeric_limits<std::int64_t>::max()}) + '\x01', read))
        << "larger than any";
}

// An office gets a morning's list and then the day's, in any order and twice.
TEST(TimeLists, OfAnEarlierAndALaterCopyAreTheLaterOne) {
    const TimeList morning{3, 5, 5, 9};
    const TimeList day{1, 3, 5, 5, 5, 9, 12};
    EXPECT_EQ(joined(morning, day), day);
    EXPECT_EQ(joined(day, morning), day);
    EXPECT_EQ(joined(day, day), day);
    EXPECT_EQ(joined(joined({2, 2}, morning), day), (TimeList{1, 2, 2, 3, 5, 5, 5, 9, 12}));
}

/// Two visits and one for practice; the second is not completed.
void three_visits(Store& store) {
    for (std::uint32_t number = 1; number <= 3; ++number) {
        quiz::SessionStart begun = start(id(number));
        begun.hour.hour = number == 2 ? 11 : 10;
        begun.practice = number == 3;
        store.begin(begun);
        quiz::Answer given = answer(0);
        given.time = Milliseconds(3'001 + 100 * number);
        store.add(begun.id, given);
        store.add(begun.id, answer(1, 0));
        quiz::SessionEnd ended = end(begun.id);
        ended.outcome = number == 2 ? quiz::Outcome::abandoned : quiz::Outcome::completed;
        ended.duration = Milliseconds(61'007 + number);
        store.finish(ended);
    }
}

void expect_lists_of_three_visits(Store& store, const std::string& source) {
    const std::vector<DayTimes> days = store.day_times();
    ASSERT_THAT(days, SizeIs(1));
    EXPECT_EQ(days[0].source, source);
    EXPECT_EQ(days[0].hours.at(10), 1);
    EXPECT_EQ(days[0].hours.at(11), 1);
    EXPECT_THAT(days[0].durations, ElementsAre(61'008));
    const std::vector<AnswerTimes> items = store.answer_times();
    ASSERT_THAT(items, SizeIs(1));
    EXPECT_EQ(items[0].item, "coca");
    EXPECT_THAT(items[0].times, ElementsAre(3'101)) << "given, in a completed visit, not for practice";
}

TEST(Times, AreInTheListsWhileAVisitWaitsAndAfterItWasMoved) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    three_visits(store);
    expect_lists_of_three_visits(store, store.origin());
    store.settle("2025-06-27");
    expect_lists_of_three_visits(store, store.origin());
    store.delete_practice();
    expect_lists_of_three_visits(store, store.origin());
}

TEST(Times, OfAVisitAreKeptInBands) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    three_visits(store);
    for (int round = 0; round < 2; ++round) {
        const SessionRow row = store.session(id(2)).value();
        EXPECT_EQ(row.start.hour.hour, 0);
        EXPECT_EQ(row.duration, Milliseconds(60'000));
        EXPECT_EQ(store.answers_of(id(2))[0].time,
                  quiz::middle_of_time(quiz::time_band(Milliseconds(3'201))));
        store.settle("2025-06-27");
    }
}

/// The tables of a closed store, as anybody reads them.
std::vector<std::string> columns_of(const std::filesystem::path& file, const std::string& table) {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    std::vector<std::string> names;
    const auto take = [](void* to, int, char** values, char**) {
        static_cast<std::vector<std::string>*>(to)->emplace_back(values[0]);
        return 0;
    };
    sqlite3_exec(db, ("SELECT name FROM pragma_table_info('" + table + "')").c_str(), take, &names, nullptr);
    sqlite3_close(db);
    return names;
}

TEST(Times, NoColumnOfAVisitIsFiner) {
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        three_visits(store);
    }
    EXPECT_THAT(columns_of(folder.database(), "session"),
                ElementsAre("id", "event", "setup", "audience", "language", "practice", "day", "half_day",
                            "outcome", "duration_band", "pledge"));
    EXPECT_THAT(
        columns_of(folder.database(), "answer"),
        ElementsAre("session", "position", "phase", "item_version", "chosen", "correct", "time_band"));
    EXPECT_THAT(columns_of(folder.database(), "old_session"), IsEmpty());
}

TEST(Times, OfAnOlderFileAreMovedApart) {
    const TemporaryFolder folder;
    std::string sql;
    for (int version = 1; version <= 4; ++version)
        sql += bytes_of(XY_SOURCE_DIR "/src/store/sql/schema/schema_" + std::to_string(version) + ".sql");
    sql += R"(
        INSERT INTO event VALUES ('market-2025', '赶集日宣传', 'Market day', '', '', '', '', '', '', 'open', '');
        INSERT INTO item_version VALUES (1, 'law', 'coca', 'v1', 'single', '', '', '', '', '', 'a|b|c', 2);
        INSERT INTO setup VALUES (1, '07', 'three-minute', 'p1');
        INSERT INTO session VALUES (x'00000000000000000000000000000001', 'market-2025', 1, 'pupil', 'zh', 0,
            '2025-06-26', 10, 'completed', 61008, 1);
        INSERT INTO session VALUES (x'00000000000000000000000000000002', 'market-2025', 1, 'pupil', 'zh', 0,
            '2025-06-26', 11, 'open', 0, NULL);
        INSERT INTO answer VALUES (x'00000000000000000000000000000001', 0, 1, 1, 2, 1, 3101);
        INSERT INTO answer VALUES (x'00000000000000000000000000000001', 1, 1, 1, 0, 0, 700);
        INSERT INTO answer VALUES (x'00000000000000000000000000000002', 0, 1, 1, 2, 1, 70000);
        PRAGMA application_id = 0x5859515A;
        PRAGMA user_version = 4;)";
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(folder.database().c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
    Store store = Store::open(folder.path());
    ASSERT_FALSE(store.opening().set_aside);
    expect_lists_of_three_visits(store, "07");
    EXPECT_EQ(store.session(id(1))->duration, Milliseconds(60'000));
    EXPECT_EQ(store.session(id(2))->outcome, quiz::Outcome::abandoned);
    EXPECT_EQ(store.session(id(2))->duration, Milliseconds(60'000));
    EXPECT_EQ(store.answers_of(id(2))[0].time, quiz::middle_of_time(quiz::last_time_band));
    EXPECT_EQ(store.count_answers(), 3);
    EXPECT_TRUE(store.check_counts().empty());
    EXPECT_FALSE(store.find_damage());
}

}  // namespace
}  // namespace xy::store
