#include "kiosk/device.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

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

bool switch_off() {
    std::string program = "systemctl";
    std::string verb = "poweroff";
    std::array<char*, 3> words{program.data(), verb.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, words.data(), environ) != 0) return false;
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace xy::kiosk
