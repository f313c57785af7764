#include "store/migrations.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <array>
#include <iterator>

#include "quiz/time_bands.h"
#include "store/sql.h"
#include "store/time_notes.h"

namespace xy::store {
namespace {

/// schema_steps[n] leads from version n to n + 1.
constexpr std::array<const char*, latest_version> schema_steps{
    sql::schema_1, sql::schema_2, sql::schema_3, sql::schema_4, sql::schema_5,
    sql::schema_6, sql::schema_7, sql::schema_8, sql::schema_9, sql::schema_10};

/// The function time_band(ms) of the migration to version 7.
void time_band(sqlite3_context* context, int /*arguments*/, sqlite3_value** values) {
    sqlite3_result_int(context, quiz::time_band(Milliseconds(sqlite3_value_int64(values[0]))));
}

/// What version 6 knew exactly of its visits goes into the tables of times.
void keep_times_apart(SQLite::Database& db) {
    const std::filesystem::path file(db.getFilename());
    TimeNotes notes;
    {
        Rows visits(db.getHandle(), sql::old_times, file);
        Rows answers(db.getHandle(), sql::old_answer_times, file);
        notes.gather(visits, answers);
    }
    notes.write(db, file, Meeting::add);
    db.exec(sql::schema_7_end);
}

/// A name as an identifier of SQL.
std::string in_double_quotes(const std::string& name) {
    std::string quoted = "\"";
    for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

void migrate(SQLite::Database& db, int from, int to) {
    sqlite3_create_function_v2(db.getHandle(), "time_band", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                               time_band, nullptr, nullptr, nullptr);
    for (int version = from; version < to; ++version) {
        db.exec(schema_steps.at(static_cast<std::size_t>(version)));
        if (version + 1 == first_version_with_bands) keep_times_apart(db);
        db.exec("PRAGMA user_version = " + std::to_string(version + 1));
    }
    db.exec("PRAGMA application_id = " + std::to_string(application_id));
}

std::vector<SchemaObject> schema_of(SQLite::Database& db) {
    std::vector<SchemaObject> objects;
    SQLite::Statement rows(db, sql::schema_text);
    while (rows.executeStep())
        objects.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                           rows.getColumn(2).getString(), rows.getColumn(3).getString()});
    std::sort(objects.begin(), objects.end());
    return objects;
}

std::vector<SchemaObject> expected_schema() {
    SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(db, 0);
    return schema_of(db);
}

std::optional<std::vector<std::string>> drop_additions(SQLite::Database& db) {
    const std::vector<SchemaObject> found = schema_of(db);
    const std::vector<SchemaObject> expected = expected_schema();
    if (!std::includes(found.begin(), found.end(), expected.begin(), expected.end())) return std::nullopt;
    std::vector<SchemaObject> added;
    std::set_difference(found.begin(), found.end(), expected.begin(), expected.end(),
                        std::back_inserter(added));
    std::vector<std::string> names;
    for (const SchemaObject& object : added) {
        // Those of SQLite belong to a table.
        if (object.type == "table" || object.name.starts_with("sqlite_")) continue;
        db.exec("DROP " + object.type + " " + in_double_quotes(object.name));
        names.push_back(object.name);
    }
    return names;
}

}  // namespace xy::store
