#include "store/sqlite_error.h"

#include <SQLiteCpp/Exception.h>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <sqlite3.h>

namespace xy::store {
namespace {

bool no_space_left(int system_error) {
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

bool out_of_means(int system_error) {
    return system_error == EMFILE || system_error == ENFILE || system_error == ENOMEM ||
           system_error == EIO || system_error == EINTR;
}

/// What SQLite takes for a corrupt file system.
bool is_of_a_failed_read(int system_error) {
    return system_error == EIO || system_error == ENXIO || system_error == ERANGE;
}

/// Of an extended SQLITE_IOERR code: whether something was to be written.
bool was_writing(int code) {
    switch (code) {
        case SQLITE_IOERR_WRITE:
        case SQLITE_IOERR_FSYNC:
        case SQLITE_IOERR_DIR_FSYNC:
        case SQLITE_IOERR_TRUNCATE:
        case SQLITE_IOERR_DELETE:
        case SQLITE_IOERR_COMMIT_ATOMIC:
        case SQLITE_IOERR_BEGIN_ATOMIC:
        case SQLITE_IOERR_ROLLBACK_ATOMIC:
            return true;
        default:
            return false;
    }
}

/// An error of reading is never damage, though SQLite calls EIO a corrupt file system: of a file that cannot
/// be read nothing is known.
StoreFailure reason_of_io_error(int code, int system_error) {
    if (no_space_left(system_error)) return StoreFailure::full;
    if (code == SQLITE_IOERR_DATA) return StoreFailure::damaged;  // it was read; a checksum differs
    return was_writing(code) ? StoreFailure::cannot_write : StoreFailure::cannot_read;
}

StoreFailure reason_of(int code, int system_error) {
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return StoreFailure::in_use;
        case SQLITE_FULL:
            return StoreFailure::full;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            // A statement calls it corrupt, too, when a read of the disk has failed.
            return is_of_a_failed_read(system_error) ? StoreFailure::cannot_read : StoreFailure::damaged;
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_RANGE:
        case SQLITE_TOOBIG:
            return StoreFailure::refused;
        case SQLITE_IOERR:
            return reason_of_io_error(code, system_error);
        case SQLITE_NOMEM:
            return StoreFailure::cannot_read;
        case SQLITE_CANTOPEN:
            return out_of_means(system_error) ? StoreFailure::cannot_read : StoreFailure::cannot_write;
        default:
            return StoreFailure::cannot_write;
    }
}

/// errno of the failed call, 0 when it says nothing. SQLite keeps an old one around for codes that have none,
/// and forgets it when a COMMIT fails; then the system's own is still the one of the write (see
/// Connection::run).
int system_error_of(int code, sqlite3* handle) {
    const int last = errno;
    const int kind = code & 0xFF;
    if (kind == SQLITE_CORRUPT) return last;  // see reason_of()
    if (kind != SQLITE_IOERR && kind != SQLITE_CANTOPEN) return 0;
    const int kept = handle != nullptr ? sqlite3_system_errno(handle) : 0;
    return kept != 0 ? kept : last;
}

std::string with(const std::string& detail) {
    return detail.empty() ? "" : " (" + detail + ")";
}

StoreError explain(int code, int system_error, const std::string& detail, const std::filesystem::path& file) {
    const std::string name = file.string();
    const std::string system =
        system_error != 0 ? std::string(": ") + std::strerror(system_error) : std::string();
    const StoreFailure reason = reason_of(code, system_error);
    switch (reason) {
        case StoreFailure::in_use:
            return {reason, name +
                                " is in use by another program; close the kiosk, or wait until the other "
                                "xiangyang command has finished, and try again"};
        case StoreFailure::full:
            return {reason, "no space is left for " + name + "; free some space on that disk and try again"};
        case StoreFailure::damaged:
            return {reason, name + " is damaged" + with(detail) +
                                "; nothing of it was changed. The kiosk sets it aside at its next start and "
                                "begins a new one"};
        case StoreFailure::cannot_read:
            return {reason, name + " could not be read this time" + system + with(detail) +
                                "; nothing was changed. Try again; when it stays so, check the disk"};
        case StoreFailure::refused:
            return {reason, "refused by the store" + with(detail)};
        default:
            return {reason, "cannot read or write " + name + system + with(detail) +
                                "; check that the folder can be written and the disk works"};
    }
}

}  // namespace

StoreError explain(const SQLite::Exception& error, sqlite3* handle, const std::filesystem::path& file) {
    const int code = error.getExtendedErrorCode() > 0 ? error.getExtendedErrorCode() : error.getErrorCode();
    return explain(code, system_error_of(code, handle), error.what(), file);
}

void fail(int code, sqlite3* handle, const std::filesystem::path& file) {
    throw explain(code, system_error_of(code, handle), sqlite3_errmsg(handle), file);
}

void cannot_read(const std::filesystem::path& file, const std::string& why) {
    throw StoreError(StoreFailure::cannot_read,
                     file.string() + " could not be read this time: " + why +
                         "; nothing was changed. Try again; when it stays so, check the disk");
}

bool is_about_reading(const std::string& verdict) {
    constexpr std::string_view key = "error code=";
    const auto at = verdict.find(key);
    if (at == std::string::npos) return false;
    int code = 0;
    const char* first = verdict.data() + at + key.size();
    std::from_chars(first, verdict.data() + verdict.size(), code);
    const int kind = code & 0xFF;
    return (kind == SQLITE_IOERR && code != SQLITE_IOERR_DATA) || kind == SQLITE_NOMEM ||
           kind == SQLITE_CANTOPEN;
}

void refuse(const std::string& message) {
    throw StoreError(StoreFailure::refused, message);
}

StoreError damaged(const std::filesystem::path& file, const std::string& what) {
    return explain(SQLITE_CORRUPT, 0, what, file);
}

}  // namespace xy::store
