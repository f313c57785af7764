// From any older version of the file to this one. New files take the same way, from version 0.
#pragma once

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <string>

namespace xy::store {

/// PRAGMA user_version of a file that this program writes.
inline constexpr int latest_version = 6;
/// From this one on every page of the file has a checksum (page_checksum.h).
inline constexpr int first_checked_version = 6;
/// PRAGMA application_id: "XYQZ".
inline constexpr std::int32_t application_id = 0x5859515A;

/// Brings `db` from version `from` to `to`. The caller has begun an exclusive transaction.
void migrate(SQLite::Database& db, int from, int to = latest_version);

/// Every table, index and trigger with its SQL, in a fixed order.
std::string schema_of(SQLite::Database& db);
/// What schema_of() says of a file made by this program. A file of the latest version must say the same.
std::string expected_schema();

}  // namespace xy::store
