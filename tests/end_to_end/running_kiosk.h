// The real kiosk as a child process, driven from outside: real clicks and keys by xdotool,
// finding the way only by the probe. Every wait has an end; only the own child is ever ended.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "support/folder.h"

namespace xy::end_to_end {

using Seconds = std::chrono::seconds;

/// A program that ran to its end.
struct Ran {
    int exit_code = -1;
    std::string out;
    std::string err;
};
Ran run(const std::vector<std::string>& command, Seconds timeout = Seconds(120));

/// What the probe says.
struct Shown {
    struct Widget {
        std::string id;
        int x = 0;
        int y = 0;
        int w = 0;
        int h = 0;
        bool enabled = false;
        friend bool operator==(const Widget&, const Widget&) = default;
    };
    std::string screen;
    std::string item;
    std::vector<Widget> widgets;

    const Widget* widget(const std::string& id) const;
    /// Which screen it is and about what; differs from one question to the next.
    std::string what() const { return screen + " " + item; }
    friend bool operator==(const Shown&, const Shown&) = default;
};

/// The shipped configuration, and an event that is open from the first start. In a folder that lives as long
/// as the tests.
const std::filesystem::path& config_with_event();

class RunningKiosk {
 public:
    struct Setting {
        std::filesystem::path data;
        std::filesystem::path config = config_with_event();
        std::filesystem::path questions = XY_SOURCE_DIR "/questions";
        std::vector<std::string> options = {};  ///< more of the command line
        bool whole_screen = false;              ///< else in a window
        std::string before = {};                ///< shell commands run first in its process: "ulimit …;"
    };

    /// Starts it; returns at once.
    explicit RunningKiosk(const Setting& setting);
    /// Kills it if it still runs.
    ~RunningKiosk();
    RunningKiosk(const RunningKiosk&) = delete;
    RunningKiosk& operator=(const RunningKiosk&) = delete;

    /// What is shown now; nothing before the first screen.
    std::optional<Shown> now() const;
    /// Waits until it shows what is asked for. Throws std::runtime_error after `timeout`, saying what it
    /// shows.
    Shown wait_until(const std::string& wish, const std::function<bool(const Shown&)>& holds,
                     Seconds timeout = Seconds(10)) const;
    Shown wait_for(const std::string& screen, Seconds timeout = Seconds(10)) const;

    /// A real click somewhere on a widget that is shown and enabled; it may still be on its way on return.
    void click(const std::string& id);
    /// Until the last click or key has been sent whole.
    void wait_for_xdotool();
    /// A click, and the screen or item that comes after it.
    Shown click_on(const std::string& id);
    /// Presses a widget and holds it for so long.
    void hold(const std::string& id, Seconds time);
    /// Waits until the widget is there and enabled.
    Shown wait_for_widget(const std::string& id) const;
    /// Waits until the page takes a touch: it was there long enough to be read. Clicks wait for their widget.
    void wait_for_reading() const;
    /// A real key, when the page can have been read: "Return", "3", "Escape".
    void press(const std::string& key);
    Shown press_on(const std::string& key);

    pid_t process() const { return process_; }
    void send(int signal) const;
    /// kill -9, and gone.
    void kill_at_once();
    /// Waits for its end; the exit code, or 128 + signal. Throws std::runtime_error after `timeout`.
    int wait_for_exit(Seconds timeout = Seconds(10));
    std::string errors() const { return bytes_of(folder_.path() / "err"); }

 private:
    /// Starts it and goes on, so that what it causes is seen at once; the next one waits for it.
    void xdotool(std::vector<std::string> commands);
    std::string window();
    Shown after(const std::function<void()>& act);

    TemporaryFolder folder_;
    TemporaryFolder xdotool_folder_;
    pid_t xdotool_ = -1;  ///< the one that may still be at work
    std::filesystem::path probe_;
    pid_t process_ = -1;
    std::optional<int> status_;
    std::string window_;
    bool to_the_right_ = false;  ///< where in a widget the next click goes
};

}  // namespace xy::end_to_end
