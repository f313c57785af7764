#include "json/folder.h"

#include <algorithm>
#include <system_error>

namespace xy::json {

namespace fs = std::filesystem;

bool is_schema(const fs::path& file) {
    return file.filename().string().ends_with(".schema.json");
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path& path = entry->path();
        if (path.extension() == ".json" && !is_schema(path)) files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> stems_of(const std::vector<fs::path>& files) {
    std::vector<std::string> stems;
    stems.reserve(files.size());
    for (const fs::path& file : files) stems.push_back(file.stem().string());
    return stems;
}

}  // namespace xy::json
