// Where data and shipped files are looked for.
#include "content/places.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <unistd.h>

namespace xy::content {
namespace {

namespace fs = std::filesystem;

class Places : public ::testing::Test {
 protected:
    Places() {
        std::string name = (fs::temp_directory_path() / "xiangyang-places-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~Places() override { fs::remove_all(folder_); }

    fs::path folder_;
};

TEST_F(Places, ABuiltProgramFindsTheFilesOfItsSourceTree) {
    fs::create_directories(folder_ / "build" / "release" / "bin");
    fs::create_directories(folder_ / "questions");
    const auto found = find_shipped("questions", folder_ / "build" / "release" / "bin" / "xiangyang");
    EXPECT_EQ(found, folder_ / "questions");
}

TEST_F(Places, AnInstalledProgramFindsItsShare) {
    fs::create_directories(folder_ / "usr" / "bin");
    fs::create_directories(folder_ / "usr" / "share" / "xiangyang" / "kiosk-config");
    const auto found = find_shipped("kiosk-config", folder_ / "usr" / "bin" / "xiangyang");
    EXPECT_EQ(found, folder_ / "usr" / "share" / "xiangyang" / "kiosk-config");
    EXPECT_EQ(find_shipped("questions", folder_ / "usr" / "bin" / "xiangyang"), std::nullopt);
}

TEST_F(Places, TheDataLiesWhereTheUserSaysOrAtHome) {
    ::setenv("XDG_DATA_HOME", "/somewhere", 1);
    EXPECT_EQ(default_data_folder(), "/somewhere/xiangyang");
    ::setenv("XDG_DATA_HOME", "relative", 1);
    ::setenv("HOME", "/home/li", 1);
    EXPECT_EQ(default_data_folder(), "/home/li/.local/share/xiangyang");
    ::unsetenv("XDG_DATA_HOME");
    ::unsetenv("HOME");
    EXPECT_EQ(default_data_folder(), "");
}

TEST_F(Places, TheProgramKnowsItself) {
    EXPECT_EQ(this_executable().filename(), "test_content");
}

}  // namespace
}  // namespace xy::content
