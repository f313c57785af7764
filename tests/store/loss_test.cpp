// What is missing without a trace in the store itself is noticed: a log that is gone, cut or spoiled, an
// older copy.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/killed_store.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<Loss> losses_of(const StoreFiles& files) {
    const TemporaryFolder folder;
    files.write_to(folder);
    return Store::open(folder.path(), Check::none).losses();
}

TEST(Loss, NothingIsMissingAfterAKill) {
    EXPECT_THAT(losses_of(killed_after(20, 10)), IsEmpty());
}

TEST(Loss, AVisitThatHasEndedIsInTheFileItself) {
    StoreFiles files = killed_after(20, 0);
    EXPECT_THAT(files.log, IsEmpty());
    files.log.clear();
    EXPECT_THAT(losses_of(files), IsEmpty());
}

TEST(Loss, ALogThatWasDeletedIsNoticedAndSaidForEver) {
    StoreFiles files = killed_after(20, 10);
    files.log.clear();
    const TemporaryFolder folder;
    files.write_to(folder);
    for (int start = 0; start < 3; ++start) {
        Store store = Store::open(folder.path());
        ASSERT_THAT(store.losses(), SizeIs(1));
        EXPECT_EQ(store.losses()[0].cause, Loss::Cause::behind);
        EXPECT_EQ(store.losses()[0].signed_visits, 30);
        EXPECT_EQ(store.losses()[0].visits, 20);
        EXPECT_EQ(store.losses()[0].signed_writes - store.losses()[0].writes, 10 * (2 + answers_a_visit));
        EXPECT_THAT(describe(store.losses()[0]), HasSubstr("30 visits were signed off, 20 are there"));
        whole_visit(store, 2'000 + static_cast<std::uint32_t>(start));
    }
}

TEST(Loss, OneLostAnswerIsNoticed) {
    const TemporaryFolder folder;
    StoreFiles files;
    {
        Store store = open_ready(folder.path());
        whole_visit(store, 1);
        store.checkpoint();
        store.begin(start(id(2)));
        const std::string before = StoreFiles::of(folder).log;
        store.add(id(2), answer(0));
        files = StoreFiles::of(folder);
        files.log = before;
    }
    EXPECT_THAT(losses_of(files), SizeIs(1));
}

TEST(Loss, AnOlderCopyOfTheFileIsNoticed) {
    const TemporaryFolder folder;
    { Store store = open_ready(folder.path()); }
    const std::string older = bytes_of(folder.database());
    {
        Store store = Store::open(folder.path());
        whole_visit(store, 1);
    }
    EXPECT_THAT(losses_of(StoreFiles::of(folder)), IsEmpty());
    write_bytes(folder.database(), older);
    EXPECT_THAT(Store::open(folder.path()).losses(), SizeIs(1));
}

TEST(Loss, AFileThatWasDeletedIsNoticed) {
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        whole_visit(store, 1);
    }
    std::filesystem::remove(folder.database());
    Store store = Store::open(folder.path());
    ASSERT_THAT(store.losses(), SizeIs(1));
    EXPECT_EQ(store.losses()[0].signed_visits, 1);
}

TEST(Loss, OnlyTheFileOfAKilledKioskIsNoticedAndOfAClosedOneFine) {
    StoreFiles files = killed_after(20, 10);
    files.log.clear();
    files.count.clear();
    ASSERT_THAT(losses_of(files), SizeIs(1));
    EXPECT_EQ(losses_of(files)[0].cause, Loss::Cause::no_count);
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        whole_visit(store, 1);
    }
    files.database = bytes_of(folder.database());
    EXPECT_THAT(losses_of(files), IsEmpty());
}

TEST(Loss, ACountThatCannotBeReadIsSaid) {
    StoreFiles files = killed_after(2, 1);
    for (char& byte : files.count) byte = static_cast<char>(byte ^ 1);
    ASSERT_THAT(losses_of(files), SizeIs(1));
    EXPECT_EQ(losses_of(files)[0].cause, Loss::Cause::bad_count);
}

// The power went while the first count was on its way: nothing had been signed off, so nothing is missing.
TEST(Loss, AFirstCountThatNeverCameWholeIsNone) {
    StoreFiles files = killed_after(2, 1);
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        whole_visit(store, 1);
    }
    files = {.database = bytes_of(folder.database()), .log = {}, .count = std::string(80, '?')};
    EXPECT_THAT(losses_of(files), IsEmpty());
    files.count.resize(4'096 + 80, '?');
    EXPECT_THAT(losses_of(files), SizeIs(1)) << "more was written than the first one";
}

TEST(Loss, AFlippedCountHidesNothing) {
    const StoreFiles whole = killed_after(3, 1);
    for (std::size_t at = 0; at < whole.count.size(); at += at % 4'096 < 80 ? 7 : 4'096 - at % 4'096) {
        StoreFiles files = whole;
        files.count[at] = static_cast<char>(files.count[at] ^ 4);
        EXPECT_THAT(losses_of(files), IsEmpty()) << at;
        files.log.clear();
        // The synced ones say what the file must hold; the last one what the log must.
        if (at < 2 * 4'096) {
            EXPECT_THAT(losses_of(files), SizeIs(1)) << at;
        }
    }
}

}  // namespace
}  // namespace xy::store
