// Nothing is acknowledged before the system was asked to bring it to the disk.
#include <gtest/gtest.h>

#include "store/disk_calls.h"
#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;

template <typename Work>
int syncs_of(Work&& work) {
    const int before = syncs_so_far();
    work();
    return syncs_so_far() - before;
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
