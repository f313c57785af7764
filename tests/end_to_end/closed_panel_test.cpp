// Nobody comes into the panel by damage, loss, a clock, a disk that is full or cannot be read, another
// folder, the environment or restarts: only by a PIN or the recovery code.
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <thread>

#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"
#include "support/folder.h"
#include "support/shell.h"

namespace xy::end_to_end {
namespace {

namespace fs = std::filesystem;

class ClosedPanel : public testing::Test {
 protected:
    RunningKiosk::Setting setting(const fs::path& data) const {
        return {.data = data, .config = own_.config, .questions = own_.questions};
    }

    /// Sets a PIN at a terminal; the recovery code that comes with it, if one does.
    std::string set_pin(const std::string& role, const std::string& pin) const {
        const Ran ran = run({"bash", "-c",
                             "echo " + pin + " | " + word(XY_BIN_DIR "/xiangyang") + " pin set " + role +
                                 " --json --data " + word(data_)});
        EXPECT_EQ(ran.exit_code, 0) << ran.err;
        const auto code = nlohmann::json::parse(ran.out)["recovery_code"];
        return code.is_null() ? std::string() : code.get<std::string>();
    }

    /// A kiosk with PINs, a log and a visit or two, as after a day.
    void use() {
        set_pin("volunteer", "402718");
        code_ = set_pin("organizer", "918273");
        RunningKiosk kiosk(setting(data_));
        kiosk.wait_for_widget("attract.start");
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0);
    }

    static void ask(RunningKiosk& kiosk) {
        kiosk.wait_for_widget("attract.start");
        kiosk.press("ctrl+alt+p");
        kiosk.wait_for("pin");
    }
    static void type(RunningKiosk& kiosk, const std::string& pin) {
        for (const char digit : pin) {
            kiosk.press(std::string(1, digit));
            kiosk.wait_for_xdotool();
        }
    }
    static std::string screen_after(RunningKiosk& kiosk, const std::string& pin) {
        kiosk.wait_for_widget("pin.1");
        type(kiosk, pin);
        const Shown shown = kiosk.wait_until("an answer", [](const Shown& s) {
            // What was typed is gone, and the next digit is waited for.
            const Shown::Widget* one = s.widget("pin.1");
            const Shown::Widget* erase = s.widget("pin.erase");
            return s.screen != "pin" || one == nullptr || (one->enabled && !erase->enabled);
        });
        return shown.screen;
    }

    /// On a disk that fails as the words say; see failing_disk.cpp.
    RunningKiosk::Setting on_a_failing_disk(const fs::path& data, const std::string& words) const {
        std::ofstream(fails_) << words;
        RunningKiosk::Setting failing = setting(data);
        failing.before =
            "export ASAN_OPTIONS=\"$ASAN_OPTIONS:verify_asan_link_order=0\" XY_DISK_FAILS=" + word(fails_) +
            " LD_PRELOAD=" + word(XY_FAILING_DISK) + ";";
        return failing;
    }
    void work_again() const { fs::remove(fails_); }

    /// No digit can be typed, and the recovery code can: nothing is being looked at.
    static void wait_for_lock(const RunningKiosk& kiosk) {
        kiosk.wait_until("the lock", [](const Shown& shown) {
            const Shown::Widget* one = shown.widget("pin.1");
            const Shown::Widget* recover = shown.widget("pin.recover");
            return one != nullptr && recover != nullptr && !one->enabled && recover->enabled;
        });
    }
    /// The PIN screen is locked, whatever is typed.
    static void expect_locked(RunningKiosk& kiosk) {
        ask(kiosk);
        wait_for_lock(kiosk);
        type(kiosk, "918273");
        EXPECT_EQ(kiosk.now()->screen, "pin");
    }

    static void type_code(RunningKiosk& kiosk, const std::string& code) {
        kiosk.wait_for_widget("code.A");
        for (const char c : code) {
            if (c == '-') continue;
            kiosk.click(std::string("code.") + c);
            kiosk.wait_for_xdotool();
        }
    }

