#include "exchange/sticks.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>

namespace xy::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::array roots{"/media/", "/run/media/", "/mnt/"};
constexpr std::array not_media{"tmpfs", "overlay", "proc", "sysfs", "cgroup2",
                               "nfs",   "nfs4",    "cifs", "autofs"};

/// Blanks and the like stand as \040 in mountinfo.
std::string without_escapes(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '7';
        };
        if (text[i] == '\\' && digit(i + 1) && digit(i + 2) && digit(i + 3)) {
            plain +=
                static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

bool is_below_a_root(const std::string& point) {
    return std::any_of(roots.begin(), roots.end(), [&](const char* root) { return point.starts_with(root); });
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.is_directory(error)) found.push_back(entry.path());
    return found;
}

std::string first_word_of(const fs::path& file) {
    std::ifstream in(file);
    std::string word;
    in >> word;
    return word;
}

std::string mountinfo() {
    std::ifstream in("/proc/self/mountinfo");
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Stick look_at(const fs::path& folder) {
    Stick stick{folder, folder.filename().string(), 0, false};
    std::error_code error;
    const fs::path there = fs::exists(folder, error) ? folder : folder.parent_path();
    struct statvfs room {};
    if (::statvfs(there.c_str(), &room) == 0) {
        stick.free_bytes = std::uint64_t{room.f_bavail} * room.f_frsize;
        stick.writable = (room.f_flag & ST_RDONLY) == 0 && ::access(there.c_str(), W_OK) == 0;
    }
    return stick;
}

std::vector<MountedMedium> mounted_media(std::string_view mountinfo) {
    std::map<fs::path, std::string> points;
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        // id parent major:minor root mount-point options [tags …] - type source options
        std::istringstream words(line);
        std::string word, device, point, type;
        for (int field = 1; words >> word; ++field) {
            if (field == 3) device = word;
            if (field == 5) point = without_escapes(word);
            if (word == "-" && words >> type) break;
        }
        const bool ours = std::find(not_media.begin(), not_media.end(), type) == not_media.end();
        if (ours && is_below_a_root(point)) points.emplace(point, device);
    }
    std::vector<MountedMedium> media;
    for (const auto& [point, device] : points) media.push_back({point, device});
    return media;
}

bool is_removable(const fs::path& sys, const std::string& device) {
    std::error_code error;
    const fs::path there = fs::canonical(sys / "dev/block" / device, error);
    if (error) return false;
    // A partition lies in the folder of its disk, which has what is asked.
    const fs::path disk = fs::exists(there / "partition", error) ? there.parent_path() : there;
    return first_word_of(disk / "removable") == "1" || first_word_of(disk / "device/type") == "SD" ||
           disk.string().find("/usb") != std::string::npos;
}

std::vector<Stick> find_sticks(const fs::path& folder) {
    std::vector<Stick> sticks;
    if (folder.empty())
        for (const MountedMedium& medium : mounted_media(mountinfo())) {
            sticks.push_back(look_at(medium.folder));
            sticks.back().removable = is_removable("/sys", medium.device);
        }
    else
        for (const fs::path& place : folders_in(folder)) sticks.push_back(look_at(place));
    std::sort(sticks.begin(), sticks.end(), [](const Stick& a, const Stick& b) {
        return a.label != b.label ? a.label < b.label : a.folder < b.folder;
    });
    return sticks;
}

}  // namespace xy::exchange
