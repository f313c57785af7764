// Whatever stands under the name that was given, reading it ends.
#include "base/regular_file.h"

#include <cerrno>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/folder.h"

namespace xy {
namespace {

TEST(RegularFile, IsReadWholeUpToItsBound) {
    const TemporaryFolder folder;
    const auto file = folder.write("a", std::string("12\0"
                                                    "4",
                                                    4));
    EXPECT_EQ(read_regular_file(file, 4).bytes, std::string("12\0"
                                                            "4",
                                                            4));
    EXPECT_EQ(read_regular_file(file, 3).fault, FileFault::too_large);
    EXPECT_EQ(read_regular_file(folder.write("empty", ""), 0).fault, FileFault::none);
}

TEST(RegularFile, NothingElseIsWaitedFor) {
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
    for (const std::filesystem::path& file :
         {folder.path() / "pipe", folder.path(), std::filesystem::path("/dev/zero")})
        EXPECT_EQ(read_regular_file(file, 100).fault, FileFault::no_file) << file;
    const FileBytes none = read_regular_file(folder.path() / "none", 100);
    EXPECT_EQ(none.fault, FileFault::unreadable);
    EXPECT_EQ(none.reason, ENOENT);
}

}  // namespace
}  // namespace xy
