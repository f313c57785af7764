#include "exchange/import.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <functional>
#include <limits>
#include <set>
#include <system_error>
#include <utility>

#include "base/problem_collector.h"
#include "exchange/arriving_rows.h"
#include "exchange/event_merging.h"
#include "exchange/exchange_error.h"
#include "exchange/hashed_file.h"
#include "exchange/package_schema.h"

namespace xy::exchange {
namespace fs = std::filesystem;
namespace {

/// Ends the transaction without keeping anything.
class NothingImported : public std::exception {};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Of a folder in which an export is looked for: the root of a stick has some dozen.
constexpr int most_entries = 10'000;

/// The part of the whole progress that goes to verifying hashes.
constexpr double verifying_part = 0.1;

constexpr std::uint64_t most_bytes_in_memory = std::uint64_t{256} << 20U;

/// The topic of an item may be called otherwise without changing what was asked.
bool same_question(store::ItemRow a, const store::ItemRow& b) {
    a.topic = b.topic;
    a.topic_title = b.topic_title;
    return a == b;
}

/// Verifies what the descriptor says of its files.
class Verification {
 public:
    Verification(fs::path folder, Complaints& complaints, Progress progress)
        : folder_(std::move(folder)), complaints_(complaints), progress_(std::move(progress)) {}

    /// The format of the package; nothing when it cannot be read on.
    std::optional<int> run() {
        const fs::path descriptor = folder_ / descriptor_file;
        const auto listing = json::read_listing(descriptor);
        complaints_.take(listing.problems);
        if (!listing.value) return std::nullopt;
        if (listing.value->name == public_package_name)
            complaints_.mistake(
                descriptor, 0,
                "this is a public package: visits and columns were left out of it, and answers are "
                "linked to no visit, so it cannot be merged",
                "import the whole export of that kiosk (xiangyang export, without --public)");
        else if (listing.value->name != package_name)
            complaints_.mistake(descriptor, 0, "this is not an export of this program");
        else if (listing.value->format > package_format)
            complaints_.mistake(descriptor, 0, "it was written by a newer version of this program",
                                "install the newer version here");
        else
            check_files(*listing.value, descriptor);
        if (complaints_.any_mistake()) return std::nullopt;
        return listing.value->format;
    }

 private:
    /// Only what the import reads has to be as it was exported: people look at participation.csv with Excel.
    void check_files(const json::PackageListing& listing, const fs::path& descriptor) {
        std::set<std::string> seen;
        for (const json::ListedFile& file : listing.files)
            if (seen.insert(file.path).second)
                check_path(file, descriptor);
            else
                complaints_.mistake(descriptor, 0, in_quotes(file.path) + " is listed twice",
                                    "export the package again");
        const std::vector<json::Resource> needed = needed_resources(listing.format);
        const double share = 1 / static_cast<double>(needed.size());
        double checked = 0;
        for (const json::Resource& wanted : needed) {
            const auto listed =
                std::find_if(listing.files.begin(), listing.files.end(),
                             [&](const json::ListedFile& file) { return file.path == wanted.path; });
            if (listed == listing.files.end())
                complaints_.mistake(descriptor, 0, in_quotes(wanted.path) + " is not listed");
            else
                check_file(*listed, wanted, part_of(progress_, share * checked++, share));
        }
    }

    static bool is_known(const std::string& path) {
        std::vector<json::Resource> all = needed_resources(package_format);
        all.push_back(participation_resource());
        return std::any_of(all.begin(), all.end(),
                           [&](const json::Resource& resource) { return resource.path == path; });
    }

    /// Rows of events, items, the ledger and the times are kept in memory while the visits are read, one by
    /// one.
    static std::uint64_t most_bytes(const std::string& path) {
        const bool streamed = path == sessions_resource().path || path == answers_resource().path;
        return streamed ? std::numeric_limits<std::uint64_t>::max() : most_bytes_in_memory;
    }

    void check_path(const json::ListedFile& listed, const fs::path& descriptor) {
        const fs::path name(listed.path);
        if (name != name.filename() || name.empty() || name == "." || name == "..")
            complaints_.mistake(descriptor, 0,
                                "the path " + in_quotes(listed.path) + " leads out of the package");
        else if (!is_known(listed.path))
            complaints_.mistake(descriptor, 0, in_quotes(listed.path) + " is no file of an export",
                                "export the package again");
    }

