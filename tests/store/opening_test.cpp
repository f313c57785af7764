// How a store is opened: locked, checked, brought up to date, or refused with a reason a person understands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <sqlite3.h>
#include <sys/stat.h>

#include "store/examples.h"
#include "support/child.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::UnorderedElementsAre;

/// A number in the header of a database file (https://www.sqlite.org/fileformat.html#the_database_header).
std::uint32_t header_number(const std::string& bytes, std::size_t offset) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = (number << 8U) | static_cast<unsigned char>(bytes.at(offset + i));
    return number;
}

constexpr std::size_t user_version = 60;
constexpr std::size_t owner = 68;

std::string message_of(const std::filesystem::path& folder) {
    try {
        Store::open(folder);
        return {};
    } catch (const StoreError& error) {
        return error.what();
    }
}

TEST(Opening, TheLatestVersionIsNine) {
    // When this changes: a new migration, and a test that leads an old file through it.
    const TemporaryFolder folder;
    Store::open(folder.path());
    const std::string bytes = bytes_of(folder.database());
    EXPECT_EQ(header_number(bytes, user_version), 10U);
    EXPECT_EQ(header_number(bytes, owner), 0x5859515AU);  // "XYQZ"
}

TEST(Opening, AClosedStoreIsOneFile) {
    const TemporaryFolder folder;
    { Store store = open_ready(folder.path()); }
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "xiangyang.db-wal"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "xiangyang.db-shm"));
}

TEST(Opening, AFileOfVersionZeroIsBroughtUpToDate) {
    const TemporaryFolder folder;
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(folder.database().c_str(), &db), SQLITE_OK);
    sqlite3_exec(db, "CREATE TABLE t (x); DROP TABLE t; VACUUM", nullptr, nullptr, nullptr);
    sqlite3_close(db);
    ASSERT_GT(std::filesystem::file_size(folder.database()), 0U);
    Store store = open_ready(folder.path());
    EXPECT_FALSE(store.opening().set_aside);
    store.begin(start(id(1)));
    EXPECT_EQ(store.count_sessions(), 1);
}

TEST(Opening, AnEmptyFileIsANewStore) {
    const TemporaryFolder folder;
    write_bytes(folder.database(), "");
    Store store = Store::open(folder.path());
    EXPECT_TRUE(store.opening().created);
    EXPECT_FALSE(store.opening().set_aside);
}

TEST(Opening, AFileOfANewerVersionIsRefusedAndStaysAsItIs) {
    const TemporaryFolder folder;
    { Store store = open_ready(folder.path()); }
    std::string bytes = bytes_of(folder.database());
    bytes[user_version + 3] = 99;
    write_bytes(folder.database(), bytes);
    EXPECT_THAT(failure_of([&] { Store::open(folder.path()); }), Optional(StoreFailure::newer));
    EXPECT_EQ(bytes_of(folder.database()), bytes);
    const std::string message = message_of(folder.path());
    EXPECT_THAT(message, HasSubstr(folder.database().string()));
    EXPECT_THAT(message, HasSubstr("newer version"));
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    EXPECT_THAT(names, UnorderedElementsAre("xiangyang.db", "xiangyang.db-count"));
}

TEST(Opening, ANewerFileKeepsItsLogToo) {
    const TemporaryFolder folder;
    { Store store = open_ready(folder.path()); }
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(folder.database().c_str(), &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_exec(db, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
    sqlite3_close(db);
    const std::string file = bytes_of(folder.database());
    const std::string log = bytes_of(folder.path() / "xiangyang.db-wal");
    ASSERT_FALSE(log.empty());
    EXPECT_THAT(failure_of([&] { Store::open(folder.path()); }), Optional(StoreFailure::newer));
    EXPECT_EQ(bytes_of(folder.database()), file);
    EXPECT_EQ(bytes_of(folder.path() / "xiangyang.db-wal"), log);
}

TEST(Opening, ADatabaseOfAnotherProgramIsSetAsideAndNotRead) {
    const TemporaryFolder folder;
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(folder.database().c_str(), &db), SQLITE_OK);
    sqlite3_exec(db, "CREATE TABLE photo (name); INSERT INTO photo VALUES ('holiday')", nullptr, nullptr,
                 nullptr);
    sqlite3_close(db);
    const std::string bytes = bytes_of(folder.database());
    const Store store = Store::open(folder.path());
    ASSERT_TRUE(store.opening().set_aside);
    EXPECT_EQ(bytes_of(*store.opening().set_aside), bytes);
}

TEST(Opening, AnAddedTriggerIsNotTakenOver) {
    const TemporaryFolder folder;
    { Store store = open_ready(folder.path()); }
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(folder.database().c_str(), &db), SQLITE_OK);
    sqlite3_exec(db, "CREATE TRIGGER spy AFTER INSERT ON session BEGIN DELETE FROM answer; END", nullptr,
                 nullptr, nullptr);
    sqlite3_close(db);
    Store store = Store::open(folder.path());
    EXPECT_FALSE(store.opening().set_aside);
    EXPECT_THAT(store.opening().dropped, testing::ElementsAre("spy"));
    store.begin(start(id(1)));
    store.add(id(1), answer(0));
    store.begin(start(id(2)));
    EXPECT_EQ(store.count_answers(), 1);
}

