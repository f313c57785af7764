// Everything that is read out of the store.
#include <unordered_map>

#include "store/connection.h"
#include "store/session_row.h"
#include "store/sql.h"

namespace xy::store {
namespace {

std::int64_t count(Connection& connection, const char* sql) {
    return connection.guarded([&] {
        Rows row = connection.rows(sql);
        return row.next() ? row.integer(0) : std::int64_t{0};
    });
}

}  // namespace

std::vector<ItemRow> Store::items() {
    std::vector<ItemRow> items;
    for (Rows row = connection_->rows(sql::items); row.next();) {
        const auto* entry = connection_->items().find(row.integer(0));
        if (entry != nullptr) items.push_back(entry->row);
    }
    return items;
}

std::vector<quiz::Answer> Store::answers_of(const RandomId& session) {
    std::vector<quiz::Answer> answers;
    Rows scan = connection_->rows(sql::answers_of);
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
    for (Rows row = connection_->rows(sql::notices); row.next();)
        notices.push_back(std::string(row.text(0)) + ": a damaged file was set aside as " +
                          std::string(row.text(1)) + " (xiangyang recover)");
    for (const Loss& loss : losses()) notices.push_back(loss.day + ": " + notice_of(loss));
    for (Rows row = connection_->rows(sql::clock_doubts); row.next();)
        notices.push_back(
            std::string(row.text(0)) +
            ": visits began although a later day had been recorded before; was the clock set back?");
    return notices;
}

std::vector<std::string> Store::doubtful_days() {
    std::vector<std::string> days;
    for (Rows row = connection_->rows(sql::clock_doubts); row.next();) days.emplace_back(row.text(0));
    return days;
}

std::vector<CountDifference> Store::check_counts() {
    std::vector<CountDifference> differences;
    for (Rows row = connection_->rows(sql::count_differences); row.next();)
        differences.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2),
                               row.integer(3), row.integer(4), row.integer(5)});
    return differences;
}

}  // namespace xy::store
