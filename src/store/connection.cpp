#include "store/connection.h"

#include <cerrno>
#include <tuple>

#include "store/sql.h"

namespace xy::store {

Connection::Connection(std::filesystem::path file, SQLite::Database db)
    : file_(std::move(file)), db_(std::move(db)), signed_count_(file_) {}

Connection::~Connection() {
    settle();
    try {
        note_foreign_pages();
        if (!written_) return;
        run(sql::close_write_count);
        close_log();
        signed_count_.write_through(present_count());
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
        // The disk is full or gone: the file goes on saying that it was not closed, which is so.
    }
}

SQLite::Statement& Connection::statement(const char* sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    return statements_
        .emplace(std::piecewise_construct, std::forward_as_tuple(sql), std::forward_as_tuple(db_, sql))
        .first->second;
}

int Connection::run(SQLite::Statement& statement) {
    const StatementReset reset(statement);
    errno = 0;  // so that what is there after a failure belongs to it
    return statement.exec();
}

void Connection::roll_back() noexcept {
    in_transaction_ = false;
    // Keys given inside the transaction are gone.
    items_.reset();
    setups_.clear();
    forget_arrivals();
    if (sqlite3_get_autocommit(db_.getHandle()) == 0)
        sqlite3_exec(db_.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

ItemIndex& Connection::items() {
    if (items_) return *items_;
    ItemIndex known;
    for (Rows rows = this->rows(sql::items); rows.next();) {
        ItemRow row;
        row.bank = rows.text(1);
        row.item = rows.text(2);
        row.version = rows.text(3);
        row.kind = rows.text(4);
        row.topic = rows.text(5);
        row.topic_title = {std::string(rows.text(6)), std::string(rows.text(7))};
        row.stem = {std::string(rows.text(8)), std::string(rows.text(9))};
        row.options = split_options(rows.text(10));
        row.key = static_cast<quiz::OptionSet>(rows.integer(11));
        known.add(rows.integer(0), std::move(row));
    }
    return items_.emplace(std::move(known));
}

void Connection::close_log() {
    Rows result = rows("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!result.next() || result.integer(0) != 0 || result.integer(1) != result.integer(2))
        fail(SQLITE_BUSY, db_.getHandle(), file_);
}

std::int64_t Connection::setup_key(const quiz::SessionStart& start) {
    const std::string name = start.device + '\0' + start.programme + '\0' + start.programme_version;
    if (const auto known = setups_.find(name); known != setups_.end()) return known->second;
    for (const char* sql : {sql::find_setup, sql::put_setup}) {
        SQLite::Statement& query = statement(sql);
        const StatementReset reset(query);
        bind(query, start.device, start.programme, start.programme_version);
        if (query.executeStep()) return setups_.emplace(name, query.getColumn(0).getInt64()).first->second;
    }
    refuse("the setup of the session could not be stored");
}

}  // namespace xy::store
