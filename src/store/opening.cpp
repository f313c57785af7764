// How the file is opened: lock it, look whether it is ours and of a known version, check it, bring it up to
// date.
#include <sys/stat.h>
#include <system_error>

#include "store/checked_files.h"
#include "store/connection.h"
#include "store/durable.h"
#include "store/local_time.h"
#include "store/migrations.h"
#include "store/sql.h"

namespace xy::store {
namespace fs = std::filesystem;
namespace {

/// Long enough for a command that is just closing the file, short enough that a person sees the message at
/// once.
constexpr int busy_timeout_ms = 300;

/// Of any SQLite file, in bytes.
constexpr std::uintmax_t smallest_page = 512;

fs::path log_of(const fs::path& file) {
    fs::path log = file;
    log += "-wal";
    return log;
}

std::uintmax_t size_of(const fs::path& file) {
    std::error_code ignored;
    const std::uintmax_t size = fs::file_size(file, ignored);
    return ignored ? 0 : size;
}

void make_folder(const fs::path& folder) {
    if (fs::is_directory(folder)) return;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw StoreError(StoreFailure::cannot_write,
                         "cannot make the folder " + folder.string() + ": " + error.message());
    sync_folder(fs::absolute(folder).lexically_normal().parent_path());
}

int pragma(SQLite::Database& db, const char* sql) {
    return db.execAndGet(sql).getInt();
}

/// True for a code that, while opening, can only come from bytes that are not what we wrote.
bool indicates_corruption(const SQLite::Exception& error, sqlite3* handle) {
    switch (error.getErrorCode() & 0xFF) {
        case SQLITE_ERROR:  // a statement that fits our schema does not fit the file's
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
            return true;
        case SQLITE_READONLY:  // the system lets us write, but the header says no
            return error.getExtendedErrorCode() == SQLITE_READONLY &&
                   sqlite3_db_readonly(handle, "main") == 0;
        default:
            return false;
    }
}

void protect(SQLite::Database& db, bool keep_log) {
    sqlite3* handle = db.getHandle();
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // A file that is then refused must keep its log as it is: closing must not write it into the file.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep_log ? 1 : 0, nullptr);
    db.exec("PRAGMA cell_size_check = ON");
    db.exec("PRAGMA locking_mode = EXCLUSIVE");
    // What is deleted is overwritten, whatever the library was built with.
    db.exec("PRAGMA secure_delete = ON");
}

/// The version of the file, 0 for an empty one. Takes the lock, and keeps it.
int lock_and_read_version(SQLite::Database& db, const fs::path& file) {
    db.exec("BEGIN EXCLUSIVE");
    const int version = pragma(db, "PRAGMA user_version");
    const int owner = pragma(db, "PRAGMA application_id");
    const bool empty = pragma(db, "SELECT count(*) FROM sqlite_schema") == 0;
    db.exec("COMMIT");
    if (empty && owner == 0 && version == 0) return 0;
    if (owner != application_id) throw damaged(file, "it is not a file of this program");
    if (version > latest_version)
        throw StoreError(StoreFailure::newer,
                         file.string() + " was written by a newer version of this program (format " +
                             std::to_string(version) + ", this one knows " + std::to_string(latest_version) +
                             "); install the newer version. The file was not changed");
    return version;
}

void quick_check(SQLite::Database& db, const fs::path& file) {
    const std::string verdict = db.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict != "ok") throw damaged(file, verdict);
}

/// Makes room on every page of an older file, and fills it: a VACUUM writes every page.
void add_checksums(SQLite::Database& db) {
    db.exec("VACUUM");
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

void bring_up_to_date(SQLite::Database& db, int version, const fs::path& file) {
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA foreign_keys = ON");
    if (version < first_checked_version && !has_checksums(db.getHandle())) add_checksums(db);
    if (!has_checksums(db.getHandle())) throw damaged(file, "its pages are said to have no checksums");
    if (version < latest_version) {
        db.exec("BEGIN EXCLUSIVE");
        migrate(db, version);
        db.exec("COMMIT");
    }
    if (schema_of(db) != expected_schema())
        throw damaged(file, "its tables are not the ones this program made");
}

std::unique_ptr<Connection> try_open(const fs::path& file, Check check) {
    std::optional<SQLite::Database> db;
    try {
        // SQLite would throw away the log of a file that is missing or empty.
        if (size_of(file) == 0 && size_of(log_of(file)) > 0)
            throw damaged(file, "it is empty, but its log is not");
        const bool existed = size_of(file) > 0;
        // ... and would take the first few bytes of one for an empty file.
        if (existed && size_of(file) < smallest_page) throw damaged(file, "it is cut");
        // A Store belongs to one thread, so SQLite need not lock: a twelfth of the time of a long walk.
        db.emplace(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                   busy_timeout_ms, checked_files());
        reserve_checksums(db->getHandle());
        protect(*db, size_of(log_of(file)) > 0);
        const int version = lock_and_read_version(*db, file);
        if (existed && check == Check::quick) quick_check(*db, file);
        bring_up_to_date(*db, version, file);
        sqlite3_db_config(db->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        if (!existed) sync_folder(file.parent_path());
        auto connection = std::make_unique<Connection>(file, std::move(*db));
        connection->opening.created = version == 0;
        connection->opening.abandoned = connection->run(connection->statement(sql::abandon_open));
        connection->compare_with_signed_count();
        connection->settle();
        return connection;
    } catch (const SQLite::Exception& error) {
        sqlite3* handle = db ? db->getHandle() : nullptr;
        if (indicates_corruption(error, handle)) throw damaged(file, error.what());
        throw explain(error, handle, file);
    }
}

void remember(Connection& connection, const fs::path& moved) {
    SQLite::Statement& notice = connection.statement(sql::put_notice);
    notice.bind(1, local_time("%Y-%m-%d"));
    notice.bind(2, moved.filename().string());
    connection.run(notice);
}

}  // namespace

std::unique_ptr<Connection> Connection::open(const fs::path& folder, Check check) {
    make_folder(folder);
    const fs::path file = folder / file_name;
    try {
        return try_open(file, check);
    } catch (const StoreError& error) {
        if (error.reason() != StoreFailure::damaged) throw;
    }
    const fs::path moved = set_aside(file, local_time("%Y-%m-%dT%H%M%S"));
    auto connection = try_open(file, check);
    connection->opening.set_aside = moved;
    connection->guarded([&] { remember(*connection, moved); });
    return connection;
}

}  // namespace xy::store
