// Visits that wait, and writing the file anew.
//
// Within a page SQLite lays each row behind those that came before it, however the table is ordered; the log
// holds the pages as they were after each commit; and a row that was deleted or moved leaves its bytes where
// it lay. So the order of arrival is kept out of the tables where visits stay, and what is left of it
// elsewhere is wiped.
#include "store/pending.h"

#include <SQLiteCpp/Statement.h>
#include <cerrno>

#include "quiz/time_bands.h"
#include "store/connection.h"
#include "store/session_row.h"
#include "store/sql.h"
#include "store/time_notes.h"

namespace xy::store {
namespace {

/// Up to here SQLite writes the file anew in memory; a larger one in the system's folder for temporary files.
constexpr std::int64_t most_in_memory = std::int64_t{128} << 20U;

std::int64_t first_number(SQLite::Database& db, const char* sql) {
    return db.execAndGet(sql).getInt64();
}

}  // namespace

int abandon_open(SQLite::Database& db) {
    errno = 0;  // so that what is there after a failure belongs to it
    return SQLite::Statement(db, sql::abandon_open).exec();
}

void add_pending_times(SQLite::Database& db, const std::filesystem::path& file) {
    TimeNotes notes;
    {
        Rows visits(db.getHandle(), sql::pending_times, file);
        visits.bind(1, std::int64_t{0});
        Rows answers(db.getHandle(), sql::pending_answer_times, file);
        notes.gather(visits, answers);
    }
    notes.write(db, file, Meeting::add);
}

bool Connection::any_pending() {
    return number(sql::any_pending) != 0;
}

void Connection::mark_for_rewrite() {
    run(sql::set_rewrite_due, 1);
}

void Connection::move_pending() {
    atomically([&] {
        add_pending_times(db_, file_);
        for (const char* sql :
             {sql::move_sessions, sql::move_answers, sql::delete_moved_answers, sql::delete_moved_sessions})
            run(sql);
        mark_for_rewrite();
    });
}

void Connection::rewrite() {
    guarded([&] {
        const std::int64_t bytes =
            first_number(db_, "PRAGMA page_count") * first_number(db_, "PRAGMA page_size");
        db_.exec(bytes <= most_in_memory ? "PRAGMA temp_store = MEMORY" : "PRAGMA temp_store = FILE");
        db_.exec("VACUUM");
        run(sql::set_rewrite_due, 0);
    });
    close_log();
}

void Connection::settle() noexcept {
    if (in_transaction_) return;
    try {
        if (number(sql::any_ended_pending) != 0) move_pending();
        if (number(sql::rewrite_due) == 0) return;
        rewrite();
        note_foreign_pages();          // they have checksums now
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): every visit is where it was
    }
}

void Connection::settle_before(const quiz::SessionStart& next) {
    if (in_transaction_) return;
    const auto half_day = static_cast<int>(quiz::half_day_of(next.hour.hour));
    if (number(sql::pending_elsewhere, next.event, next.hour.day, half_day) != 0) settle();
}

bool Connection::is_known_group(const quiz::SessionStart& session) {
    const auto [place, is_new] = groups_.try_emplace(session.event + '\0' + session.hour.day, false);
    if (is_new) place->second = number(sql::group_known, session.event, session.hour.day) != 0;
    return place->second;
}

void Connection::note_arrival(const quiz::SessionStart& session) {
    if (!last_session_) {
        Rows row = rows(sql::last_session);
        last_session_ = row.next() && !row.null(0) ? row.id(0) : RandomId{};
    }
    const bool known = is_known_group(session);
    if (session.id < *last_session_) {
        if (known) mark_for_rewrite();
    } else {
        last_session_ = session.id;
    }
}

}  // namespace xy::store
