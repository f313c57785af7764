// From SQLite's codes to StoreError. Inside store/ and recovery/ only.
#pragma once

#include <filesystem>

struct sqlite3;

namespace SQLite {
class Exception;
}

#include "store/store_error.h"

namespace xy::store {

/// Says in plain words what SQLite's error means for the file, and what to do. `handle` may be null.
StoreError explain(const SQLite::Exception& error, sqlite3* handle, const std::filesystem::path& file);

/// Throws what explain() makes of SQLite's extended result `code`.
[[noreturn]] void fail(int code, sqlite3* handle, const std::filesystem::path& file);

[[noreturn]] void refuse(const std::string& message);

/// Throws cannot_read for `file`, and why.
[[noreturn]] void cannot_read(const std::filesystem::path& file, const std::string& why);

/// Whether a verdict of SQLite's check on the file is about a page that could not be read ("… error
/// code=266").
bool is_about_reading(const std::string& verdict);

StoreError damaged(const std::filesystem::path& file, const std::string& what);

}  // namespace xy::store
