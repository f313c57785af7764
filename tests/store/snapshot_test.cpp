// Copies of the store of the last days.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::ElementsAre;
namespace fs = std::filesystem;

std::vector<std::string> snapshots_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder / "snapshots"))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

mode_t mode_of(const fs::path& file) {
    struct stat info {};
    EXPECT_EQ(::stat(file.c_str(), &info), 0);
    return info.st_mode & 0777U;
}

TEST(Snapshot, IsDueOnANewDayAndWhenAnEventWasClosed) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    EXPECT_FALSE(store.snapshot_due("2025-06-26"));
    store.begin(start(id(1)));  // on 2025-06-26
    store.finish(end(id(1)));
    EXPECT_FALSE(store.snapshot_due("2025-06-26"));
    EXPECT_FALSE(store.snapshot_due("2025-06-27")) << "a visit waits, with its exact times";
    store.settle("2025-06-27");
    EXPECT_TRUE(store.snapshot_due("2025-06-27"));
    store.take_snapshot("2025-06-27");
    EXPECT_FALSE(store.snapshot_due("2025-06-27"));
    store.set_event_state("market-2025", outreach::EventState::closed);
    EXPECT_TRUE(store.snapshot_due("2025-06-27"));
    store.take_snapshot("2025-06-27");
    EXPECT_FALSE(store.snapshot_due("2025-06-27"));
}

TEST(Snapshot, IsAStoreThatOnlyItsOwnerCanReadAndThreeAreKept) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    const mode_t before = ::umask(0);
    for (std::uint32_t day = 1; day <= 5; ++day) {
        store.begin(start(id(day)));
        store.finish(end(id(day)));
        store.settle("2025-06-27");
        store.take_snapshot("2025-07-0" + std::to_string(day));
    }
    ::umask(before);
    EXPECT_THAT(snapshots_in(folder.path()), ElementsAre("2025-07-03.db", "2025-07-04.db", "2025-07-05.db"));
    const fs::path snapshot = folder.path() / "snapshots" / "2025-07-04.db";
    EXPECT_EQ(mode_of(snapshot), 0600U);
    EXPECT_EQ(mode_of(folder.path() / "snapshots"), 0700U);
    const TemporaryFolder other;
    fs::copy_file(snapshot, other.database());
    Store copy = Store::open(other.path());
    EXPECT_FALSE(copy.opening().set_aside);
    EXPECT_EQ(copy.count_sessions(), 4);
    EXPECT_FALSE(copy.find_damage());
}

TEST(Snapshot, IsWholeOrNotThere) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    fs::create_directories(folder.path() / "snapshots" / "2025-06-27.db.part");  // in the way
    fs::create_directories(folder.path() / "snapshots" / "2025-06-27.db.part" / "x");
    EXPECT_TRUE(failure_of([&] { store.take_snapshot("2025-06-27"); }));
    EXPECT_THAT(snapshots_in(folder.path()), ElementsAre("2025-06-27.db.part"));
}

}  // namespace
}  // namespace xy::store
