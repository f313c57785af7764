// A medium that cannot be read for a while: the staff is called, nothing is renamed, and the kiosk goes on by
// itself when it can.
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <signal.h>

#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"
#include "support/folder.h"
#include "support/shell.h"

namespace xy::end_to_end {
namespace {

namespace fs = std::filesystem;

class FailingDisk : public testing::Test {
 protected:
    void SetUp() override {
        const Ran made = run({XY_BIN_DIR "/xiangyang", "simulate", "--sessions", "40", "--data", data_});
        ASSERT_EQ(made.exit_code, 0) << made.err;
    }

    std::string environment() const {
        // Under the sanitizers, whose library does not like to come second.
        return "export ASAN_OPTIONS=\"$ASAN_OPTIONS:verify_asan_link_order=0\" XY_DISK_FAILS=" +
               word(fails_) + " LD_PRELOAD=" + word(XY_FAILING_DISK) + ";";
    }
    RunningKiosk::Setting setting(std::vector<std::string> options = {}) const {
        return {.data = data_,
                .config = own_.config,
                .questions = own_.questions,
                .options = std::move(options),
                .before = environment()};
    }
    void fail(const std::string& number = "") const { std::ofstream(fails_) << number; }
    void work_again() const { fs::remove(fails_); }

    void expect_everything_there(int more = 0) const {
        for (const auto& entry : fs::directory_iterator(data_))
            EXPECT_EQ(entry.path().filename().string().find("damaged"), std::string::npos) << entry.path();
        const Ran verified = run({XY_BIN_DIR "/xiangyang", "participation", "--json", "--data", data_});
        ASSERT_EQ(verified.exit_code, 0) << verified.err;
        int started = 0;
        for (const auto& row : nlohmann::json::parse(verified.out)) started += row["started"].get<int>();
        EXPECT_EQ(started, 40 + more);
    }

    TemporaryFolder folder_;
    fs::path data_ = folder_.path() / "data";
    fs::path fails_ = folder_.path() / "fails";
    OwnConfig own_{folder_.path(), quiz_steps};
};

TEST_F(FailingDisk, TheStaffIsCalledAndTheKioskGoesOnByItself) {
    fail();
    RunningKiosk kiosk(setting());
    kiosk.wait_for_widget("staff.retry");
    kiosk.press("ctrl+alt+p");
    kiosk.wait_for_xdotool();
    EXPECT_NE(kiosk.now()->widget("staff.retry"), nullptr) << "no way to the panel";
    work_again();
    kiosk.wait_for_widget("attract.start");
    kiosk.wait_until("no staff screen", [](const Shown& s) { return s.widget("staff.retry") == nullptr; });
    kiosk.send(SIGTERM);
    EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    expect_everything_there();
}

TEST_F(FailingDisk, OneReadThatFailsLosesSightOfNothing) {
    for (const char* number : {"1", "3", "7", "12"}) {
        fail(number);
        RunningKiosk kiosk(setting());
        kiosk.wait_until("the attract screen", [](const Shown& s) {
            return s.widget("attract.start") != nullptr && s.widget("attract.start")->enabled &&
                   s.widget("staff.retry") == nullptr;
        });
        kiosk.kill_at_once();
        work_again();
        expect_everything_there();
    }
}

TEST_F(FailingDisk, AnAutomaticVisitorDoesNotWaitForEver) {
    fail();
    RunningKiosk kiosk(setting({"--autoplay", "1"}));
    EXPECT_EQ(kiosk.wait_for_exit(Seconds(30)), 1);
    work_again();
    expect_everything_there();
}

TEST_F(FailingDisk, ACommandSaysThatItCouldNotReadAndTouchesNothing) {
    fail();
    const auto before = contents(data_);
    for (const char* verb : {"participation", "stats", "verify", "event list", "export --out never"}) {
        const Ran ran = run({"bash", "-c",
                             environment() + " cd " + word(folder_.path()) + "; exec " +
                                 word(XY_BIN_DIR "/xiangyang") + " " + verb + " --data " + word(data_)});
        EXPECT_EQ(ran.exit_code, 1) << verb;
        EXPECT_THAT(ran.err, testing::HasSubstr("could not be read this time")) << verb;
        EXPECT_EQ(contents(data_), before) << verb;
    }
    EXPECT_FALSE(fs::exists(folder_.path() / "never"));
    work_again();
    expect_everything_there();
}

}  // namespace
}  // namespace xy::end_to_end
