#include "store/recovery.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/checked_files.h"
#include "store/damaged_file.h"
#include "store/durable.h"
#include "store/migrations.h"
#include "store/signed_count.h"
#include "store/sql.h"
#include "store/sqlite_error.h"
#include "store/store.h"
#include "store/table_shape.h"

namespace xy::store {
namespace fs = std::filesystem;
namespace {

/// Counted anew by the triggers of the visits, or no longer needed.
constexpr std::array<std::string_view, 2> made_anew{"day_count", "kept_day"};
/// Tables of which rows are never taken away but for practice: a row on an old page is one.
constexpr std::array<std::string_view, 6> kept_for_ever{"session", "answer", "ledger",
                                                        "event",   "setup",  "item_version"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The new file while rows come in, of the format of the damaged one.
class RowTaker {
 public:
    RowTaker(const fs::path& file, int version)
        : file_(file), db_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, checked_files()) {
        reserve_checksums(db_.getHandle());
        sqlite3_extended_result_codes(db_.getHandle(), 1);
        db_.exec("BEGIN EXCLUSIVE");
        migrate(db_, 0, version);
        shapes_ = shapes_of(db_);
    }

    const std::vector<TableShape>& shapes() const { return shapes_; }

    enum class Taken { fresh, known, refused };

    Taken take(const TableShape& shape, const StoredRecord& record) {
        SQLite::Statement& insert = statement(shape, record.values.size());
        for (std::size_t i = 0; i < record.values.size(); ++i)
            bind(insert, static_cast<int>(i) + 1,
                 shape.columns[i].is_rowid ? StoredValue(*record.rowid) : record.values[i]);
        const int code = insert.tryExecuteStep();
        insert.tryReset();
        if (code == SQLITE_DONE) return Taken::fresh;
        if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE ||
            code == SQLITE_CONSTRAINT_ROWID)
            return Taken::known;
        if ((code & 0xFF) == SQLITE_CONSTRAINT) return Taken::refused;
        fail(code, db_.getHandle(), file_);
    }

    int run(const char* sql) { return SQLite::Statement(db_, sql).exec(); }
    std::int64_t number(const char* sql) { return db_.execAndGet(sql).getInt64(); }
    bool has(std::string_view table) const {
        return std::any_of(shapes_.begin(), shapes_.end(),
                           [&](const TableShape& shape) { return shape.name == table; });
    }
    void commit() { db_.exec("COMMIT"); }

 private:
    SQLite::Statement& statement(const TableShape& shape, std::size_t columns) {
        const std::string sql = shape.insert_sql(columns);
        const auto known = statements_.find(sql);
        if (known != statements_.end()) return known->second;
        return statements_
            .emplace(std::piecewise_construct, std::forward_as_tuple(sql), std::forward_as_tuple(db_, sql))
            .first->second;
    }

    static void bind(SQLite::Statement& insert, int column, const StoredValue& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            insert.bind(column, *number);
        else if (const auto* real = std::get_if<double>(&value))
            insert.bind(column, *real);
        else if (const auto* text = std::get_if<std::string>(&value))
            insert.bind(column, *text);
        else if (const auto* blob = std::get_if<StoredBlob>(&value))
            insert.bind(column, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
        else
            insert.bind(column);
    }

    const fs::path& file_;
    SQLite::Database db_;
    std::vector<TableShape> shapes_;
    std::unordered_map<std::string, SQLite::Statement> statements_;
};

/// Which table or index a page belongs to, by the file's directory (sqlite_schema): pages that no tree leads
/// to are not in it.
class Directory {
 public:
    explicit Directory(DamagedFile& file) : file_(file) {
        for (const StoredRecord& row : rows_of_the_schema()) {
            if (row.values.size() < 4 || !row.rowid) continue;
            const auto* type = std::get_if<std::string>(&row.values[0]);
            const auto* name = std::get_if<std::string>(&row.values[1]);
            const auto* root = std::get_if<std::int64_t>(&row.values[3]);
            if (type == nullptr || name == nullptr || root == nullptr) continue;
            if (*root > 1 && *root <= file_.page_count())
                walk(static_cast<std::uint32_t>(*root), *type == "table" ? *name : std::string());
        }
    }

    /// nullptr: of nothing known; empty: of an index.
    const std::string* owner(std::uint32_t page) const {
        const auto found = owners_.find(page);
        return found == owners_.end() ? nullptr : &found->second;
    }

 private:
    std::vector<StoredRecord> rows_of_the_schema() {
        walk(1, "sqlite_schema");
        std::vector<StoredRecord> rows;
        const auto pages = owners_;
        for (const auto& [number, name] : pages) {
            const auto page = file_.latest(number);
            if (page && kind_of(page->view()) == PageKind::table_leaf)
                for (StoredRecord& row :
                     records_of(page->view(), PageKind::table_leaf, false, file_.overflow()))
                    rows.push_back(std::move(row));
        }
        return rows;
    }

