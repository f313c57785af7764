#include "store/session_row.h"

#include <array>

#include "quiz/time_bands.h"

namespace xy::store {

using quiz::Outcome;

SessionRow in_bands(SessionRow session) {
    session.start.hour.hour = quiz::first_hour(quiz::half_day_of(session.start.hour.hour));
    session.duration = quiz::beginning_of_duration(quiz::duration_band(session.duration));
    return session;
}

quiz::Answer in_bands(quiz::Answer answer) {
    answer.time = quiz::middle_of_time(quiz::time_band(answer.time));
    return answer;
}

Outcome parse_outcome(std::string_view code) {
    for (const Outcome outcome : {Outcome::completed, Outcome::abandoned, Outcome::timed_out})
        if (quiz::code(outcome) == code) return outcome;
    return Outcome::open;
}

int run_with(Connection& connection, const char* sql, const SessionRow& session, Measured measured) {
    const quiz::SessionStart& start = session.start;
    const bool exact = measured == Measured::exactly;
    const int hour = exact ? start.hour.hour : static_cast<int>(quiz::half_day_of(start.hour.hour));
    const std::int64_t duration =
        exact ? session.duration.count() : std::int64_t{quiz::duration_band(session.duration)};
    return connection.run(sql, start.id, start.event, connection.setup_key(start), start.audience,
                          std::string(code(start.language)), start.practice, start.hour.day, hour,
                          std::string(code(session.outcome)), duration, session.pledge);
}

void read_session(const Rows& scan, SessionRow& row) {
    quiz::SessionStart& start = row.start;
    start.id = scan.id(0);
    start.event = scan.text(1);
    start.device = scan.text(2);
    start.programme = scan.text(3);
    start.programme_version = scan.text(4);
    start.audience = scan.text(5);
    start.language = scan.text(6) == code(Language::en) ? Language::en : Language::zh;
    start.practice = scan.integer(7) != 0;
    start.hour.day = scan.text(8);
    start.hour.hour = quiz::first_hour(static_cast<quiz::HalfDay>(scan.integer(9)));
    row.outcome = parse_outcome(scan.text(10));
    row.duration = quiz::beginning_of_duration(static_cast<int>(scan.integer(11)));
    row.pledge = scan.flag(12);
}

StoredAnswer stored_answer_in(const Rows& scan, Connection& connection) {
    StoredAnswer answer;
    answer.session = scan.id(0);
    answer.position = static_cast<int>(scan.integer(1));
    const std::int64_t phase = scan.integer(2);
    const ItemIndex::Entry* item = connection.items().find(scan.integer(3));
    if (item == nullptr || phase < 0 || phase > 3)
        throw damaged(connection.file(), "an answer belongs to no known item");
    answer.phase = static_cast<quiz::Phase>(phase);
    answer.item = &item->row;
    answer.chosen = static_cast<quiz::OptionSet>(scan.integer(4));
    answer.correct = scan.flag(5);
    answer.time = quiz::middle_of_time(static_cast<int>(scan.integer(6)));
    return answer;
}

quiz::Answer answer_in(const Rows& scan, Connection& connection) {
    const StoredAnswer stored = stored_answer_in(scan, connection);
    return {stored.position,      stored.phase,  stored.item->bank, stored.item->item,
            stored.item->version, stored.chosen, stored.correct,    stored.time};
}

}  // namespace xy::store