    static void set_new_pins(RunningKiosk& kiosk) {
        for (const char* pin : {"135791", "135791", "246802", "246802"}) screen_after(kiosk, pin);
        kiosk.wait_for_widget("pin.written");
    }

    /// It asks for a PIN and offers to set none, also to who has a keyboard; whether the right one opens.
    void expect_closed(const fs::path& data, bool right_one_opens) const {
        expect_closed(setting(data), right_one_opens);
    }
    static void expect_closed(const RunningKiosk::Setting& setting, bool right_one_opens) {
        RunningKiosk kiosk(setting);
        ask(kiosk);
        EXPECT_NE(kiosk.wait_for_widget("pin.1").widget("pin.recover"), nullptr) << "a PIN is being set";
        if (right_one_opens) {
            for (const char* pin : {"135790", "135790", "246802"}) EXPECT_EQ(screen_after(kiosk, pin), "pin");
        }
        EXPECT_EQ(screen_after(kiosk, "918273"), right_one_opens ? "panel" : "pin");
    }

    TemporaryFolder folder_;
    fs::path data_ = folder_.path() / "data";
    fs::path fails_ = folder_.path() / "fails";
    std::string code_;
    OwnConfig own_{folder_.path(), quiz_steps};
};

void flip(const fs::path& file, std::size_t at) {
    std::string bytes = bytes_of(file);
    bytes.at(at) = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ 0x40U);
    write_bytes(file, bytes);
}

TEST_F(ClosedPanel, OneFlippedBitInTheStoreDoesNotOpenIt) {
    use();
    flip(data_ / "xiangyang.db", 100);
    expect_closed(data_, true);
}

TEST_F(ClosedPanel, TheLossOfAnyFileDoesNotOpenIt) {
    use();
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(data_)) names.push_back(entry.path().filename().string());
    EXPECT_THAT(names, testing::IsSupersetOf({"xiangyang.db", "access.json", "xiangyang-kiosk.log"}));
    for (const std::string& name : names) {
        SCOPED_TRACE(name);
        fs::remove_all(data_ / name);
        expect_closed(data_, true);
    }
}

TEST_F(ClosedPanel, DamageToThePinsLeavesTheStoresCopy) {
    use();
    const std::string bytes = bytes_of(data_ / "access.json");
    flip(data_ / "access.json", bytes.find("argon2id") + 40);
    expect_closed(data_, true);
}

TEST_F(ClosedPanel, WithBothCopiesLostItStaysClosedForVisitors) {
    use();
    fs::remove(data_ / "access.json");
    flip(data_ / "xiangyang.db", 100);
    expect_closed(data_, false);
    expect_closed(data_, false);
    fs::remove(data_ / "access.json");
    expect_closed(data_, false);
    const Ran status = run({XY_BIN_DIR "/xiangyang", "pin", "status", "--data", data_});
    EXPECT_EQ(status.exit_code, 1);
    EXPECT_THAT(status.out, testing::HasSubstr("lost"));
    set_pin("volunteer", "402718");
    set_pin("organizer", "918273");
    expect_closed(data_, true);
}

TEST_F(ClosedPanel, WithBothCopiesLostTheRecoveryCodeSetsNewPins) {
    use();
    fs::remove(data_ / "access.json");
    flip(data_ / "xiangyang.db", 100);
    RunningKiosk kiosk(setting(data_));
    ask(kiosk);
    kiosk.click("pin.recover");
    type_code(kiosk, code_);
    set_new_pins(kiosk);
    kiosk.click("pin.written");
    kiosk.wait_for("panel");
}