    void check_file(const json::ListedFile& listed, const json::Resource& resource,
                    const Progress& progress) {
        const fs::path file = folder_ / resource.path;
        std::error_code error;
        if (!fs::is_regular_file(fs::symlink_status(file, error))) {
            complaints_.mistake(file, 0, "the file is missing", "copy the whole folder again");
            return;
        }
        const bool same_length = fs::file_size(file, error) == listed.bytes && !error;
        if (same_length && listed.bytes > most_bytes(listed.path)) {
            complaints_.mistake(
                file, 0, "the file is larger than " + std::to_string(most_bytes_in_memory >> 20U) + " MB",
                "a kiosk writes no such file; export the package again");
            return;
        }
        if (same_length && digest_of(file, progress).sha256 == listed.sha256) return;
        complaints_.mistake(file, 0,
                            std::string("the file ") +
                                (same_length ? "was changed after the export: its hash"
                                             : "is cut or was changed: its length") +
                                " is not the one in " + std::string(descriptor_file),
                            "copy the whole folder again, or export it again; files of an export may be "
                            "looked at with Excel, but not saved");
        show_first_change(resource, progress);
    }

    /// Names the first line that no export would have written, where there is one.
    void show_first_change(const json::Resource& resource, const Progress& progress) {
        const fs::path file = folder_ / resource.path;
        std::string mark(byte_order_mark.size(), '\0');
        std::ifstream(file, std::ios::binary).read(mark.data(), static_cast<std::streamsize>(mark.size()));
        if (mark == byte_order_mark)
            return complaints_.mistake(file, 1, "a program such as Excel put a byte order mark before it");
        ImportResult found;
        Complaints first(found);
        CsvTable table(folder_, resource, first, [&] { go_on(progress, 1); });
        while (!first.any_mistake() && table.next()) continue;
        if (found.problems.empty()) return;
        const Problem& problem = found.problems.front();
        complaints_.mistake(file, problem.line, "this line is not as it was exported: " + problem.what);
    }

    fs::path folder_;
    Complaints& complaints_;
    Progress progress_;
};

class Importing {
 public:
    Importing(store::Store& store, fs::path folder, int format, const Progress& progress,
              ImportResult& result, Complaints& complaints)
        : store_(store),
          folder_(std::move(folder)),
          format_(format),
          progress_(progress),
          result_(result),
          complaints_(complaints),
          answers_(folder_, answers_resource(format), complaints, pause()) {
        std::error_code ignored;
        answer_bytes_ = std::max<double>(
            1.0, static_cast<double>(fs::file_size(folder_ / answers_resource().path, ignored)));
    }

    void run() {
        events();
        items();
        ledger();
        next_answer();
        sessions();
        if (waiting_) not_of_any_session();
        if (format_ > 1) times();
        if (complaints_.any_mistake()) throw NothingImported{};
    }

 private:
    /// Whether values may go to the store: after a mistake the rest is only looked at.
    bool clean() const { return !complaints_.any_mistake(); }

    /// Lets whoever waits stop each reading, also one of mistakes only.
    std::function<void()> pause() {
        return [this] { go_on(progress_, done_); };
    }

    void events() {
        EventMerging merging(store_);
        CsvTable table(folder_, events_resource(), complaints_, pause());
        while (table.next()) {
            const auto arriving = event_in(table);
            if (!arriving) continue;
            const std::string& id = arriving->event.id;
            if (!names_.events.emplace(id, id).second) {
                table.complain("event " + in_quotes(id) + " comes twice");
                continue;
            }
            const EventMerging::Taken taken = merging.take(arriving->event, arriving->source);
            names_.events[id] = taken.event.id;
            count(taken, id, table);
            if (!clean()) continue;
            if (taken.write) store_.put_arrived_event(taken.event, arriving->source);
            for (const std::string& day : arriving->doubtful_days)
                store_.put_doubtful_day(taken.event.id, day);
        }
    }

    void count(const EventMerging::Taken& taken, const std::string& id, CsvTable& table) {
        switch (taken.arrival) {
            case Arrival::fresh:
            case Arrival::changed:
                ++result_.events.fresh;
                break;
            case Arrival::known:
                ++result_.events.known;
                break;
            case Arrival::different:
                ++result_.events.conflicting;
                table.remark("event " + in_quotes(id) +
                             " is described differently here and was kept as it is");
                break;
            case Arrival::split:
                ++result_.events.conflicting;
                table.remark("event " + in_quotes(id) +
                             " is another one than the event of that id here; it came in as " +
                             in_quotes(taken.event.id) + " (" + taken.event.name.zh + ")");
                break;
        }
    }

