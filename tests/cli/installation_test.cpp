// What `cmake --install` copies works without the source tree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"
#include "support/folder.h"
#include "support/shell.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Installation : public ::testing::Test {
 protected:
    Installation() {
        const std::string build = fs::path(XY_BIN_DIR).parent_path().string();
        const std::string command = "cmake --install " + word(build) + " --prefix " + word(prefix()) + " >" +
                                    word(folder_.path() / "log") + " 2>&1";
        installed_ = std::system(command.c_str()) == 0;
    }

    fs::path prefix() const { return folder_.path() / "prefix"; }
    fs::path shared() const { return prefix() / "share" / "xiangyang"; }

    /// Runs `xiangyang config check` of the installation in an empty folder; errors are in `out` too.
    program::Result config_check() const {
        const fs::path out = folder_.path() / "out";
        fs::create_directories(folder_.path() / "empty");
        const std::string command = "cd " + word(folder_.path() / "empty") + " && " +
                                    word(prefix() / "bin" / "xiangyang") + " config check >" + word(out) +
                                    " 2>&1";
        const int status = std::system(command.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(out), ""};
    }

    TemporaryFolder folder_;
    bool installed_ = false;
};

TEST_F(Installation, HoldsEverythingThatIsShipped) {
    ASSERT_TRUE(installed_) << bytes_of(folder_.path() / "log");
    for (const char* file :
         {"bin/xiangyang", "bin/xiangyang-kiosk", "share/xiangyang/questions/bank.schema.json",
          "share/xiangyang/kiosk-config/kiosk.json", "share/xiangyang/assets/rules/law-facts.json",
          "share/xiangyang/assets/schema/report.schema.json", "share/man/man1/xiangyang.1",
          "share/man/man1/xiangyang-kiosk.1", "share/bash-completion/completions/xiangyang"})
        EXPECT_TRUE(fs::is_regular_file(prefix() / file)) << file;
}

TEST_F(Installation, FindsItsOwnQuestionsAndConfiguration) {
    ASSERT_TRUE(installed_) << bytes_of(folder_.path() / "log");
    EXPECT_EQ(config_check().exit_code, 0) << config_check().out;
    write_bytes(shared() / "kiosk-config" / "kiosk.json", "{");
    const program::Result broken = config_check();
    EXPECT_NE(broken.exit_code, 0) << "it read another configuration than its own";
    EXPECT_THAT(broken.out, HasSubstr((shared() / "kiosk-config").string()));
}

}  // namespace
}  // namespace xy::cli
