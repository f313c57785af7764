#include "exchange/arriving_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "base/day.h"
#include "base/problem_collector.h"
#include "exchange/package_schema.h"
#include "outreach/personal_data.h"
#include "quiz/time_bands.h"

namespace xy::exchange {
namespace {

template <typename Enum, std::size_t N>
Enum parsed(const std::string& word, const std::array<Enum, N>& values) {
    for (const Enum value : values)
        if (code(value) == word) return value;
    return values[0];
}

std::vector<std::string> split(std::string_view joined) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t bar = joined.find('|');
        parts.emplace_back(joined.substr(0, bar));
        if (bar == std::string_view::npos) return parts;
        joined.remove_prefix(bar + 1);
    }
}

/// The set that `joined` names: known ids, in bank order, none twice.
std::optional<quiz::OptionSet> option_set(const std::string& joined,
                                          const std::vector<std::string>& options) {
    quiz::OptionSet set = 0;
    if (joined.empty()) return set;
    for (const std::string& id : split(joined)) {
        const auto at =
            static_cast<std::size_t>(std::find(options.begin(), options.end(), id) - options.begin());
        if (at == options.size() || (set >> at) != 0) return std::nullopt;
        set |= quiz::OptionSet{1} << at;
    }
    return set;
}

bool all_different(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    return std::adjacent_find(texts.begin(), texts.end()) == texts.end();
}

bool options_fit(CsvTable& table, const std::vector<std::string>& options) {
    const bool empty = std::find(options.begin(), options.end(), "") != options.end();
    if (!empty && options.size() <= quiz::max_options && all_different(options)) return true;
    table.complain("options is " + in_quotes(table.text(9)),
                   "it must be at most 12 different option ids joined by |");
    return false;
}

std::optional<bool> mark_of(const store::ItemRow& item, quiz::OptionSet chosen) {
    if (item.key == 0) return std::nullopt;
    return chosen == item.key;
}

/// The hour and the duration of format 1; whether they can be.
bool exact_times_in(CsvTable& table, store::SessionRow& row) {
    row.start.hour.hour = static_cast<int>(table.number(9));
    row.duration = Milliseconds(table.number(11));
    if (row.start.hour.hour <= 23) return true;
    table.complain("hour is " + table.text(9), "it must be from 0 to 23");
    return false;
}

/// The half-day and the minutes since format 2.
bool banded_times_in(CsvTable& table, store::SessionRow& row) {
    using quiz::HalfDay;
    row.start.hour.hour = quiz::first_hour(
        parsed(table.text(9), std::array{HalfDay::morning, HalfDay::afternoon, HalfDay::evening}));
    if (table.number(11) > quiz::last_duration_band) {
        table.complain("duration_minutes is " + table.text(11), "it must be from 0 to 10");
        return false;
    }
    row.duration = quiz::beginning_of_duration(static_cast<int>(table.number(11)));
    return true;
}

std::optional<Milliseconds> banded_time_in(CsvTable& table) {
    if (table.number(8) <= quiz::last_time_band)
        return quiz::middle_of_time(static_cast<int>(table.number(8)));
    table.complain("time_band is " + table.text(8), "it must be from 0 to 30");
    return std::nullopt;
}

/// The id here of the event that a row names.
std::optional<std::string> event_here(CsvTable& table, const PackageNames& names, std::size_t column) {
    const auto event = names.events.find(table.text(column));
    if (event != names.events.end()) return event->second;
    table.complain("event " + in_quotes(table.text(column)) + " is not in events.csv");
    return std::nullopt;
}

