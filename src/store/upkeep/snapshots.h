// Copies of the whole store of the last days, for when it is damaged. Inside store/ only.
#pragma once

#include <filesystem>
#include <string>

struct sqlite3;

namespace xy::store {

/// How many are kept.
inline constexpr std::size_t snapshots_kept = 3;

/// snapshots/<day>.db in the store's folder.
std::filesystem::path snapshot_of(const std::filesystem::path& database, const std::string& day);
/// Writes one, durably and readable by its owner only; one of that day is replaced when it is whole. Deletes
/// the oldest beyond those kept. Throws StoreError; then what was there is as it was.
void take_snapshot(sqlite3* db, const std::filesystem::path& database, const std::string& day);

}  // namespace xy::store
