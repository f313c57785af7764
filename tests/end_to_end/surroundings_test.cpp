// What happens around a kiosk that runs for weeks: screens are changed, terminals closed, logs grow.
#include <gtest/gtest.h>
#include <map>
#include <signal.h>
#include <sstream>

#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"

namespace xy::end_to_end {
namespace {

namespace fs = std::filesystem;

// ---- the screen ------------------------------------------------------------------------------------------

std::string window_of(const RunningKiosk& kiosk) {
    const std::string found =
        run({"xdotool", "search", "--onlyvisible", "--pid", std::to_string(kiosk.process())}).out;
    return found.substr(0, found.find('\n'));
}

/// "0,0 1280x720" of the kiosk's window.
std::string place_of(const RunningKiosk& kiosk) {
    std::istringstream lines(run({"xdotool", "getwindowgeometry", "--shell", window_of(kiosk)}).out);
    std::map<std::string, std::string> values;
    for (std::string line; std::getline(lines, line);)
        if (const auto at = line.find('='); at != std::string::npos)
            values[line.substr(0, at)] = line.substr(at + 1);
    return values["X"] + "," + values["Y"] + " " + values["WIDTH"] + "x" + values["HEIGHT"];
}

/// Waits some seconds for it.
std::string place_becomes(const RunningKiosk& kiosk, const std::string& place) {
    std::string now;
    for (int tries = 0; tries < 100 && now != place; ++tries) now = place_of(kiosk);
    return now;
}

TEST(WholeScreen, IsCoveredAgainWhenTheWindowWasMoved) {
    const TemporaryFolder folder;
    const RunningKiosk kiosk({.data = folder.path() / "data", .whole_screen = true});
    kiosk.wait_for("attract", Seconds(30));
    const std::string whole = place_of(kiosk);
    ASSERT_EQ(whole.substr(0, 4), "0,0 ");
    for (const std::vector<std::string>& change :
         {std::vector<std::string>{"windowmove", "200", "100"}, {"windowsize", "500", "400"}}) {
        const std::vector<std::string> command{"xdotool", change[0], window_of(kiosk), change[1], change[2]};
        ASSERT_EQ(run(command).exit_code, 0);
        EXPECT_EQ(place_becomes(kiosk, whole), whole) << change.front();
    }
}

// ---- the terminal ----------------------------------------------------------------------------------------

class Started : public testing::Test {
 protected:
    /// One visit is counted, and the kiosk ends when it is asked to.
    void expect_to_work(RunningKiosk& kiosk) {
        kiosk.wait_for("attract");
        kiosk.click_on("attract.start");
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0);
    }

    TemporaryFolder folder;
    fs::path data = folder.path() / "data";
};

TEST_F(Started, WhoeverReadsItsErrorsMayLeave) {
    RunningKiosk kiosk({.data = data, .before = "exec 2> >(exec true); sleep 0.2;"});
    expect_to_work(kiosk);  // a new store is a line in the log
}

TEST_F(Started, WithoutAnyTerminalNothingElseGetsItsErrors) {
    RunningKiosk kiosk({.data = data, .before = "exec 0<&- 1>&- 2>&-;"});
    kiosk.wait_for("attract");
    for (const char* stream : {"0", "1", "2"})
        EXPECT_EQ(fs::read_symlink("/proc/" + std::to_string(kiosk.process()) + "/fd/" + stream),
                  "/dev/null");
    expect_to_work(kiosk);
}

// ---- the log ---------------------------------------------------------------------------------------------

TEST_F(Started, TheLogStaysSmall) {
    constexpr std::uintmax_t most = 1U << 20U;
    fs::create_directories(data);
    for (const char* name : {"xiangyang-kiosk.log", "xiangyang-kiosk.1.log", "xiangyang-kiosk.2.log"})
        write_bytes(data / name, std::string(most, 'x'));
    RunningKiosk kiosk({.data = data});
    expect_to_work(kiosk);
    std::uintmax_t all = 0;
    for (const auto& file : fs::directory_iterator(data))
        if (file.path().extension() == ".log") all += file.file_size();
    EXPECT_LE(all, 3 * most);
    EXPECT_LT(fs::file_size(data / "xiangyang-kiosk.log"), most / 2) << "a new one was begun";
}

}  // namespace
}  // namespace xy::end_to_end