    void walk(std::uint32_t root, const std::string& name) {
        std::vector<std::uint32_t> waiting{root};
        while (!waiting.empty()) {
            const std::uint32_t number = waiting.back();
            waiting.pop_back();
            if (number == 0 || number > file_.page_count() || !owners_.emplace(number, name).second) continue;
            const auto page = file_.latest(number);
            if (!page || !kind_of(page->view())) continue;
            for (const std::uint32_t child : children_of(page->view())) waiting.push_back(child);
        }
    }

    DamagedFile& file_;
    std::map<std::uint32_t, std::string> owners_;
};

class Recovering {
 public:
    Recovering(DamagedFile& file, RowTaker& rows, Recovery& result, const Progress& progress)
        : file_(file), directory_(file), rows_(rows), result_(result), progress_(progress) {}

    void run() {
        result_.pages = file_.page_count();
        std::vector<std::uint32_t> doubtful;
        std::vector<std::uint32_t> free;
        for (std::uint32_t number = 1; number <= file_.page_count(); ++number) {
            const auto page = file_.latest(number);
            if (!page)
                ++result_.unreadable_pages;
            else if (page->trust == Trust::doubtful)
                doubtful.push_back(number);
            else if (directory_.owner(number) == nullptr)
                free.push_back(number);
            else
                take_page(*page);
            if (number % 64 == 0) go_on(progress_, 0.7 * number / file_.page_count());
        }
        result_.mended_pages = file_.mended_pages();
        result_.damaged_pages = static_cast<std::int64_t>(doubtful.size());
        for (const std::uint32_t number : doubtful) take_latest(number);
        take_what_waited();
        const std::int64_t orphans = rows_.number(sql::recovery_count_orphans);
        for (const std::uint32_t number : free) take_latest(number);
        for (std::size_t index = 0; index < file_.old_count(); ++index)
            if (const auto page = file_.old(index)) take_page(*page);
        go_on(progress_, 0.8);
        make_whole(orphans);
    }

 private:
    void take_latest(std::uint32_t number) {
        if (auto page = file_.latest(number)) {
            if (directory_.owner(number) == nullptr && page->trust == Trust::sound) page->trust = Trust::old;
            take_page(*page);
        }
    }

    void take_page(const PageImage& page) {
        const auto kind = kind_of(page.view());
        if (kind && page.trust != Trust::doubtful) return take_records(page, *kind, false);
        // What it says of itself may be the damage.
        for (const PageKind possible : {PageKind::index_leaf, PageKind::table_leaf, PageKind::index_inside})
            take_records(page, possible, true);
    }

    void take_records(const PageImage& page, PageKind kind, bool to_the_end) {
        for (const StoredRecord& record : records_of(page.view(), kind, to_the_end, file_.overflow()))
            take_record(page, record);
    }

    void take_record(const PageImage& page, const StoredRecord& record) {
        // The pages on which an old row went on have been written again.
        if (page.trust == Trust::old && record.overflows) return;
        const std::string* owner = page.trust == Trust::old ? nullptr : directory_.owner(page.number);
        if (owner != nullptr && owner->empty() && page.trust == Trust::sound)
            return;  // an index repeats rows
        for (const TableShape& shape : rows_.shapes()) {
            if (owner != nullptr && !owner->empty() && shape.name != *owner) continue;
            if (owner == nullptr && !is_one_of(kept_for_ever, shape.name)) continue;
            if (is_one_of(made_anew, shape.name) || !shape.fits(record)) continue;
            if (page.trust == Trust::old && is_practice(shape, record)) return;
            return count(shape, rows_.take(shape, record), page.trust);
        }
    }

    /// Practice was perhaps deleted since.
    static bool is_practice(const TableShape& shape, const StoredRecord& record) {
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (shape.columns[i].name == "practice") {
                const auto* value = std::get_if<std::int64_t>(&record.values[i]);
                return value != nullptr && *value == 1;
            }
        return false;
    }

    RecoveredRows* counter(std::string_view table) {
        if (table == "session" || table == "pending_session") return &result_.visits;
        if (table == "answer" || table == "pending_answer") return &result_.answers;
        if (table == "ledger") return &result_.ledger;
        if (table == "event") return &result_.events;
        if (table == "item_version") return &result_.items;
        return nullptr;
    }

    void count(const TableShape& shape, RowTaker::Taken taken, Trust trust) {
        RecoveredRows* counter = this->counter(shape.name);
        if (counter == nullptr || taken == RowTaker::Taken::known) return;
        if (taken == RowTaker::Taken::refused) {
            // On an old or damaged page it may be anything that looks like a row.
            if (trust == Trust::sound) ++counter->lost;
        } else {
            ++(trust == Trust::sound ? counter->sound : counter->doubtful);
        }
    }

