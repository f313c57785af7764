#include "store/migrations.h"

#include <SQLiteCpp/Statement.h>
#include <array>

#include "store/sql.h"

namespace xy::store {
namespace {

/// steps[n] leads from version n to n + 1.
constexpr std::array<const char*, latest_version> steps{sql::schema_1, sql::schema_2, sql::schema_3,
                                                        sql::schema_4, sql::schema_5, sql::schema_6};

}  // namespace

void migrate(SQLite::Database& db, int from, int to) {
    for (int version = from; version < to; ++version) {
        db.exec(steps.at(static_cast<std::size_t>(version)));
        db.exec("PRAGMA user_version = " + std::to_string(version + 1));
    }
    db.exec("PRAGMA application_id = " + std::to_string(application_id));
}

std::string schema_of(SQLite::Database& db) {
    std::string text;
    SQLite::Statement rows(db, sql::schema_text);
    while (rows.executeStep())
        for (int column = 0; column < 4; ++column) text += rows.getColumn(column).getString() + '\n';
    return text;
}

std::string expected_schema() {
    SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(db, 0);
    return schema_of(db);
}

}  // namespace xy::store
