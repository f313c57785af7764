// Visits that wait in tables of their own, as whoever moves them among the others needs them: this room, and
// recovery/ in a file that it fills itself.
#pragma once

#include <SQLiteCpp/Database.h>
#include <filesystem>

namespace xy::store {

/// Those that were left open end as abandoned. Returns how many. Throws SQLite::Exception.
int abandon_open(SQLite::Database& db);
/// What was measured of those that have ended goes into the lists of times, within the caller's transaction.
/// Throws SQLite::Exception; StoreError where what is there is malformed.
void add_pending_times(SQLite::Database& db, const std::filesystem::path& file);

}  // namespace xy::store
