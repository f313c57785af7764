// The power is cut: what was acknowledged is there, and nothing that nobody said.
//
// XY_CUTS says how often (scripts/faults). A disk that forgets syncs, or a store that asks for fewer, must be
// found out by the same test.
#include "store/power_cut.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>

#include "store/examples.h"
#include "store/faults_workload.h"
#include "store/folder_in_memory.h"

namespace xy::store {
namespace {

namespace fs = std::filesystem;
using What = DiskCall::What;

int cuts() {
    const char* asked = std::getenv("XY_CUTS");
    return asked == nullptr ? 2'000 : std::max(1, std::atoi(asked));
}

/// What a workload asked of the disk, and what the store held after each acknowledgement (and, first, when it
/// had just been opened).
struct Tape {
    DiskLog log;
    std::vector<std::string> contents;
};

Tape record(const Workload& workload) {
    const FolderInMemory folder;
    if (workload.before) workload.before(folder.path() / file_name);
    Tape tape;
    WatchedDisk disk(folder.path());
    for (const ProgramRun& run : workload.runs) {
        Store store = Store::open(folder.path());
        if (tape.contents.empty()) tape.contents.push_back(contents_of(store));
        for (const Step& step : run) {
            step(store);
            disk.acknowledge();
            tape.contents.push_back(contents_of(store));
        }
    }
    tape.log = disk.log();
    return tape;
}

/// What is wrong with the store that the disk holds now; empty when nothing is.
std::string fault_after_cut(const Disk& disk, const std::vector<std::string>& contents, Unsynced unsynced,
                            Random& random) {
    const FolderInMemory folder;
    disk.cut(folder.path(), unsynced, random);
    try {
        Store store = Store::open(folder.path());
        if (store.opening().set_aside) return "it was set aside as damaged";
        const std::string found = contents_of(store);
        const auto told = static_cast<std::size_t>(disk.acknowledged());
        if (found == contents[told]) return {};
        // The step under way when the power went may be there or not.
        if (told + 1 < contents.size() && found == contents[told + 1]) return {};
        return "it holds\n" + found + "instead of\n" + contents[told];
    } catch (const StoreError& error) {
        return std::string("it does not open: ") + error.what();
    }
}

struct Tried {
    int cuts = 0;
    int faults = 0;
    std::string first;  ///< of the faults
};

Tried cut_often(const DiskLog& log, const std::vector<std::string>& contents, int cuts, std::uint64_t seed) {
    Random random(seed);
    // Up to the first sync of the folder the log says what was there before.
    const auto before = std::find_if(log.begin(), log.end(),
                                     [](const DiskCall& call) { return call.what == What::sync_folder; });
    const auto first = static_cast<std::size_t>(before - log.begin()) + 1;
    std::vector<std::size_t> places;
    for (int i = 0; i < cuts; ++i) places.push_back(first + random.below(log.size() + 1 - first));
    std::sort(places.begin(), places.end());
    Disk disk;
    std::size_t taken = 0;
    Tried tried;
    for (const std::size_t place : places) {
        while (taken < place) disk.take(log[taken++]);
        const auto unsynced = static_cast<Unsynced>(random.below(unsynced_kinds));
        const std::string fault = fault_after_cut(disk, contents, unsynced, random);
        ++tried.cuts;
        if (fault.empty()) continue;
        if (tried.faults++ == 0)
            tried.first = "cut before call " + std::to_string(place) + " of " + std::to_string(log.size()) +
                          ", kind " + std::to_string(static_cast<int>(unsynced)) + ": " + fault;
    }
    return tried;
}

TEST(PowerCut, LosesNothingAcknowledgedAndInventsNothing) {
    const std::vector<Workload> workloads = all_workloads();
    std::vector<Tape> tapes;
    std::size_t calls = 0;
    for (const Workload& workload : workloads) {
        tapes.push_back(record(workload));
        calls += tapes.back().log.size();
        ASSERT_GT(tapes.back().log.size(), 20U) << workload.name << ": the disk was not watched";
    }
    int all = 0;
    for (std::size_t i = 0; i < workloads.size(); ++i) {
        const auto share = static_cast<std::int64_t>(cuts()) *
                               static_cast<std::int64_t>(tapes[i].log.size()) /
                               static_cast<std::int64_t>(calls) +
                           1;
        const Tried tried = cut_often(tapes[i].log, tapes[i].contents, static_cast<int>(share), 1'700 + i);
        EXPECT_EQ(tried.faults, 0) << workloads[i].name << ", " << tried.cuts
                                   << " cuts; first: " << tried.first;
        all += tried.cuts;
    }
    std::cout << all << " cuts in " << calls << " calls of " << workloads.size() << " workloads\n";
}

bool is_log(const DiskLog& log, std::size_t file) {
    return std::any_of(log.begin(), log.end(), [&](const DiskCall& call) {
        return call.what == What::create && call.file == file && call.name.ends_with("-wal");
    });
}

/// The same cuts, of a log without some of its syncs, find faults.
void expect_found_out(const std::function<bool(const DiskCall&, const DiskCall&, const DiskLog&)>& forgets) {
    const Tape tape = record(day_at_the_booth());
    const DiskLog careless = without_syncs(
        tape.log, [&](const DiskCall& sync, const DiskCall& next) { return forgets(sync, next, tape.log); });
    ASSERT_LT(careless.size(), tape.log.size());
    EXPECT_GT(cut_often(careless, tape.contents, 150, 42).faults, 0);
}

TEST(PowerCut, FindsOutAStoreThatNeverSyncs) {
    expect_found_out([](const DiskCall&, const DiskCall&, const DiskLog&) { return true; });
}

// PRAGMA synchronous = NORMAL: the log is synced before it is written into the file, not at each commit.
TEST(PowerCut, FindsOutAStoreThatSyncsNormally) {
    expect_found_out([](const DiskCall& sync, const DiskCall& next, const DiskLog& log) {
        return is_log(log, sync.file) && (next.file == sync.file || next.file == 0);
    });
}

TEST(PowerCut, FindsOutADiskThatWithholdsEveryFifthSync) {
    int number = 0;
    expect_found_out([&](const DiskCall&, const DiskCall&, const DiskLog&) { return ++number % 5 == 0; });
}

}  // namespace
}  // namespace xy::store
