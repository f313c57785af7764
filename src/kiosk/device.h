// What the device says about itself, and switching it off.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

namespace xy::kiosk {

/// Charge of the first battery below `supplies` (/sys/class/power_supply), in percent; nothing without one.
std::optional<int> battery_percent(const std::filesystem::path& supplies);

/// Asks the system to switch the computer off (`systemctl poweroff`); returns whether it will. Who sits at a
/// computer may do so without a password, where the system is not told otherwise.
bool switch_off();

/// Asks the system to set its clock so many minutes on, or back (`timedatectl set-time`); returns whether it
/// did. It does not where somebody else sets it, from a network, or where only an administrator may.
bool set_clock(std::chrono::minutes by);

/// Whether the clock follows one outside, from a network: then it is right without anybody's help.
bool is_clock_synchronized();

}  // namespace xy::kiosk
