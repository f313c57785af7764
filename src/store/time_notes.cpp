#include "store/time_notes.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <iterator>

#include "store/sql.h"
#include "store/sqlite_error.h"

namespace xy::store {
namespace {

std::string_view blob(const SQLite::Column& column) {
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

TimeList met(const TimeList& there, const TimeList& here, Meeting meeting) {
    if (meeting == Meeting::join) return joined(there, here);
    TimeList all;
    all.reserve(there.size() + here.size());
    std::merge(there.begin(), there.end(), here.begin(), here.end(), std::back_inserter(all));
    return all;
}

void meet(std::array<std::int64_t, 24>& hours, const std::array<std::int64_t, 24>& there, Meeting meeting) {
    for (std::size_t hour = 0; hour < hours.size(); ++hour)
        hours.at(hour) = meeting == Meeting::add ? hours.at(hour) + there.at(hour)
                                                 : std::max(hours.at(hour), there.at(hour));
}

void bind_blob(SQLite::Statement& statement, int parameter, const std::string& bytes) {
    statement.bind(parameter, bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

DayTimes& TimeNotes::day(const std::string& event, const std::string& day, const std::string& source) {
    DayTimes& times = days_[{event, day, source}];
    if (times.event.empty()) times.event = event, times.day = day, times.source = source;
    return times;
}

void TimeNotes::begun(const std::string& event, const LocalHour& hour, const std::string& source) {
    ++day(event, hour.day, source).hours.at(static_cast<std::size_t>(hour.hour));
    ++size_;
}

void TimeNotes::completed(const std::string& event, const std::string& day, const std::string& source,
                          std::int64_t ms) {
    this->day(event, day, source).durations.push_back(ms);
    ++size_;
}

TimeNotes::ByItem& TimeNotes::answers(const std::string& event, const std::string& source) {
    return answers_[{event, source}];
}

void TimeNotes::take(DayTimes times) {
    size_ += times.durations.size() + 1;
    day(times.event, times.day, times.source) = std::move(times);
}

void TimeNotes::take(const AnswerTimes& times, std::int64_t item) {
    size_ += times.times.size();
    TimeList& list = answers(times.event, times.source)[item];
    list.insert(list.end(), times.times.begin(), times.times.end());
}

void TimeNotes::clear() {
    days_.clear();
    answers_.clear();
    size_ = 0;
}

void TimeNotes::write(SQLite::Database& db, const std::filesystem::path& file, Meeting meeting) {
    SQLite::Statement day_of(db, sql::day_times_of);
    SQLite::Statement put_day(db, sql::put_day_times);
    for (auto& [name, times] : days_) {
        std::sort(times.durations.begin(), times.durations.end());
        day_of.reset();
        day_of.bind(1, times.event);
        day_of.bind(2, times.day);
        day_of.bind(3, times.source);
        if (day_of.executeStep()) {
            DayTimes there;
            if (!unpack_hours(blob(day_of.getColumn(0)), there.hours) ||
                !unpack(blob(day_of.getColumn(1)), there.durations))
                throw damaged(file, "the times of a day are malformed");
            meet(times.hours, there.hours, meeting);
            times.durations = met(there.durations, times.durations, meeting);
        }
        put_day.reset();
        put_day.bind(1, times.event);
        put_day.bind(2, times.day);
        put_day.bind(3, times.source);
        bind_blob(put_day, 4, packed_hours(times.hours));
        bind_blob(put_day, 5, packed(times.durations));
        put_day.exec();
    }
    SQLite::Statement times_of(db, sql::answer_times_of);
    SQLite::Statement put_times(db, sql::put_answer_times);
    for (auto& [place, lists] : answers_)
        for (auto& [item, times] : lists) {
            std::sort(times.begin(), times.end());
            times_of.reset();
            times_of.bind(1, place.first);
            times_of.bind(2, place.second);
            times_of.bind(3, item);
            TimeList there;
            if (times_of.executeStep() && !unpack(blob(times_of.getColumn(0)), there))
                throw damaged(file, "the times of an item are malformed");
            put_times.reset();
            put_times.bind(1, place.first);
            put_times.bind(2, place.second);
            put_times.bind(3, item);
            bind_blob(put_times, 4, packed(met(there, times, meeting)));
            put_times.exec();
        }
    clear();
}

void TimeNotes::gather(Rows& visits, Rows& answers) {
    while (visits.next()) {
        const std::string event(visits.text(1));
        const LocalHour hour{std::string(visits.text(2)), static_cast<int>(visits.integer(4))};
        const std::string source(visits.text(3));
        begun(event, hour, source);
        if (visits.integer(5) == 0) continue;
        completed(event, hour.day, source, visits.integer(6));
        ByItem& by_item = this->answers(event, source);
        const RandomId id = visits.id(0);
        answers.reset();
        answers.bind(1, id);
        while (answers.next()) {
            by_item[answers.integer(0)].push_back(answers.integer(1));
            ++size_;
        }
        answers.reset();
    }
}

}  // namespace xy::store
