// The open file behind a Store: its statements, its cached keys and its transactions. Inside store/ only.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "store/item_index.h"
#include "store/sqlite_error.h"
#include "store/statement_rows.h"
#include "store/store.h"

namespace xy::store {

class Connection {
 public:
    /// Opens the file as Store::open() promises; see opening.cpp.
    static std::unique_ptr<Connection> open(const std::filesystem::path& folder, Check check);

    Connection(std::filesystem::path file, SQLite::Database db);

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
            run(statement("BEGIN IMMEDIATE"));
            in_transaction_ = true;
            try {
                work();
                run(statement("COMMIT"));
            } catch (...) {
                roll_back();
                throw;
            }
            in_transaction_ = false;
        });
    }

    /// A prepared statement, made once and reset. `sql` must be a constant: its address is its name.
    SQLite::Statement& statement(const char* sql);
    /// Steps a statement that returns no rows, and resets it whatever happens. Returns the number of changed
    /// rows.
    int run(SQLite::Statement& statement);
    Rows rows(const char* sql) { return {db_.getHandle(), sql, file_}; }

    /// The item versions of the file; read when first asked for.
    ItemIndex& items();
    /// Writes the whole log into the file, so that it can be read without the log.
    void close_log();
    std::int64_t setup_key(const quiz::SessionStart& start);

    /// Whether a BulkWriting is alive.
    bool in_bulk() const { return in_bulk_; }

 private:
    friend class BulkWriting;
    void roll_back() noexcept;

    std::filesystem::path file_;
    SQLite::Database db_;
    std::unordered_map<const char*, SQLite::Statement> statements_;
    bool in_transaction_ = false;
    bool in_bulk_ = false;
    std::optional<ItemIndex> items_;
    std::unordered_map<std::string, std::int64_t> setups_;
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

}  // namespace xy::store
