// The store: one SQLite file in the data folder, owned by one process and written by one thread.
//
// Durability: WAL, synchronous=FULL, locking_mode=EXCLUSIVE. When begin(), add() or finish() has returned,
// what it wrote survives a power cut. When one of them threw, nothing of it is stored, or (a failing medium)
// it is not known; then say the same again: it is taken once. All functions throw StoreError. Every page has
// a checksum (integrity/page_checksum.h), and how far the store has come is signed off beside it
// (integrity/signed_count.h). A Store belongs to the thread that uses it. While it is open, its file belongs
// to this process alone.
//
// The file tells nothing that its rows do not. Visits wait in tables of their own, and every function here
// reads them with the others. They are settled, that is moved in the order of their ids, the file written
// anew and the log emptied, when a visit of another half-day, day or event begins, when an event ends, when
// practice is deleted, and when the store is closed or found with visits that wait. Where there is no room
// for that it is done the next time.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outreach/booth_settings.h"
#include "outreach/doubt.h"
#include "outreach/event.h"
#include "outreach/ledger.h"
#include "outreach/sheet.h"
#include "quiz/item.h"
#include "quiz/session.h"
#include "store/loss.h"
#include "store/rows.h"
#include "store/store_error.h"
#include "store/visit_source.h"

namespace xy::store {

/// The file inside the data folder.
inline constexpr std::string_view file_name = "xiangyang.db";

/// What was found when the store was opened.
struct Opening {
    bool created = false;
    int abandoned = 0;  ///< sessions left open by a killed process, now closed as abandoned
    /// A damaged file was moved here (a dated name, never deleted) and a new one begun.
    std::optional<std::filesystem::path> set_aside;
    /// Indexes, triggers and views that somebody had added; they are gone.
    std::vector<std::string> dropped;
};

class Connection;

/// Whether the times of a session are what a clock said, or only in_bands().
enum class Measured { exactly, in_bands };

/// How much of the file is looked at when it is opened.
enum class Check {
    whole,  ///< every page, row and index entry
    quick,  ///< every page and row; about 5 s for ten million answers
    none,   ///< for commands that read it all anyway: SQLite notices damage where it meets it
};

/// What is done with a damaged file. Damage is what a second look through a new connection finds too, after
/// every byte could be read: an error of reading (cannot_read) says nothing about the file.
enum class Damage {
    set_aside,  ///< moved out of the way, and a new one begun: the booth goes on
    refuse,     ///< thrown (damaged), and nothing is touched: for everybody else
};

/// A damaged file that was kept under another name.
struct FileSetAside {
    std::string day;  ///< on which that was done
    std::string file;
    friend bool operator==(const FileSetAside&, const FileSetAside&) = default;
};

class Store : public VisitSource {
 public:
    /// Opens `folder`/xiangyang.db, making folder and file where they are missing; migrates an older file in
    /// one exclusive transaction, runs a quick check, does with a damaged file what `damage` says, closes
    /// abandoned sessions. Refuses (in_use, newer, cannot_read, cannot_write, full) without changing the
    /// file.
    static Store open(const std::filesystem::path& folder, Check check = Check::quick,
                      Damage damage = Damage::set_aside);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store() override;

    const Opening& opening() const;

    // ---- what happens at the booth; each call is one durable commit
    /// Adds the event, or describes a known one anew.
    void put_event(const outreach::Event& event);
    /// Registers item versions before they are asked. Known versions are left as they are.
    void put_items(std::span<const quiz::Bank> banks);
    /// The event must be there. The same session begun twice is one; another one under its id is refused. A
    /// day before the last recorded one is marked: the clock was wrong on one of them.
    void begin(const quiz::SessionStart& session);
    /// The item version must be registered, and the mark must follow from its key. Saying the same answer
    /// twice changes nothing; another answer at its position is refused, and so is a new one after the end.
    void add(const RandomId& session, const quiz::Answer& answer);
    /// Whether the visitor of an open session gave the pledge (承诺); finish() says it again.
    void pledge(const RandomId& session, bool given);
    /// Saying the same end twice changes nothing; an ended session cannot end in another way.
    void finish(const quiz::SessionEnd& session);
    /// Settles when a visit of another day than `day` waits: for a booth that stands through the night.
    void settle(std::string_view day);
    /// 人次 begun on `day` at `event`, without practice.
    std::int64_t started_on(std::string_view event, std::string_view day);

    // ---- events; at most one is open
    /// Adds an event that is not known yet, open only when it says so and no event is open. Of a known one
    /// that was made here the description is taken over (the configuration was edited), never the state.
    void plan_event(const outreach::Event& event);
    /// Opening an event closes the one that was open. A closed one may be opened again, by the store in which
    /// it was made alone: what came from elsewhere is never open here. An unknown id is refused.
    void set_event_state(std::string_view event, outreach::EventState state);
    std::optional<outreach::Event> open_event();

    // ---- the ledger (活动台账)
    /// Refuses an unknown event, what outreach::fault_of() finds and a note that
    /// outreach::personal_data_in() finds a person in (not in_one_transaction(), where it was written
    /// elsewhere). The same entry added twice is one; another one under
    /// its id is refused.
    void add_to_ledger(const outreach::LedgerEntry& entry);
    /// Marks the entry as undone; twice is once. Refuses an unknown id, and when the total would fall under
    /// zero.
    void undo_in_ledger(const RandomId& entry);
    /// The entries of an event in the order of entering, undone ones too.
    std::vector<outreach::LedgerEntry> ledger_of(std::string_view event);
    /// All entries, by id.
    std::vector<outreach::LedgerEntry> ledger() override;
    /// An unknown event is refused.
    outreach::Sheet sheet(std::string_view event);

