// The power is cut, or the disk says no, while PINs are written: the old ones or the new ones are there,
// never none.
#include "support/power_cut.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <gtest/gtest.h>
#include <iostream>
#include <system_error>
#include <vector>

#include "credentials/copies.h"
#include "credentials/credentials_file.h"
#include "credentials/watched_file.h"
#include "support/folder.h"
#include "support/folder_in_memory.h"

namespace xy::credentials {
namespace {

namespace fs = std::filesystem;
using access::Credentials;
using What = DiskCall::What;

/// What is kept one after the other, from the first setting of the PINs on.
std::vector<Credentials> days_at_the_booth() {
    const auto hash = [](char c) { return "$argon2id$v=19$m=65536,t=8,p=1$" + std::string(66, c); };
    Credentials now;
    std::vector<Credentials> all;
    const auto keep = [&](auto change) {
        change();
        all.push_back(now);
    };
    keep([&] { now.volunteer = hash('v'); });
    keep([&] {
        now.organizer = hash('o');
        now.recovery = hash('r');
    });
    for (int day = 0; day < 4; ++day) {
        for (int wrong = 1; wrong < 4; ++wrong) keep([&] { now.wrong = wrong; });
        keep([&] { now.wrong = 0; });
        keep([&] { now.volunteer = hash(static_cast<char>('a' + day)); });
        keep([&] {
            now.organizer = hash(static_cast<char>('k' + day));
            now.recovery = hash(static_cast<char>('A' + day));
        });
    }
    return all;
}

/// What it asks of the disk, in a new folder; each setting is acknowledged.
DiskLog recorded(const std::vector<Credentials>& days) {
    const FolderInMemory folder;
    WatchedFile file(folder.path(), "access");
    begin(folder.path());
    for (const Credentials& kept : days) {
        keep(folder.path(), nullptr, kept);
        file.acknowledge();
    }
    return file.log();
}

/// Without the store's copy, which would hide what is wrong with this one.
FaultAfterCut fault_of(const std::vector<Credentials>& days) {
    return [&days](const fs::path& folder, int acknowledged) -> std::string {
        const auto told = static_cast<std::size_t>(acknowledged);
        const access::Found found = load(folder);
        // Whoever was not yet told that the first PIN is kept sets it again.
        if (told > 0 && found.state != access::FileState::whole) return "no PIN is left";
        const bool old = told > 0 && found.credentials == days[told - 1];
        const bool next = told < days.size() && found.credentials == days[told];
        if (told > 0 && !old && !next) return "other PINs than were set";
        const auto& code = days[std::max<std::size_t>(told, 1) - 1].recovery;
        if (told > 0 && !next && code && !found.recovery) return "no copy of the recovery code is left";
        // It goes on from there.
        keep(folder, nullptr, days.back());
        if (load(folder).credentials != days.back()) return "it cannot be written any more";
        return {};
    };
}

TEST(PowerCut, LeavesTheOldPinsOrTheNewOnes) {
    const std::vector<Credentials> days = days_at_the_booth();
    const DiskLog log = recorded(days);
    ASSERT_GT(log.size(), 5 * days.size()) << "the disk was not watched";
    const Cuts cuts = cut_often(log, cuts_asked_for(), 4'711, fault_of(days));
    EXPECT_EQ(cuts.faults, 0) << cuts.tried << " cuts; first: " << cuts.first;
    std::cout << cuts.tried << " cuts in " << log.size() << " calls\n";
}

TEST(PowerCut, FindsOutPinsThatAreNotSynced) {
    const std::vector<Credentials> days = days_at_the_booth();
    const DiskLog careless =
        without_syncs(recorded(days), [](const DiskCall&, const DiskCall&) { return true; });
    EXPECT_GT(cut_often(careless, 150, 42, fault_of(days)).faults, 0);
}

TEST(PowerCut, FindsOutADiskThatWithholdsEveryFifthSync) {
    const std::vector<Credentials> days = days_at_the_booth();
    int number = 0;
    const DiskLog careless =
        without_syncs(recorded(days), [&](const DiskCall&, const DiskCall&) { return ++number % 5 == 0; });
    EXPECT_GT(cut_often(careless, 500, 42, fault_of(days)).faults, 0);
}

TEST(PowerCut, FindsOutAFolderThatIsNotSynced) {
    const std::vector<Credentials> days = days_at_the_booth();
    DiskLog careless = recorded(days);
    const auto first = std::find_if(careless.begin(), careless.end(),
                                    [](const DiskCall& call) { return call.what == What::sync_folder; });
    careless.erase(std::remove_if(first + 1, careless.end(),
                                  [](const DiskCall& call) { return call.what == What::sync_folder; }),
                   careless.end());
    EXPECT_GT(cut_often(careless, 150, 42, fault_of(days)).faults, 0);
}

TEST(FailingCall, LeavesTheOldPinsOrTheNewOnes) {
    constexpr std::array errors{EIO, ENOSPC, EDQUOT, EROFS, EMFILE};
    const std::vector<Credentials> days = days_at_the_booth();
    const Credentials& before = days[days.size() - 2];
    const Credentials& after = days.back();
    int calls = 1;
    for (int nth = 1; nth <= calls; ++nth)
        for (const int error : errors) {
            SCOPED_TRACE("call " + std::to_string(nth) + ", errno " + std::to_string(error));
            const FolderInMemory folder;
            keep(folder.path(), nullptr, before);
            bool kept = true;
            {
                WatchedFile file(folder.path(), "access");
                file.fail(nth, error);
                try {
                    keep(folder.path(), nullptr, after);
                    calls = std::max(calls, file.calls());
                } catch (const std::system_error& failure) {
                    kept = false;
                    EXPECT_EQ(failure.code().value(), error);
                    calls = std::max(calls, nth + 1);
                }
            }
            const access::Found found = load(folder.path());
            EXPECT_EQ(found.state, access::FileState::whole);
            EXPECT_TRUE(found.credentials == after || (!kept && found.credentials == before));
            keep(folder.path(), nullptr, after);
            EXPECT_EQ(load(folder.path()).credentials, after);
            EXPECT_EQ(load(folder.path()).recovery, after.recovery);
            EXPECT_EQ(contents(folder.path()).size(), 2U) << "nothing else is left";
        }
    EXPECT_GT(calls, 8);
}

}  // namespace
}  // namespace xy::credentials