    void items() {
        std::map<std::tuple<std::string, std::string, std::string>, store::ItemRow> known;
        for (store::ItemRow& item : store_.items())
            known.emplace(std::tuple(item.bank, item.item, item.version), item);
        CsvTable table(folder_, items_resource(), complaints_, pause());
        while (table.next()) {
            const auto item = item_in(table);
            if (!item) continue;
            const std::tuple key(item->bank, item->item, item->version);
            if (!names_.items.emplace(key, *item).second) {
                table.complain("item " + in_quotes(item->bank + "/" + item->item) +
                               " comes twice in the same version");
                continue;
            }
            const auto there = known.find(key);
            if (there == known.end()) {
                ++result_.items.fresh;
                if (clean()) store_.put_item(*item);
            } else if (same_question(there->second, *item)) {
                ++result_.items.known;
            } else {
                table.complain(
                    "item " + in_quotes(item->bank + "/" + item->item) +
                    " is another question here under the same version; one of the two was changed");
            }
        }
    }

    void ledger() {
        std::map<RandomId, outreach::LedgerEntry> known;
        for (outreach::LedgerEntry& entry : store_.ledger()) known.emplace(entry.id, std::move(entry));
        CsvTable table(folder_, ledger_resource(), complaints_, pause());
        std::set<RandomId> seen;
        while (table.next()) {
            const auto entry = ledger_entry_in(table, names_);
            if (!entry) continue;
            if (!seen.insert(entry->id).second)
                table.complain("entry " + to_hex(entry->id) + " comes twice", "export the package again");
            else
                take_entry(table, *entry, known);
        }
    }

    /// An entry that was undone since an earlier export is undone here too; never the other way.
    void take_entry(CsvTable& table, const outreach::LedgerEntry& entry,
                    const std::map<RandomId, outreach::LedgerEntry>& known) {
        const auto there = known.find(entry.id);
        outreach::LedgerEntry same = entry;
        if (there != known.end()) same.undone = there->second.undone;
        if (there != known.end() && there->second != same) {
            ++result_.ledger.conflicting;
            table.remark("entry " + to_hex(entry.id) + " is different here and was kept as it is");
        } else if (there != known.end() && (there->second.undone || !entry.undone)) {
            ++result_.ledger.known;
        } else {
            ++result_.ledger.fresh;
            if (clean()) store_.add_to_ledger(entry);
        }
    }

    void sessions() {
        CsvTable table(folder_, sessions_resource(format_), complaints_, pause());
        std::optional<RandomId> previous;
        while (table.next()) {
            const auto id = id_in(table);
            if (!id) continue;
            if (previous && *id <= *previous)
                table.complain("the sessions are not ordered by id, or one comes twice",
                               "export the package again");
            previous = id;
            const auto session = session_in(table, names_, format_);
            gather_answers(*id);
            if (session && clean()) take(table, *session);
            report_progress();
        }
    }

    /// Reads the answers of `session` into own_; those before it belong to no session.
    void gather_answers(const RandomId& session) {
        own_.clear();
        while (waiting_ && waiting_->session <= session) {
            if (waiting_->session == session)
                own_.push_back(waiting_->answer);
            else
                not_of_this_session();
            next_answer();
        }
    }

    void next_answer() {
        while (answers_.next()) {
            auto answer = answer_in(answers_, names_, format_);
            if (!answer) continue;
            const std::pair place(answer->session, answer->answer.position);
            if (last_place_ && place <= *last_place_)
                answers_.complain("the answers are not ordered by session and position, or one comes twice",
                                  "export the package again");
            last_place_ = place;
            waiting_ = std::move(answer);
            return;
        }
        waiting_.reset();
    }

    void not_of_this_session() {
        answers_.complain("session " + to_hex(waiting_->session) + " is not in sessions.csv");
    }

    void not_of_any_session() {
        for (; waiting_; next_answer()) not_of_this_session();
    }

    void take(CsvTable& table, const store::SessionRow& session) {
        const auto there = store_.session(session.start.id);
        if (!there) {
            store_.put_session(session, format_ == 1 ? store::Measured::exactly : store::Measured::in_bands);
            for (const quiz::Answer& answer : own_) store_.add(session.start.id, answer);
            ++result_.sessions.fresh;
            result_.fresh_answers += static_cast<std::int64_t>(own_.size());
        } else if (*there == store::in_bands(session) &&
                   store_.answers_of(session.start.id) == in_bands(own_)) {
            ++result_.sessions.known;
        } else {
            ++result_.sessions.conflicting;
            table.remark("session " + to_hex(session.start.id) + " is different here and was kept as it is");
        }
    }

