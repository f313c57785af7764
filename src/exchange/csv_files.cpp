#include "exchange/csv_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <unordered_map>

#include "base/csv.h"
#include "base/text_bound.h"
#include "exchange/package_schema.h"
#include "quiz/time_bands.h"

namespace xy::exchange {
namespace {

std::string_view text_of(std::optional<bool> flag) {
    if (!flag) return {};
    return *flag ? "true" : "false";
}

void append_number(std::string& out, std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void write_header(HashedFile& file, const json::Resource& resource) {
    append_csv_record(file.text(), column_names(resource));
}

/// Ids are spread evenly, so the first bytes of the one just written say how far the walk has come.
class ProgressById {
 public:
    explicit ProgressById(const Progress& progress) : progress_(progress) {}

    void reached(const RandomId& id) {
        if (++calls_ % 1024 == 0) go_on(progress_, (256.0 * id.bytes[0] + id.bytes[1]) / 65536.0);
    }

 private:
    const Progress& progress_;
    std::uint64_t calls_ = 0;
};

/// A row of answers.csv. All that repeats (the item's names, a set of options) is made once and then copied.
class AnswerText {
 public:
    void append(std::string& out, const store::StoredAnswer& answer) {
        if (answer.session != session_ || session_text_.empty()) {
            session_ = answer.session;
            session_text_ = to_hex(session_) + ',';
        }
        PartsOfItem& item = parts_of(*answer.item);
        out += session_text_;
        append_number(out, answer.position);
        out += phase_texts[static_cast<std::size_t>(answer.phase)];
        out += item.names;
        out += chosen_text(item, *answer.item, answer.chosen);
        out += !answer.correct ? "," : *answer.correct ? "true," : "false,";
        append_number(out, quiz::time_band(answer.time));
        out += "\r\n";
    }

 private:
    struct PartsOfItem {
        std::string names;                ///< ",bank,item,version,"
        std::vector<std::string> chosen;  ///< by set of options; made when first met, never empty then
    };

    PartsOfItem& parts_of(const store::ItemRow& item) {
        PartsOfItem& parts = items_[&item];
        if (!parts.names.empty()) return parts;
        for (const std::string& name : {item.bank, item.item, item.version}) {
            append_csv_field(parts.names, name);
            parts.names += ',';
        }
        return parts;
    }

    /// With the comma after it.
    static const std::string& chosen_text(PartsOfItem& parts, const store::ItemRow& item,
                                          quiz::OptionSet chosen) {
        if (chosen >= parts.chosen.size()) parts.chosen.resize(chosen + std::size_t{1});
        std::string& text = parts.chosen[chosen];
        if (text.empty()) {
            append_csv_field(text, join_chosen(item, chosen));
            text += ',';
        }
        return text;
    }

    static constexpr std::array<std::string_view, 4> phase_texts{",pre,", ",quiz,", ",post,", ",survey,"};

    RandomId session_;
    std::string session_text_;
    std::unordered_map<const store::ItemRow*, PartsOfItem> items_;
};

void append_session(std::string& out, const store::SessionRow& row) {
    const quiz::SessionStart& start = row.start;
    out += to_hex(start.id);
    for (const std::string_view text :
         {std::string_view(start.event), std::string_view(start.device), std::string_view(start.programme),
          std::string_view(start.programme_version), std::string_view(start.audience), code(start.language),
          text_of(start.practice), std::string_view(start.hour.day)}) {
        out += ',';
        append_csv_field(out, text);
    }
    out += ',';
    out += code(quiz::half_day_of(start.hour.hour));
    out += ',';
    out += code(row.outcome);
    out += ',';
    append_number(out, quiz::duration_band(row.duration));
    out += ',';
    out += text_of(row.pledge);
    out += "\r\n";
}

/// Rows of `times`, each with `names`, its number and a part of the list; how many.
std::int64_t append_times(HashedFile& file, const std::vector<std::string>& names,
                          const store::TimeList& times) {
    std::int64_t part = 0;
    for (std::size_t begin = 0; begin < times.size(); begin += times_in_a_row) {
        const std::size_t end = std::min(begin + times_in_a_row, times.size());
        std::string list;
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin) list += '|';
            append_number(list, times[i]);
        }
        std::vector<std::string> fields = names;
        fields.push_back(std::to_string(part++));
        fields.push_back(std::move(list));
        append_csv_record(file.text(), fields);
        file.written();
    }
    return part;
}

}  // namespace

