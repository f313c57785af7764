// What the device says about itself.
#pragma once

#include <filesystem>
#include <optional>

namespace xy::kiosk {

/// Charge of the first battery below `supplies` (/sys/class/power_supply), in percent; nothing without one.
std::optional<int> battery_percent(const std::filesystem::path& supplies);

}  // namespace xy::kiosk
