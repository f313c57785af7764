// PIN hashes, wrong tries, and the care of the file.
#include "store/connection.h"
#include "store/sql.h"

namespace xy::store {

std::optional<std::string> Store::pin_hash(std::string_view role) {
    Scan row = connection_->scan(sql::pin_hash);
    row.bind(1, role);
    if (!row.next()) return std::nullopt;
    return std::string(row.text(0));
}

void Store::set_pin_hash(std::string_view role, std::string_view hash) {
    connection_->atomically([&] {
        SQLite::Statement& put = connection_->statement(sql::put_pin_hash);
        put.bind(1, std::string(role));
        put.bind(2, std::string(hash));
        connection_->run(put);
    });
}

int Store::wrong_tries() {
    Scan row = connection_->scan(sql::wrong_tries);
    return row.next() ? static_cast<int>(row.integer(0)) : 0;
}

void Store::set_wrong_tries(int wrong) {
    connection_->atomically([&] {
        SQLite::Statement& put = connection_->statement(sql::put_wrong_tries);
        put.bind(1, wrong);
        connection_->run(put);
    });
}

std::int64_t Store::delete_practice() {
    std::int64_t sessions = 0;
    connection_->atomically([&] {
        connection_->run(connection_->statement(sql::practice_answers_away));
        sessions = connection_->run(connection_->statement(sql::practice_sessions_away));
        connection_->run(connection_->statement(sql::practice_counts_away));
    });
    return sessions;
}

std::optional<std::string> Store::find_damage() {
    return connection_->guarded([&]() -> std::optional<std::string> {
        const std::string verdict = connection_->db().execAndGet("PRAGMA integrity_check(1)").getString();
        if (verdict == "ok") return std::nullopt;
        return verdict;
    });
}

std::string Store::last_day() {
    Scan row = connection_->scan(sql::last_day);
    return row.next() ? std::string(row.text(0)) : std::string();
}

}  // namespace xy::store
