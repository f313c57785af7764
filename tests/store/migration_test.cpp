// Files of older versions come along with everything in them.
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sqlite3.h>

#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;

/// A file as version 1 of the program left it, with one event and one visit.
void write_version_1(const std::filesystem::path& file) {
    std::ifstream in(XY_SOURCE_DIR "/src/store/sql/schema_1.sql");
    std::string sql{std::istreambuf_iterator<char>(in), {}};
    ASSERT_FALSE(sql.empty());
    sql += R"(
        INSERT INTO event VALUES ('market-2025', '赶集日宣传', 'Market day', '城关镇', 'Chengguan', '', 'rural', '', '', 'open');
        INSERT INTO setup VALUES (1, '07', 'three-minute', 'p1');
        INSERT INTO session VALUES (x'000102030405060708090a0b0c0d0e0f', 'market-2025', 1, 'pupil', 'zh', 0,
            '2025-06-26', 10, 'completed', 61000, 1);
        PRAGMA application_id = 0x5859515A;
        PRAGMA user_version = 1;)";
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
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
    store.keep_days(std::vector<KeptDay>{{"market-2025", "2025-06-26", 1, "bytes"}});
    EXPECT_EQ(store.kept_days().size(), 1U);
    store.add_to_ledger(entry(id(1), 300));
    EXPECT_EQ(store.sheet("market-2025").ledger.at(0).total.amount, 300);
}

}  // namespace
}  // namespace xy::store
