// Nothing is acknowledged before the system was asked to bring it to the disk.
#include <atomic>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "store/examples.h"

namespace {
std::atomic<int> syncs = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
}

// In the place of the C library's, for SQLite too: they count, and then do what is asked.
extern "C" int fsync(int file) {
    ++syncs;
    return static_cast<int>(::syscall(SYS_fsync, file));
}
extern "C" int fdatasync(int file) {
    ++syncs;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

namespace xy::store {
namespace {

using namespace examples;

template <typename Work>
int syncs_of(Work&& work) {
    const int before = syncs;
    work();
    return syncs - before;
}

TEST(Syncing, ComesBeforeEveryAcknowledgement) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    EXPECT_GT(syncs_of([&] { store.begin(start(id(1))); }), 0);
    for (int position = 0; position < 5; ++position)
        EXPECT_GT(syncs_of([&] { store.add(id(1), answer(position)); }), 0) << position;
    EXPECT_GT(syncs_of([&] { store.finish(end(id(1))); }), 0);
    EXPECT_GT(syncs_of([&] { store.add_to_ledger(entry(id(2), 300)); }), 0);
    EXPECT_GT(syncs_of([&] { store.set_wrong_tries(1); }), 0);
}

}  // namespace
}  // namespace xy::store
