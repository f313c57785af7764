#include "end_to_end/running_kiosk.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <signal.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "support/shell.h"

namespace xy::end_to_end {
namespace {

using Clock = std::chrono::steady_clock;

/// Between two looks at the probe.
constexpr std::chrono::milliseconds look_again{2};

/// Looks until `done` or the time is over; whether it was done.
bool wait(Seconds timeout, const std::function<bool()>& done) {
    for (const auto end = Clock::now() + timeout; Clock::now() < end; std::this_thread::sleep_for(look_again))
        if (done()) return true;
    return done();
}

void send_to_file(int stream, const std::filesystem::path& file) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(opened, stream);
    ::close(opened);
}

/// Starts a program; its output goes to folder/out and folder/err. It ends with this process.
pid_t start(const std::vector<std::string>& command, const std::filesystem::path& folder) {
    std::vector<char*> words;
    for (const std::string& part : command) words.push_back(const_cast<char*>(part.c_str()));
    words.push_back(nullptr);
    const pid_t child = ::fork();
    if (child != 0) return child;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    send_to_file(STDOUT_FILENO, folder / "out");
    send_to_file(STDERR_FILENO, folder / "err");
    ::execvp(words[0], words.data());
    ::_exit(127);
}

int exit_code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool has_ended(pid_t process, std::optional<int>& status) {
    int raw = 0;
    if (!status && ::waitpid(process, &raw, WNOHANG) == process) status = raw;
    return status.has_value();
}

}  // namespace

Ran run(const std::vector<std::string>& command, Seconds timeout) {
    const TemporaryFolder folder;
    const pid_t process = start(command, folder.path());
    std::optional<int> status;
    if (!wait(timeout, [&] { return has_ended(process, status); })) {
        ::kill(process, SIGKILL);
        ::waitpid(process, nullptr, 0);
        throw std::runtime_error(command.front() + " did not end");
    }
    return {exit_code_of(*status), bytes_of(folder.path() / "out"), bytes_of(folder.path() / "err")};
}

const std::filesystem::path& config_with_event() {
    static const TemporaryFolder folder;
    static const std::filesystem::path config = [] {
        std::filesystem::copy(XY_SOURCE_DIR "/kiosk-config", folder.path() / "config",
                              std::filesystem::copy_options::recursive);
        write_bytes(folder.path() / "config" / "events.json",
                    R"({"events": [{"id": "example-626", "name": {"zh": "6·26 主题宣传", "en": "26 June"},
                        "place_code": "990100101001", "venue": "school", "occasion": "june-month",
                        "state": "open"}]})");
        return folder.path() / "config";
    }();
    return config;
}

const Shown::Widget* Shown::widget(const std::string& id) const {
    const auto found =
        std::find_if(widgets.begin(), widgets.end(), [&](const Widget& w) { return w.id == id; });
    return found == widgets.end() ? nullptr : &*found;
}

RunningKiosk::RunningKiosk(const Setting& setting) : probe_(folder_.path() / "probe") {
    if (std::getenv("DISPLAY") == nullptr)
        throw std::runtime_error("no display; scripts/test starts a virtual one, or use xvfb-run");
    std::vector<std::string> kiosk = {XY_BIN_DIR "/xiangyang-kiosk",
                                      "--data",
                                      setting.data,
                                      "--config",
                                      setting.config,
                                      "--questions",
                                      setting.questions,
                                      "--probe",
                                      probe_,
                                      "--still"};
    const bool sized =
        std::find(setting.options.begin(), setting.options.end(), "--window") != setting.options.end();
    if (!setting.whole_screen && !sized) kiosk.insert(kiosk.end(), {"--window", "1280x720"});
    kiosk.insert(kiosk.end(), setting.options.begin(), setting.options.end());
    if (!setting.before.empty()) {
        std::string line = setting.before + " exec";
        for (const std::string& part : kiosk) line += " " + word(part);
        kiosk = {"bash", "-c", line};
    }
    process_ = start(kiosk, folder_.path());
}

RunningKiosk::~RunningKiosk() {
    kill_at_once();
    if (xdotool_ < 0) return;
    // Killed between press and release, it would leave the button of the display down, and the next kiosk on
    // it would never see a press. It may fail: its window is gone.
    std::optional<int> status;
    if (wait(Seconds(10), [&] { return has_ended(xdotool_, status); })) return;
    ::kill(xdotool_, SIGKILL);
    ::waitpid(xdotool_, nullptr, 0);
}

std::optional<Shown> RunningKiosk::now() const {
    const std::string line = bytes_of(probe_);
    if (line.empty()) return std::nullopt;
    const auto json = nlohmann::json::parse(line);
    Shown shown{json.at("screen"), json.at("item"), {}};
    for (const auto& w : json.at("widgets"))
        shown.widgets.push_back({w.at("id"), w.at("x"), w.at("y"), w.at("w"), w.at("h"), w.at("enabled")});
    return shown;
}

