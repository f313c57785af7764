// Kept figures of days: bytes to the store, whose meaning report/ knows.
#include "store/connection.h"
#include "store/sql.h"

namespace xy::store {

void Store::keep_days(std::span<const KeptDay> days) {
    connection_->atomically([&] {
        for (const KeptDay& day : days) {
            SQLite::Statement& keep = connection_->statement(sql::keep_day);
            keep.bindNoCopy(1, day.event);
            keep.bindNoCopy(2, day.day);
            keep.bind(3, day.rules);
            keep.bindNoCopy(4, day.figures.data(), static_cast<int>(day.figures.size()));
            connection_->run(keep);
        }
    });
}

std::vector<KeptDay> Store::kept_days() {
    std::vector<KeptDay> days;
    for (Scan row = connection_->scan(sql::kept_days); row.next();)
        days.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2), row.bytes(3)});
    return days;
}

std::int64_t Store::count_stored_sessions() {
    Scan row = connection_->scan(sql::count_rows);
    return row.next() ? row.integer(0) : std::int64_t{0};
}

void Connection::forget_kept_day_of(const RandomId& session) {
    if (in_bulk_ == session) return;
    SQLite::Statement& forget = statement(sql::unkeep_day_of);
    forget.bindNoCopy(1, session.bytes.data(), static_cast<int>(session.bytes.size()));
    run(forget);
    in_bulk_ = session;
}

}  // namespace xy::store
