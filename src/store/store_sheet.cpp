// The sheet (活动登记表) of one event.
#include <algorithm>
#include <array>
#include <map>

#include "stats/quantile.h"
#include "store/connection.h"
#include "store/session_row.h"
#include "store/sql.h"

namespace xy::store {
namespace {

using outreach::Sheet;

void count_visits(Connection& connection, Sheet& sheet) {
    Rows row = connection.rows(sql::sheet_sessions);
    row.bind(1, sheet.event.id);
    while (row.next()) {
        const std::int64_t count = row.integer(2);
        if (row.integer(0) != 0) {
            sheet.practice += count;
            continue;
        }
        sheet.started += count;
        sheet.pledges_given += row.integer(3);
        sheet.pledges_asked += row.integer(4);
        const quiz::Outcome outcome = parse_outcome(row.text(1));
        if (outcome == quiz::Outcome::completed) sheet.completed += count;
        if (outcome == quiz::Outcome::abandoned) sheet.abandoned += count;
        if (outcome == quiz::Outcome::timed_out) sheet.timed_out += count;
    }
}

void take_times(const std::vector<DayTimes>& all, Sheet& sheet) {
    std::array<std::int64_t, 24> hours{};
    std::vector<double> durations;
    for (const DayTimes& times : all) {
        if (times.event != sheet.event.id) continue;
        for (std::size_t hour = 0; hour < hours.size(); ++hour) hours.at(hour) += times.hours.at(hour);
        durations.insert(durations.end(), times.durations.begin(), times.durations.end());
    }
    for (std::size_t hour = 0; hour < hours.size(); ++hour)
        if (hours.at(hour) > 0) sheet.hours.push_back({static_cast<int>(hour), hours.at(hour)});
    std::sort(durations.begin(), durations.end());
    sheet.median_ms = stats::quantile(durations, 0.5);
}

void count_topics(Connection& connection, Sheet& sheet) {
    Rows row = connection.rows(sql::sheet_topics);
    row.bind(1, sheet.event.id);
    while (row.next()) {
        const auto text = [&](int column) { return std::string(row.text(column)); };
        sheet.topics.push_back({text(0), {text(1), text(2)}, row.integer(3), row.integer(4)});
        sheet.right_answers += row.integer(3);
        sheet.answered_items += row.integer(4);
        sheet.skipped_items += row.integer(5);
    }
    // By the share of right answers, without dividing.
    std::stable_sort(sheet.topics.begin(), sheet.topics.end(),
                     [](const outreach::TopicCount& a, const outreach::TopicCount& b) {
                         if ((a.answered == 0) != (b.answered == 0)) return b.answered == 0;
                         return a.right * b.answered < b.right * a.answered;
                     });
}

/// Title and unit as in the latest entry.
std::vector<outreach::LedgerLine> lines_of(const std::vector<outreach::LedgerEntry>& entries,
                                           const std::string& event) {
    std::map<std::string, outreach::LedgerLine> lines;
    for (const outreach::LedgerEntry& entry : entries)
        if (!entry.undone) lines[entry.measure] = {entry.measure, entry.title, entry.unit, {}};
    std::vector<outreach::LedgerLine> all;
    for (auto& [measure, line] : lines) {
        line.total = outreach::total_of(entries, event, measure);
        all.push_back(std::move(line));
    }
    return all;
}

}  // namespace

Sheet Store::sheet(std::string_view event) {
    Sheet sheet;
    for (outreach::Event& known : events())
        if (known.id == event) sheet.event = std::move(known);
    if (sheet.event.id.empty()) refuse("there is no event " + std::string(event));
    count_visits(*connection_, sheet);
    take_times(day_times(), sheet);
    count_topics(*connection_, sheet);
    sheet.most_asked = connection_->number(sql::sheet_most_asked, sheet.event.id);
    sheet.ledger = lines_of(ledger_of(event), sheet.event.id);
    return sheet;
}

}  // namespace xy::store
