// Where data and shipped files are looked for.
#include "base/paths.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

#include "support/folder.h"

namespace xy {
namespace {

namespace fs = std::filesystem;

class Places : public ::testing::Test {
 protected:
    TemporaryFolder own_;
    fs::path folder_ = own_.path();
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

TEST_F(Places, AnInstalledProgramTakesNothingFromAboveItsPrefix) {
    fs::create_directories(folder_ / "questions");
    fs::create_directories(folder_ / "opt" / "kiosk" / "bin");
    fs::create_directories(folder_ / "opt" / "kiosk" / "share" / "xiangyang" / "questions");
    EXPECT_EQ(find_shipped("questions", folder_ / "opt" / "kiosk" / "bin" / "xiangyang"),
              folder_ / "opt" / "kiosk" / "share" / "xiangyang" / "questions");
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

TEST(Documents, LieWhereTheDesktopSays) {
    const auto in = [](const char* text) { return documents_in(text, "/home/li"); };
    EXPECT_EQ(in("# made by the desktop\nXDG_DESKTOP_DIR=\"$HOME/桌面\"\nXDG_DOCUMENTS_DIR=\"$HOME/文档\"\n"),
              "/home/li/文档");
    EXPECT_EQ(in("XDG_DOCUMENTS_DIR=\"/srv/docs\""), "/srv/docs");
    EXPECT_EQ(in("XDG_DOCUMENTS_DIR=\"docs\""), std::nullopt) << "relative ones are not allowed";
    EXPECT_EQ(in("XDG_DOCUMENTS_DIR=\"$HOME/\""), std::nullopt) << "switched off";
    EXPECT_EQ(in("XDG_DOCUMENTS_DIR=\""), std::nullopt) << "cut short";
    EXPECT_EQ(in(""), std::nullopt);
}

TEST_F(Places, DocumentsThatAreNotThereAreNone) {
    ::setenv("HOME", folder_.c_str(), 1);
    ::unsetenv("XDG_CONFIG_HOME");
    EXPECT_EQ(documents_folder(), std::nullopt);
    fs::create_directories(folder_ / ".config");
    std::ofstream(folder_ / ".config" / "user-dirs.dirs") << "XDG_DOCUMENTS_DIR=\"$HOME/文档\"\n";
    EXPECT_EQ(documents_folder(), std::nullopt);
    fs::create_directories(folder_ / "文档");
    EXPECT_EQ(documents_folder(), folder_ / "文档");
    ::unsetenv("HOME");
}

TEST_F(Places, TheProgramKnowsItself) {
    EXPECT_EQ(this_executable().filename(), "test_base");
}

}  // namespace
}  // namespace xy
