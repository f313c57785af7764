#include "store/upkeep/snapshots.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "store/connection.h"
#include "store/durable.h"
#include "store/sql.h"
#include "store/sqlite_error.h"
#include "store/statement_rows.h"
#include "store/store.h"

namespace xy::store {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void snapshot_failed(const fs::path& file) {
    throw StoreError(errno == ENOSPC ? StoreFailure::full : StoreFailure::cannot_write,
                     "cannot write " + file.string() + ": " + std::strerror(errno));
}

/// An empty file that only its owner can read, whatever the umask.
void make_private(const fs::path& file) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0) snapshot_failed(file);
    ::close(handle);
}

void sync(const fs::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    const int reason = errno;
    if (handle >= 0) ::close(handle);
    errno = reason;
    if (!synced) snapshot_failed(file);
}

/// Other files are not touched: nobody but us writes YYYY-MM-DD.db there.
void delete_oldest(const fs::path& folder) {
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".db" && entry.path().stem().string().size() == 10)
            all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    std::error_code ignored;
    for (std::size_t i = 0; i + snapshots_kept < all.size(); ++i) fs::remove(all[i], ignored);
}

}  // namespace

fs::path snapshot_of(const fs::path& database, const std::string& day) {
    return database.parent_path() / "snapshots" / (day + ".db");
}

void take_snapshot(sqlite3* db, const fs::path& database, const std::string& day) {
    const fs::path file = snapshot_of(database, day);
    if (::mkdir(file.parent_path().c_str(), 0700) != 0 && errno != EEXIST)
        snapshot_failed(file.parent_path());
    const fs::path part = file.string() + ".part";
    std::error_code error;
    fs::remove(part, error);  // of a run that was killed
    make_private(part);
    try {
        const std::string name = part.string();
        Rows copy(db, "VACUUM INTO ?1", database);
        copy.bind(1, std::string_view(name));
        copy.next();
        sync(part);
        fs::rename(part, file, error);
        if (error) {
            errno = error.value();
            snapshot_failed(file);
        }
    } catch (...) {
        fs::remove(part, error);
        throw;
    }
    sync_folder(file.parent_path());
    delete_oldest(file.parent_path());
}

bool Store::snapshot_due(std::string_view today) {
    if (connection_->any_pending()) return false;
    if (connection_->snapshot_asked()) return true;
    Rows others = connection_->rows(sql::visits_of_other_days);
    others.bind(1, today);
    std::error_code ignored;
    return others.next() && !fs::exists(snapshot_of(connection_->file(), std::string(today)), ignored);
}

void Store::take_snapshot(std::string_view today) {
    connection_->ask_for_snapshot(false);
    store::take_snapshot(connection_->db().getHandle(), connection_->file(), std::string(today));
    connection_->note_foreign_pages();  // the copy has checksums of its own
}

}  // namespace xy::store
