// Delivery to a stick: whole or not at all, whatever the stick does.
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>
#include <sys/mount.h>
#include <thread>

#include "base/random.h"
#include "exchange/deliver.h"
#include "exchange/sticks.h"
#include "packages.h"
#include "support/child.h"
#include "support/kill_rounds.h"

namespace xy::exchange {
namespace {

using namespace examples;
using testing::ElementsAre;

bool go_on(double) {
    return true;
}

bool slowly(double) {
    std::this_thread::sleep_for(std::chrono::microseconds(300));
    return true;
}

/// What people see on the stick.
std::vector<fs::path> shown_on(const fs::path& stick) {
    std::vector<fs::path> shown;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(stick, error))
        if (!entry.path().filename().string().starts_with(".")) shown.push_back(entry.path());
    std::sort(shown.begin(), shown.end());
    return shown;
}

/// Whether a folder holds everything that is in `package`, byte by byte, and its checksums.
bool is_whole(const fs::path& folder, const fs::path& package) {
    auto files = contents(folder);
    const bool summed = files.erase("SHA256SUMS") == 1;
    return summed && files == contents(package);
}

class Delivery : public testing::Test {
 protected:
    Delivery() { fs::create_directories(stick()); }
    fs::path stick() const { return filled_.path() / "stick"; }
    std::optional<DeliveryFailure> failure(const Progress& progress = go_on) const {
        try {
            deliver(filled_.package(), stick(), "xiangyang-07", progress);
            return std::nullopt;
        } catch (const DeliveryError& error) {
            return error.reason();
        }
    }
    FilledFolder filled_;
};

TEST_F(Delivery, PutsAWholePackageThereWithChecksumsThatTheSystemUnderstands) {
    std::vector<double> shares;
    const fs::path folder = deliver(filled_.package(), stick(), "xiangyang-07", [&](double share) {
        shares.push_back(share);
        return true;
    });
    EXPECT_EQ(folder, stick() / "xiangyang-07");
    EXPECT_TRUE(is_whole(folder, filled_.package()));
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_EQ(shares.back(), 1.0);
    const std::string check = "cd '" + folder.string() + "' && sha256sum --quiet -c SHA256SUMS";
    EXPECT_EQ(std::system(check.c_str()), 0);
}

TEST_F(Delivery, WhatTheStickGivesBackOtherwiseIsSaidAndGetsNoName) {
    const auto once_all_is_written = [this](double share) {
        if (share <= 0.5) return true;
        for (const auto& part : fs::directory_iterator(stick())) {
            std::string rotten = bytes_of(part.path() / "sessions.csv");
            rotten.back() ^= 1;
            write_bytes(part.path() / "sessions.csv", rotten);
        }
        return true;
    };
    EXPECT_EQ(failure(once_all_is_written), DeliveryFailure::differs);
    EXPECT_TRUE(fs::is_empty(stick()));
}

TEST_F(Delivery, NeverReplacesWhatIsThere) {
    const fs::path first = deliver(filled_.package(), stick(), "xiangyang-07", go_on);
    write_bytes(first / "events.csv", "mine");
    EXPECT_EQ(deliver(filled_.package(), stick(), "xiangyang-07", go_on), stick() / "xiangyang-07-2");
    EXPECT_EQ(deliver(filled_.package(), stick(), "xiangyang-07", go_on), stick() / "xiangyang-07-3");
    EXPECT_EQ(bytes_of(first / "events.csv"), "mine");
}

TEST_F(Delivery, StoppedAnywhereNothingStandsThere) {
    for (int calls = 0; calls < 12; ++calls) {
        int left = calls;
        EXPECT_EQ(failure([&](double) { return left-- > 0; }), DeliveryFailure::cancelled);
        EXPECT_TRUE(fs::is_empty(stick())) << "after " << calls;
    }
}

TEST_F(Delivery, RemovesWhatAnEarlierOneThatWasCutShortHasLeft) {
    fs::create_directories(stick() / ".xiangyang-part-0123");
    write_bytes(stick() / ".xiangyang-part-0123" / "events.csv", "half");
    write_bytes(stick() / "holiday.jpg", "theirs");
    EXPECT_FALSE(failure());
    EXPECT_FALSE(fs::exists(stick() / ".xiangyang-part-0123"));
    EXPECT_EQ(bytes_of(stick() / "holiday.jpg"), "theirs");
}

TEST_F(Delivery, AStickThatIsGoneIsSaidSo) {
    fs::remove_all(stick());
    EXPECT_EQ(failure(), DeliveryFailure::gone);
}

TEST_F(Delivery, AmongManyFilesNobodyWaits) {
    for (int i = 0; i < 20'000; ++i) write_bytes(stick() / ("photo-" + std::to_string(i)), "");
    EXPECT_FALSE(failure());
    EXPECT_TRUE(is_whole(stick() / "xiangyang-07", filled_.package()));
}

TEST_F(Delivery, NoSpaceAtAnyByteLeavesNothingUnderTheFinalName) {
    // Files may not grow beyond a limit: a write then fails half way, as on a full stick.
    for (rlim_t limit = 0; limit < 9'000; limit += 97) {
        const int failed = in_a_child([&] {
            limit_files(limit);
            return failure() == DeliveryFailure::no_room ? 1 : 0;
        });
        const auto shown = shown_on(stick());
        EXPECT_EQ(shown.empty(), failed == 1) << limit;
        for (const fs::path& folder : shown) {
            EXPECT_TRUE(is_whole(folder, filled_.package())) << limit;
            fs::remove_all(folder);
        }
    }
}

/// A small file system of its own, where the system lets us make one.
class SmallStick {
 public:
    SmallStick(fs::path point, int kilobytes) : point_(std::move(point)) {
        fs::create_directories(point_);
        const std::string size = "size=" + std::to_string(kilobytes) + "k";
        mounted_ = ::mount("stick", point_.c_str(), "tmpfs", 0, size.c_str()) == 0;
    }
    ~SmallStick() { pull(); }
    SmallStick(const SmallStick&) = delete;
    SmallStick& operator=(const SmallStick&) = delete;
    bool mounted() const { return mounted_; }
    /// Gone at once, open files and all.
    void pull() {
        if (std::exchange(mounted_, false)) ::umount2(point_.c_str(), MNT_DETACH);
    }

 private:
    fs::path point_;
    bool mounted_;
};

TEST_F(Delivery, ASmallStickOfAnySizeHoldsAllOrNothing) {
    int whole = 0;
    for (int kilobytes = 4; kilobytes <= 400; kilobytes += 4) {
        SmallStick small(stick(), kilobytes);
        if (!small.mounted()) GTEST_SKIP() << "mounting needs privileges";
        const auto failed = failure();
        const auto shown = shown_on(stick());
        EXPECT_EQ(shown.size(), failed ? 0U : 1U) << kilobytes;
        if (failed) {
            EXPECT_EQ(failed, DeliveryFailure::no_room);
        }
        for (const fs::path& folder : shown) whole += is_whole(folder, filled_.package()) ? 1 : 0;
    }
    EXPECT_GT(whole, 5);
}

TEST_F(Delivery, AReadOnlyStickIsSaidSo) {
    SmallStick small(stick(), 1'000);
    if (!small.mounted()) GTEST_SKIP() << "mounting needs privileges";
    ASSERT_EQ(::mount(nullptr, stick().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
    EXPECT_EQ(failure(), DeliveryFailure::read_only);
}

TEST_F(Delivery, PulledAtAnyMomentItHoldsTheOldStateOrTheWholeNewOne) {
    Random random(20260626);
    const fs::path away = filled_.path() / "in-the-pocket";
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_FALSE(failure(slowly));
    const auto takes =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    fs::remove_all(stick());
    const int yanks = 3 * kill_rounds();
    int whole = 0;
    for (int yank = 0; yank < yanks; ++yank) {
        SCOPED_TRACE("yank " + std::to_string(yank));
        fs::remove_all(away);
        fs::create_directories(stick());
        write_bytes(stick() / "holiday.jpg", "theirs");
        // By another hand: the folder is somewhere else from one moment to the next.
        const auto delay =
            std::chrono::microseconds(random.below(static_cast<std::uint64_t>(2 * takes.count())));
        std::thread hand([&] {
            std::this_thread::sleep_for(delay);
            fs::rename(stick(), away);
        });
        const auto failed = failure(slowly);
        hand.join();
        const auto shown = shown_on(away);
        for (const fs::path& path : shown) {
            if (fs::is_directory(path)) {
                EXPECT_TRUE(is_whole(path, filled_.package()));
            }
        }
        const bool delivered = shown.size() == 2;
        EXPECT_TRUE(failed || delivered) << "said to be there, and is not";
        EXPECT_EQ(bytes_of(away / "holiday.jpg"), "theirs");
        whole += delivered ? 1 : 0;
        fs::remove_all(stick());
    }
    std::cout << yanks << " yanks: " << whole << " times whole, " << yanks - whole << " times nothing\n";
    EXPECT_GT(whole, 0);
    EXPECT_LT(whole, yanks);
}

TEST_F(Delivery, AStickThatVanishesUnderOpenFilesEndsInFiniteTime) {
    Random random(7);
    for (int round = 0; round < 3 * kill_rounds(); ++round) {
        SmallStick small(stick(), 2'000);
        if (!small.mounted()) GTEST_SKIP() << "mounting needs privileges";
        const auto delay = std::chrono::microseconds(random.below(12'000));
        std::thread hand([&] {
            std::this_thread::sleep_for(delay);
            small.pull();
        });
        static_cast<void>(failure(slowly));
        hand.join();
        for (const fs::path& folder : shown_on(stick())) {
            EXPECT_TRUE(is_whole(folder, filled_.package()));
            fs::remove_all(folder);
        }
    }
}

// ---- finding them ----------------------------------------------------------------------------------------

TEST(Sticks, AreTheMountedMediaOnceWithTheirRealNames) {
    const char* mountinfo =
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "30 22 8:17 / /media/wang/MY\\040STICK rw,nosuid shared:5 - vfat /dev/sdb1 rw\n"
        "31 22 8:33 / /run/media/wang/B rw - exfat /dev/sdc1 rw\n"
        "32 22 8:33 / /run/media/wang/B rw - exfat /dev/sdc1 rw\n"
        "33 22 0:40 / /mnt/net rw - nfs4 server:/x rw\n"
        "34 22 0:41 / /media/tmp rw - tmpfs tmpfs rw\n"
        "35 22 0:42 / /mediaother/x rw - vfat /dev/sdd1 rw\n"
        "nonsense\n";
    EXPECT_THAT(mounted_media(mountinfo), ElementsAre(MountedMedium{"/media/wang/MY STICK", "8:17"},
                                                      MountedMedium{"/run/media/wang/B", "8:33"}));
    EXPECT_TRUE(mounted_media("").empty());
}

/// A folder in the shape of /sys: a disk in the computer, a stick, a disk on USB, a memory card.
TEST(Sticks, AreWhatCanBeTakenAway) {
    const TemporaryFolder sys;
    const auto disk = [&](const std::string& number, const std::string& path, const std::string& removable,
                          const std::string& type) {
        const fs::path folder = sys.path() / "devices" / path;
        fs::create_directories(folder / "part1");
        fs::create_directories(folder / "device");
        write_bytes(folder / "removable", removable + "\n");
        write_bytes(folder / "device/type", type + "\n");
        write_bytes(folder / "part1/partition", "1\n");
        fs::create_directories(sys.path() / "dev/block");
        fs::create_symlink(folder / "part1", sys.path() / "dev/block" / number);
    };
    disk("8:1", "pci0/ata1/block/sda", "0", "0");
    disk("8:17", "pci0/block/sdb", "1", "0");
    disk("8:33", "pci0/usb2/2-1/block/sdc", "0", "0");
    disk("179:1", "platform/mmc_host/mmc1/block/mmcblk1", "0", "SD");
    EXPECT_FALSE(is_removable(sys.path(), "8:1"));
    for (const char* number : {"8:17", "8:33", "179:1"})
        EXPECT_TRUE(is_removable(sys.path(), number)) << number;
    EXPECT_FALSE(is_removable(sys.path(), "0:40")) << "no device at all";
}

TEST(Sticks, OfAFolderAreItsFoldersByName) {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "B");
    fs::create_directories(folder.path() / "A");
    write_bytes(folder.path() / "file", "");
    const auto sticks = find_sticks(folder.path());
    ASSERT_EQ(sticks.size(), 2U);
    EXPECT_EQ(sticks[0].label, "A");
    EXPECT_GT(sticks[0].free_bytes, 0U);
    EXPECT_TRUE(sticks[0].writable);
    EXPECT_TRUE(find_sticks(folder.path() / "nowhere").empty());
}

}  // namespace
}  // namespace xy::exchange
