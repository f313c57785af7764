// A damaged file: never a crash, never a lost byte, and the booth goes on with a new store.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"
#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::MatchesRegex;
using ::testing::Optional;
using ::testing::SizeIs;

/// The bytes of a store with some visits, closed properly.
std::string healthy_bytes() {
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        store.in_one_transaction([&] {
            for (std::uint32_t i = 0; i < 300; ++i) {
                store.put_session({start(id(i)), quiz::Outcome::completed, Milliseconds(i), true});
                for (int position = 0; position < 4; ++position) store.add(id(i), answer(position));
            }
            for (std::uint32_t i = 0; i < 200; ++i) store.add_to_ledger(entry(id(i), 10));
        });
        store.publish(publication("2025-01-01", "2025-06-30"));
    }
    return bytes_of(folder.database());
}

/// Opens whatever `bytes` are and reads all of it; says whether they were set aside unharmed, read, read with
/// a word about it (a loss), or refused.
enum class Fate { set_aside, opened, told, refused };

Fate open_and_read(const std::string& bytes) {
    const TemporaryFolder folder;
    write_bytes(folder.database(), bytes);
    try {
        Store store = Store::open(folder.path());
        if (store.opening().set_aside) {
            EXPECT_EQ(bytes_of(*store.opening().set_aside), bytes);
            EXPECT_EQ(store.count_sessions(), 0);
            store.put_event(event());
            store.begin(start(id(1)));
            return Fate::set_aside;
        }
        store.participation();
        store.walk([](const SessionRow&) {}, [](const StoredAnswer&) {});
        store.events();
        store.items();
        store.publications();
        return store.losses().empty() ? Fate::opened : Fate::told;
    } catch (const StoreError&) {
        return Fate::refused;
    }
}

TEST(Damage, AFileCutAnywhereIsSetAside) {
    const std::string bytes = healthy_bytes();
    ASSERT_GT(bytes.size(), 16'384U);
    for (std::size_t length = 1; length < bytes.size(); length += 1511)
        EXPECT_EQ(open_and_read(bytes.substr(0, length)), Fate::set_aside) << "cut to " << length;
}

TEST(Damage, NoFlippedByteCrashesOrLosesTheFile) {
    const std::string healthy = healthy_bytes();
    Random random(20250626);
    int set_aside = 0;
    for (int round = 0; round < 250; ++round) {
        std::string bytes = healthy;
        // Half of the flips hit the pages of the schema, where they hurt most.
        const std::size_t range = round % 2 == 0 ? bytes.size() : 8'192;
        char& byte = bytes[random.below(range)];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random.below(8)));
        if (open_and_read(bytes) == Fate::set_aside) ++set_aside;
    }
    EXPECT_GT(set_aside, 15);
}

TEST(Damage, NoBlockOfRubbishCrashesOrLosesTheFile) {
    const std::string healthy = healthy_bytes();
    Random random(7);
    int set_aside = 0;
    for (int round = 0; round < 60; ++round) {
        std::string bytes = healthy;
        const std::size_t at = random.below(bytes.size() - 512);
        for (std::size_t i = 0; i < 512; ++i) bytes[at + i] = static_cast<char>(random.below(256));
        const Fate fate = open_and_read(bytes);
        EXPECT_NE(fate, Fate::opened) << "512 bytes at " << at;  // where nothing lies it is told
        if (fate == Fate::set_aside) ++set_aside;
    }
    EXPECT_GT(set_aside, 20);
}

TEST(Damage, TheFileIsKeptUnderADatedNameAndTheStaffIsTold) {
    const TemporaryFolder folder;
    write_bytes(folder.database(), std::string(5'000, 'x'));
    std::filesystem::path aside;
    {
        Store store = Store::open(folder.path());
        ASSERT_TRUE(store.opening().set_aside);
        aside = *store.opening().set_aside;
        EXPECT_TRUE(store.opening().created);
    }
    EXPECT_EQ(aside.parent_path(), folder.path());
    EXPECT_THAT(aside.filename().string(),
                MatchesRegex("xiangyang\\.damaged-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}\\.db"));
    EXPECT_EQ(bytes_of(aside), std::string(5'000, 'x'));
    Store store = Store::open(folder.path());  // still told after a restart, but not set aside again
    EXPECT_FALSE(store.opening().set_aside);
    ASSERT_THAT(store.files_set_aside(), SizeIs(1));
    EXPECT_EQ(store.files_set_aside()[0].file, aside.filename().string());
    EXPECT_THAT(store.files_set_aside()[0].day, MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
}

TEST(Damage, TwoDamagedFilesInOneSecondAreBothKept) {
    const TemporaryFolder folder;
    std::vector<std::filesystem::path> aside;
    for (const char c : {'x', 'y', 'z'}) {
        write_bytes(folder.database(), std::string(5'000, c));
        Store store = Store::open(folder.path());
        ASSERT_TRUE(store.opening().set_aside);
        aside.push_back(*store.opening().set_aside);
    }
    EXPECT_EQ(bytes_of(aside[0])[0], 'x');
    EXPECT_EQ(bytes_of(aside[1])[0], 'y');
    EXPECT_EQ(bytes_of(aside[2])[0], 'z');
}

TEST(Damage, ALogWithoutItsFileIsNotThrownAway) {
    for (const bool with_empty_file : {false, true}) {
        const TemporaryFolder folder;
        if (with_empty_file) write_bytes(folder.database(), "");
        write_bytes(folder.path() / "xiangyang.db-wal", "something that was in the log");
        const Store store = Store::open(folder.path());
        ASSERT_TRUE(store.opening().set_aside);
        std::filesystem::path log = *store.opening().set_aside;
        log += "-wal";
        EXPECT_EQ(bytes_of(log), "something that was in the log");
    }
}

TEST(Damage, WithoutTheCheckDamageIsAMessageAndNotACrash) {
    const std::string healthy = healthy_bytes();
    Random random(11);
    int refused = 0;
    for (int round = 0; round < 100; ++round) {
        const TemporaryFolder folder;
        std::string bytes = healthy;
        const std::size_t at = 4'096 + random.below(bytes.size() - 8'192);
        for (std::size_t i = 0; i < 2'048; ++i) bytes[at + i] = static_cast<char>(random.below(256));
        write_bytes(folder.database(), bytes);
        const auto failure = failure_of([&] {
            Store store = Store::open(folder.path(), Check::none);
            store.participation();
            store.walk([](const SessionRow&) {}, [](const StoredAnswer&) {});
        });
        if (!failure) continue;
        EXPECT_THAT(failure, Optional(StoreFailure::damaged));
        ++refused;
    }
    EXPECT_GT(refused, 10);
}

}  // namespace
}  // namespace xy::store
