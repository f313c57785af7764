// Files of older versions come along with everything in them.
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sqlite3.h>

#include "store/examples.h"
#include "store/older_file.h"

namespace xy::store {
namespace {

using namespace examples;

std::string schema(int version) {
    std::ifstream in(XY_SOURCE_DIR "/src/store/sql/schema/schema_" + std::to_string(version) + ".sql");
    return {std::istreambuf_iterator<char>(in), {}};
}

void execute(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
}

/// A file as version 1 of the program left it, with one event and one visit.
void write_version_1(const std::filesystem::path& file) {
    ASSERT_FALSE(schema(1).empty());
    execute(file, schema(1) + R"(
        INSERT INTO event VALUES ('market-2025', '赶集日宣传', 'Market day', '城关镇', 'Chengguan', '', 'rural', '', '', 'open');
        INSERT INTO setup VALUES (1, '07', 'three-minute', 'p1');
        INSERT INTO session VALUES (x'000102030405060708090a0b0c0d0e0f', 'market-2025', 1, 'pupil', 'zh', 0,
            '2025-06-26', 10, 'completed', 61000, 1);
        PRAGMA application_id = 0x5859515A;
        PRAGMA user_version = 1;)");
}

TEST(Migration, FromVersionOneKeepsEventsAndVisits) {
    const TemporaryFolder folder;
    write_version_1(folder.database());
    Store store = Store::open(folder.path());
    EXPECT_FALSE(store.opening().set_aside);
    EXPECT_FALSE(store.opening().created);
    ASSERT_EQ(store.events().size(), 1U);
    EXPECT_EQ(store.events()[0].name.zh, "赶集日宣传");
    EXPECT_EQ(store.events()[0].day, "");
    EXPECT_EQ(store.count_sessions(), 1);
    EXPECT_EQ(store.started_on("market-2025", "2025-06-26"), 1);
    EXPECT_EQ(store.wrong_tries(), 0);
    store.add_to_ledger(entry(id(1), 300));
    EXPECT_EQ(store.sheet("market-2025").ledger.at(0).total.amount, 300);
}

// Version 3 kept figures of days beside the visits.
TEST(Migration, FromVersionThreeDropsTheKeptFiguresAndNothingElse) {
    const TemporaryFolder folder;
    write_version_1(folder.database());
    execute(folder.database(), schema(2) + schema(3) + R"(
        INSERT INTO kept_day VALUES ('market-2025', '2025-06-26', 1, x'00');
        PRAGMA user_version = 3;)");
    Store store = Store::open(folder.path());
    EXPECT_FALSE(store.opening().set_aside);
    EXPECT_EQ(store.count_sessions(), 1);
    store.begin(start(id(2)));
    EXPECT_EQ(store.count_sessions(), 2);
}

// Version 8 had no register of what was published.
TEST(Migration, FromVersionEightKeepsEverythingAndGetsAnEmptyRegister) {
    const TemporaryFolder folder;
    run_as_older(folder.database(), schema_steps(1, 8) + R"(
        INSERT INTO event (id, name_zh, name_en, place_zh, place_en, place_code, venue, occasion_zh, occasion_en, state)
        VALUES ('market-2025', '赶集日宣传', 'Market day', '城关镇', 'Chengguan', '', 'rural', '', '', 'open');
        INSERT INTO setup VALUES (1, '07', 'three-minute', 'p1');
        INSERT INTO session VALUES (x'000102030405060708090a0b0c0d0e0f', 'market-2025', 1, 'pupil', 'zh', 0,
            '2025-06-26', 0, 'completed', 1, 1);
        INSERT INTO clock_doubt VALUES ('2025-06-25');
        PRAGMA application_id = 0x5859515A;
        PRAGMA user_version = 8;)",
                 8);
    Store store = Store::open(folder.path());
    EXPECT_FALSE(store.opening().set_aside);
    EXPECT_EQ(store.count_sessions(), 1);
    EXPECT_EQ(store.events().at(0).name.zh, "赶集日宣传");
    EXPECT_TRUE(store.publications().empty());
    store.publish(publication("2025-01-01", "2025-06-30"));
    EXPECT_EQ(store.publications().size(), 1U);
    EXPECT_FALSE(store.find_damage());
}

// Since version 8 every page has a checksum in its last eight bytes, and the store is signed off.
TEST(Migration, AnOlderFileGetsChecksumsAndIsSignedOff) {
    const TemporaryFolder folder;
    write_version_1(folder.database());
    constexpr std::size_t reserved_bytes = 20;  // in the header
    EXPECT_EQ(bytes_of(folder.database()).at(reserved_bytes), 0);
    {
        Store store = Store::open(folder.path());
        EXPECT_TRUE(store.losses().empty());
        EXPECT_FALSE(store.find_damage());
    }
    std::string bytes = bytes_of(folder.database());
    EXPECT_EQ(bytes.at(reserved_bytes), 8);
    EXPECT_TRUE(std::filesystem::exists(folder.database().string() + "-count"));
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    write_bytes(folder.database(), bytes);
    EXPECT_TRUE(Store::open(folder.path()).opening().set_aside);
}

}  // namespace
}  // namespace xy::store
