// How the kiosk refuses: in words, with the right exit code.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"
#include "support/shell.h"

namespace xy::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kiosk_program = XY_BIN_DIR "/xiangyang-kiosk";

TEST(KioskCommandLine, HelpIsHelpful) {
    const Ran ran = run({kiosk_program, "--help"});
    EXPECT_EQ(ran.exit_code, 0);
    for (const char* option :
         {"--data", "--config", "--window", "--lang", "--seed", "--autoplay", "--screenshots", "--probe"})
        EXPECT_THAT(ran.out, HasSubstr(option));
}

TEST(KioskCommandLine, AnUnknownOptionIsAUsageError) {
    const Ran ran = run({kiosk_program, "--autopilot"});
    EXPECT_EQ(ran.exit_code, 2);
    EXPECT_THAT(ran.err, HasSubstr("--autopilot"));
}

TEST(KioskCommandLine, WithoutAHomeItAsksForAFolder) {
    const TemporaryFolder folder;
    const Ran ran = run({"bash", "-c", "cd " + word(folder.path()) + "; exec env -i " + word(kiosk_program)});
    EXPECT_EQ(ran.exit_code, 2);
    EXPECT_THAT(ran.err, HasSubstr("name a data folder with --data DIR"));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

/// SDL would draw into memory, and the booth would seem to run.
TEST(KioskStart, WithoutADisplayItSaysSoAndEnds) {
    const TemporaryFolder folder;
    const Ran ran =
        run({"bash", "-c",
             "unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER; exec timeout 20 " + word(kiosk_program) +
                 " --data " + word(folder.path() / "data") +
                 " --config " XY_SOURCE_DIR "/kiosk-config --questions " XY_SOURCE_DIR "/questions"});
    EXPECT_EQ(ran.exit_code, 1);
    EXPECT_THAT(ran.err, HasSubstr("there is no display"));
}

TEST(KioskStart, RefusesDataThatAnotherKioskUses) {
    const TemporaryFolder folder;
    RunningKiosk first({.data = folder.path() / "data"});
    first.wait_for("attract");
    first.click_on("attract.start");
    RunningKiosk second({.data = folder.path() / "data"});
    EXPECT_EQ(second.wait_for_exit(), 1);
    EXPECT_THAT(second.errors(), HasSubstr((folder.path() / "data").string()));
    EXPECT_THAT(second.errors(), testing::ContainsRegex("in use|another|already"));
    EXPECT_EQ(first.wait_for("audience").screen, "audience") << "the first one is not disturbed";
}

TEST(KioskStart, SaysWhatIsWrongWithItsConfiguration) {
    const TemporaryFolder folder;
    const OwnConfig own(folder.path(), quiz_steps);
    std::ofstream(own.config / "kiosk.json") << "{\n  \"programme\": \"own\",\n  \"idle_secs\": 10\n}\n";
    RunningKiosk kiosk({.data = folder.path() / "data", .config = own.config, .questions = own.questions});
    EXPECT_EQ(kiosk.wait_for_exit(), 1);
    EXPECT_THAT(kiosk.errors(), HasSubstr("kiosk.json:3:"));
    EXPECT_THAT(kiosk.errors(), HasSubstr("idle_seconds")) << "the nearest known key";
}

TEST(KioskStart, SaysWhichConfigurationIsMissing) {
    const TemporaryFolder folder;
    RunningKiosk kiosk({.data = folder.path() / "data", .config = folder.path() / "nowhere"});
    EXPECT_EQ(kiosk.wait_for_exit(), 1);
    EXPECT_THAT(kiosk.errors(), HasSubstr("nowhere"));
}

TEST(KioskStart, ARefusedConfigurationLeavesTheStoreAsItIs) {
    const TemporaryFolder folder;
    {
        RunningKiosk kiosk({.data = folder.path() / "data"});
        kiosk.wait_for("attract");
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }
    const fs::path store = folder.path() / "data" / "xiangyang.db";
    const std::string before = bytes_of(store);
    const auto written = fs::last_write_time(store);
    RunningKiosk refused({.data = folder.path() / "data", .config = folder.path() / "nowhere"});
    EXPECT_EQ(refused.wait_for_exit(), 1);
    EXPECT_EQ(bytes_of(store), before);
    EXPECT_EQ(fs::last_write_time(store), written);
}

// What SDL is told comes before it starts; else it catches signals, and looks for a session bus, which can
// hang.
TEST(KioskStart, LeavesSignalsToTheProgram) {
    const TemporaryFolder folder;
    RunningKiosk kiosk({.data = folder.path() / "data"});
    kiosk.wait_for("attract");
    const std::string status = bytes_of("/proc/" + std::to_string(kiosk.process()) + "/status");
    const std::size_t caught = status.find("SigCgt:");
    ASSERT_NE(caught, std::string::npos);
    const std::uint64_t signals = std::stoull(status.substr(caught + 7), nullptr, 16);
    for (const int signal : {SIGTERM, SIGINT})
        EXPECT_EQ(signals >> static_cast<unsigned>(signal - 1) & 1U, 0U) << signal;
}

TEST(KioskStart, EndsOnSignalsWithZero) {
    for (const int signal : {SIGTERM, SIGINT}) {
        const TemporaryFolder folder;
        RunningKiosk kiosk({.data = folder.path() / "data"});
        kiosk.wait_for("attract");
        kiosk.send(signal);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }
}

TEST(KioskAutoplay, LetsVisitorsThroughAndEnds) {
    const TemporaryFolder folder;
    RunningKiosk kiosk({.data = folder.path() / "data",
                        .config = XY_SOURCE_DIR "/kiosk-config",  // in which no event is open
                        .options = {"--autoplay", "3", "--screenshots", folder.path() / "shots"}});
    EXPECT_EQ(kiosk.wait_for_exit(Seconds(60)), 0) << kiosk.errors();
    const Ran counted = run({XY_BIN_DIR "/xiangyang", "participation", "--data", folder.path() / "data"});
    EXPECT_EQ(counted.exit_code, 0) << counted.err;
    EXPECT_THAT(counted.out, testing::HasSubstr("6·26 主题宣传"));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "shots" / "001-attract.png"));
}

}  // namespace
}  // namespace xy::end_to_end
