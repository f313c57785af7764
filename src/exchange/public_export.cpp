#include "exchange/public_export.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "base/csv.h"
#include "exchange/csv_files.h"
#include "exchange/exchange_error.h"
#include "exchange/package_schema.h"
#include "exchange/package_writer.h"
#include "exchange/public_rows.h"
#include "exchange/readme.h"
#include "exchange/staging_folder.h"
#include "outreach/internal_mark.h"
#include "quiz/time_bands.h"

namespace xy::exchange {
namespace fs = std::filesystem;
namespace {

/// Of the columns; a reader refuses a higher one than it knows.
constexpr int public_format = 1;

/// Columns of a file, some of which name one thing only together.
using Columns = std::vector<std::vector<json::Field>>;

const json::Field& field_of(const json::Resource& resource, const std::string& name) {
    return *std::find_if(resource.fields.begin(), resource.fields.end(),
                         [&](const json::Field& field) { return field.name == name; });
}

Columns columns_of(const json::Resource& resource, const std::vector<std::vector<std::string>>& names) {
    Columns columns;
    for (const std::vector<std::string>& together : names) {
        std::vector<json::Field>& fields = columns.emplace_back();
        for (const std::string& name : together) fields.push_back(field_of(resource, name));
    }
    return columns;
}

/// As values() of a visit are.
Columns visit_columns() {
    Columns columns = columns_of(sessions_resource(), {{"event"},
                                                       {"day"},
                                                       {"half_day"},
                                                       {"programme", "programme_version"},
                                                       {"audience"},
                                                       {"language"},
                                                       {"outcome"},
                                                       {"duration_minutes"},
                                                       {"pledge"}});
    columns[1][0].description = "Local day on which the visit is counted.";
    return columns;
}
/// Event, half-day and audience first; then what says most.
const ColumnChoice visit_choice{{{0, 2, 4}, {0, 2}, {0}}, {6, 1, 5, 8, 3, 7}};

Columns answer_columns() {
    const json::Resource answers = answers_resource();
    Columns columns = columns_of(sessions_resource(), {{"event"}, {"audience"}});
    for (std::vector<json::Field>& more :
         columns_of(answers, {{"phase"}, {"bank", "item", "item_version"}, {"chosen"}, {"correct"}}))
        columns.push_back(std::move(more));
    return columns;
}
const ColumnChoice answer_choice{{{2, 3, 5}, {2, 3}}, {4, 1, 0}};

/// Fields of one column, as they stand in a CSV file.
std::string joined(std::initializer_list<std::string_view> fields) {
    std::string text;
    for (const std::string_view field : fields) {
        append_csv_field(text, field);
        text += ',';
    }
    text.pop_back();
    return text;
}

/// On which day a visit is counted whose clock was wrong.
using CountedOn = std::map<std::pair<std::string, std::string>, std::string>;

std::vector<std::string> values(const store::SessionRow& row, const CountedOn& counted_on) {
    const quiz::SessionStart& start = row.start;
    const auto doubtful = counted_on.find({start.event, start.hour.day});
    return {joined({start.event}),
            joined({doubtful == counted_on.end() ? start.hour.day : doubtful->second}),
            std::string(code(quiz::half_day_of(start.hour.hour))),
            joined({start.programme, start.programme_version}),
            joined({start.audience}),
            std::string(code(start.language)),
            std::string(code(row.outcome)),
            std::to_string(quiz::duration_band(row.duration)),
            !row.pledge   ? std::string()
            : *row.pledge ? "true"
                          : "false"};
}

/// Two walks: which visits are shown, then the answers of those.
class PublicData {
 public:
    PublicData(store::Store& store, const Progress& progress) : store_(store) {
        for (const outreach::DoubtfulDay& each : store.doubtful_days())
            counted_on_[{each.visits.event, each.visits.day}] = each.counted_on;
        RowTable all_visits(visit_columns().size());
        walk(
            part_of(progress, 0, 0.5),
            [&](const store::SessionRow& row) { all_visits.add(values(row, counted_on_)); },
            [&](const store::StoredAnswer&) { ++all_answers_; });
        visits = public_rows(all_visits, visit_choice, smallest_group);
        RowTable of_shown(answer_columns().size());
        bool shown = false;
        std::vector<std::string> row;
        walk(
            part_of(progress, 0.5, 0.5),
            [&](const store::SessionRow& session) {
                shown = visits.shows(values(session, counted_on_));
                row = {joined({session.start.event}), joined({session.start.audience}), {}, {}, {}, {}};
            },
            [&](const store::StoredAnswer& answer) {
                if (!shown) return;
                const store::ItemRow& item = *answer.item;
                row[2] = code(answer.phase);
                row[3] = joined({item.bank, item.item, item.version});
                row[4] = joined({join_chosen(item, answer.chosen)});
                row[5] = !answer.correct ? "" : *answer.correct ? "true" : "false";
                of_shown.add(row);
            });
        answers = public_rows(of_shown, answer_choice, smallest_group);
    }

