#include "recovery/recovery.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/private_file.h"
#include "integrity/signed_count.h"
#include "recovery/damaged_file.h"
#include "recovery/page_owners.h"
#include "recovery/row_taker.h"
#include "recovery/sql.h"
#include "store/durable.h"
#include "store/migrations.h"
#include "store/sqlite_error.h"
#include "store/store.h"

namespace xy::recovery {
namespace fs = std::filesystem;
namespace {

/// Counted anew by the triggers of the visits, true of the new file alone, or no longer needed.
constexpr std::array<std::string_view, 4> made_anew{"day_count", "kept_day", "rewrite", "write_count"};
/// Tables of which rows are never taken away but for practice: a row on an old page is one. A visit that
/// waited was moved.
constexpr std::array<std::string_view, 11> kept_for_ever{
    "session", "answer",       "pending_session", "pending_answer",    "ledger",           "event",
    "setup",   "item_version", "publication",     "publication_event", "publication_count"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Recovering {
 public:
    Recovering(DamagedFile& file, RowTaker& rows, Recovery& result, const Progress& progress)
        : file_(file), owners_(file), rows_(rows), result_(result), progress_(progress) {}

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
            else if (owners_.owner(number) == nullptr)
                free.push_back(number);
            else
                take_page(*page);
            if (number % 64 == 0) go_on(progress_, 0.7 * number / file_.page_count());
        }
        result_.mended_pages = file_.mended_pages();
        result_.damaged_pages = static_cast<std::int64_t>(doubtful.size());
        rows_.move_what_waited(true);
        const std::int64_t sound_visits = rows_.number(sql::count_sessions);
        const std::int64_t sound_answers = rows_.number(sql::count_answers);
        for (const std::uint32_t number : doubtful) take_latest(number);
        rows_.move_what_waited(false);
        const std::int64_t orphans = rows_.number(sql::count_orphans);
        for (const std::uint32_t number : free) take_latest(number);
        for (std::size_t index = 0; index < file_.old_count(); ++index)
            if (const auto page = file_.old(index)) take_page(*page);
        rows_.move_what_waited(false);
        result_.visits.doubtful = rows_.number(sql::count_sessions) - sound_visits;
        result_.answers.doubtful = rows_.number(sql::count_answers) - sound_answers;
        go_on(progress_, 0.8);
        make_whole(orphans);
    }

