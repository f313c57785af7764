// A file that appears whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace xy::cli {

/// Writes beside `file`, syncs, and takes its place; on any failure the old file stays and CannotDo says why.
void write_whole_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace xy::cli