/// The ascending times joined in a column.
std::optional<store::TimeList> times_in(CsvTable& table, std::size_t column, std::string_view name) {
    store::TimeList times;
    const std::string& text = table.text(column);
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        std::int64_t time = 0;
        const auto [behind, error] = std::from_chars(at, end, time);
        const bool fits = error == std::errc() && time >= (times.empty() ? 0 : times.back()) &&
                          time <= std::numeric_limits<std::int32_t>::max() &&
                          (behind == end || (*behind == '|' && behind + 1 != end)) &&
                          times.size() < times_in_a_row;
        if (!fits) {
            table.complain(std::string(name) + " is not a list of times",
                           "it must be at most 80 ascending whole numbers joined by |");
            return std::nullopt;
        }
        times.push_back(time);
        at = behind == end ? end : behind + 1;
    }
    return times;
}

}  // namespace

std::optional<ArrivingEvent> event_in(CsvTable& table) {
    using outreach::EventState;
    outreach::Event event;
    event.id = table.text(0);
    event.name = {table.text(1), table.text(2)};
    event.place = {table.text(3), table.text(4)};
    event.place_code = table.text(5);
    event.venue = table.text(6);
    event.occasion = {table.text(7), table.text(8)};
    event.state =
        parsed(table.text(9), std::array{EventState::planned, EventState::open, EventState::closed});
    event.day = table.text(10);
    if (table.text(11).empty()) return ArrivingEvent{event, outreach::source_without_owner(event), {}};
    if (table.text(12).empty() || table.number(13) < 1) {
        table.complain("an owner without the id or the version of its event", "export the package again");
        return std::nullopt;
    }
    std::vector<std::string> doubtful;
    if (!table.text(14).empty()) doubtful = split(table.text(14));
    for (const std::string& day : doubtful)
        if (!is_day(day)) {
            table.complain("doubtful_days has " + in_quotes(day),
                           "it must be days as YYYY-MM-DD joined by |");
            return std::nullopt;
        }
    return ArrivingEvent{event, {table.text(11), table.text(12), table.number(13)}, std::move(doubtful)};
}

std::optional<outreach::LedgerEntry> ledger_entry_in(CsvTable& table, const PackageNames& names) {
    const auto id = id_in(table, "entry");
    if (!id) return std::nullopt;
    const std::optional<std::string> event = event_here(table, names, 1);
    if (!event) return std::nullopt;
    if (table.number(7) == 0) {
        table.complain("amount is 0", "an entry adds or takes away");
        return std::nullopt;
    }
    if (outreach::personal_number_in(table.text(9))) {
        table.complain("the note seems to hold an ID or phone number", "a note names nobody");
        return std::nullopt;
    }
    return outreach::LedgerEntry{
        .id = *id,
        .event = *event,
        .measure = table.text(2),
        .title = {table.text(3), table.text(4)},
        .unit = {table.text(5), table.text(6)},
        .amount = table.number(7),
        .precision = outreach::parse_precision(table.text(8)).value_or(outreach::Precision::exact),
        .note = table.text(9),
        .undone = table.flag(10).value_or(false)};
}

std::optional<store::ItemRow> item_in(CsvTable& table) {
    store::ItemRow item;
    item.bank = table.text(0);
    item.item = table.text(1);
    item.version = table.text(2);
    item.kind = table.text(3);
    item.topic = table.text(4);
    item.topic_title = {table.text(5), table.text(6)};
    item.stem = {table.text(7), table.text(8)};
    if (!table.text(9).empty()) item.options = split(table.text(9));
    if (!options_fit(table, item.options)) return std::nullopt;
    const auto key = option_set(table.text(10), item.options);
    if (!key) {
        table.complain("key is " + in_quotes(table.text(10)), "it must be ids of its options in their order");
        return std::nullopt;
    }
    item.key = *key;
    return item;
}

std::optional<RandomId> id_in(CsvTable& table, std::string_view name) {
    const auto id = parse_random_id(table.text(0));
    if (!id)
        table.complain(std::string(name) + " is " + in_quotes(table.text(0)),
                       "it must be 32 digits from 0 to 9 and a to f");
    return id;
}

