// From any older version of the file to this one. New files take the same way, from version 0.
#pragma once

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xy::store {

/// PRAGMA user_version of a file that this program writes.
inline constexpr int latest_version = 10;
/// From this one on visits keep half-days and bands, and exact times lie in tables of their own (times.h).
inline constexpr int first_version_with_bands = 7;
/// From this one on every page of the file has a checksum (integrity/page_checksum.h).
inline constexpr int first_checked_version = 8;
/// PRAGMA application_id: "XYQZ".
inline constexpr std::int32_t application_id = 0x5859515A;

/// Brings `db` from version `from` to `to`. The caller has begun an exclusive transaction.
void migrate(SQLite::Database& db, int from, int to = latest_version);

/// A table, index, trigger or view as the file describes it.
struct SchemaObject {
    std::string type;
    std::string name;
    std::string table;
    std::string sql;
    friend auto operator<=>(const SchemaObject&, const SchemaObject&) = default;
};

/// All of them, sorted.
std::vector<SchemaObject> schema_of(SQLite::Database& db);
/// What schema_of() says of a file made by this program. A file of the latest version must say the same.
std::vector<SchemaObject> expected_schema();
/// Drops indexes, triggers and views that somebody added to a file which has all of the expected schema: they
/// hold nothing of their own, and would change what is written. Returns their names; added tables stay.
/// Nothing is done and returned where something of ours is missing.
std::optional<std::vector<std::string>> drop_additions(SQLite::Database& db);

}  // namespace xy::store
