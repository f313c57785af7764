#include "base/paths.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <system_error>

namespace xy {
namespace fs = std::filesystem;
namespace {

fs::path home_folder() {
    const char* home = std::getenv("HOME");
    return home != nullptr ? fs::path(home) : fs::path();
}

}  // namespace

fs::path default_data_folder() {
    // The specification says that a relative path there is to be ignored.
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && fs::path(data).is_absolute())
        return fs::path(data) / "xiangyang";
    const fs::path home = home_folder();
    return home.empty() ? fs::path() : home / ".local" / "share" / "xiangyang";
}

std::optional<fs::path> documents_in(std::string_view user_dirs, const fs::path& home) {
    constexpr std::string_view key = "XDG_DOCUMENTS_DIR=\"";
    constexpr std::string_view at_home = "$HOME";
    std::istringstream lines{std::string(user_dirs)};
    std::optional<fs::path> found;
    for (std::string line; std::getline(lines, line);) {
        const auto end = line.rfind('"');
        if (!line.starts_with(key) || end < key.size()) continue;
        const std::string value = line.substr(key.size(), end - key.size());
        if (value.starts_with(at_home))
            found = home / fs::path(value.substr(at_home.size())).relative_path();
        else if (fs::path(value).is_absolute())
            found = value;
    }
    // The specification: a folder set to the home folder itself is one that does not exist.
    const auto plain = [](const fs::path& path) { return (path / "").lexically_normal(); };
    return found && plain(*found) != plain(home) ? found : std::nullopt;
}

std::optional<fs::path> documents_folder() {
    const fs::path home = home_folder();
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const bool set = config != nullptr && fs::path(config).is_absolute();
    if (home.empty()) return std::nullopt;
    std::ifstream in((set ? fs::path(config) : home / ".config") / "user-dirs.dirs");
    const auto folder = documents_in(std::string(std::istreambuf_iterator<char>(in), {}), home);
    std::error_code error;
    return folder && fs::is_directory(*folder, error) ? folder : std::nullopt;
}

std::optional<fs::path> find_shipped(std::string_view name, const fs::path& executable) {
    const fs::path folder = executable.parent_path();
    // The installation first: three folders above <prefix>/bin may lie anything.
    const std::array<fs::path, 2> candidates{folder / ".." / "share" / "xiangyang" / name,
                                             folder / ".." / ".." / ".." / name};
    std::error_code ignored;
    for (const fs::path& candidate : candidates)
        if (fs::is_directory(candidate, ignored)) return candidate.lexically_normal();
    return std::nullopt;
}

fs::path this_executable() {
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored);
}

}  // namespace xy
