// The .json files of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace xy::json {

/// Whether `file` is a JSON schema by its name (*.schema.json): help for editors, no content.
bool is_schema(const std::filesystem::path& file);

/// All but the schemas, by name. None when the folder cannot be read.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder);

/// The names without ".json": the ids in them.
std::vector<std::string> stems_of(const std::vector<std::filesystem::path>& files);

}  // namespace xy::json
