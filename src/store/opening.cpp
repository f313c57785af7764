// How the file is opened: lock it, look whether it is ours and of a known version, check it, bring it up to
// date.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "base/local_time.h"
#include "base/private_file.h"
#include "integrity/checked_files.h"
#include "store/connection.h"
#include "store/durable.h"
#include "store/migrations.h"
#include "store/pending.h"
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

/// SQLite's, while it makes the file; later changes go into the log.
fs::path journal_of(const fs::path& file) {
    fs::path journal = file;
    journal += "-journal";
    return journal;
}

/// Whether a database file ends within a page, by the page size in its header
/// (https://www.sqlite.org/fileformat.html#page_size).
bool ends_within_a_page(const fs::path& file, std::uintmax_t size) {
    constexpr std::string_view magic = "SQLite format 3";
    constexpr std::size_t page_size_at = 16;
    std::array<char, page_size_at + 2> header{};
    std::ifstream in(file, std::ios::binary);
    in.read(header.data(), header.size());
    if (!in || std::string_view(header.data(), magic.size()) != magic) return false;
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uintmax_t>(static_cast<unsigned char>(header.at(at)));
    };
    const std::uintmax_t page = byte(page_size_at) * 256 + byte(page_size_at + 1);
    return size % (page == 1 ? 65'536 : std::max<std::uintmax_t>(page, 1)) != 0;
}

/// 0 for a file that is not there.
std::uintmax_t size_of(const fs::path& file) {
    struct stat facts {};
    if (::stat(file.c_str(), &facts) == 0)
        return S_ISREG(facts.st_mode) ? static_cast<std::uintmax_t>(facts.st_size) : 0;
    if (errno == ENOENT || errno == ENOTDIR) return 0;
    cannot_read(file, std::strerror(errno));
}

/// Whether the end of a file is missing.
bool is_cut(const fs::path& file) {
    const std::uintmax_t size = size_of(file);
    return size < smallest_page || ends_within_a_page(file, size);
}

/// Reads every byte of a file, if it is there. SQLite cannot be asked: what its check cannot read it calls a
/// fault of the file.
void read_to_the_end(const fs::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0 && errno == ENOENT) return;
    std::vector<char> part(1U << 18U);
    ssize_t size = handle < 0 ? -1 : 1;
    for (off_t at = 0; size > 0; at += size) size = ::pread(handle, part.data(), part.size(), at);
    const int reason = errno;
    if (handle >= 0) ::close(handle);
    if (size < 0) cannot_read(file, std::strerror(reason));
}

void make_folder(const fs::path& folder) {
    if (folder.empty())
        throw StoreError(StoreFailure::cannot_write,
                         "this user has no home folder to keep data in; name a data folder with --data DIR");
    if (fs::is_directory(folder)) return;
    try {
        make_private_folder(folder);
    } catch (const std::system_error& error) {
        throw StoreError(StoreFailure::cannot_write,
                         "cannot make the folder " + folder.string() + ": " + error.code().message());
    }
    sync_folder(fs::absolute(folder).lexically_normal().parent_path());
}

/// The file before SQLite makes it, for its owner alone; its log gets the same rights.
void make_private(const fs::path& folder, const fs::path& file) {
    constexpr std::array<std::string_view, 5> ours{"xiangyang", "access.json", "outbox", "reports",
                                                   "snapshots"};
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle >= 0) ::close(handle);
    tighten(folder, ours);
}

int pragma(SQLite::Database& db, const char* sql) {
    return db.execAndGet(sql).getInt();
}

