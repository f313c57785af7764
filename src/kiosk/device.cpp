#include "kiosk/device.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <string>
#include <sys/timex.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace xy::kiosk {

std::optional<int> battery_percent(const std::filesystem::path& supplies) {
    std::error_code error;
    for (const auto& supply : std::filesystem::directory_iterator(supplies, error)) {
        int percent = -1;
        if (std::ifstream(supply.path() / "capacity") >> percent && percent >= 0 && percent <= 100)
            return percent;
    }
    return std::nullopt;
}

namespace {

/// Runs a program of the system to its end; whether it did what was asked.
bool succeeds(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    if (posix_spawn_file_actions_init(&files) != 0) return false;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&files);
        return false;
    }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    sigset_t none;  // the kiosk's threads block the signals that end it
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments[0], &files, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) return false;
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Nobody would see a question behind the whole screen.
constexpr const char* quietly = "--no-ask-password";

}  // namespace

bool switch_off() {
    return succeeds({"systemctl", quietly, "poweroff"});
}

bool set_clock(std::chrono::minutes by) {
    const std::time_t time = std::time(nullptr) + std::chrono::seconds(by).count();
    std::tm parts{};
    localtime_r(&time, &parts);
    std::array<char, 24> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts);
    return succeeds({"timedatectl", quietly, "set-time", text.data()});
}

bool is_clock_synchronized() {
    timex clock{};
    const int state = adjtimex(&clock);
    return state >= 0 && state != TIME_ERROR && (static_cast<unsigned>(clock.status) & STA_UNSYNC) == 0;
}

}  // namespace xy::kiosk