std::string join_chosen(const store::ItemRow& item, quiz::OptionSet chosen) {
    std::string joined;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        if (((chosen >> i) & 1U) == 0) continue;
        if (!joined.empty()) joined += '|';
        joined += item.options[i];
    }
    return joined;
}

std::int64_t write_events(store::Store& store, HashedFile& file) {
    write_header(file, events_resource());
    const auto events = store.events();
    std::map<std::string, outreach::EventSource> sources;
    for (const store::EventOrigin& origin : store.event_origins())
        if (!origin.sources.empty()) sources[origin.event] = origin.sources.front();
    std::map<std::string, std::string> doubtful;
    for (const outreach::DoubtfulDay& each : store.doubtful_days()) {
        std::string& days = doubtful[each.visits.event];
        // A field is no longer than a text may be; so many days are no slip of a clock any more.
        if (days.size() + each.visits.day.size() < longest_text)
            days += (days.empty() ? "" : "|") + each.visits.day;
    }
    for (const outreach::Event& e : events) {
        const outreach::EventSource& source = sources[e.id];
        append_csv_record(file.text(),
                          {e.id, e.name.zh, e.name.en, e.place.zh, e.place.en, e.place_code, e.venue,
                           e.occasion.zh, e.occasion.en, std::string(code(e.state)), e.day, source.owner,
                           source.id, std::to_string(source.version), doubtful[e.id]});
        file.written();
    }
    return static_cast<std::int64_t>(events.size());
}

std::int64_t write_items(store::Store& store, HashedFile& file) {
    write_header(file, items_resource());
    const auto items = store.items();
    for (const store::ItemRow& item : items) {
        const auto all = static_cast<quiz::OptionSet>((1U << item.options.size()) - 1U);
        append_csv_record(file.text(), {item.bank, item.item, item.version, item.kind, item.topic,
                                        item.topic_title.zh, item.topic_title.en, item.stem.zh, item.stem.en,
                                        join_chosen(item, all), join_chosen(item, item.key)});
        file.written();
    }
    return static_cast<std::int64_t>(items.size());
}

std::int64_t write_ledger(store::Store& store, HashedFile& file) {
    write_header(file, ledger_resource());
    const auto entries = store.ledger();
    for (const outreach::LedgerEntry& e : entries) {
        append_csv_record(file.text(), {to_hex(e.id), e.event, e.measure, e.title.zh, e.title.en, e.unit.zh,
                                        e.unit.en, std::to_string(e.amount), std::string(code(e.precision)),
                                        e.note, std::string(text_of(e.undone))});
        file.written();
    }
    return static_cast<std::int64_t>(entries.size());
}

std::int64_t write_hours(store::Store& store, HashedFile& file) {
    write_header(file, hours_resource());
    std::int64_t rows = 0;
    for (const store::DayTimes& times : store.day_times())
        for (std::size_t hour = 0; hour < times.hours.size(); ++hour) {
            if (times.hours.at(hour) == 0) continue;
            append_csv_record(file.text(), {times.event, times.day, times.source, std::to_string(hour),
                                            std::to_string(times.hours.at(hour))});
            file.written();
            ++rows;
        }
    return rows;
}

std::int64_t write_durations(store::Store& store, HashedFile& file) {
    write_header(file, durations_resource());
    std::int64_t rows = 0;
    for (const store::DayTimes& times : store.day_times())
        rows += append_times(file, {times.event, times.day, times.source}, times.durations);
    return rows;
}

std::int64_t write_answer_times(store::Store& store, HashedFile& file) {
    write_header(file, answer_times_resource());
    std::int64_t rows = 0;
    for (const store::AnswerTimes& times : store.answer_times())
        rows += append_times(file, {times.event, times.source, times.bank, times.item, times.version},
                             times.times);
    return rows;
}

WrittenVisits write_visits(store::Store& store, HashedFile& sessions, HashedFile& answers,
                           const Progress& progress) {
    write_header(sessions, sessions_resource());
    write_header(answers, answers_resource());
    WrittenVisits written;
    ProgressById reached(progress);
    AnswerText text;
    written.participation = store.walk(
        [&](const store::SessionRow& row) {
            append_session(sessions.text(), row);
            sessions.written();
            reached.reached(row.start.id);
            ++written.sessions;
        },
        [&](const store::StoredAnswer& answer) {
            text.append(answers.text(), answer);
            answers.written();
            ++written.answers;
        });
    return written;
}

}  // namespace xy::exchange
