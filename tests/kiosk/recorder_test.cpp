// The writer thread: jobs in order, each answered, and a store that could not be opened is tried again.
#include "kiosk/recorder.h"

#include <condition_variable>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <mutex>
#include <numeric>

#include "store/examples.h"

namespace xy::kiosk {
namespace {

using namespace store::examples;
using ::testing::ElementsAre;
using ::testing::SizeIs;

/// Waits for what a recorder says, as the kiosk's loop does.
class Listener {
 public:
    std::function<void()> wake() {
        return [this] {
            const std::lock_guard lock(mutex_);
            woken_ = true;
            changed_.notify_one();
        };
    }

    /// Everything recorded until `ticket` came back.
    std::vector<Recorded> until(Recorder& recorder, std::uint64_t ticket) {
        std::vector<Recorded> all;
        while (all.empty() || all.back().ticket != ticket) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return woken_; });
            woken_ = false;
            lock.unlock();
            for (Recorded& recorded : recorder.take_recorded()) all.push_back(std::move(recorded));
        }
        return all;
    }

 private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
};

TEST(Recorder, OpensTheStoreFirstAndAnswersEveryJobInOrder) {
    const TemporaryFolder folder;
    Listener listener;
    Recorder recorder(folder.path(), listener.wake());
    std::vector<int> order;
    std::uint64_t last = 0;
    for (int i = 0; i < 20; ++i) last = recorder.post([&order, i](store::Store&) { order.push_back(i); });
    EXPECT_EQ(last, 20U);
    const auto recorded = listener.until(recorder, last);
    ASSERT_THAT(recorded, SizeIs(21));
    for (std::size_t i = 0; i < recorded.size(); ++i) {
        EXPECT_EQ(recorded[i].ticket, i);
        EXPECT_FALSE(recorded[i].error);
    }
    std::vector<int> expected(20);
    std::iota(expected.begin(), expected.end(), 0);
    EXPECT_EQ(order, expected);
}

TEST(Recorder, ARefusedJobSaysWhyAndTheNextOneRuns) {
    const TemporaryFolder folder;
    Listener listener;
    Recorder recorder(folder.path(), listener.wake());
    recorder.post([](store::Store& store) { store.finish(end(id(1))); });
    recorder.post([](store::Store&) { throw std::runtime_error("not a store error"); });
    const auto last = recorder.post([](store::Store& store) { store.put_event(event()); });
    const auto recorded = listener.until(recorder, last);
    ASSERT_THAT(recorded, SizeIs(4));
    ASSERT_TRUE(recorded[1].error);
    EXPECT_EQ(recorded[1].error->reason(), store::StoreFailure::refused);
    ASSERT_TRUE(recorded[2].error);
    EXPECT_STREQ(recorded[2].error->what(), "not a store error");
    EXPECT_FALSE(recorded[3].error);
}

TEST(Recorder, TriesAgainToOpenTheStoreWithEveryJob) {
    const TemporaryFolder folder;
    const auto data = folder.path() / "data";
    write_bytes(data, "a file where the folder should be");
    Listener listener;
    Recorder recorder(data, listener.wake());
    auto recorded = listener.until(recorder, 0);
    ASSERT_TRUE(recorded[0].error);
    EXPECT_EQ(recorded[0].error->reason(), store::StoreFailure::cannot_write);
    bool ran = false;
    recorded = listener.until(recorder, recorder.post([&](store::Store&) { ran = true; }));
    ASSERT_TRUE(recorded[0].error);
    EXPECT_FALSE(ran);

    std::filesystem::remove(data);
    recorded = listener.until(recorder, recorder.post([&](store::Store&) { ran = true; }));
    EXPECT_FALSE(recorded[0].error);
    EXPECT_TRUE(ran);
}

TEST(Recorder, FinishesWhatWasPostedBeforeItGoes) {
    const TemporaryFolder folder;
    {
        Recorder recorder(folder.path(), {});
        recorder.post([](store::Store& store) {
            store.put_event(event());
            store.put_items(std::vector<quiz::Bank>{bank()});
        });
        for (std::uint32_t i = 0; i < 50; ++i)
            recorder.post([i](store::Store& store) {
                store.begin(start(id(i)));
                store.add(id(i), answer(0));
            });
    }
    store::Store store = store::Store::open(folder.path());
    EXPECT_EQ(store.count_answers(), 50);
    EXPECT_EQ(store.opening().abandoned, 50);
}

TEST(Recorder, AJobCanHandBackWhatItRead) {
    const TemporaryFolder folder;
    Listener listener;
    Recorder recorder(folder.path(), listener.wake());
    std::int64_t today = -1;
    listener.until(recorder,
                   recorder.post([&](store::Store& store) { today = store.started_on("x", "2025-06-26"); }));
    EXPECT_EQ(today, 0);
    EXPECT_THAT(recorder.take_recorded(), ElementsAre());
}

}  // namespace
}  // namespace xy::kiosk
