#include "recovery/row_taker.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>

#include "integrity/checked_files.h"
#include "recovery/sql.h"
#include "store/migrations.h"
#include "store/pending.h"
#include "store/sqlite_error.h"

namespace xy::recovery {
namespace {

void bind_value(SQLite::Statement& insert, int column, const StoredValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        insert.bind(column, *number);
    else if (const auto* real = std::get_if<double>(&value))
        insert.bind(column, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
        insert.bind(column, *text);
    else if (const auto* blob = std::get_if<StoredBlob>(&value))
        insert.bind(column, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
    else
        insert.bind(column);
}

}  // namespace

RowTaker::RowTaker(const std::filesystem::path& file, int version)
    : file_(file),
      version_(version),
      db_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, integrity::checked_files()) {
    integrity::reserve_checksums(db_.getHandle());
    sqlite3_extended_result_codes(db_.getHandle(), 1);
    db_.exec("BEGIN EXCLUSIVE");
    store::migrate(db_, 0, version);
    shapes_ = shapes_of(db_);
}

bool RowTaker::has(std::string_view table) const {
    return std::any_of(shapes_.begin(), shapes_.end(),
                       [&](const TableShape& shape) { return shape.name == table; });
}

bool RowTaker::with_bands() const {
    return version_ >= store::first_version_with_bands;
}

SQLite::Statement& RowTaker::statement(const TableShape& shape, std::size_t columns) {
    const std::string sql = shape.insert_sql(columns);
    const auto known = statements_.find(sql);
    if (known != statements_.end()) return known->second;
    return statements_
        .emplace(std::piecewise_construct, std::forward_as_tuple(sql), std::forward_as_tuple(db_, sql))
        .first->second;
}

RowTaker::Taken RowTaker::take(const TableShape& shape, const StoredRecord& record) {
    SQLite::Statement& insert = statement(shape, record.values.size());
    for (std::size_t i = 0; i < record.values.size(); ++i)
        bind_value(insert, static_cast<int>(i) + 1,
                   shape.columns[i].is_rowid ? StoredValue(*record.rowid) : record.values[i]);
    const int code = insert.tryExecuteStep();
    insert.tryReset();
    if (code == SQLITE_DONE) return Taken::fresh;
    if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE ||
        code == SQLITE_CONSTRAINT_ROWID)
        return Taken::known;
    if ((code & 0xFF) == SQLITE_CONSTRAINT) return Taken::refused;
    store::fail(code, db_.getHandle(), file_);
}

void RowTaker::move_what_waited(bool with_times) {
    if (!has("pending_session")) return;
    store::abandon_open(db_);
    run(sql::delete_moved_before);
    if (with_bands()) {
        if (with_times) store::add_pending_times(db_, file_);
        run(sql::move_sessions);
        run(sql::move_answers);
    } else {
        run(sql::move_sessions_6);
        run(sql::move_answers_6);
    }
    for (const char* sql : {sql::delete_pending_answers, sql::delete_pending_sessions, sql::mark_for_rewrite})
        run(sql);
}

}  // namespace xy::recovery
