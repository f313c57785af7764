// Exact times on their way to the lists that are linked to no visit, and out of them.
#include <algorithm>
#include <map>
#include <tuple>

#include "store/connection.h"
#include "store/session_row.h"
#include "store/sql.h"

namespace xy::store {
namespace {

/// Noted times that are written before there are more: some tens of megabytes.
constexpr std::size_t most_notes = 4'000'000;

TimeNotes waiting_times(Connection& connection) {
    TimeNotes notes;
    if (!connection.any_pending()) return notes;
    Rows visits = connection.rows(sql::pending_times);
    visits.bind(1, std::int64_t{1});
    Rows answers = connection.rows(sql::pending_answer_times);
    notes.gather(visits, answers);
    return notes;
}

void add_day(DayTimes& to, const DayTimes& from) {
    for (std::size_t hour = 0; hour < to.hours.size(); ++hour) to.hours.at(hour) += from.hours.at(hour);
    to.durations.insert(to.durations.end(), from.durations.begin(), from.durations.end());
    std::sort(to.durations.begin(), to.durations.end());
}

}  // namespace

void Connection::note_times(const SessionRow& session) {
    const quiz::SessionStart& start = session.start;
    noted_.reset();
    if (start.practice) return;
    if (notes_.size() > most_notes) write_notes();
    notes_.begun(start.event, start.hour, start.device);
    if (session.outcome != quiz::Outcome::completed) return;
    notes_.completed(start.event, start.hour.day, start.device, session.duration.count());
    noted_ = Noted{start.id, start.event, start.device, &notes_.answers(start.event, start.device)};
}

void Connection::note_time(const RandomId& session, const quiz::Answer& answer, std::int64_t item) {
    if (!noted_ || noted_->id != session || answer.skipped()) return;
    (*noted_->answers)[item].push_back(answer.time.count());
    notes_.noted();
}

void Connection::write_notes() {
    noted_.reset();
    if (notes_.size() > 0) notes_.write(db_, file_, Meeting::add);
}

void Store::join_times(const DayTimes& times) {
    connection_->atomically([&] {
        TimeNotes notes;
        notes.take(times);
        notes.write(connection_->db(), connection_->file(), Meeting::join);
    });
}

void Store::join_times(const AnswerTimes& times) {
    connection_->atomically([&] {
        const auto* item = connection_->items().find(times.bank, times.item, times.version);
        if (item == nullptr) refuse("the item " + times.bank + "/" + times.item + " is not registered");
        TimeNotes notes;
        notes.take(times, item->key);
        notes.write(connection_->db(), connection_->file(), Meeting::join);
    });
}

std::vector<DayTimes> Store::day_times() {
    std::map<std::tuple<std::string, std::string, std::string>, DayTimes> all;
    for (Rows row = connection_->rows(sql::every_day_times); row.next();) {
        DayTimes times{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), {}, {}};
        if (!unpack_hours(row.blob(3), times.hours) || !unpack(row.blob(4), times.durations))
            throw damaged(connection_->file(), "the times of a day are malformed");
        all.emplace(std::tuple(times.event, times.day, times.source), std::move(times));
    }
    const TimeNotes waiting = waiting_times(*connection_);
    for (const auto& [name, times] : waiting.days()) {
        DayTimes& there = all[name];
        std::tie(there.event, there.day, there.source) = name;
        add_day(there, times);
    }
    std::vector<DayTimes> list;
    for (auto& [name, times] : all) list.push_back(std::move(times));
    return list;
}

std::vector<AnswerTimes> Store::answer_times() {
    std::map<std::tuple<std::string, std::string, std::int64_t>, TimeList> all;
    for (Rows row = connection_->rows(sql::every_answer_times); row.next();) {
        TimeList& times = all[{std::string(row.text(0)), std::string(row.text(1)), row.integer(2)}];
        if (!unpack(row.blob(3), times))
            throw damaged(connection_->file(), "the times of an item are malformed");
    }
    const TimeNotes waiting = waiting_times(*connection_);
    for (const auto& [place, items] : waiting.items())
        for (const auto& [item, times] : items) {
            TimeList& there = all[{place.first, place.second, item}];
            there.insert(there.end(), times.begin(), times.end());
            std::sort(there.begin(), there.end());
        }
    std::vector<AnswerTimes> list;
    for (auto& [name, times] : all) {
        const auto* item = connection_->items().find(std::get<2>(name));
        if (item == nullptr)
            throw damaged(connection_->file(), "the times of an item belong to no known item");
        list.push_back({std::get<0>(name), std::get<1>(name), item->row.bank, item->row.item,
                        item->row.version, std::move(times)});
    }
    std::sort(list.begin(), list.end(), [](const AnswerTimes& a, const AnswerTimes& b) {
        return std::tie(a.event, a.source, a.bank, a.item, a.version) <
               std::tie(b.event, b.source, b.bank, b.item, b.version);
    });
    return list;
}

}  // namespace xy::store
