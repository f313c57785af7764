// PIN hashes, wrong tries, and the care of the file.
#include <algorithm>
#include <exception>
#include <map>
#include <set>

#include "store/connection.h"
#include "store/sql.h"

namespace xy::store {
namespace {

/// Of SQLite's machine, in an integrity check of a file of ours; measured.
constexpr double steps_per_answer = 39;

/// Tells how far one long statement is. An exception must not pass through SQLite: it ends the statement, and
/// waits.
class Watched {
 public:
    Watched(sqlite3* db, const std::function<void(double)>& progress, double steps)
        : db_(db), progress_(progress), steps_(std::max(steps, 1.0)) {
        if (progress_) sqlite3_progress_handler(db_, steps_between, &Watched::publish_progress, this);
    }
    ~Watched() { sqlite3_progress_handler(db_, 0, nullptr, nullptr); }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

    void rethrow() const {
        if (thrown_) std::rethrow_exception(thrown_);
    }

 private:
    static constexpr int steps_between = 100'000;

    static int publish_progress(void* watched) {
        auto& self = *static_cast<Watched*>(watched);
        self.done_ += steps_between;
        try {
            self.progress_(std::min(self.done_ / self.steps_, 0.99));
            return 0;
        } catch (...) {
            self.thrown_ = std::current_exception();
            return 1;
        }
    }

    sqlite3* db_;
    const std::function<void(double)>& progress_;
    double steps_;
    double done_ = 0;
    std::exception_ptr thrown_;
};

}  // namespace

std::optional<std::string> Store::pin_hash(std::string_view role) {
    Rows row = connection_->rows(sql::pin_hash);
    row.bind(1, role);
    if (!row.next()) return std::nullopt;
    return std::string(row.text(0));
}

void Store::set_pin_hash(std::string_view role, std::string_view hash) {
    connection_->atomically(
        [&] { connection_->run(sql::put_pin_hash, std::string(role), std::string(hash)); });
}

int Store::wrong_tries() {
    return static_cast<int>(connection_->number(sql::wrong_tries));
}

void Store::set_wrong_tries(int wrong) {
    connection_->atomically([&] { connection_->run(sql::put_wrong_tries, wrong); });
}

std::int64_t Store::delete_practice() {
    std::int64_t sessions = 0;
    connection_->atomically([&] {
        connection_->run(sql::delete_practice_answers);
        connection_->run(sql::delete_pending_practice_answers);
        sessions = connection_->run(sql::delete_practice_sessions) +
                   connection_->run(sql::delete_pending_practice_sessions);
        connection_->run(sql::delete_practice_counts);
        if (sessions > 0) connection_->mark_for_rewrite();
    });
    connection_->settle();
    return sessions;
}

std::optional<std::string> Store::find_damage(const std::function<void(double)>& progress) {
    const double steps = steps_per_answer * static_cast<double>(progress ? count_answers() : 0);
    const Watched watched(connection_->db().getHandle(), progress, steps);
    try {
        const std::string verdict = connection_->guarded(
            [&] { return connection_->db().execAndGet("PRAGMA integrity_check(1)").getString(); });
        // A check that was interrupted may call that a problem of the file.
        watched.rethrow();
        if (verdict == "ok") {
            connection_->note_foreign_pages();
            return std::nullopt;
        }
        if (is_about_reading(verdict)) cannot_read(connection_->file(), verdict);
        return verdict;
    } catch (const StoreError&) {
        watched.rethrow();
        throw;
    }
}

std::string Store::last_day() {
    std::map<std::string, std::string, std::less<>> planned;
    for (outreach::Event& event : events()) planned[event.id] = event.day;
    std::set<std::string, std::less<>> days;
    for (Rows row = connection_->rows(sql::event_days); row.next();) {
        const std::string day(row.text(1));
        // Not against today: whether that is right is what the staff want to know.
        if (!outreach::is_doubtful(day, planned[std::string(row.text(0))], {})) days.insert(day);
    }
    return outreach::last_credible_day(days);
}

}  // namespace xy::store