/// SQLite's own words for it are about a file descriptor.
void refuse_read_only_medium(const fs::path& folder) {
    if (::access(folder.c_str(), W_OK) == 0 || errno != EROFS) return;
    throw StoreError(
        StoreFailure::cannot_write,
        folder.string() +
            " lies on a medium that can only be read; copy the folder to a disk of this computer "
            "and name the copy with --data DIR");
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

void check_file(SQLite::Database& db, const fs::path& file, Check check) {
    if (check == Check::none) return;
    const char* look = check == Check::whole ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
    const std::string verdict = db.execAndGet(look).getString();
    if (is_about_reading(verdict)) cannot_read(file, verdict);
    if (verdict != "ok") throw damaged(file, verdict);
}

/// Makes room on every page of an older file, and fills it: a VACUUM writes every page.
void add_checksums(SQLite::Database& db) {
    db.exec("VACUUM");
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// Returns what was dropped because somebody had added it.
std::vector<std::string> bring_up_to_date(SQLite::Database& db, int version, const fs::path& file) {
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA foreign_keys = ON");
    if (version < first_checked_version && !integrity::has_checksums(db.getHandle())) add_checksums(db);
    if (!integrity::has_checksums(db.getHandle()))
        throw damaged(file, "its pages are said to have no checksums");
    if (version < latest_version) {
        db.exec("BEGIN EXCLUSIVE");
        migrate(db, version);
        db.exec("COMMIT");
    }
    if (version == 0 || schema_of(db) == expected_schema()) return {};
    db.exec("BEGIN EXCLUSIVE");
    std::optional<std::vector<std::string>> dropped = drop_additions(db);
    db.exec("COMMIT");
    if (!dropped) throw damaged(file, "its tables are not the ones this program made");
    return *std::move(dropped);
}

std::unique_ptr<Connection> try_open(const fs::path& file, Check check) {
    std::optional<SQLite::Database> db;
    try {
        // SQLite would throw away the log of a file that is missing or empty.
        if (size_of(file) == 0 && size_of(log_of(file)) > 0)
            throw damaged(file, "it is empty, but its log is not");
        const bool existed = size_of(file) > 0;
        // ... and would take the first few bytes of one for an empty file.
        // Where the power went while SQLite wrote pages, its log or journal beside the file knows how to go
        // on.
        const bool unfinished = size_of(log_of(file)) > 0 || size_of(journal_of(file)) > 0;
        if (existed && size_of(file) < smallest_page && size_of(journal_of(file)) == 0)
            throw damaged(file, "it is cut");
        if (existed && !unfinished && is_cut(file)) throw damaged(file, "it is cut");
        make_private(file.parent_path(), file);
        errno = 0;  // so that what is there after a failure belongs to it
        // A Store belongs to one thread, so SQLite need not lock: a twelfth of the time of a long walk.
        db.emplace(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                   busy_timeout_ms, integrity::checked_files());
        integrity::reserve_checksums(db->getHandle());
        protect(*db, size_of(log_of(file)) > 0);
        const int version = lock_and_read_version(*db, file);
        if (existed && unfinished && size_of(log_of(file)) == 0 && size_of(file) > 0 && is_cut(file))
            throw damaged(file, "it is cut");
        if (existed) check_file(*db, file, check);
        std::vector<std::string> dropped = bring_up_to_date(*db, version, file);
        sqlite3_db_config(db->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        if (!existed) sync_folder(file.parent_path());
        auto connection = std::make_unique<Connection>(file, std::move(*db));
        connection->opening.created = version == 0;
        connection->opening.dropped = std::move(dropped);
        connection->opening.abandoned = abandon_open(connection->db());
        connection->compare_with_signed_count();
        connection->settle();
        return connection;
    } catch (const SQLite::Exception& error) {
        sqlite3* handle = db ? db->getHandle() : nullptr;
        if (indicates_corruption(error, handle)) throw damaged(file, error.what());
        throw explain(error, handle, file);
    }
}

}  // namespace

std::unique_ptr<Connection> Connection::open(const fs::path& folder, Check check, Damage damage) {
    make_folder(folder);
    refuse_read_only_medium(folder);
    const fs::path file = folder / file_name;
    try {
        return try_open(file, check);
    } catch (const StoreError& error) {
        if (error.reason() != StoreFailure::damaged) throw;
    }
    // One look may have been deceived. Nothing is renamed before every byte could be read and a new
    // connection has come to the same end.
    read_to_the_end(file);
    read_to_the_end(log_of(file));
    try {
        return try_open(file, Check::whole);
    } catch (const StoreError& error) {
        if (error.reason() != StoreFailure::damaged || damage == Damage::refuse) throw;
    }
    const fs::path moved = set_aside(file, local_time("%Y-%m-%dT%H%M%S"));
    auto connection = try_open(file, check);
    connection->opening.set_aside = moved;
    connection->guarded(
        [&] { connection->run(sql::put_notice, local_time("%Y-%m-%d"), moved.filename().string()); });
    return connection;
}

}  // namespace xy::store
