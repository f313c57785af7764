// A disk that says no: once, or from then on. What was acknowledged is kept, what was not can be said again,
// and a store that cannot be read is not taken for a damaged one.
#include <algorithm>
#include <array>
#include <cerrno>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

#include "store/disk_log.h"
#include "store/examples.h"
#include "store/faults_workload.h"
#include "support/folder_in_memory.h"

namespace xy::store {
namespace {

constexpr std::array all_calls{FailingCall::open, FailingCall::read, FailingCall::write, FailingCall::sync,
                               FailingCall::truncate};

/// Errors that such a call can have, in turn.
int error_of(FailingCall call, int nth) {
    constexpr std::array of_reading{EIO, ENXIO, ERANGE, ESTALE, EACCES};
    constexpr std::array of_others{EIO, ENOSPC, EROFS, EMFILE, EDQUOT};
    return (call == FailingCall::read ? of_reading : of_others).at(static_cast<std::size_t>(nth) % 5);
}

std::string to_string(const Failure& failure) {
    constexpr std::array names{"open", "read", "write", "sync", "truncate"};
    return std::string(names.at(static_cast<std::size_t>(failure.call))) + " " + std::to_string(failure.nth) +
           (failure.for_good ? " and all after it" : "") + ", errno " + std::to_string(failure.error);
}

/// A store that was used before; opened, a visit, an entry, closed.
class FailingCalls : public testing::TestWithParam<FailingCall> {
 protected:
    FailingCalls() {
        const Workload day = day_at_the_booth();
        before_ = day.runs.front();
        then_ = day.runs.back();
        then_.resize(14);  // two visits and more
        {
            Store store = Store::open(used_.path());
            for (const Step& step : before_) step(store);
        }
        const FolderInMemory folder;
        lay_out(folder);
        Store store = Store::open(folder.path());
        states_.push_back(contents_of(store));
        for (const Step& step : then_) {
            step(store);
            states_.push_back(contents_of(store));
        }
    }

    static std::string said(const FolderInMemory& folder) {
        Store store = Store::open(folder.path());
        return contents_of(store);
    }
    void lay_out(const FolderInMemory& folder) const {
        std::filesystem::copy(used_.path(), folder.path(), std::filesystem::copy_options::recursive);
    }
    static bool was_set_aside(const FolderInMemory& folder) {
        const std::filesystem::directory_iterator files(folder.path());
        return std::any_of(begin(files), end(files), [](const auto& file) {
            return file.path().filename().string().find("damaged") != std::string::npos;
        });
    }
    /// How many calls of the kind there are when nothing fails.
    int usual_calls(FailingCall call) const {
        const FolderInMemory folder;
        lay_out(folder);
        WatchedDisk disk(folder.path());
        {
            Store store = Store::open(folder.path());
            for (const Step& step : then_) step(store);
        }
        return disk.calls(call);
    }

    /// Does one step after the other, each again when it failed, up to `patience` times; returns how many
    /// were acknowledged. What cannot be read is called so, and nothing else.
    std::size_t work(const FolderInMemory& folder, const Failure& failure, int patience) const {
        std::optional<Store> store;
        std::size_t done = 0;
        for (int failed = 0; done < then_.size() && failed <= patience;) {
            try {
                if (!store) store.emplace(Store::open(folder.path()));
                then_[done](*store);
                ++done;
                failed = 0;
            } catch (const StoreError& error) {
                ++failed;
                if (failure.call != FailingCall::read) continue;
                EXPECT_EQ(error.reason(), StoreFailure::cannot_read)
                    << to_string(failure) << ": " << error.what();
                EXPECT_THAT(error.what(), testing::HasSubstr("could not be read")) << to_string(failure);
            }
        }
        return done;
    }

    ProgramRun before_;
    ProgramRun then_;
    FolderInMemory used_;
    std::vector<std::string> states_;  ///< after 0, 1, … steps of then_
};

TEST_P(FailingCalls, OnceIsOvercomeBySayingItAgain) {
    const int calls = usual_calls(GetParam());
    for (int nth = 1; nth <= calls; ++nth) {
        const Failure failure{GetParam(), nth, error_of(GetParam(), nth), false};
        const FolderInMemory folder;
        lay_out(folder);
        {
            WatchedDisk disk(folder.path());
            disk.fail(failure);
            EXPECT_EQ(work(folder, failure, 3), then_.size()) << to_string(failure);
        }
        EXPECT_FALSE(was_set_aside(folder)) << to_string(failure);
        EXPECT_EQ(said(folder), states_.back()) << to_string(failure);
    }
    std::cout << calls << " calls failed, one each time\n";
}

TEST_P(FailingCalls, ForGoodKeepWhatWasAcknowledged) {
    const int calls = usual_calls(GetParam());
    for (int nth = 1; nth <= calls; ++nth) {
        const Failure failure{GetParam(), nth, error_of(GetParam(), nth), true};
        const FolderInMemory folder;
        lay_out(folder);
        std::size_t done = 0;
        {
            WatchedDisk disk(folder.path());
            disk.fail(failure);
            done = work(folder, failure, 1);
        }
        EXPECT_FALSE(was_set_aside(folder)) << to_string(failure);
        const std::string found = said(folder);
        const bool kept = found == states_[done] || (done + 1 < states_.size() && found == states_[done + 1]);
        EXPECT_TRUE(kept) << to_string(failure) << ": after " << done << " steps it holds\n" << found;
    }
}

std::string name_of(const testing::TestParamInfo<FailingCall>& call) {
    constexpr std::array names{"Open", "Read", "Write", "Sync", "Truncate"};
    return names.at(static_cast<std::size_t>(call.param));
}

INSTANTIATE_TEST_SUITE_P(Of, FailingCalls, testing::ValuesIn(all_calls), name_of);

}  // namespace
}  // namespace xy::store