    /// Visits that waited are moved as at a start.
    void take_what_waited() {
        if (!rows_.has("pending_session")) return;
        for (const char* sql :
             {sql::recovery_pending_sessions, sql::recovery_pending_answers, sql::recovery_no_pending_answers,
              sql::recovery_no_pending_sessions, sql::recovery_rewrite})
            rows_.run(sql);
    }

    /// Takes out what refers to nothing, and puts in what is referred to and lost. `orphans`: answers of
    /// pages that are no old ones and refer to nothing; those of old ones may have been deleted.
    void make_whole(std::int64_t orphans) {
        result_.events.lost += rows_.run(sql::recovery_events);
        if (rows_.has("ledger")) result_.events.lost += rows_.run(sql::recovery_ledger_events);
        rows_.run(sql::recovery_setups);
        const std::int64_t deleted = rows_.run(sql::recovery_orphans);
        const std::int64_t wrong = rows_.run(sql::recovery_wrong_marks);
        rows_.run(sql::recovery_open_sessions);
        rows_.run(sql::recovery_no_counts);
        rows_.run(sql::recovery_counts);
        RecoveredRows& answers = result_.answers;
        answers.lost += std::min(deleted, orphans) + wrong + rows_.number(sql::recovery_gaps);
        count_again(answers, rows_.number(sql::recovery_answers));
        count_again(result_.visits, rows_.number(sql::recovery_sessions));
        if (result_.signed_visits)
            result_.visits.lost =
                std::max(result_.visits.lost, *result_.signed_visits - result_.visits.recovered());
    }

    static void count_again(RecoveredRows& rows, std::int64_t there) {
        rows.doubtful = std::min(rows.doubtful, there);
        rows.sound = there - rows.doubtful;
    }

    DamagedFile& file_;
    Directory directory_;
    RowTaker& rows_;
    Recovery& result_;
    const Progress& progress_;
};

bool possible_version(std::int64_t version) {
    return version >= 1 && version <= latest_version;
}

/// Rows of the format `version` out of the file; the new file is left behind.
Recovery recover_as(int version, const fs::path& damaged, const fs::path& made, const Progress& progress) {
    DamagedFile file(damaged);
    Recovery result;
    result.version = version;
    if (const auto count = read_signed_count(damaged)) result.signed_visits = count->visits;
    RowTaker rows(made, version);
    Recovering(file, rows, result, progress).run();
    rows.commit();
    return result;
}

/// The format whose rows are found most often, the newest first.
Recovery recover_best(const fs::path& damaged, const fs::path& made, const Progress& progress) {
    const std::int64_t said = DamagedFile(damaged).user_version();
    if (possible_version(said)) return recover_as(static_cast<int>(said), damaged, made, progress);
    int best = latest_version;
    std::int64_t most = -1;
    for (int version = latest_version; version >= 1; --version) {
        const Recovery tried = recover_as(version, damaged, made, {});
        const std::int64_t rows =
            tried.visits.recovered() + tried.answers.recovered() + tried.events.recovered();
        fs::remove(made);
        if (rows > most) {
            most = rows;
            best = version;
        }
    }
    return recover_as(best, damaged, made, progress);
}

}  // namespace

bool Recovery::nothing() const {
    return visits.recovered() + answers.recovered() + ledger.recovered() + events.recovered() +
               items.recovered() ==
           0;
}

bool Recovery::complete() const {
    for (const RecoveredRows& rows : {visits, answers, ledger, events, items})
        if (rows.doubtful > 0 || rows.lost > 0) return false;
    return damaged_pages == 0 && unreadable_pages == 0;
}

Recovery recover(const fs::path& damaged, const fs::path& folder, const Progress& progress) {
    const fs::path file = folder / file_name;
    if (fs::exists(fs::symlink_status(file))) refuse("there is a store in " + folder.string() + " already");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw StoreError(StoreFailure::cannot_write,
                         "cannot make the folder " + folder.string() + ": " + error.message());
    // Under another name until it is whole.
    const fs::path made = folder / "recovering.db";
    fs::remove(made, error);
    try {
        const Recovery result = recover_best(damaged, made, progress);
        if (result.nothing())
            refuse("nothing of a store can be read in " + damaged.string() + "; is it the right file?");
        fs::rename(made, file);
        sync_folder(folder);
        Store::open(folder);  // brings it up to date
        go_on(progress, 1);
        return result;
    } catch (const SQLite::Exception& failed) {
        fs::remove(made, error);
        throw explain(failed, nullptr, made);
    } catch (...) {
        fs::remove(made, error);
        throw;
    }
}

}  // namespace xy::store