TEST(Opening, AnAddedIndexOrTableHidesNoVisit) {
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        store.begin(start(id(1)));
    }
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(folder.database().c_str(), &db), SQLITE_OK);
    sqlite3_exec(db,
                 "CREATE INDEX \"by \"\"day\" ON session (day); CREATE TABLE mine (x UNIQUE); ANALYZE; "
                 "INSERT INTO mine VALUES (1)",
                 nullptr, nullptr, nullptr);
    sqlite3_close(db);
    for (const char* time : {"the first time", "again"}) {
        Store store = Store::open(folder.path());
        EXPECT_FALSE(store.opening().set_aside) << time;
        EXPECT_EQ(store.count_sessions(), 1) << time;
    }
}

TEST(Opening, DamageIsLeftAloneWhenItIsToBeRefused) {
    const TemporaryFolder folder;
    write_bytes(folder.database(), std::string(5'000, 'x'));
    EXPECT_THAT(failure_of([&] { Store::open(folder.path(), Check::none, Damage::refuse); }),
                Optional(StoreFailure::damaged));
    EXPECT_THAT(contents(folder.path()), SizeIs(1));
    EXPECT_EQ(bytes_of(folder.database()), std::string(5'000, 'x'));
}

TEST(Opening, ASecondProcessIsRefusedAndToldWhy) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    const int code = in_a_child([&] {
        const auto failure = failure_of([&] { Store::open(folder.path()); });
        const std::string message = message_of(folder.path());
        const bool good = failure == StoreFailure::in_use && message.find("in use") != std::string::npos &&
                          message.find(folder.database().string()) != std::string::npos;
        return good ? 0 : 1;
    });
    EXPECT_EQ(code, 0);
    store.begin(start(id(1)));  // the first one goes on undisturbed
    EXPECT_EQ(store.count_sessions(), 1);
}

TEST(Opening, AFolderWhereTheFileShouldBeIsAPlainMessage) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.database());
    EXPECT_THAT(failure_of([&] { Store::open(folder.path()); }), Optional(StoreFailure::cannot_write));
    EXPECT_THAT(message_of(folder.path()), HasSubstr(folder.database().string()));
    EXPECT_TRUE(std::filesystem::is_directory(folder.database()));
}

TEST(Opening, AFolderThatCannotBeMadeIsAPlainMessage) {
    const TemporaryFolder folder;
    write_bytes(folder.path() / "file", "x");
    const auto inside = folder.path() / "file" / "data";
    EXPECT_THAT(failure_of([&] { Store::open(inside); }), Optional(StoreFailure::cannot_write));
    EXPECT_THAT(message_of(inside), HasSubstr("cannot make the folder"));
    // /proc is read-only even for root.
    EXPECT_THAT(failure_of([&] { Store::open("/proc/xiangyang"); }), Optional(StoreFailure::cannot_write));
}

TEST(Opening, WithoutTheCheckTheSameIsRead) {
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        store.begin(start(id(1)));
        store.finish(end(id(1)));
    }
    Store store = Store::open(folder.path(), Check::none);
    EXPECT_EQ(store.count_sessions(), 1);
    EXPECT_THAT(store.files_set_aside(), IsEmpty());
}

/// Rights of everything in a folder, and of itself.
std::map<std::string, unsigned> rights_in(const std::filesystem::path& folder) {
    std::map<std::string, unsigned> rights;
    const auto look = [&](const std::filesystem::path& path, const std::string& name) {
        rights[name] = static_cast<unsigned>(std::filesystem::status(path).permissions()) & 0777U;
    };
    look(folder, ".");
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        look(entry.path(), entry.path().filename().string());
    return rights;
}

TEST(Opening, WhatIsStoredIsItsOwnersAloneUnderALaxUmask) {
    const mode_t before = ::umask(0);
    const TemporaryFolder folder;
    const auto data = folder.path() / "data";
    {
        Store store = open_ready(data);
        store.begin(start(id(1)));
        const auto rights = rights_in(data);
        EXPECT_EQ(rights.at("."), 0700U);
        EXPECT_EQ(rights.at("xiangyang.db"), 0600U);
        EXPECT_EQ(rights.at("xiangyang.db-wal"), 0600U);
        EXPECT_EQ(rights.at("xiangyang.db-count"), 0600U);
    }
    ::umask(before);
}

TEST(Opening, WhatAnEarlierVersionLeftOpenToAllIsTightened) {
    const TemporaryFolder folder;
    { Store store = open_ready(folder.path()); }
    folder.write("outbox/events.csv", "x");
    folder.write("snapshots/2025-06-26.db", "x");
    folder.write("xiangyang-kiosk.log", "x");
    using std::filesystem::perms;
    std::filesystem::permissions(folder.path(), perms(0755));
    for (const char* name : {"xiangyang.db", "xiangyang-kiosk.log", "outbox/events.csv", "xiangyang.db-count",
                             "snapshots/2025-06-26.db"})
        std::filesystem::permissions(folder.path() / name, perms(0644));
    const Store store = Store::open(folder.path(), Check::none, Damage::refuse);
    const auto rights = rights_in(folder.path());
    EXPECT_EQ(rights.at("."), 0700U);
    EXPECT_EQ(rights.at("outbox"), 0700U);
    for (const auto& [name, mode] : rights) EXPECT_EQ(mode & 077U, 0U) << name;
    EXPECT_EQ(rights_in(folder.path() / "outbox").at("events.csv"), 0600U);
    EXPECT_EQ(rights_in(folder.path() / "snapshots").at("2025-06-26.db"), 0600U);
}

}  // namespace
}  // namespace xy::store
