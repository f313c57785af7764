// The new file while the rows of a damaged one come in. Inside recovery/ only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "recovery/table_shape.h"

namespace xy::recovery {

class RowTaker {
 public:
    /// Makes `file`, of the format of the damaged one, in one transaction.
    RowTaker(const std::filesystem::path& file, int version);

    const std::vector<TableShape>& shapes() const { return shapes_; }
    bool has(std::string_view table) const;

    enum class Taken {
        fresh,
        known,    ///< its key is there already
        refused,  ///< it breaks a rule of its table
    };
    Taken take(const TableShape& shape, const StoredRecord& record);

    /// Visits that waited are moved among the others, as at a start after a kill. `with_times`: what was
    /// measured of them goes into the lists of times.
    void move_what_waited(bool with_times);

    /// Returns the number of changed rows.
    int run(const char* sql) { return SQLite::Statement(db_, sql).exec(); }
    std::int64_t number(const char* sql) { return db_.execAndGet(sql).getInt64(); }
    bool with_bands() const;
    void commit() { db_.exec("COMMIT"); }

 private:
    SQLite::Statement& statement(const TableShape& shape, std::size_t columns);

    std::filesystem::path file_;
    int version_;
    SQLite::Database db_;
    std::vector<TableShape> shapes_;
    std::unordered_map<std::string, SQLite::Statement> statements_;
};

}  // namespace xy::recovery
