// Files as older versions of the program left them.
#pragma once

#include <filesystem>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

#include "integrity/checked_files.h"
#include "quiz/time_bands.h"
#include "support/folder.h"

namespace xy::store {

/// Empty for a version that does not exist.
inline std::string schema_step(int version) {
    const std::string folder = XY_SOURCE_DIR "/src/store/sql/schema/schema_";
    const std::string step = bytes_of(folder + std::to_string(version) + ".sql");
    // Between the two the program moves exact times; there are none yet.
    return version == 7 ? step + bytes_of(folder + "7_end.sql") : step;
}

/// The steps of the versions from `first` to `last`.
inline std::string schema_steps(int first, int last) {
    std::string sql;
    for (int version = first; version <= last; ++version) sql += schema_step(version);
    return sql;
}

/// Runs SQL on a file, as version `version` of the program would: with the function time_band(ms) of version
/// 7, and with checksums from version 8 on.
inline void run_as_older(const std::filesystem::path& database, const std::string& sql, int version) {
    const auto band = [](sqlite3_context* context, int, sqlite3_value** values) {
        sqlite3_result_int(context, quiz::time_band(Milliseconds(sqlite3_value_int64(values[0]))));
    };
    sqlite3* db = nullptr;
    const char* layer = version >= 8 ? integrity::checked_files() : nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const bool open = sqlite3_open_v2(database.c_str(), &db, flags, layer) == SQLITE_OK;
    if (open && layer != nullptr) integrity::reserve_checksums(db);
    const bool done = open &&
                      sqlite3_create_function(db, "time_band", 1, SQLITE_UTF8, nullptr, band, nullptr,
                                              nullptr) == SQLITE_OK &&
                      sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    const std::string reason = done ? std::string() : sqlite3_errmsg(db);
    sqlite3_close(db);
    if (!done) throw std::runtime_error("a file of an older version cannot be made: " + reason);
}

/// Runs SQL on a file as another program would, which knows nothing of checksums.
inline void run_as_stranger(const std::filesystem::path& database, const std::string& sql) {
    run_as_older(database, sql, 0);
}

}  // namespace xy::store
