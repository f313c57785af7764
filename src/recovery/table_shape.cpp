#include "recovery/table_shape.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "recovery/sql.h"
#include "store/times.h"

namespace xy::recovery {
namespace {

/// Lists of times in the form in which store::packed() leaves them.
bool can_be_unpacked(const std::string& column, const std::string& bytes) {
    if (column == "hours") {
        std::array<std::int64_t, 24> hours{};
        return store::unpack_hours(bytes, hours);
    }
    store::TimeList times;
    return (column != "durations" && column != "times") || store::unpack(bytes, times);
}

bool value_fits(const ColumnShape& column, const StoredValue& value) {
    if (std::holds_alternative<std::monostate>(value)) return column.may_be_null || column.is_rowid;
    if (column.is_rowid) return false;
    if (column.type == "INTEGER") return std::holds_alternative<std::int64_t>(value);
    if (column.type == "TEXT")
        return std::holds_alternative<std::string>(value) &&
               !first_invalid_utf8(std::get<std::string>(value));
    const auto* blob = std::get_if<StoredBlob>(&value);
    return blob != nullptr && can_be_unpacked(column.name, blob->bytes);
}

TableShape shape_of(SQLite::Database& db, const std::string& name, bool with_rowid) {
    TableShape shape{name, with_rowid, {}};
    std::vector<int> key_places;
    SQLite::Statement columns(db, sql::columns);
    columns.bind(1, name);
    while (columns.executeStep()) {
        const int key = columns.getColumn(4).getInt();
        ColumnShape column{columns.getColumn(0).getString(), columns.getColumn(1).getString(),
                           columns.getColumn(2).getInt() == 0 && key == 0, columns.getColumn(3).getInt() != 0,
                           false};
        column.is_rowid = with_rowid && key == 1 && column.type == "INTEGER";
        shape.columns.push_back(std::move(column));
        key_places.push_back(key);
    }
    if (with_rowid) return shape;
    // Without rowids the columns of the key come first.
    std::vector<ColumnShape> ordered;
    for (int key = 1; key <= static_cast<int>(key_places.size()); ++key)
        for (std::size_t i = 0; i < key_places.size(); ++i)
            if (key_places[i] == key) ordered.push_back(shape.columns[i]);
    for (std::size_t i = 0; i < key_places.size(); ++i)
        if (key_places[i] == 0) ordered.push_back(shape.columns[i]);
    shape.columns = std::move(ordered);
    return shape;
}

}  // namespace

bool TableShape::fits(const StoredRecord& record) const {
    if (record.rowid.has_value() != with_rowid || record.values.size() > columns.size()) return false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i >= record.values.size()) {
            if (!columns[i].may_be_missing) return false;
        } else if (!value_fits(columns[i], record.values[i])) {
            return false;
        }
    }
    return true;
}

std::string TableShape::insert_sql(std::size_t count) const {
    std::string names;
    std::string values;
    for (std::size_t i = 0; i < count; ++i) {
        names += (i == 0 ? "\"" : ", \"") + columns[i].name + '"';
        values += (i == 0 ? "?" : ", ?") + std::to_string(i + 1);
    }
    return (of_one_row() ? "INSERT OR REPLACE INTO \"" : "INSERT INTO \"") + name + "\" (" + names +
           ") VALUES (" + values + ")";
}

std::vector<TableShape> shapes_of(SQLite::Database& db) {
    std::vector<TableShape> shapes;
    SQLite::Statement tables(db, sql::tables);
    while (tables.executeStep())
        shapes.push_back(shape_of(db, tables.getColumn(0).getString(), tables.getColumn(1).getInt() == 0));
    return shapes;
}

}  // namespace xy::recovery
