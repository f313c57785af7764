// The open file behind a Store: its statements, its cached keys and its transactions. Inside store/ only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "integrity/signed_count.h"
#include "store/item_index.h"
#include "store/sqlite_error.h"
#include "store/statement_rows.h"
#include "store/store.h"
#include "store/time_notes.h"

namespace xy::store {

/// Resets a statement at the end of a block, so that no read stays open.
class StatementReset {
 public:
    explicit StatementReset(SQLite::Statement& statement) : statement_(statement) {}
    ~StatementReset() { statement_.tryReset(); }
    StatementReset(const StatementReset&) = delete;
    StatementReset& operator=(const StatementReset&) = delete;

 private:
    SQLite::Statement& statement_;
};

/// Binds the parameters of a statement in their order; ids and texts must outlive the step. An empty flag is
/// NULL.
template <typename... Values>
void bind(SQLite::Statement& statement, const Values&... values) {
    int parameter = 0;
    [[maybe_unused]] const auto bind_one = [&]<typename Value>(const Value& value) {
        ++parameter;
        if constexpr (std::is_same_v<Value, RandomId>)
            statement.bindNoCopy(parameter, value.bytes.data(), static_cast<int>(value.bytes.size()));
        else if constexpr (std::is_same_v<Value, std::optional<bool>>)
            value ? statement.bind(parameter, *value ? 1 : 0) : statement.bind(parameter);
        else if constexpr (std::is_same_v<Value, std::string>)
            statement.bindNoCopy(parameter, value);
        else
            statement.bind(parameter, value);
    };
    (bind_one(values), ...);
}

class Connection {
 public:
    /// Opens the file as Store::open() promises; see opening.cpp.
    static std::unique_ptr<Connection> open(const std::filesystem::path& folder, Check check, Damage damage);

    Connection(std::filesystem::path file, SQLite::Database db);
    /// Settles, says in the file that it was closed, and signs off.
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const std::filesystem::path& file() const { return file_; }
    SQLite::Database& db() { return db_; }
    Opening opening;

    /// Runs `work`; SQLite's exceptions leave it as StoreError.
    template <typename Work>
    auto guarded(Work&& work) {
        try {
            return work();
        } catch (const SQLite::Exception& error) {
            throw explain(error, db_.getHandle(), file_);
        }
    }

    /// One commit around `work`, or a part of the transaction that is already running. Rolled back when it
    /// throws.
    template <typename Work>
    void atomically(Work&& work) {
        if (in_transaction_) return work();
        guarded([&] {
            run("BEGIN IMMEDIATE");
            in_transaction_ = true;
            try {
                const std::int64_t before = changed_rows();
                work();
                write_notes();
                const bool changed = changed_rows() != before;
                if (changed) count_write();
                run("COMMIT");
                if (changed) sign_off();
            } catch (...) {
                roll_back();
                throw;
            }
            in_transaction_ = false;
            forget_arrivals();
        });
    }

    /// A prepared statement, made once and reset. `sql` must be a constant: its address is its name.
    SQLite::Statement& statement(const char* sql);
    /// Steps a statement that returns no rows, and resets it whatever happens. Returns the number of changed
    /// rows.
    int run(SQLite::Statement& statement);
    /// The same of a statement with these parameters.
    template <typename... Values>
    int run(const char* sql, const Values&... values) {
        SQLite::Statement& made = statement(sql);
        bind(made, values...);
        return run(made);
    }
    /// The first number of the first row; 0 where there is none.
    template <typename... Values>
    std::int64_t number(const char* sql, const Values&... values) {
        return guarded([&] {
            SQLite::Statement& query = statement(sql);
            const StatementReset reset(query);
            errno = 0;  // so that what is there after a failure belongs to it
            bind(query, values...);
            return query.executeStep() ? query.getColumn(0).getInt64() : std::int64_t{0};
        });
    }
    Rows rows(const char* sql) { return {db_.getHandle(), sql, file_}; }

    /// The item versions of the file; read when first asked for.
    ItemIndex& items();
    /// Writes the whole log into the file, so that it can be read without the log.
    void close_log();
    std::int64_t setup_key(const quiz::SessionStart& start);

