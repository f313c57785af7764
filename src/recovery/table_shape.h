// What the rows of each table look like on a page. Inside recovery/ only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <string>
#include <vector>

#include "recovery/stored_record.h"

namespace xy::recovery {

struct ColumnShape {
    std::string name;
    std::string type;  ///< INTEGER, TEXT or BLOB
    bool may_be_null = false;
    bool may_be_missing = false;  ///< added later, with a value for older rows
    bool is_rowid = false;        ///< kept as NULL beside the row's number
};

struct TableShape {
    std::string name;
    bool with_rowid = true;
    std::vector<ColumnShape> columns;  ///< in the order of storage

    /// Has one row, which is there from the beginning.
    bool of_one_row() const { return columns.front().name == "only"; }
    /// Lists of exact times: nothing else shows what a damaged page made of one.
    bool of_times() const { return name == "day_times" || name == "answer_times"; }
    /// Of the register of what was published, likewise; its rows are never changed.
    bool of_register() const { return name.starts_with("publication"); }

    /// Whether a record can be one of this table: number and types of the columns, whole UTF-8.
    bool fits(const StoredRecord& record) const;
    /// INSERT for the first `columns` of them; the one row is replaced.
    std::string insert_sql(std::size_t columns) const;
};

std::vector<TableShape> shapes_of(SQLite::Database& db);

}  // namespace xy::recovery
