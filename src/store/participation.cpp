// 参与统计: sessions and answers lie in the same order, so one walk over both counts everything.
#include <map>
#include <tuple>
#include <unordered_map>

#include "store/connection.h"
#include "store/session_row.h"
#include "store/sql.h"

namespace xy::store {
namespace {

void count(ParticipationRow& row, bool skipped, bool right) {
    if (skipped) {
        ++row.skipped_items;
        return;
    }
    ++row.answered_items;
    if (right) ++row.right_answers;
}

/// Answers of phase "quiz", walked beside the sessions.
class QuizAnswers {
 public:
    explicit QuizAnswers(Connection& connection)
        : scan_(connection.rows(
              connection.with_pending(sql::participation_answers, sql::every_participation_answer))),
          more_(advance()) {}

    /// Counts the answers of `session` into `row`; those of sessions before it are passed over.
    void count_into(const RandomId& session, ParticipationRow* row) {
        while (more_ && current_ <= session) {
            if (row != nullptr && current_ == session)
                count(*row, scan_.integer(1) == 0, scan_.integer(2) != 0);
            more_ = advance();
        }
    }

 private:
    bool advance() {
        if (!scan_.next()) return false;
        current_ = scan_.id(0);
        return true;
    }

    Rows scan_;
    RandomId current_{};
    bool more_;
};

using Cell = std::tuple<std::string, std::string, Language>;  // event, audience, language

/// The cells of the table; one that was met before is found without making strings.
class Cells {
 public:
    /// Counts a session into its cell and returns it; nullptr for practice.
    ParticipationRow* count(std::string_view event, std::string_view audience, std::string_view language,
                            bool practice, quiz::Outcome outcome) {
        if (practice) return nullptr;
        name_.clear();
        for (const std::string_view part : {event, audience, language}) name_.append(part).append(1, '\0');
        ParticipationRow*& cell = by_name_[name_];
        if (cell == nullptr) cell = &make(event, audience, language);
        ++cell->started;
        if (outcome == quiz::Outcome::completed) ++cell->completed;
        if (outcome == quiz::Outcome::abandoned) ++cell->abandoned;
        if (outcome == quiz::Outcome::timed_out) ++cell->timed_out;
        return cell;
    }

    /// In the order of event, audience, language, with what `events` says of each event.
    std::vector<ParticipationRow> rows(const std::vector<outreach::Event>& events) && {
        std::unordered_map<std::string, outreach::Event> known;
        for (const outreach::Event& event : events) known.emplace(event.id, event);
        std::vector<ParticipationRow> rows;
        rows.reserve(cells_.size());
        for (auto& [key, row] : cells_) {
            const outreach::Event& event = known[row.event];
            row.event_name = event.name;
            row.place = event.place;
            row.venue = event.venue;
            rows.push_back(std::move(row));
        }
        return rows;
    }

 private:
    ParticipationRow& make(std::string_view event, std::string_view audience, std::string_view language) {
        Cell key{event, audience, language == code(Language::en) ? Language::en : Language::zh};
        ParticipationRow& row = cells_[key];
        std::tie(row.event, row.audience, row.language) = key;
        return row;
    }

    std::map<Cell, ParticipationRow> cells_;
    std::unordered_map<std::string, ParticipationRow*> by_name_;
    std::string name_;
};

}  // namespace

std::vector<ParticipationRow> Store::participation() {
    Cells cells;
    QuizAnswers answers(*connection_);
    const char* sessions =
        connection_->with_pending(sql::participation_sessions, sql::every_participation_session);
    for (Rows row = connection_->rows(sessions); row.next();) {
        ParticipationRow* cell = cells.count(row.text(1), row.text(2), row.text(3), row.integer(4) != 0,
                                             parse_outcome(row.text(5)));
        answers.count_into(row.id(0), cell);
    }
    return std::move(cells).rows(events());
}

std::vector<ParticipationRow> Store::walk(const std::function<void(const SessionRow&)>& visit_session,
                                          const std::function<void(const StoredAnswer&)>& visit_answer) {
    Cells cells;
    Rows answers = connection_->rows(connection_->with_pending(sql::answers, sql::every_answer_row));
    std::optional<StoredAnswer> answer;
    const auto next_answer = [&] {
        answer.reset();
        if (answers.next()) answer = stored_answer_in(answers, *connection_);
    };
    next_answer();
    SessionRow session;
    const char* every = connection_->with_pending(sql::sessions, sql::every_session_row);
    for (Rows sessions = connection_->rows(every); sessions.next();) {
        read_session(sessions, session);
        const quiz::SessionStart& start = session.start;
        ParticipationRow* cell =
            cells.count(start.event, start.audience, code(start.language), start.practice, session.outcome);
        visit_session(session);
        for (; answer && answer->session == start.id; next_answer()) {
            if (cell != nullptr && answer->phase == quiz::Phase::quiz)
                count(*cell, answer->chosen == 0, answer->correct.value_or(false));
            visit_answer(*answer);
        }
        if (answer && answer->session < start.id) break;
    }
    if (answer) throw damaged(connection_->file(), "an answer belongs to no session");
    return std::move(cells).rows(events());
}

}  // namespace xy::store
