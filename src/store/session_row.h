// Between rows of the tables and the types of quiz/. Inside store/ only.
#pragma once

#include <optional>
#include <string_view>

#include "store/connection.h"
#include "store/rows.h"

namespace xy::store {

quiz::Outcome parse_outcome(std::string_view code);

/// What is right of a scored item; nothing for one of the survey, whose key is 0.
inline std::optional<bool> mark_of(quiz::OptionSet chosen, quiz::OptionSet key) {
    return key != 0 ? std::optional(chosen == key) : std::nullopt;
}

/// Runs put_session.sql (in bands) or put_pending_session.sql. Returns the number of new rows.
int run_with(Connection& connection, const char* sql, const SessionRow& session, Measured measured);

/// Reads a row of session_by_id.sql or sessions.sql into `row`, whose strings are reused.
void read_session(const Rows& scan, SessionRow& row);
/// Reads a row of answers.sql, answers_of.sql or answer_at.sql.
StoredAnswer stored_answer_in(const Rows& scan, Connection& connection);
quiz::Answer answer_in(const Rows& scan, Connection& connection);

}  // namespace xy::store
