// What the kiosk keeps is its owner's alone.
#include "base/private_file.h"

#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <system_error>

#include "support/folder.h"

namespace xy {
namespace {

namespace fs = std::filesystem;

unsigned mode_of(const fs::path& path) {
    struct stat facts {};
    EXPECT_EQ(::lstat(path.c_str(), &facts), 0) << path;
    return facts.st_mode & 07777U;
}

/// A lax umask, for as long as it lives.
class LaxUmask {
 public:
    LaxUmask() : before_(::umask(0)) {}
    ~LaxUmask() { ::umask(before_); }
    LaxUmask(const LaxUmask&) = delete;
    LaxUmask& operator=(const LaxUmask&) = delete;

 private:
    mode_t before_;
};

TEST(PrivateFile, IsItsOwnersUnderALaxUmask) {
    const LaxUmask lax;
    const TemporaryFolder folder;
    make_private_folder(folder.path() / "a" / "b");
    EXPECT_EQ(mode_of(folder.path() / "a" / "b"), 0700U);
    write_private_file(folder.path() / "a" / "b" / "file", "one");
    EXPECT_EQ(mode_of(folder.path() / "a" / "b" / "file"), 0600U);
    write_private_file(folder.path() / "a" / "b" / "file", "two");
    EXPECT_EQ(bytes_of(folder.path() / "a" / "b" / "file"), "two");
    EXPECT_EQ(contents(folder.path() / "a" / "b").size(), 1U);
}

TEST(PrivateFile, WhatCannotBeWrittenLeavesTheOldOne) {
    const TemporaryFolder folder;
    EXPECT_THROW(write_private_file(folder.path() / "nowhere" / "file", "x"), std::system_error);
    fs::create_directories(folder.path() / "file" / "inside");
    EXPECT_THROW(write_private_file(folder.path() / "file", "x"), std::system_error);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(PrivateFile, IsReadToItsEndOrNotAtAll) {
    const TemporaryFolder folder;
    EXPECT_EQ(read_small_file(folder.path() / "none", 10), std::nullopt);
    write_bytes(folder.path() / "ten", "0123456789");
    EXPECT_EQ(read_small_file(folder.path() / "ten", 10), "0123456789");
    EXPECT_THROW(read_small_file(folder.path() / "ten", 9), std::system_error);
    EXPECT_THROW(read_small_file(folder.path(), 9), std::system_error);
}

TEST(Tighten, TakesOnlyWhatIsOurs) {
    constexpr std::array<std::string_view, 2> names{"ours", "box"};
    const LaxUmask lax;
    const TemporaryFolder folder;
    ::chmod(folder.path().c_str(), 0755);
    folder.write("ours.db", "x");
    folder.write("box/deep/file", "x");
    folder.write("theirs", "x");
    folder.write("other/ours.db", "x");
    fs::create_symlink(folder.path() / "theirs", folder.path() / "ours-link");
    tighten(folder.path(), names);
    EXPECT_EQ(mode_of(folder.path()), 0700U);
    EXPECT_EQ(mode_of(folder.path() / "ours.db"), 0600U);
    EXPECT_EQ(mode_of(folder.path() / "box"), 0700U);
    EXPECT_EQ(mode_of(folder.path() / "box" / "deep" / "file"), 0600U);
    EXPECT_EQ(mode_of(folder.path() / "theirs"), 0666U);
    EXPECT_EQ(mode_of(folder.path() / "other" / "ours.db"), 0666U);
    ::chmod(folder.path().c_str(), 01777);
    tighten(folder.path(), names);
    EXPECT_EQ(mode_of(folder.path()), 01777U) << "shared on purpose";
}

}  // namespace
}  // namespace xy
