// Everything that is read out of the store.
#include <unordered_map>

#include "store/connection.h"
#include "store/session_row.h"
#include "store/sql.h"

namespace xy::store {

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
    return connection_->number(sql::count_sessions);
}

std::int64_t Store::count_answers() {
    return connection_->number(sql::count_answers);
}

std::vector<FileSetAside> Store::files_set_aside() {
    std::vector<FileSetAside> files;
    for (Rows row = connection_->rows(sql::notices); row.next();)
        files.push_back({std::string(row.text(0)), std::string(row.text(1))});
    return files;
}

std::vector<CountDifference> Store::check_counts() {
    std::vector<CountDifference> differences;
    for (Rows row = connection_->rows(sql::count_differences); row.next();)
        differences.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2),
                               row.integer(3), row.integer(4), row.integer(5)});
    return differences;
}

}  // namespace xy::store
