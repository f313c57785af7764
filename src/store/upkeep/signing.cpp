// How far the store has come: counted with every commit, signed off beside the file, compared when it is
// opened.
#include "base/local_time.h"
#include "integrity/checked_files.h"
#include "store/connection.h"
#include "store/sql.h"

namespace xy::store {
namespace {

/// Whether it was not there yet.
bool keep(Connection& connection, const Loss& loss) {
    bool is_new = false;
    connection.atomically([&] {
        is_new = connection.run(sql::put_loss, loss.day, code(loss.cause), loss.signed_writes,
                                loss.signed_visits, loss.writes, loss.visits) == 1;
    });
    return is_new;
}

std::optional<Loss::Cause> cause_of(const integrity::SignedCountFile& file,
                                    const integrity::SignedCount& here, bool closed) {
    using State = integrity::SignedCountFile::State;
    if (file.found()) {
        if (file.found()->writes > here.writes) return Loss::Cause::behind;
        return std::nullopt;
    }
    if (file.state() == State::unknown) return std::nullopt;
    if (file.state() == State::unreadable) return Loss::Cause::bad_count;
    // The file of a store that was closed is whole by itself: a copy of it is a good one.
    if (!closed) return Loss::Cause::no_count;
    return std::nullopt;
}

}  // namespace

std::int64_t Connection::changed_rows() {
    return sqlite3_total_changes64(db_.getHandle());
}

void Connection::count_write() {
    run(sql::count_write);
    written_ = true;
}

integrity::SignedCount Connection::present_count() {
    return {number(sql::write_count), number(sql::count_sessions)};
}

void Connection::sign_off() noexcept {
    try {
        signed_count_.write(present_count());
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
        // What was committed is durable all the same.
    }
}

void Connection::checkpoint() {
    if (!checkpoint_due_) return;
    close_log();
    checkpoint_due_ = false;
    guarded([&] { signed_count_.write_through(present_count()); });
}

void Connection::note_loss(const Loss& loss) {
    if (keep(*this, loss) && tell_loss_) tell_loss_(loss);
}

void Connection::note_foreign_pages(std::size_t of_others) {
    if (integrity::take_foreign_pages(db_.getHandle()) + of_others == 0) return;
    // Without a number of writes: once a day is enough.
    note_loss({local_time("%Y-%m-%d"), Loss::Cause::foreign, -1, -1, 0, present_count().visits});
}

void Connection::compare_with_signed_count() {
    guarded([&] {
        const integrity::SignedCount here = present_count();
        Rows row = rows(sql::write_count);
        const bool closed = row.next() && row.integer(1) != 0;
        row.reset();
        const integrity::SignedCount then = signed_count_.found().value_or(integrity::SignedCount{-1, -1});
        if (const auto cause = cause_of(signed_count_, here, closed))
            note_loss({local_time("%Y-%m-%d"), *cause, then.writes, then.visits, here.writes, here.visits});
        if (!closed) written_ = true;  // it is now, when this process ends properly
        note_foreign_pages();
        if (signed_count_.found() == here) return;
        // So that what is signed off from now on is further than what was signed off before.
        if (then.writes > here.writes) atomically([&] { run(sql::raise_write_count, then.writes); });
        signed_count_.write_through(present_count());
    });
}

}  // namespace xy::store
