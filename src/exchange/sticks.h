// Sticks (U 盘) and other places that an export can be delivered to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace xy::exchange {

struct Stick {
    std::filesystem::path folder;
    std::string label;  ///< the name of the folder it is mounted as
    std::uint64_t free_bytes = 0;
    bool writable = true;
    /// Somebody can take it away. What is mounted and stays with the computer (a second disk, a partition of
    /// another system) takes an export, but no secret.
    bool removable = true;
};

/// A folder as a place to deliver to. One that is not there yet is looked at through the one it will lie in.
Stick look_at(const std::filesystem::path& folder);

struct MountedMedium {
    std::filesystem::path folder;
    std::string device;  ///< its number, as "8:17"
    friend bool operator==(const MountedMedium&, const MountedMedium&) = default;
};
/// Mount points below /media, /run/media and /mnt that a text in the form of /proc/self/mountinfo names
/// (https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html), each once, by path. What the system
/// mounts for itself (tmpfs, overlays, network) is left out.
std::vector<MountedMedium> mounted_media(std::string_view mountinfo);

/// Whether the block device of this number can be taken away, as `sys` (/sys) has it: it says so itself,
/// hangs on USB, or is a memory card (https://docs.kernel.org/admin-guide/abi-stable.html, "removable").
bool is_removable(const std::filesystem::path& sys, const std::string& device);

/// The sticks that are there now, by label. With a `folder`, its folders are the sticks; else what is
/// mounted. May wait for a stick that does not answer.
std::vector<Stick> find_sticks(const std::filesystem::path& folder);

}  // namespace xy::exchange
