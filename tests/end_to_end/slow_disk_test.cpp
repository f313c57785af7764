// A disk, or a file, that does not answer: the kiosk waits without working, and can always be ended.
#include <chrono>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sstream>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"
#include "support/folder.h"

namespace xy::end_to_end {
namespace {

namespace fs = std::filesystem;

/// Processor time that a process has used.
std::chrono::milliseconds worked(pid_t process) {
    std::string text = bytes_of("/proc/" + std::to_string(process) + "/stat");
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field) fields >> skipped;
    long user = 0;
    long system = 0;
    fields >> user >> system;
    return std::chrono::milliseconds((user + system) * 1000 / ::sysconf(_SC_CLK_TCK));
}

void let_pass(std::chrono::milliseconds time) {
    std::this_thread::sleep_for(time);
}

class SlowDisk : public testing::Test {
 protected:
    RunningKiosk::Setting setting(std::vector<std::string> options = {}) const {
        // Under the sanitizers, whose library does not like to come second.
        const std::string sanitizers = "export ASAN_OPTIONS=\"$ASAN_OPTIONS:verify_asan_link_order=0\" ";
        return {
            .data = folder_.path() / "data",
            .config = own_.config,
            .questions = own_.questions,
            .options = std::move(options),
            .before = sanitizers + "XY_DISK_HELD=" + word(held_) + " LD_PRELOAD=" + word(XY_HELD_DISK) + ";"};
    }
    void hold() const { std::ofstream(held_) << "held"; }
    void let_go() const { fs::remove(held_); }

    static void expect_idle(const RunningKiosk& kiosk) {
        const auto before = worked(kiosk.process());
        let_pass(std::chrono::milliseconds(1'500));
        EXPECT_LT(worked(kiosk.process()) - before, std::chrono::milliseconds(500));
    }
    static void expect_end(RunningKiosk& kiosk, int signal) {
        kiosk.send(signal);
        EXPECT_EQ(kiosk.wait_for_exit(), 128 + signal) << "the disk hangs to the end";
    }

    TemporaryFolder folder_;
    fs::path held_ = folder_.path() / "held";
    OwnConfig own_{folder_.path(), quiz_steps};
};

TEST_F(SlowDisk, WhatIsTypedOnTheFirstScreenCountsWhenTheStoreIsOpen) {
    hold();
    RunningKiosk kiosk(setting());
    kiosk.wait_for("attract");
    kiosk.press("Return");
    let_pass(std::chrono::milliseconds(500));
    let_go();
    kiosk.wait_for("question");
}

TEST_F(SlowDisk, AnAutomaticVisitorWaitsForTheStoreAndThenComes) {
    hold();
    RunningKiosk kiosk(setting({"--autoplay", "1"}));
    kiosk.wait_for("attract");
    expect_idle(kiosk);
    let_go();
    EXPECT_EQ(kiosk.wait_for_exit(Seconds(30)), 0) << kiosk.errors();
}

TEST_F(SlowDisk, ASignalEndsAnAutomaticVisitorWhoWaits) {
    hold();
    RunningKiosk kiosk(setting({"--autoplay", "1"}));
    kiosk.wait_for("attract");
    expect_end(kiosk, SIGTERM);
}

TEST_F(SlowDisk, ASignalEndsTheKioskBeforeTheStoreIsOpen) {
    for (const int signal : {SIGTERM, SIGINT}) {
        hold();
        RunningKiosk kiosk(setting());
        kiosk.wait_for("attract");
        expect_idle(kiosk);
        expect_end(kiosk, signal);
    }
}

TEST_F(SlowDisk, ASignalEndsTheKioskWhileAnAnswerIsOnItsWay) {
    RunningKiosk kiosk(setting());
    kiosk.wait_for("attract");
    kiosk.click_on("attract.start");
    hold();
    kiosk.click("question.option.1");
    kiosk.wait_for_xdotool();
    let_pass(std::chrono::milliseconds(300));
    EXPECT_EQ(kiosk.now()->screen, "question") << "not acknowledged: it is not on the disk";
    expect_end(kiosk, SIGTERM);
}

TEST_F(SlowDisk, WhatIsOnItsWayIsWaitedForWhenTheDiskComesBack) {
    RunningKiosk kiosk(setting());
    kiosk.wait_for("attract");
    kiosk.click_on("attract.start");
    hold();
    kiosk.click("question.option.1");
    kiosk.wait_for_xdotool();
    kiosk.send(SIGTERM);
    let_pass(std::chrono::milliseconds(500));
    let_go();
    EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
}

TEST_F(SlowDisk, ASecondSignalDoesNotWait) {
    hold();
    RunningKiosk kiosk(setting());
    kiosk.wait_for("attract");
    kiosk.send(SIGINT);
    let_pass(std::chrono::milliseconds(200));
    kiosk.send(SIGINT);
    EXPECT_EQ(kiosk.wait_for_exit(Seconds(2)), 128 + SIGINT);
}

TEST_F(SlowDisk, ASignalEndsTheKioskBeforeItHasAWindow) {
    // A display that lets everybody in and answers nobody.
    const int display = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{
        .sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
    socklen_t size = sizeof(address);
    auto* any = reinterpret_cast<sockaddr*>(&address);
    ASSERT_EQ(::bind(display, any, size), 0);
    ASSERT_EQ(::listen(display, 8), 0);
    ASSERT_EQ(::getsockname(display, any, &size), 0);
    const int number = ntohs(address.sin_port) - 6000;  // of the display: X counts its ports from there
    RunningKiosk::Setting mute = setting();
    mute.before = "export DISPLAY=127.0.0.1:" + std::to_string(number) + ";";
    for (const int signal : {SIGTERM, SIGINT}) {
        RunningKiosk kiosk(mute);
        let_pass(std::chrono::milliseconds(1'000));
        kiosk.send(signal);
        EXPECT_EQ(kiosk.wait_for_exit(), 128 + signal);
    }
    ::close(display);
}

TEST_F(SlowDisk, ASignalEndsAPreview) {
    const fs::path pictures = folder_.path() / "pictures";
    RunningKiosk kiosk({.data = folder_.path() / "data",
                        .options = {"--preview", XY_SOURCE_DIR "/questions/junior.json", "--out", pictures}});
    for (int looks = 0; looks < 1'000 && (!fs::exists(pictures) || fs::is_empty(pictures)); ++looks)
        let_pass(std::chrono::milliseconds(10));
    kiosk.send(SIGTERM);
    EXPECT_EQ(kiosk.wait_for_exit(Seconds(2)), 128 + SIGTERM);
}

}  // namespace
}  // namespace xy::end_to_end