TEST_F(ClosedPanel, InANewFolderATouchSetsNothing) {
    use();
    RunningKiosk kiosk(setting(folder_.path() / "another"));
    kiosk.wait_for("attract");
    kiosk.hold("attract.event", Seconds(4));
    kiosk.wait_for("pin");
    kiosk.wait_for_xdotool();
    const Shown shown = *kiosk.now();
    ASSERT_NE(shown.widget("pin.1"), nullptr);
    EXPECT_FALSE(shown.widget("pin.1")->enabled);
    EXPECT_EQ(shown.widget("pin.recover"), nullptr);
}

TEST_F(ClosedPanel, TheFolderOfAnotherKioskHasItsOwnPins) {
    use();
    const fs::path other = folder_.path() / "other";
    for (const char* role : {"volunteer", "organizer"})
        EXPECT_EQ(run({"bash", "-c",
                       "echo 772913 | " + word(XY_BIN_DIR "/xiangyang") + " pin set " + role + " --data " +
                           word(other)})
                      .exit_code,
                  0);
    RunningKiosk kiosk(setting(other));
    ask(kiosk);
    EXPECT_EQ(screen_after(kiosk, "918273"), "pin");
    EXPECT_EQ(screen_after(kiosk, "772913"), "panel");
}

TEST_F(ClosedPanel, TheEnvironmentDoesNotOpenIt) {
    use();
    const fs::path empty = folder_.path() / "empty";
    fs::create_directory(empty);
    const std::string folder = word(empty);
    for (const std::string& surroundings :
         {"HOME=" + folder + " XDG_DATA_HOME=" + folder + " XDG_CONFIG_HOME=" + folder,
          std::string("HOME= XDG_DATA_HOME= TMPDIR=/nowhere PATH=/nowhere USER=root"),
          std::string("TZ=Pacific/Kiritimati LANG=zh_CN.GBK LC_ALL=tr_TR.UTF-8 LANGUAGE=en"),
          "TZ=:/nowhere SDL_MOUSE_TOUCH_EVENTS=1 SDL_TOUCH_MOUSE_EVENTS=1 SDL_NO_SIGNAL_HANDLERS=0 "
          "XY_CUTS=1 XY_KILL_ROUNDS=1 XY_DATA=" +
              folder}) {
        SCOPED_TRACE(surroundings);
        RunningKiosk::Setting other = setting(data_);
        other.before = "export " + surroundings + ";";
        expect_closed(other, true);
    }
    EXPECT_FALSE(fs::exists(empty / "xiangyang"));
}

TEST_F(ClosedPanel, AFullDiskDoesNotOpenIt) {
    use();
    {
        RunningKiosk kiosk(on_a_failing_disk(data_, data_.string()));
        ask(kiosk);
        EXPECT_EQ(screen_after(kiosk, "135790"), "pin");
        EXPECT_EQ(screen_after(kiosk, "918273"), "pin") << "no try goes uncounted";
        work_again();
        EXPECT_EQ(screen_after(kiosk, "918273"), "panel");
    }
    const fs::path fresh = folder_.path() / "fresh";
    RunningKiosk kiosk(on_a_failing_disk(fresh, fresh.string()));
    kiosk.wait_for_widget("staff.retry");
    kiosk.press("ctrl+alt+p");
    kiosk.wait_for_xdotool();
    EXPECT_NE(kiosk.now()->screen, "pin");
    EXPECT_NE(kiosk.now()->screen, "wizard");
    EXPECT_NE(kiosk.now()->widget("staff.retry"), nullptr);
}

TEST_F(ClosedPanel, PinsThatCannotBeReadDoNotOpenIt) {
    use();
    RunningKiosk kiosk(on_a_failing_disk(data_, "access.json"));
    kiosk.wait_for_widget("staff.retry");
    kiosk.press("ctrl+alt+p");
    kiosk.wait_for_xdotool();
    EXPECT_NE(kiosk.now()->screen, "pin");
    work_again();
    kiosk.wait_until("no staff screen", [](const Shown& s) { return s.widget("staff.retry") == nullptr; });
    ask(kiosk);
    EXPECT_EQ(screen_after(kiosk, "918273"), "panel");
}

