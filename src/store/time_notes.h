// Exact times on their way into the tables of times. Inside store/ only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/clock.h"
#include "store/statement_rows.h"
#include "store/times.h"

namespace xy::store {

/// How what is written and what is there become one.
enum class Meeting {
    add,   ///< other visits: all of both
    join,  ///< copies of one list, earlier and later: joined()
};

class TimeNotes {
 public:
    using ByItem = std::unordered_map<std::int64_t, TimeList>;  ///< by item_version.key

    void begun(const std::string& event, const LocalHour& hour, const std::string& source);
    void completed(const std::string& event, const std::string& day, const std::string& source,
                   std::int64_t ms);
    /// Where the times of answers at a kiosk of an event go; valid until clear().
    ByItem& answers(const std::string& event, const std::string& source);
    void take(DayTimes times);
    void take(const AnswerTimes& times, std::int64_t item);

    /// About how many times there are.
    std::size_t size() const { return size_; }
    void noted() { ++size_; }
    void clear();

    /// Into the tables. Throws SQLite::Exception; StoreError where what is there is malformed.
    void write(SQLite::Database& db, const std::filesystem::path& file, Meeting meeting);

    /// Everything that is measured of visits given by `visits` (rows as of pending_times.sql), the answers by
    /// `answers` (pending_answer_times.sql).
    void gather(Rows& visits, Rows& answers);

    const std::map<std::tuple<std::string, std::string, std::string>, DayTimes>& days() const {
        return days_;
    }
    const std::map<std::pair<std::string, std::string>, ByItem>& items() const { return answers_; }

 private:
    DayTimes& day(const std::string& event, const std::string& day, const std::string& source);

    std::map<std::tuple<std::string, std::string, std::string>, DayTimes> days_;  ///< by event, day, source
    std::map<std::pair<std::string, std::string>, ByItem> answers_;               ///< by event, source
    std::size_t size_ = 0;
};

}  // namespace xy::store
