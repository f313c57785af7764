// Everything that is read out of the store.
#include <unordered_map>

#include "store/connection.h"
#include "store/session_row.h"
#include "store/sql.h"

namespace xy::store {
namespace {

std::int64_t count(Connection& connection, const char* sql) {
    return connection.guarded([&] {
        Scan row = connection.scan(sql);
        return row.next() ? row.integer(0) : std::int64_t{0};
    });
}

}  // namespace

bool operator==(const SessionRow& a, const SessionRow& b) {
    return a.start.id == b.start.id && a.start.event == b.start.event && a.start.device == b.start.device &&
           a.start.programme == b.start.programme && a.start.programme_version == b.start.programme_version &&
           a.start.audience == b.start.audience && a.start.language == b.start.language &&
           a.start.practice == b.start.practice && a.start.hour == b.start.hour && a.outcome == b.outcome &&
           a.duration == b.duration && a.pledge == b.pledge;
}

std::vector<ItemRow> Store::items() {
    std::vector<ItemRow> items;
    for (Scan row = connection_->scan(sql::items); row.next();) {
        const auto* entry = connection_->items().find(row.integer(0));
        if (entry != nullptr) items.push_back(entry->row);
    }
    return items;
}

std::optional<SessionRow> Store::session(const RandomId& id) {
    Scan scan = connection_->scan(sql::session_by_id);
    scan.bind(1, id);
    if (!scan.next()) return std::nullopt;
    SessionRow row;
    read_session(scan, row);
    return row;
}

void Store::each_session(const std::function<void(const SessionRow&)>& visit) {
    SessionRow row;
    for (Scan scan = connection_->scan(sql::sessions); scan.next();) {
        read_session(scan, row);
        visit(row);
    }
}

void Store::each_stored_answer(const std::function<void(const StoredAnswer&)>& visit) {
    for (Scan scan = connection_->scan(sql::answers); scan.next();)
        visit(stored_answer_in(scan, *connection_));
}

void Store::each_answer(const std::function<void(const RandomId&, const quiz::Answer&)>& visit) {
    for (Scan scan = connection_->scan(sql::answers); scan.next();)
        visit(scan.id(0), answer_in(scan, *connection_));
}

std::vector<quiz::Answer> Store::answers_of(const RandomId& session) {
    std::vector<quiz::Answer> answers;
    Scan scan = connection_->scan(sql::answers_of);
    scan.bind(1, session);
    while (scan.next()) answers.push_back(answer_in(scan, *connection_));
    return answers;
}

std::int64_t Store::count_sessions() {
    return count(*connection_, sql::count_sessions);
}

std::int64_t Store::count_answers() {
    return count(*connection_, sql::count_answers);
}

std::vector<std::string> Store::notices() {
    std::vector<std::string> notices;
    for (Scan row = connection_->scan(sql::notices); row.next();)
        notices.push_back(std::string(row.text(0)) + ": a damaged file was set aside as " +
                          std::string(row.text(1)));
    for (Scan row = connection_->scan(sql::clock_doubts); row.next();)
        notices.push_back(
            std::string(row.text(0)) +
            ": visits began although a later day had been recorded before; was the clock set back?");
    return notices;
}

std::vector<std::string> Store::doubtful_days() {
    std::vector<std::string> days;
    for (Scan row = connection_->scan(sql::clock_doubts); row.next();) days.emplace_back(row.text(0));
    return days;
}

std::vector<CountDifference> Store::check_counts() {
    std::vector<CountDifference> differences;
    for (Scan row = connection_->scan(sql::count_differences); row.next();)
        differences.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2),
                               row.integer(3), row.integer(4), row.integer(5)});
    return differences;
}

}  // namespace xy::store
