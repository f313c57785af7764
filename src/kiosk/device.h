// What the device says about itself, and switching it off.
#pragma once

#include <filesystem>
#include <optional>

namespace xy::kiosk {

/// Charge of the first battery below `supplies` (/sys/class/power_supply), in percent; nothing without one.
std::optional<int> battery_percent(const std::filesystem::path& supplies);

/// Asks the system to switch the computer off (`systemctl poweroff`); returns whether it will. Who sits at a
/// computer may do so without a password, where the system is not told otherwise.
bool switch_off();

}  // namespace xy::kiosk
