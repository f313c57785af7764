// Reading many rows straight through SQLite's C interface. SQLiteCpp makes an object per column, which costs
// more than the column; over ten million answers that is seconds. Inside store/ only.
#pragma once

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <string_view>

#include "base/identifier.h"
#include "store/sqlite_error.h"

namespace xy::store {

class Rows {
 public:
    Rows(sqlite3* db, const char* sql, const std::filesystem::path& file) : db_(db), file_(file) {
        sqlite3_stmt* made = nullptr;
        const int code = sqlite3_prepare_v2(db, sql, -1, &made, nullptr);
        statement_.reset(made);
        if (code != SQLITE_OK) fail(code, db_, file_);
    }

    /// The id must outlive the rows.
    void bind(int parameter, const RandomId& id) {
        const auto size = static_cast<int>(id.bytes.size());
        const int code = sqlite3_bind_blob(statement_.get(), parameter, id.bytes.data(), size, SQLITE_STATIC);
        if (code != SQLITE_OK) fail(code, db_, file_);
    }

    void bind(int parameter, std::int64_t value) {
        const int code = sqlite3_bind_int64(statement_.get(), parameter, value);
        if (code != SQLITE_OK) fail(code, db_, file_);
    }

    /// The text must outlive the rows.
    void bind(int parameter, std::string_view text) {
        const int code = sqlite3_bind_text(statement_.get(), parameter, text.data(),
                                           static_cast<int>(text.size()), SQLITE_STATIC);
        if (code != SQLITE_OK) fail(code, db_, file_);
    }

    /// Goes to the next row; false after the last.
    bool next() {
        errno = 0;  // so that what is there after a failure belongs to it
        const int code = sqlite3_step(statement_.get());
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) fail(sqlite3_extended_errcode(db_), db_, file_);
        return false;
    }

    /// Back to before the first row, for new parameters.
    void reset() { sqlite3_reset(statement_.get()); }

    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    bool null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

    std::optional<bool> flag(int column) const {
        if (integer(column) != 0) return true;  // most are, and need no look at the type
        if (null(column)) return std::nullopt;
        return false;
    }

    /// Valid until next().
    std::string_view text(int column) const {
        const unsigned char* first = sqlite3_column_text(statement_.get(), column);
        if (first == nullptr) return {};
        // SQLite hands text out as unsigned char; it is the same UTF-8.
        return {reinterpret_cast<const char*>(first),
                static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
    }

    /// A blob of any other length means a damaged file.
    RandomId id(int column) const {
        RandomId value;
        const void* bytes = sqlite3_column_blob(statement_.get(), column);
        const int size = sqlite3_column_bytes(statement_.get(), column);
        if (bytes == nullptr || size != static_cast<int>(value.bytes.size()))
            throw damaged(file_, "an id is not 16 bytes long");
        std::memcpy(value.bytes.data(), bytes, value.bytes.size());
        return value;
    }

 private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* db_;
    const std::filesystem::path& file_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace xy::store