    static std::vector<quiz::Answer> in_bands(std::vector<quiz::Answer> answers) {
        for (quiz::Answer& answer : answers) answer = store::in_bands(std::move(answer));
        return answers;
    }

    /// The lists that are linked to no visit; a part of one may stand in several rows.
    void times() {
        std::map<std::tuple<std::string, std::string, std::string>, store::DayTimes> days;
        const auto day_of = [&](const store::DayTimes& part) -> store::DayTimes& {
            const auto [place, is_new] = days.try_emplace({part.event, part.day, part.source}, part);
            if (is_new) place->second.hours = {}, place->second.durations.clear();
            return place->second;
        };
        CsvTable hours(folder_, hours_resource(), complaints_, pause());
        while (hours.next())
            if (const auto part = hours_in(hours, names_)) {
                store::DayTimes& day = day_of(*part);
                for (std::size_t hour = 0; hour < day.hours.size(); ++hour)
                    day.hours.at(hour) = std::max(day.hours.at(hour), part->hours.at(hour));
            }
        CsvTable durations(folder_, durations_resource(), complaints_, pause());
        while (durations.next())
            if (const auto part = durations_in(durations, names_))
                append(day_of(*part).durations, part->durations);
        std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>,
                 store::AnswerTimes>
            items;
        CsvTable answers(folder_, answer_times_resource(), complaints_, pause());
        while (answers.next())
            if (const auto part = answer_times_in(answers, names_)) {
                store::AnswerTimes& all =
                    items[{part->event, part->source, part->bank, part->item, part->version}];
                store::TimeList times = std::move(all.times);
                append(times, part->times);
                all = *part;
                all.times = std::move(times);
            }
        if (!clean()) return;
        for (const auto& [name, day] : days) store_.join_times(day);
        for (const auto& [name, item] : items) store_.join_times(item);
    }

    static void append(store::TimeList& all, const store::TimeList& part) {
        const auto middle = static_cast<std::ptrdiff_t>(all.size());
        all.insert(all.end(), part.begin(), part.end());
        std::inplace_merge(all.begin(), all.begin() + middle, all.end());
    }

    void report_progress() {
        if (++calls_ % 1024 != 0) return;
        const double read = static_cast<double>(answers_.position()) / answer_bytes_;
        done_ = verifying_part + (1.0 - verifying_part) * read;
        go_on(progress_, done_);
    }

    store::Store& store_;
    fs::path folder_;
    int format_;
    const Progress& progress_;
    double done_ = verifying_part;
    ImportResult& result_;
    Complaints& complaints_;
    PackageNames names_;
    CsvTable answers_;
    double answer_bytes_ = 1;
    std::optional<ArrivingAnswer> waiting_;  ///< the next answer, not yet given to a session
    std::optional<std::pair<RandomId, int>> last_place_;
    std::vector<quiz::Answer> own_;
    std::uint64_t calls_ = 0;
};

/// Forgets what was counted: none of it is in the store.
void nothing_came_in(ImportResult& result) {
    result.events = result.items = result.sessions = result.ledger = {};
    result.fresh_answers = 0;
}

}  // namespace

std::vector<fs::path> packages_in(const fs::path& folder) {
    std::error_code error;
    const auto is_package = [&](const fs::path& where) {
        return fs::is_regular_file(where / descriptor_file, error);
    };
    if (is_package(folder)) return {folder};
    std::vector<fs::path> found;
    int entries = 0;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (++entries > most_entries) break;
        if (is_package(entry->path())) found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

ImportResult import_package(store::Store& store, const fs::path& folder, const Progress& progress) {
    ImportResult result;
    Complaints complaints(result);
    const std::optional<int> format =
        Verification(folder, complaints, part_of(progress, 0, verifying_part)).run();
    if (!format) return result;
    go_on(progress, verifying_part);
    try {
        store.in_one_transaction(
            [&] { Importing(store, folder, *format, progress, result, complaints).run(); });
    } catch (const NothingImported&) {
        nothing_came_in(result);
    }
    return result;
}

}  // namespace xy::exchange