    /// Compares what was signed off with what is there, keeps the difference as a Loss and signs off anew.
    /// Once, after the file was opened.
    void compare_with_signed_count();
    /// Keeps a Loss when another program has written pages that were read meanwhile, here or, so many, by
    /// other connections.
    void note_foreign_pages(std::size_t of_others = 0);
    void tell_losses(std::function<void(const Loss&)> tell) { tell_loss_ = std::move(tell); }
    /// A visit has ended: checkpoint() is due.
    void visit_ended() { checkpoint_due_ = true; }
    /// Writes the log into the file and signs off durably, when a visit has ended since the last time.
    void checkpoint();
    /// An event was closed: a copy of its day is wanted.
    void ask_for_snapshot(bool asked) { snapshot_asked_ = asked; }
    bool snapshot_asked() const { return snapshot_asked_; }

    /// Whether a BulkWriting is alive.
    bool in_bulk() const { return in_bulk_; }

    // ---- visits that wait, and what the file still tells of them; see pending.cpp
    /// Whether a visit waits in the pending tables, open or ended.
    bool any_pending();
    /// `every` where visits wait, else `moved`, which is quicker: the same rows of the same columns.
    const char* with_pending(const char* moved, const char* every) { return any_pending() ? every : moved; }
    /// Moves the ended visits in the order of their ids, writes the file anew, so that it tells neither when
    /// they came nor what is gone, and empties the log. Does nothing inside a transaction, where no visit has
    /// ended and mark_for_rewrite() was not called, and where there is no room for it: then the next time.
    void settle() noexcept;
    /// Settles what has ended before another event, day or half-day than that of `next` begins.
    void settle_before(const quiz::SessionStart& next);
    /// In the running transaction: what it writes or deletes shows in the file until that is written anew.
    void mark_for_rewrite();
    /// In the running transaction, before a session is put among those that are there: one batch of rows must
    /// not show that it came after another of the same event and day.
    void note_arrival(const quiz::SessionStart& session);

    // ---- exact times, apart from the visits; see session_times.cpp
    /// In the running transaction: what was measured of a new session that does not wait, and of an answer of
    /// the last such one.
    void note_times(const SessionRow& session);
    void note_time(const RandomId& session, const quiz::Answer& answer, std::int64_t item);

 private:
    friend class BulkWriting;
    void roll_back() noexcept;
    std::int64_t changed_rows();
    void count_write();
    void sign_off() noexcept;
    void note_loss(const Loss& loss);
    integrity::SignedCount present_count();
    void forget_arrivals() noexcept {
        last_session_.reset();
        groups_.clear();
        notes_.clear();
        noted_.reset();
    }
    void write_notes();
    void move_pending();
    void rewrite();
    bool is_known_group(const quiz::SessionStart& session);

    std::filesystem::path file_;
    SQLite::Database db_;
    std::unordered_map<const char*, SQLite::Statement> statements_;
    bool in_transaction_ = false;
    bool in_bulk_ = false;
    bool checkpoint_due_ = false;
    bool snapshot_asked_ = false;
    bool written_ = false;  ///< by this process, so that the file says that it is not closed
    integrity::SignedCountFile signed_count_;
    std::function<void(const Loss&)> tell_loss_;
    std::optional<ItemIndex> items_;
    std::unordered_map<std::string, std::int64_t> setups_;
    /// The session whose answers are noted, and where.
    struct Noted {
        RandomId id;
        std::string event;
        std::string device;
        TimeNotes::ByItem* answers = nullptr;
    };
    TimeNotes notes_;
    std::optional<Noted> noted_;
    std::optional<RandomId> last_session_;          ///< the highest id of a moved session, in a transaction
    std::unordered_map<std::string, bool> groups_;  ///< whether an event and day were there before it
};

/// While it lives, what is written has ended elsewhere (import, simulation): rules for what happens at the
/// booth do not apply.
class BulkWriting {
 public:
    explicit BulkWriting(Connection& connection) : connection_(connection) { connection_.in_bulk_ = true; }
    ~BulkWriting() { connection_.in_bulk_ = false; }
    BulkWriting(const BulkWriting&) = delete;
    BulkWriting& operator=(const BulkWriting&) = delete;

 private:
    Connection& connection_;
};

}  // namespace xy::store