 private:
    void take_latest(std::uint32_t number) {
        if (auto page = file_.latest(number)) {
            if (owners_.owner(number) == nullptr && page->trust == Trust::sound) page->trust = Trust::old;
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
        const std::string* owner = page.trust == Trust::old ? nullptr : owners_.owner(page.number);
        const bool of_index = owner != nullptr && owner->empty();
        if (of_index && page.trust == Trust::sound) return;  // it repeats rows
        if (of_index) owner = nullptr;
        const Trust trust = record.doubtful && page.trust == Trust::sound ? Trust::doubtful : page.trust;
        const TableShape* breaks_a_rule = nullptr;
        for (const TableShape& shape : rows_.shapes()) {
            if (owner != nullptr ? shape.name != *owner : !is_one_of(kept_for_ever, shape.name)) continue;
            if (is_one_of(made_anew, shape.name) || !shape.fits(record)) continue;
            if (trust == Trust::old && is_practice(shape, record)) return;
            const RowTaker::Taken taken = take(shape, record, trust);
            if (taken != RowTaker::Taken::refused) return count(shape, taken, trust);
            breaks_a_rule = &shape;
        }
        if (breaks_a_rule != nullptr) count(*breaks_a_rule, RowTaker::Taken::refused, trust);
    }

    /// What no other row would contradict is taken only from where it was written.
    RowTaker::Taken take(const TableShape& shape, const StoredRecord& record, Trust trust) {
        if (trust != Trust::sound && shape.of_one_row()) return RowTaker::Taken::refused;
        if (trust != Trust::sound && shape.of_times()) {
            ++result_.times.lost;
            return RowTaker::Taken::refused;
        }
        if (trust == Trust::doubtful && shape.of_register()) return RowTaker::Taken::refused;
        return rows_.take(shape, record);
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
        if (table == "day_times" || table == "answer_times") return &result_.times;
        return nullptr;
    }

    void count(const TableShape& shape, RowTaker::Taken taken, Trust trust) {
        RecoveredRows* counter = this->counter(shape.name);
        if (counter == nullptr || taken == RowTaker::Taken::known) return;
        // (The fresh ones of visits and answers are counted where they end up, see run().)
        if (taken == RowTaker::Taken::refused) {
            // On an old or damaged page it may be anything that looks like a row.
            if (trust == Trust::sound) ++counter->lost;
        } else {
            ++(trust == Trust::sound ? counter->sound : counter->doubtful);
        }
    }

    /// Takes out what refers to nothing, and puts in what is referred to and lost. `orphans`: answers of
    /// pages that are no old ones and refer to nothing; those of old ones may have been deleted.
    void make_whole(std::int64_t orphans) {
        result_.events.lost += rows_.run(sql::put_lost_events);
        if (rows_.has("ledger")) result_.events.lost += rows_.run(sql::put_lost_ledger_events);
        rows_.run(sql::put_lost_setups);
        take_out_what_is_of_no_event();
        if (rows_.has("publication")) make_register_whole();
        const std::int64_t deleted = rows_.run(sql::delete_orphans);
        const std::int64_t wrong = rows_.run(sql::delete_wrong_marks);
        rows_.run(rows_.with_bands() ? sql::abandon_open_sessions : sql::abandon_open_sessions_6);
        rows_.run(sql::delete_counts);
        rows_.run(sql::put_counts);
        RecoveredRows& answers = result_.answers;
        answers.lost += std::min(deleted, orphans) + wrong + rows_.number(sql::count_gaps);
        count_again(answers, rows_.number(sql::count_answers));
        count_again(result_.visits, rows_.number(sql::count_sessions));
        if (result_.signed_visits)
            result_.visits.lost =
                std::max(result_.visits.lost, *result_.signed_visits - result_.visits.recovered());
    }

    void take_out_what_is_of_no_event() {
        if (rows_.has("event_source"))
            for (const char* sql : {sql::delete_sources_of_nothing, sql::delete_doubts_of_nothing})
                rows_.run(sql);
        if (!rows_.with_bands()) return;
        const std::int64_t taken_out =
            rows_.run(sql::delete_days_of_nothing) + rows_.run(sql::delete_items_of_nothing);
        result_.times.lost += taken_out;
        result_.times.sound -= std::min(taken_out, result_.times.sound);
    }

    void make_register_whole() {
        RecoveredRows& publications = result_.publications;
        publications.lost = rows_.number(sql::count_lost_publications);
        publications.lost += rows_.run(sql::delete_publications_in_part);
        for (const char* sql : {sql::delete_events_of_no_publication, sql::delete_counts_of_no_publication})
            rows_.run(sql);
        publications.doubtful = rows_.run(sql::count_what_is_left);
        count_again(publications, rows_.number(sql::count_publications));
    }

    static void count_again(RecoveredRows& rows, std::int64_t there) {
        rows.doubtful = std::min(rows.doubtful, there);
        rows.sound = there - rows.doubtful;
    }

    DamagedFile& file_;
    PageOwners owners_;
    RowTaker& rows_;
    Recovery& result_;
    const Progress& progress_;
};

bool possible_version(std::int64_t version) {
    return version >= 1 && version <= store::latest_version;
}

/// Rows of the format `version` out of the file; the new file is left behind.
Recovery recover_as(int version, const fs::path& damaged, const fs::path& made, const Progress& progress) {
    DamagedFile file(damaged);
    Recovery result;
    result.version = version;
    if (const auto count = integrity::read_signed_count(damaged)) result.signed_visits = count->visits;
    RowTaker rows(made, version);
    Recovering(file, rows, result, progress).run();
    rows.commit();
    return result;
}

/// The format whose rows are found most often, the newest first.
Recovery recover_best(const fs::path& damaged, const fs::path& made, const Progress& progress) {
    const std::int64_t said = DamagedFile(damaged).user_version();
    if (possible_version(said)) return recover_as(static_cast<int>(said), damaged, made, progress);
    int best = store::latest_version;
    std::int64_t most = -1;
    for (int version = store::latest_version; version >= 1; --version) {
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
               items.recovered() + publications.recovered() ==
           0;
}

bool Recovery::complete() const {
    for (const RecoveredRows& rows : {visits, answers, ledger, events, items, times, publications})
        if (rows.doubtful > 0 || rows.lost > 0) return false;
    return damaged_pages == 0 && unreadable_pages == 0;
}

Recovery recover(const fs::path& damaged, const fs::path& folder, const Progress& progress) {
    const fs::path file = folder / store::file_name;
    if (fs::exists(fs::symlink_status(file)))
        store::refuse("there is a store in " + folder.string() + " already");
    try {
        make_private_folder(folder);
    } catch (const std::system_error& failed) {
        throw store::StoreError(store::StoreFailure::cannot_write,
                                "cannot make the folder " + folder.string() + ": " + failed.code().message());
    }
    // Under another name until it is whole.
    const fs::path made = folder / "xiangyang.recovering.db";
    std::error_code error;
    fs::remove(made, error);
    try {
        const Recovery result = recover_best(damaged, made, progress);
        if (result.nothing())
            store::refuse("nothing of a store can be read in " + damaged.string() +
                          "; is it the right file?");
        fs::rename(made, file);
        store::sync_folder(folder);
        store::Store::open(folder, store::Check::quick, store::Damage::refuse);  // brings it up to date
        go_on(progress, 1);
        return result;
    } catch (const SQLite::Exception& failed) {
        fs::remove(made, error);
        throw store::explain(failed, nullptr, made);
    } catch (...) {
        fs::remove(made, error);
        throw;
    }
}

}  // namespace xy::recovery