    PublicRows visits;
    PublicRows answers;
    std::int64_t all_answers() const { return all_answers_; }

 private:
    /// Without practice.
    template <typename Visit, typename Answer>
    void walk(const Progress& progress, Visit&& visit, Answer&& answer) {
        bool counts = false;
        std::int64_t calls = 0;
        store_.walk(
            [&](const store::SessionRow& row) {
                counts = !row.start.practice;
                if (++calls % 1024 == 0)
                    go_on(progress, (256.0 * row.start.id.bytes[0] + row.start.id.bytes[1]) / 65536.0);
                if (counts) visit(row);
            },
            [&](const store::StoredAnswer& row) {
                if (counts) answer(row);
            });
    }

    store::Store& store_;
    CountedOn counted_on_;
    std::int64_t all_answers_ = 0;
};

std::vector<std::string> names_of(const std::vector<json::Field>& fields) {
    std::vector<std::string> names;
    for (const json::Field& field : fields) names.push_back(field.name);
    return names;
}

/// What a public file consists of, with the columns that are kept.
json::Resource public_resource(json::Resource resource, const Columns& columns, const PublicRows& rows,
                               std::string description) {
    resource.fields.clear();
    for (const std::size_t kept : rows.columns)
        resource.fields.insert(resource.fields.end(), columns[kept].begin(), columns[kept].end());
    resource.description = std::move(description);
    resource.primary_key.clear();
    std::erase_if(resource.foreign_keys, [&](const json::ForeignKey& key) {
        const std::vector<std::string> names = names_of(resource.fields);
        return !std::all_of(key.fields.begin(), key.fields.end(), [&](const std::string& name) {
            return std::find(names.begin(), names.end(), name) != names.end();
        });
    });
    return resource;
}

void note_left_out(const Columns& columns, const PublicRows& rows, const std::string& file,
                   std::vector<std::string>& left_out) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (std::find(rows.columns.begin(), rows.columns.end(), i) == rows.columns.end())
            for (const json::Field& field : columns[i]) left_out.push_back(file + "/" + field.name);
}

std::int64_t write_rows(const PublicRows& rows, const json::Resource& resource, HashedFile& file) {
    append_csv_record(file.text(), column_names(resource));
    for (const auto& [row, times] : rows.shown) {
        std::string line;
        for (const std::string& value : row) line += value + ',';
        line.replace(line.size() - 1, 1, "\r\n");
        for (std::int64_t i = 0; i < times; ++i) {
            file.text() += line;
            file.written();
        }
    }
    return rows.rows;
}

json::Resource public_events_resource() {
    json::Resource resource = events_resource();
    std::erase_if(resource.fields, [](const json::Field& field) {
        return std::set<std::string>{"owner", "origin", "version", "doubtful_days"}.contains(field.name);
    });
    resource.added = 0;
    return resource;
}

std::int64_t write_public_events(store::Store& store, HashedFile& file) {
    append_csv_record(file.text(), column_names(public_events_resource()));
    const auto events = store.events();
    for (const outreach::Event& e : events)
        append_csv_record(file.text(),
                          {e.id, e.name.zh, e.name.en, e.place.zh, e.place.en, e.place_code, e.venue,
                           e.occasion.zh, e.occasion.en, std::string(code(e.state)), e.day});
    return static_cast<std::int64_t>(events.size());
}

json::DataPackage described(const PublicExported& written, std::vector<json::Resource> resources) {
    json::DataPackage package;
    package.name = public_package_name;
    package.title = {"向阳答题机公开数据", "Public data of a Xiangyang kiosk"};
    package.readers = outreach::public_profile();
    package.description = package.readers +
                          ". Anonymous visits to an anti-drug quiz kiosk. Each row of sessions.csv and of "
                          "answers.csv stands there at "
                          "least " +
                          std::to_string(smallest_group) +
                          " times in all its columns; rows that cannot were left out, and so were whole "
                          "columns, for more rows. No "
                          "value was changed. Answers are those of the visits that are shown, and linked to "
                          "none. UTF-8, RFC 4180 "
                          "with CR LF; rows are ordered by their values.";
    package.format = public_format;
    package.resources = std::move(resources);
    package.withheld = {{"visits", written.visits_withheld}, {"answers", written.answers_withheld}};
    return package;
}

std::vector<std::string> public_files() {
    return {sessions_resource().path, answers_resource().path,      items_resource().path,
            events_resource().path,   std::string(descriptor_file), std::string(readme_file)};
}

void write_files(store::Store& store, const PublicData& data, const fs::path& folder,
                 PublicExported& written) {
    const Columns of_visits = visit_columns();
    const Columns of_answers = answer_columns();
    const json::Resource sessions = public_resource(sessions_resource(), of_visits, data.visits,
                                                    "One row per visit that is shown, without an id.");
    const json::Resource answers =
        public_resource(answers_resource(), of_answers, data.answers,
                        "One row per answer of the visits that are shown; linked to none "
                        "of them.");
    written.visits_withheld = data.visits.withheld;
    written.answers_withheld = data.all_answers() - data.answers.rows;
    written.visit_columns = column_names(sessions);
    written.answer_columns = column_names(answers);
    note_left_out(of_visits, data.visits, sessions.path, written.columns_left_out);
    note_left_out(of_answers, data.answers, answers.path, written.columns_left_out);
    PackageWriter writer(folder);
    writer.add(public_events_resource(), [&](HashedFile& f) { return write_public_events(store, f); });
    writer.add(items_resource(), [&](HashedFile& f) { return write_items(store, f); });
    written.visits =
        writer.add(sessions, [&](HashedFile& f) { return write_rows(data.visits, sessions, f); });
    written.answers =
        writer.add(answers, [&](HashedFile& f) { return write_rows(data.answers, answers, f); });
    writer.add_plain(std::string(readme_file), public_readme(written));
    writer.add_plain(std::string(descriptor_file),
                     json::to_json(described(written, writer.take_resources())));
}

}  // namespace

bool may_replace_public(const fs::path& folder) {
    const std::vector<std::string> ours = public_files();
    return may_replace_files(folder, public_package_name, ours);
}

PublicExported write_public_package(store::Store& store, const fs::path& folder, const Progress& progress) {
    if (!may_replace_public(folder))
        throw ExchangeError(
            folder.string() +
            " is there already and is not a public package of this program; name another folder");
    const PublicData data(store, progress);
    if (data.visits.rows == 0)
        throw ExchangeError("nothing can be made public: of " + std::to_string(data.visits.withheld) +
                            " visits (without practice) no " + std::to_string(smallest_group) +
                            " belong to one event; gather more, or import the exports of other kiosks first");
    StagingFolder part(folder);
    PublicExported written;
    write_files(store, data, part.path(), written);
    check_public_package(part.path(), written);
    part.commit();
    return written;
}

}  // namespace xy::exchange