std::optional<store::SessionRow> session_in(CsvTable& table, const PackageNames& names, int format) {
    store::SessionRow row;
    const auto id = id_in(table);
    if (!id) return std::nullopt;
    row.start.id = *id;
    row.start.event = table.text(1);
    row.start.device = table.text(2);
    row.start.programme = table.text(3);
    row.start.programme_version = table.text(4);
    row.start.audience = table.text(5);
    row.start.language = parsed(table.text(6), std::array{Language::zh, Language::en});
    row.start.practice = table.flag(7).value_or(false);
    row.start.hour.day = table.text(8);
    row.outcome = parsed(table.text(10), std::array{quiz::Outcome::completed, quiz::Outcome::abandoned,
                                                    quiz::Outcome::timed_out});
    row.pledge = table.flag(12);
    const std::optional<std::string> event = event_here(table, names, 1);
    if (event) row.start.event = *event;
    const bool timed = format == 1 ? exact_times_in(table, row) : banded_times_in(table, row);
    return event && timed ? std::optional(row) : std::nullopt;
}

std::optional<store::DayTimes> hours_in(CsvTable& table, const PackageNames& names) {
    const std::optional<std::string> event = event_here(table, names, 0);
    if (!event) return std::nullopt;
    if (table.number(3) > 23) {
        table.complain("hour is " + table.text(3), "it must be from 0 to 23");
        return std::nullopt;
    }
    store::DayTimes times{*event, table.text(1), table.text(2), {}, {}};
    times.hours.at(static_cast<std::size_t>(table.number(3))) = table.number(4);
    return times;
}

std::optional<store::DayTimes> durations_in(CsvTable& table, const PackageNames& names) {
    const std::optional<std::string> event = event_here(table, names, 0);
    if (!event) return std::nullopt;
    auto durations = times_in(table, 4, "durations_ms");
    if (!durations) return std::nullopt;
    return store::DayTimes{*event, table.text(1), table.text(2), {}, *std::move(durations)};
}

std::optional<store::AnswerTimes> answer_times_in(CsvTable& table, const PackageNames& names) {
    const std::optional<std::string> event = event_here(table, names, 0);
    if (!event) return std::nullopt;
    if (!names.items.contains({table.text(2), table.text(3), table.text(4)})) {
        table.complain("item " + in_quotes(table.text(2) + "/" + table.text(3)) +
                       " of this version is not in items.csv");
        return std::nullopt;
    }
    auto times = times_in(table, 6, "times_ms");
    if (!times) return std::nullopt;
    return store::AnswerTimes{*event,        table.text(1), table.text(2),
                              table.text(3), table.text(4), *std::move(times)};
}

std::optional<ArrivingAnswer> answer_in(CsvTable& table, const PackageNames& names, int format) {
    using quiz::Phase;
    const auto id = id_in(table);
    if (!id) return std::nullopt;
    const auto found = names.items.find({table.text(3), table.text(4), table.text(5)});
    if (found == names.items.end()) {
        table.complain("item " + in_quotes(table.text(3) + "/" + table.text(4)) +
                       " of this version is not in items.csv");
        return std::nullopt;
    }
    const store::ItemRow& item = found->second;
    const auto chosen = option_set(table.text(6), item.options);
    if (!chosen) {
        table.complain("chosen is " + in_quotes(table.text(6)),
                       "it must be ids of the item's options in their order");
        return std::nullopt;
    }
    if (table.flag(7) != mark_of(item, *chosen)) {
        table.complain("correct is " + in_quotes(table.text(7)) +
                       ", which does not follow from the key of the item");
        return std::nullopt;
    }
    if (table.number(1) > 999) {
        table.complain("position is " + table.text(1), "it must be from 0 to 999");
        return std::nullopt;
    }
    const auto time = format == 1 ? Milliseconds(table.number(8)) : banded_time_in(table);
    if (!time) return std::nullopt;
    return ArrivingAnswer{
        *id,
        {static_cast<int>(table.number(1)),
         parsed(table.text(2), std::array{Phase::pre, Phase::quiz, Phase::post, Phase::survey}), item.bank,
         item.item, item.version, *chosen, table.flag(7), *time}};
}

}  // namespace xy::exchange
