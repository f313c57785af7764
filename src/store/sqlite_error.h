// From SQLite's codes to StoreError. Inside store/ only.
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

StoreError damaged(const std::filesystem::path& file, const std::string& what);

}  // namespace xy::store
