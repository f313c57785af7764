// The power is cut: what was acknowledged is there, and nothing that nobody said.
//
// XY_CUTS says how often (scripts/faults). A disk that forgets syncs, or a store that asks for fewer, must be
// found out by the same test.
#include "support/power_cut.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>

#include "store/disk_log.h"
#include "store/examples.h"
#include "store/faults_workload.h"
#include "support/folder_in_memory.h"

namespace xy::store {
namespace {

namespace fs = std::filesystem;
using What = DiskCall::What;

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

/// What is wrong with the store in a folder after a cut; empty when nothing is.
FaultAfterCut fault_of_store(const std::vector<std::string>& contents) {
    return [&contents](const fs::path& folder, int acknowledged) -> std::string {
        try {
            Store store = Store::open(folder);
            if (store.opening().set_aside) return "it was set aside as damaged";
            if (!store.losses().empty()) return "it says that " + describe(store.losses()[0]);
            const std::string found = contents_of(store);
            const auto told = static_cast<std::size_t>(acknowledged);
            if (found == contents[told]) return {};
            // The step under way when the power went may be there or not.
            if (told + 1 < contents.size() && found == contents[told + 1]) return {};
            return "it holds\n" + found + "instead of\n" + contents[told];
        } catch (const StoreError& error) {
            return std::string("it does not open: ") + error.what();
        }
    };
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
        const auto share = static_cast<std::int64_t>(cuts_asked_for()) *
                               static_cast<std::int64_t>(tapes[i].log.size()) /
                               static_cast<std::int64_t>(calls) +
                           1;
        const Cuts cuts =
            cut_often(tapes[i].log, static_cast<int>(share), 1'700 + i, fault_of_store(tapes[i].contents));
        EXPECT_EQ(cuts.faults, 0) << workloads[i].name << ", " << cuts.tried
                                  << " cuts; first: " << cuts.first;
        all += cuts.tried;
    }
    std::cout << all << " cuts in " << calls << " calls of " << workloads.size() << " workloads\n";
}

// 6 of 8,471 cuts: the first page of a new file was torn, and the store was set aside as damaged, though the
// journal beside it says that there was nothing before.
TEST(PowerCut, AFirstPageThatIsTornIsNoDamage) {
    const Tape tape = record(day_at_the_booth());
    const auto first_page = std::find_if(tape.log.begin(), tape.log.end(), [](const DiskCall& call) {
        return call.what == What::write && call.bytes.size() == 4'096;
    });
    ASSERT_NE(first_page, tape.log.end());
    Disk disk;
    for (auto call = tape.log.begin(); call <= first_page; ++call) disk.take(*call);
    Random random(1);
    for (int i = 0; i < 40; ++i)
        for (const Unsynced unsynced : {Unsynced::torn, Unsynced::reordered, Unsynced::garbled}) {
            const FolderInMemory folder;
            disk.cut(folder.path(), unsynced, random);
            EXPECT_EQ(fault_of_store(tape.contents)(folder.path(), 0), "") << i;
        }
}

bool has_name(const DiskLog& log, std::size_t file, std::string_view end) {
    return std::any_of(log.begin(), log.end(), [&](const DiskCall& call) {
        return call.what == What::create && call.file == file && call.name.ends_with(end);
    });
}

/// The same cuts, of a log without some of its syncs, find faults.
void expect_found_out(const std::function<bool(const DiskCall&, const DiskCall&, const DiskLog&)>& forgets) {
    const Tape tape = record(day_at_the_booth());
    const DiskLog careless = without_syncs(
        tape.log, [&](const DiskCall& sync, const DiskCall& next) { return forgets(sync, next, tape.log); });
    ASSERT_LT(careless.size(), tape.log.size());
    EXPECT_GT(cut_often(careless, 150, 42, fault_of_store(tape.contents)).faults, 0);
}

TEST(PowerCut, FindsOutAStoreThatNeverSyncs) {
    expect_found_out([](const DiskCall&, const DiskCall&, const DiskLog&) { return true; });
}

// PRAGMA synchronous = NORMAL: the log is synced before it is written into the file, not at each commit.
TEST(PowerCut, FindsOutAStoreThatSyncsNormally) {
    expect_found_out([](const DiskCall& sync, const DiskCall& next, const DiskLog& log) {
        return has_name(log, sync.file, "-wal") && !has_name(log, next.file, ".db");
    });
}

TEST(PowerCut, FindsOutADiskThatWithholdsEveryFifthSync) {
    int number = 0;
    expect_found_out([&](const DiskCall&, const DiskCall&, const DiskLog&) { return ++number % 5 == 0; });
}

}  // namespace
}  // namespace xy::store