TEST_F(ClosedPanel, WrongPinsCountOverRestartsWhateverTheClockSays) {
    use();
    RunningKiosk::Setting later = setting(data_);
    for (int restart = 1; restart <= 5; ++restart) {
        later.before = "export FAKETIME='+" + std::to_string(400 * restart) +
                       "d' LD_PRELOAD=" + word(XY_FAKETIME) + " FAKETIME_DONT_FAKE_MONOTONIC=1;";
        RunningKiosk kiosk(later);
        ask(kiosk);
        if (restart < 5) {
            EXPECT_EQ(screen_after(kiosk, "135790"), "pin");
        } else {
            kiosk.wait_for_widget("pin.1");
            type(kiosk, "135790");
            wait_for_lock(kiosk);
        }
        kiosk.kill_at_once();
    }
    for (const char* name : {"xiangyang-kiosk.log", "access.json", "xiangyang.db"}) {
        SCOPED_TRACE(name);
        fs::remove(data_ / name);
        RunningKiosk kiosk(later);
        expect_locked(kiosk);
        kiosk.kill_at_once();
    }
}

// A wrong PIN that was followed at once by “cancel” locked nothing.
TEST_F(ClosedPanel, LeavingBeforeTheAnswerDoesNotKeepItOpen) {
    use();
    RunningKiosk kiosk(setting(data_));
    for (int tries = 0; tries < 5; ++tries) {
        ask(kiosk);
        kiosk.wait_for_widget("pin.1");
        type(kiosk, "135790");
        for (int i = 0; i < 10 && kiosk.now()->screen == "pin"; ++i) {
            kiosk.click("pin.cancel");
            kiosk.wait_for_xdotool();
            std::this_thread::sleep_for(std::chrono::milliseconds(350));  // else half of a double touch
        }
        kiosk.wait_for("attract");
    }
    expect_locked(kiosk);
}

TEST_F(ClosedPanel, ADiskThatTakesNothingDoesNotOpenIt) {
    use();
    fs::create_directories(data_ / "access.json.new" / "in the way");
    RunningKiosk kiosk(setting(data_));
    ask(kiosk);
    EXPECT_EQ(screen_after(kiosk, "918273"), "pin") << "no try goes uncounted";
    fs::remove_all(data_ / "access.json.new");
    EXPECT_EQ(screen_after(kiosk, "918273"), "panel");
}

TEST_F(ClosedPanel, TheRecoveryCodeEndsALockOutAndSetsNewPins) {
    use();
    ASSERT_EQ(code_.size(), 19U);
    RunningKiosk kiosk(setting(data_));
    ask(kiosk);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(screen_after(kiosk, "111222"), "pin");
    type(kiosk, "111222");
    wait_for_lock(kiosk);
    kiosk.click("pin.recover");
    type_code(kiosk, code_);
    set_new_pins(kiosk);
    kiosk.kill_at_once();
    RunningKiosk again(setting(data_));
    ask(again);
    EXPECT_EQ(screen_after(again, "918273"), "pin") << "the old PIN is void";
    EXPECT_EQ(screen_after(again, "246802"), "panel");
}

TEST_F(ClosedPanel, NothingOfItIsForOthersUnderALaxUmask) {
    auto lax = setting(data_);
    lax.before = "umask 0;";
    RunningKiosk kiosk(lax);
    kiosk.wait_for_widget("attract.start");
    kiosk.wait_until("the log", [&](const Shown&) { return fs::exists(data_ / "xiangyang-kiosk.log"); });
    for (const fs::path& path : {data_, data_ / "xiangyang.db", data_ / "xiangyang.db-wal",
                                 data_ / "access.json", data_ / "xiangyang-kiosk.log"}) {
        struct stat facts {};
        EXPECT_EQ(::lstat(path.c_str(), &facts), 0) << path;
        EXPECT_EQ(facts.st_mode & 077U, 0U) << path;
    }
}

}  // namespace
}  // namespace xy::end_to_end