    // ---- the register of what was published
    /// Adds a report that is given out. One that says the same (the same scope, threshold and counts, shown
    /// or withheld) is there once, as it was made first. Counts may come in any order. Refuses days that are
    /// none, a negative count or threshold, empty names, and two counts of one name.
    void publish(const outreach::Publication& publication);
    std::vector<outreach::Publication> publications() override;
    /// Takes the report at `place` of publications() off the register: nobody was given it. Refuses a place
    /// where there is none.
    void unpublish(std::size_t place);

    // ---- what the staff chose on the panel
    /// Of a store in which nothing was chosen yet: as in a value of its own.
    outreach::BoothSettings booth_settings();
    void put_booth_settings(const outreach::BoothSettings& settings);

    // ---- the way in to the booth's panel
    /// The hash of the PIN of a role ("volunteer", "organizer"); nothing when none is set.
    std::optional<std::string> pin_hash(std::string_view role);
    void set_pin_hash(std::string_view role, std::string_view hash);
    /// Wrong PINs in a row, over restarts.
    int wrong_tries();
    void set_wrong_tries(int wrong);

    // ---- care
    /// Deletes every practice session with its answers, so that no byte of them is left in the file or its
    /// log; returns how many sessions there were.
    std::int64_t delete_practice();
    /// Looks at every page with its checksum, row and index (PRAGMA integrity_check): what is wrong, or
    /// nothing. Pages that another program wrote become a Loss. `progress` is told the part that is done, 0
    /// to 1 and about; what it throws ends the work and leaves this function.
    std::optional<std::string> find_damage(const std::function<void(double done)>& progress = {});
    /// When a visit has ended since the last time: writes the log into the file and signs off durably, so
    /// that a lost log costs at most the visit that goes on. Takes some milliseconds; for when nobody waits.
    void checkpoint();
    /// Whether an event was closed, or an earlier day than `today` has visits and there is no snapshot of
    /// today yet; never while a visit waits, whose exact times a snapshot would keep.
    bool snapshot_due(std::string_view today);
    /// Copies the store to snapshots/<today>.db in the data folder, whole or not at all; the last three are
    /// kept. Seconds, for a large store.
    void take_snapshot(std::string_view today);
    /// What was found to be missing at any opening, oldest first. The file itself may be whole.
    std::vector<Loss> losses();
    /// Tells every one of losses(), and then each that is noticed until the store is closed.
    void tell_losses(std::function<void(const Loss&)> tell);
    /// The latest day of any session, leaving out days that cannot be, or empty: an earlier clock is wrong.
    std::string last_day();

    // ---- many at once (import, simulation): everything inside `work` is one transaction, rolled back when
    // it throws. Inside, add() also takes the answers of a session that was put as ended.
    void in_one_transaction(const std::function<void()>& work);
    /// A known item version is left as it is. An option id is not empty and has no "|".
    void put_item(const ItemRow& item);
    /// An event of another store, as merging decided: new, or described anew, with its source.
    /// Of an event that is there: its kiosk said that its visits cannot have been on `day`.
    void put_doubtful_day(std::string_view event, std::string_view day);
    void put_arrived_event(const outreach::Event& event, const outreach::EventSource& source);
    /// A session with its end, which does not wait. The same put twice is one; another one under its id is
    /// refused. What is measured exactly of it, and of its answers right behind it, goes into the lists of
    /// times.
    void put_session(const SessionRow& session, Measured measured = Measured::exactly);
    /// Joined with the list of the same kiosk and day, or kiosk and item, as joined() does.
    void join_times(const DayTimes& times);
    void join_times(const AnswerTimes& times);

    // ---- reading; sessions and answers come ordered by id, never by arrival
    std::vector<outreach::Event> events() override;
    std::vector<ItemRow> items() override;
    /// The random id of this store; it owns the events made here.
    std::string origin();
    /// Of every event, by id.
    std::vector<EventOrigin> event_origins();
    std::optional<SessionRow> session(const RandomId& id);
    std::vector<quiz::Answer> answers_of(const RandomId& session);
    std::vector<ParticipationRow> participation();
    /// Visits every session and, after each, its answers by position; what participation() would say is
    /// counted on the way. For who needs all three, in half the time.
    std::vector<ParticipationRow> walk(const std::function<void(const SessionRow&)>& visit_session,
                                       const std::function<void(const StoredAnswer&)>& visit_answer);
    /// Through connections of their own, without locks. The log is written into the file first, so a full
    /// disk refuses.
    void read_visits(std::span<const VisitPart> parts, const VisitFilter& filter,
                     const Progress& progress) override;
    std::map<std::int64_t, std::string> devices() override;
    std::vector<DayTimes> day_times() override;
    /// By event, device and item version.
    std::vector<AnswerTimes> answer_times();
    std::int64_t count_sessions();
    std::int64_t count_answers();
    /// Damaged files that were set aside, oldest first: for the staff.
    std::vector<FileSetAside> files_set_aside();
    /// What outreach::is_doubtful() finds today, and what was told by put_doubtful_day(); by event and day.
    std::vector<outreach::DoubtfulDay> doubtful_days() override;
    /// Recomputes every kept count from the sessions and says where they differ: empty when all agree.
    std::vector<CountDifference> check_counts();

 private:
    explicit Store(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace xy::store
