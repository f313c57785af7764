// The two copies of the PINs: after the loss of one the other counts; after the loss of both the panel is
// closed.
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <sys/stat.h>

#include "credentials/copies.h"
#include "credentials/credentials_file.h"
#include "support/folder.h"

namespace xy::credentials {
namespace {

namespace fs = std::filesystem;
using access::Credentials;
using access::FileState;
using access::PinStatus;

const Credentials both_set{
    .volunteer = "hash v", .organizer = "hash o", .recovery = "hash r", .wrong = 3, .lost = false};

unsigned rights_of(const fs::path& file) {
    struct stat facts {};
    EXPECT_EQ(::lstat(file.c_str(), &facts), 0) << file;
    return facts.st_mode & 0777U;
}

TEST(CredentialsFile, SaysWhatWasKept) {
    const TemporaryFolder folder;
    save(folder.path(), both_set);
    EXPECT_EQ(load(folder.path()).state, FileState::whole);
    EXPECT_EQ(load(folder.path()).credentials, both_set);
    EXPECT_EQ(rights_of(folder.path() / "access.json"), 0600U);
    save(folder.path(), {});
    EXPECT_EQ(load(folder.path()).credentials, Credentials{});
}

TEST(CredentialsFile, NoFlippedBitAndNoCutIsTakenForTheFile) {
    const TemporaryFolder folder;
    save(folder.path(), both_set);
    const fs::path file = folder.path() / "access.json";
    const std::string healthy = bytes_of(file);
    for (std::size_t at = 0; at < healthy.size(); ++at)
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string bytes = healthy;
            bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
            write_bytes(file, bytes);
            const access::Found found = load(folder.path());
            // A changed blank, or a key whose value was empty anyway.
            EXPECT_TRUE(found.state != FileState::whole || found.credentials == both_set) << at << " " << bit;
        }
    for (std::size_t size = 0; size + 2 < healthy.size(); ++size) {
        write_bytes(file, healthy.substr(0, size));
        EXPECT_EQ(load(folder.path()).state, FileState::damaged) << size;
    }
    write_bytes(file, std::string(1'000'000, '{'));
    EXPECT_EQ(load(folder.path()).state, FileState::damaged);
    fs::remove(file);
    EXPECT_EQ(load(folder.path()).state, FileState::absent);
    fs::create_directory(file);
    EXPECT_EQ(load(folder.path()).state, FileState::damaged);
}

TEST(CredentialsFile, OnlyANewFolderSaysThatNoPinWasEverSet) {
    const TemporaryFolder folder;
    const fs::path fresh = folder.path() / "deep" / "data";
    begin(fresh);
    EXPECT_EQ(load_copies(fresh, nullptr).status, PinStatus::never_set);
    EXPECT_EQ(rights_of(fresh), 0700U);
    begin(folder.path());  // something is in it
    EXPECT_EQ(load(folder.path()).state, FileState::absent);
    EXPECT_EQ(load_copies(folder.path(), nullptr).status, PinStatus::lost);
    fs::remove(fresh / "access.json");
    write_bytes(fresh / "xiangyang-kiosk.log", "");
    begin(fresh);
    EXPECT_EQ(load_copies(fresh, nullptr).status, PinStatus::lost) << "a log is left of its use";
}

TEST(Copies, EachStandsInForTheOther) {
    for (const char* lost : {"access.json", "xiangyang.db"}) {
        SCOPED_TRACE(lost);
        const TemporaryFolder folder;
        begin(folder.path());
        {
            store::Store store = store::Store::open(folder.path());
            keep(folder.path(), &store, both_set);
        }
        fs::remove(folder.path() / lost);
        {
            store::Store store = store::Store::open(folder.path());
            const Copies copies = load_copies(folder.path(), &store);
            EXPECT_EQ(copies.status, PinStatus::set);
            EXPECT_EQ(copies.credentials.volunteer, both_set.volunteer);
            EXPECT_EQ(copies.credentials.organizer, both_set.organizer);
            EXPECT_EQ(copies.credentials.wrong, 3) << "no lock is shortened";
            restore(folder.path(), store, copies);
            EXPECT_EQ(store.pin_hash("organizer"), both_set.organizer);
            EXPECT_EQ(store.wrong_tries(), 3);
        }
        EXPECT_EQ(load(folder.path()).credentials.organizer, both_set.organizer);
    }
}

TEST(Copies, ADamagedFileGivesWayToTheStore) {
    const TemporaryFolder folder;
    store::Store store = store::Store::open(folder.path());
    keep(folder.path(), &store, both_set);
    std::string bytes = bytes_of(folder.path() / "access.json");
    bytes[bytes.find("hash o") + 5] = 'p';
    write_bytes(folder.path() / "access.json", bytes);
    EXPECT_EQ(load_copies(folder.path(), &store).credentials.organizer, both_set.organizer);
}

TEST(Copies, WithNoneLeftThePinsAreLostForGood) {
    const TemporaryFolder folder;
    begin(folder.path());
    {
        store::Store store = store::Store::open(folder.path());
        keep(folder.path(), &store, both_set);
    }
    fs::remove(folder.path() / "access.json");
    fs::remove(folder.path() / "xiangyang.db");
    write_bytes(folder.path() / "xiangyang-kiosk.log", "a line");
    for (int start = 0; start < 3; ++start) {
        begin(folder.path());
        store::Store store = store::Store::open(folder.path());
        const Copies copies = load_copies(folder.path(), &store);
        EXPECT_EQ(copies.status, PinStatus::lost) << start;
        restore(folder.path(), store, copies);
        Credentials tried = copies.credentials;
        ++tried.wrong;
        keep(folder.path(), &store, tried);
        EXPECT_EQ(load_copies(folder.path(), &store).credentials.wrong, start + 1);
    }
    keep(folder.path(), nullptr, both_set);
    EXPECT_EQ(load_copies(folder.path(), nullptr).status, PinStatus::set);
}

TEST(Copies, TheFileIsAheadWhenOnlyItWasWritten) {
    const TemporaryFolder folder;
    store::Store store = store::Store::open(folder.path());
    keep(folder.path(), &store, both_set);
    Credentials changed = both_set;
    changed.organizer = "another hash";
    save(folder.path(), changed);
    const Copies copies = load_copies(folder.path(), &store);
    EXPECT_EQ(copies.credentials.organizer, "another hash");
    restore(folder.path(), store, copies);
    EXPECT_EQ(store.pin_hash("organizer"), "another hash");
}

TEST(Copies, AStoreOfAnEarlierVersionGivesItsPinsToTheFile) {
    const TemporaryFolder folder;
    store::Store store = store::Store::open(folder.path());
    store.set_pin_hash("volunteer", "v");
    store.set_pin_hash("organizer", "o");
    const Copies copies = load_copies(folder.path(), &store);
    EXPECT_EQ(copies.status, PinStatus::set);
    restore(folder.path(), store, copies);
    EXPECT_EQ(load(folder.path()).credentials.volunteer, "v");
}

}  // namespace
}  // namespace xy::credentials
