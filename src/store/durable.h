// Making files durable: what SQLite does not do for us, or not in this version.
#pragma once

#include <filesystem>
#include <string>

namespace xy::store {

/// Writes the folder's entries through to the disk. Throws StoreError (cannot_write).
void sync_folder(const std::filesystem::path& folder);

/// Moves the store's file and its log out of the way, beside it, as xiangyang.damaged-<stamp>.db (and -wal,
/// -count), with a number where that name is taken. Nothing is overwritten. Returns where the file is now.
std::filesystem::path set_aside(const std::filesystem::path& file, const std::string& stamp);

}  // namespace xy::store
