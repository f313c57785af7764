// Children press every key: under a window manager, with another program open, the kiosk stays in front and
// counts.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <iostream>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "base/random.h"
#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"
#include "store/store.h"

namespace xy::end_to_end {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* all_screens = R"([{"step": "welcome"}, {"step": "audience"},
    {"step": "questions", "phase": "quiz", "feedback": true, "items": ["plain/q1"]},
    {"step": "survey", "items": ["plain/s1"]}, {"step": "pledge"}, {"step": "result"}])";

/// What children and cats find on a keyboard.
const std::vector<std::string> keys = {"ctrl", "alt", "shift", "super", "Tab",    "F4", "Escape",
                                       "q",    "w",   "F11",   "Menu",  "Delete", "d",  "Right"};

std::vector<std::string> chords() {
    std::vector<std::string> all;
    for (std::size_t a = 0; a < keys.size(); ++a) {
        all.push_back(keys[a]);
        for (std::size_t b = a + 1; b < keys.size(); ++b) {
            all.push_back(keys[a] + "+" + keys[b]);
            for (std::size_t c = b + 1; c < keys.size(); ++c)
                all.push_back(keys[a] + "+" + keys[b] + "+" + keys[c]);
        }
    }
    return all;
}

/// How long chance plays; XY_CHAOS_SECONDS=1800 for half an hour.
std::chrono::seconds chaos() {
    const char* asked = std::getenv("XY_CHAOS_SECONDS");
    return std::chrono::seconds(asked == nullptr ? 20 : std::atoi(asked));
}

class WindowManager {
 public:
    WindowManager() : process_(::fork()) {
        if (process_ != 0) return;
        ::freopen("/dev/null", "w", stdout);
        ::freopen("/dev/null", "w", stderr);
        ::execlp("openbox", "openbox", nullptr);
        ::_exit(127);
    }
    ~WindowManager() {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
    }
    WindowManager(const WindowManager&) = delete;
    WindowManager& operator=(const WindowManager&) = delete;

 private:
    pid_t process_;
};

class Children : public testing::Test {
 protected:
    Children() {
        EXPECT_TRUE(soon([] {
            return run({"xdotool", "get_desktop"}).exit_code == 0;
        })) << "no window manager";
        other_.emplace(
            RunningKiosk::Setting{.data = folder_.path() / "other", .options = {"--window", "500x400"}});
        other_->wait_for("attract", Seconds(30));
        kiosk_.emplace(RunningKiosk::Setting{.data = data_,
                                             .config = own_.config,
                                             .questions = own_.questions,
                                             .options = {"--sticks", folder_.path()},
                                             .whole_screen = true});
        kiosk_->wait_for("attract", Seconds(30));
        EXPECT_TRUE(soon([&] { return in_front(); })) << "the kiosk never came to the front";
    }

    /// Whether it comes true within some seconds: a window manager takes its time.
    static bool soon(const std::function<bool()>& holds) {
        for (const auto end = Clock::now() + Seconds(15); Clock::now() < end;
             std::this_thread::sleep_for(std::chrono::milliseconds(50)))
            if (holds()) return true;
        return holds();
    }

    bool in_front() {
        return run({"xdotool", "getactivewindow", "getwindowpid"}).out ==
               std::to_string(kiosk().process()) + "\n";
    }

    RunningKiosk& kiosk() { return *kiosk_; }

    void expect_in_front(const std::string& after) {
        EXPECT_TRUE(soon([&] { return in_front(); })) << "after " << after;
        EXPECT_EQ(::kill(kiosk().process(), 0), 0) << "after " << after;
    }

    /// On by clicks until the screen shows.
    void go_to(const std::string& screen) {
        for (int steps = 0; steps < 60; ++steps) {
            const Shown shown = *kiosk().now();
            if (shown.screen == screen) return;
            for (const char* id :
                 {"leave.no", "attract.start", "audience.junior", "question.option.2", "feedback.next",
                  "survey.2", "pledge.yes", "result.finish", "pin.cancel", "booth.lock"})
                if (const auto* widget = shown.widget(id); widget != nullptr && widget->enabled) {
                    kiosk().click(id);
                    kiosk().wait_for_xdotool();
                    break;
                }
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
        }
        FAIL() << "cannot get to " << screen << ", shown is " << kiosk().now()->what();
    }

    /// One more whole visit, and the store has it.
    void expect_to_count() {
        go_to("attract");
        go_to("result");
        go_to("attract");
        kiosk().send(SIGTERM);
        EXPECT_EQ(kiosk().wait_for_exit(), 0) << kiosk().errors();
        int completed = 0;
        auto store = store::Store::open(data_);
        store.walk(
            [&](const store::SessionRow& row) { completed += row.outcome == quiz::Outcome::completed; },
            [](const store::StoredAnswer&) {});
        EXPECT_GE(completed, 1);
    }

    TemporaryFolder folder_;
    OwnConfig own_{folder_.path(), all_screens};
    fs::path data_ = folder_.path() / "data";
    WindowManager window_manager_;
    std::optional<RunningKiosk> other_;
    std::optional<RunningKiosk> kiosk_;
};

TEST_F(Children, EveryChordOnEveryScreenLeavesTheKioskInFront) {
    const std::vector<std::string> all = chords();
    for (const char* screen : {"attract", "audience", "question", "feedback", "survey", "pledge", "result"}) {
        go_to(screen);
        // In handfuls: one xdotool for each chord would take half an hour.
        for (std::size_t first = 0; first < all.size() && !HasFailure(); first += 47) {
            std::vector<std::string> command{"xdotool", "key", "--clearmodifiers", "--delay", "2"};
            const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), first + 47));
            command.insert(command.end(), all.begin() + static_cast<std::ptrdiff_t>(first), end);
            EXPECT_EQ(run(command, Seconds(60)).exit_code, 0);
            expect_in_front(std::string(screen) + ": " + command[5] + " …");
        }
    }
    std::cout << all.size() << " chords on each of 7 screens\n";
    expect_to_count();
}

TEST_F(Children, ChanceNeverGetsPastIt) {
    Random random(static_cast<std::uint64_t>(chaos().count()));
    int done = 0;
    for (const auto end = Clock::now() + chaos(); Clock::now() < end && !HasFailure(); ++done) {
        std::vector<std::string> command{"xdotool"};
        for (int i = 0; i < 12; ++i) {
            if (random.below(2) == 0) {
                command.insert(command.end(), {"mousemove", std::to_string(random.below(1920)),
                                               std::to_string(random.below(1080)), "click",
                                               std::to_string(1 + random.below(5))});
            } else {
                std::string chord = keys[random.below(keys.size())];
                for (std::size_t more = random.below(3); more > 0; --more)
                    chord += "+" + keys[random.below(keys.size())];
                command.insert(command.end(), {"key", chord});
            }
        }
        run(command, Seconds(60));
        expect_in_front("round " + std::to_string(done));
    }
    std::cout << 12 * done << " clicks and chords in " << chaos().count() << " s\n";
    expect_to_count();
}

}  // namespace
}  // namespace xy::end_to_end
