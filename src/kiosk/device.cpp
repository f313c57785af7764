#include "kiosk/device.h"

#include <fstream>
#include <system_error>

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

}  // namespace xy::kiosk