Shown RunningKiosk::wait_until(const std::string& wish, const std::function<bool(const Shown&)>& holds,
                               Seconds timeout) const {
    std::optional<Shown> shown;
    const bool held = wait(timeout, [&] {
        shown = now();
        return shown && holds(*shown);
    });
    if (!held)
        throw std::runtime_error("waited for " + wish + "; shown is " + (shown ? shown->what() : "nothing") +
                                 "; " + errors());
    return *shown;
}

Shown RunningKiosk::wait_for(const std::string& screen, Seconds timeout) const {
    return wait_until(
        screen, [&](const Shown& shown) { return shown.screen == screen; }, timeout);
}

std::string RunningKiosk::window() {
    if (!window_.empty()) return window_;
    const bool found = wait(Seconds(10), [&] {
        const Ran search = run({"xdotool", "search", "--onlyvisible", "--pid", std::to_string(process_)});
        window_ = search.out.substr(0, search.out.find('\n'));
        return !window_.empty();
    });
    if (!found) throw std::runtime_error("the window cannot be found; " + errors());
    return window_;
}

void RunningKiosk::xdotool(std::vector<std::string> commands) {
    wait_for_xdotool();
    commands.insert(commands.begin(), "xdotool");
    xdotool_ = start(commands, xdotool_folder_.path());
}

void RunningKiosk::wait_for_xdotool() {
    if (xdotool_ < 0) return;
    std::optional<int> status;
    const bool ended = wait(Seconds(10), [&] { return has_ended(xdotool_, status); });
    if (!ended) {
        ::kill(xdotool_, SIGKILL);
        ::waitpid(xdotool_, nullptr, 0);
    }
    xdotool_ = -1;
    if (!ended || exit_code_of(*status) != 0)
        throw std::runtime_error("xdotool: " + bytes_of(xdotool_folder_.path() / "err"));
}

Shown RunningKiosk::wait_for_widget(const std::string& id) const {
    return wait_until(id + " to touch", [&](const Shown& s) {
        const Shown::Widget* widget = s.widget(id);
        return widget != nullptr && widget->enabled;
    });
}

void RunningKiosk::hold(const std::string& id, Seconds time) {
    const Shown shown = wait_for_widget(id);
    const Shown::Widget& widget = *shown.widget(id);
    xdotool({"mousemove", "--window", window(), std::to_string(widget.x + widget.w / 2),
             std::to_string(widget.y + widget.h / 2), "mousedown", "1", "sleep", std::to_string(time.count()),
             "mouseup", "1"});
}

void RunningKiosk::click(const std::string& id) {
    const Shown shown = wait_for_widget(id);
    const Shown::Widget& widget = *shown.widget(id);
    // Never twice at the same place: a quick second touch there would count as half of a double touch.
    to_the_right_ = !to_the_right_;
    const int x = widget.x + widget.w * (to_the_right_ ? 2 : 1) / 3;
    const int y = widget.y + widget.h / 2;
    xdotool({"mousemove", "--window", window(), std::to_string(x), std::to_string(y), "click", "1"});
}

Shown RunningKiosk::after(const std::function<void()>& act) {
    const Shown before = wait_until("a screen", [](const Shown&) { return true; });
    act();
    return wait_until("something after " + before.what(),
                      [&](const Shown& shown) { return shown.what() != before.what(); });
}

Shown RunningKiosk::click_on(const std::string& id) {
    return after([&] { click(id); });
}

void RunningKiosk::wait_for_reading() const {
    const auto never_waits = [](const Shown::Widget& widget) {
        constexpr std::array ends{".back", ".home", ".lang.zh", ".lang.en", ".language", ".text_size"};
        return std::any_of(ends.begin(), ends.end(),
                           [&](const char* end) { return widget.id.ends_with(end); });
    };
    wait_until("a page that takes a key", [&](const Shown& shown) {
        const auto& all = shown.widgets;
        return std::all_of(all.begin(), all.end(), never_waits) ||
               std::any_of(all.begin(), all.end(), [&](const Shown::Widget& widget) {
                   return widget.enabled && !never_waits(widget);
               });
    });
}

void RunningKiosk::press(const std::string& key) {
    wait_for_reading();
    xdotool({"windowfocus", window(), "key", key});
}

Shown RunningKiosk::press_on(const std::string& key) {
    return after([&] { press(key); });
}

void RunningKiosk::send(int signal) const {
    if (!status_) ::kill(process_, signal);
}

void RunningKiosk::kill_at_once() {
    if (status_) return;
    ::kill(process_, SIGKILL);
    int raw = 0;
    ::waitpid(process_, &raw, 0);
    status_ = raw;
}

int RunningKiosk::wait_for_exit(Seconds timeout) {
    if (!wait(timeout, [&] { return has_ended(process_, status_); }))
        throw std::runtime_error("the kiosk did not end; " + errors());
    return exit_code_of(*status_);
}

}  // namespace xy::end_to_end
