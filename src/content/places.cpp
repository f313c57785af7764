#include "content/places.h"

#include <array>
#include <cstdlib>
#include <system_error>

namespace xy::content {
namespace fs = std::filesystem;

fs::path default_data_folder() {
    // The specification says that a relative path there is to be ignored.
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && fs::path(data).is_absolute())
        return fs::path(data) / "xiangyang";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        return fs::path(home) / ".local" / "share" / "xiangyang";
    return {};
}

std::optional<fs::path> find_shipped(std::string_view name, const fs::path& executable) {
    const fs::path folder = executable.parent_path();
    const std::array<fs::path, 2> candidates{folder / ".." / ".." / ".." / name,
                                             folder / ".." / "share" / "xiangyang" / name};
    std::error_code ignored;
    for (const fs::path& candidate : candidates)
        if (fs::is_directory(candidate, ignored)) return candidate.lexically_normal();
    return std::nullopt;
}

fs::path this_executable() {
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored);
}

}  // namespace xy::content
