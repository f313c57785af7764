// From checked rows of the CSV files to the types of the store. What a single column cannot show is looked at
// here: references, sets of options, marks, order.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "exchange/csv_table.h"
#include "store/store.h"

namespace xy::exchange {

/// The events and items of a package; sessions and answers refer to them.
struct PackageNames {
    std::map<std::string, std::string> events;  ///< the id here, by the id in the package
    std::map<std::tuple<std::string, std::string, std::string>, store::ItemRow>
        items;  ///< by bank, item, version
};

/// Each turns the current row of its table into a value; after a complaint, nothing.
struct ArrivingEvent {
    outreach::Event event;
    outreach::EventSource source;
    std::vector<std::string> doubtful_days;
};
std::optional<ArrivingEvent> event_in(CsvTable& table);
std::optional<store::ItemRow> item_in(CsvTable& table);
std::optional<outreach::LedgerEntry> ledger_entry_in(CsvTable& table, const PackageNames& names);
/// `format`: of the package.
std::optional<store::SessionRow> session_in(CsvTable& table, const PackageNames& names, int format);
struct ArrivingAnswer {
    RandomId session;
    quiz::Answer answer;
};
std::optional<ArrivingAnswer> answer_in(CsvTable& table, const PackageNames& names, int format);

/// A row of hours.csv or durations.csv: a part of what its kiosk measured on that day.
std::optional<store::DayTimes> hours_in(CsvTable& table, const PackageNames& names);
std::optional<store::DayTimes> durations_in(CsvTable& table, const PackageNames& names);
/// A row of answer_times.csv.
std::optional<store::AnswerTimes> answer_times_in(CsvTable& table, const PackageNames& names);

/// The id in the first column (called `name`), which may stand in a row that is otherwise wrong.
std::optional<RandomId> id_in(CsvTable& table, std::string_view name = "session");

}  // namespace xy::exchange
