#include "store/store.h"

#include <utility>

#include "quiz/time_bands.h"
#include "store/connection.h"
#include "store/row_rules.h"
#include "store/session_row.h"
#include "store/sql.h"

namespace xy::store {
namespace {

const ItemIndex::Entry& registered(Connection& connection, const quiz::Answer& answer) {
    const auto* item = connection.items().find(answer.bank, answer.item, answer.item_version);
    if (item == nullptr)
        refuse("the item " + answer.bank + "/" + answer.item + " of version " + answer.item_version +
               " is not registered");
    return *item;
}

/// The answer must be one that the item allows, with the mark that its key gives.
void check(const quiz::Answer& answer, const ItemRow& item) {
    if ((answer.chosen >> item.options.size()) != 0)
        refuse("the answer to " + item.bank + "/" + item.item + " chooses an option that it does not have");
    if (answer.correct != mark_of(answer.chosen, item.key))
        refuse("the mark of the answer to " + item.bank + "/" + item.item + " does not follow from its key");
    if (answer.time.count() < 0)
        refuse("the answer to " + item.bank + "/" + item.item + " took less than no time");
}

/// Whether it was new.
bool insert_answer(Connection& connection, const RandomId& session, const quiz::Answer& answer,
                   std::int64_t item_key) {
    const auto put = [&](const char* sql, const auto&... more) {
        return connection.run(sql, session, answer.position, static_cast<int>(answer.phase), item_key,
                              answer.chosen, answer.correct, quiz::time_band(answer.time), more...) == 1;
    };
    return connection.in_bulk() ? put(sql::put_answer) : put(sql::put_pending_answer, answer.time.count());
}

std::optional<SessionRow> session_by_id(Connection& connection, const RandomId& id) {
    Rows scan = connection.rows(sql::session_by_id);
    scan.bind(1, id);
    if (!scan.next()) return std::nullopt;
    SessionRow row;
    read_session(scan, row);
    return row;
}

/// Into the table of `put`; whether it was new. Its id may be there already with the same row, waiting or
/// moved.
bool insert_session(Connection& connection, const char* put, const SessionRow& session) {
    const RandomId& id = session.start.id;
    // The other table does not see an id that this one has.
    const bool elsewhere = connection.any_pending() || put == sql::put_pending_session;
    std::optional<SessionRow> known = elsewhere ? session_by_id(connection, id) : std::nullopt;
    if (!known) {
        if (run_with(connection, put, session,
                     put == sql::put_pending_session ? Measured::exactly : Measured::in_bands) == 1)
            return true;
        known = session_by_id(connection, id);
    }
    if (known != in_bands(session)) refuse("another session has the id " + to_hex(id));
    return false;
}

std::optional<quiz::Outcome> outcome_of(Connection& connection, const RandomId& session) {
    Rows row = connection.rows(sql::outcome_of);
    row.bind(1, session);
    if (!row.next()) return std::nullopt;
    return parse_outcome(row.text(0));
}

/// Whether a session keeps `wanted` already; what else it keeps at that place is refused.
bool keeps(Connection& connection, const RandomId& session, const quiz::Answer& wanted) {
    Rows row = connection.rows(sql::answer_at);
    row.bind(1, session);
    row.bind(2, std::int64_t{wanted.position});
    if (!row.next()) return false;
    quiz::Answer there = answer_in(row, connection);
    const bool waits = !row.null(7);
    if (waits) there.time = Milliseconds(row.integer(7));
    if (there == (waits ? wanted : in_bands(wanted))) return true;
    refuse("session " + to_hex(session) + " has another answer at position " +
           std::to_string(wanted.position));
}

}  // namespace

Store Store::open(const std::filesystem::path& folder, Check check, Damage damage) {
    return Store(Connection::open(folder, check, damage));
}

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

const Opening& Store::opening() const {
    return connection_->opening;
}

void Store::put_items(std::span<const quiz::Bank> banks) {
    connection_->atomically([&] {
        for (const quiz::Bank& bank : banks)
            for (const quiz::Item& item : bank.items) put_item(row_of(bank, item));
    });
}

void Store::put_item(const ItemRow& item) {
    check_row(item);
    connection_->atomically([&] {
        ItemIndex& known = connection_->items();
        if (known.find(item.bank, item.item, item.version) != nullptr) return;
        const std::int64_t key = connection_->number(
            sql::put_item, item.bank, item.item, item.version, item.kind, item.topic, item.topic_title.zh,
            item.topic_title.en, item.stem.zh, item.stem.en, join_options(item.options), item.key);
        known.add(key, item);
    });
}

void Store::begin(const quiz::SessionStart& session) {
    check_row(session);
    connection_->settle_before(session);
    connection_->atomically([&] {
        insert_session(*connection_, sql::put_pending_session, {session, quiz::Outcome::open, {}, {}});
    });
}

void Store::put_session(const SessionRow& session, Measured measured) {
    check_row(session.start);
    if (session.start.hour.hour < 0 || session.start.hour.hour > 23 || session.duration.count() < 0)
        refuse("a session begins in an hour from 0 to 23 and lasts no less than nothing");
    connection_->atomically([&] {
        connection_->note_arrival(session.start);
        const bool is_new = insert_session(*connection_, sql::put_session, session);
        if (is_new && measured == Measured::exactly) connection_->note_times(session);
    });
}

void Store::add(const RandomId& session, const quiz::Answer& answer) {
    connection_->atomically([&] {
        const ItemIndex::Entry& item = registered(*connection_, answer);
        check(answer, item.row);
        if (!connection_->in_bulk()) {
            const auto outcome = outcome_of(*connection_, session);
            if (!outcome) refuse("there is no session " + to_hex(session));
            if (*outcome != quiz::Outcome::open) {
                if (keeps(*connection_, session, answer)) return;
                refuse("session " + to_hex(session) + " has ended");
            }
        }
        if (!insert_answer(*connection_, session, answer, item.key))
            keeps(*connection_, session, answer);
        else if (connection_->in_bulk())
            connection_->note_time(session, answer, item.key);
    });
}

void Store::pledge(const RandomId& session, bool given) {
    connection_->atomically([&] {
        if (connection_->run(sql::put_pledge, session, given) == 1) return;
        const std::optional<SessionRow> stored = this->session(session);
        if (!stored) refuse("there is no session " + to_hex(session));
        if (stored->pledge != given) refuse("session " + to_hex(session) + " has ended");
    });
}

void Store::finish(const quiz::SessionEnd& end) {
    if (end.outcome == quiz::Outcome::open) refuse("a session cannot end as open");
    connection_->atomically([&] {
        connection_->visit_ended();
        if (connection_->run(sql::finish_session, end.id, std::string(code(end.outcome)),
                             std::string(code(end.language)), end.duration.count(), end.pledge) == 1)
            return;
        const std::optional<SessionRow> stored = session(end.id);
        if (!stored) refuse("there is no session " + to_hex(end.id));
        const bool equal = stored->outcome == end.outcome && stored->start.language == end.language &&
                           quiz::duration_band(stored->duration) == quiz::duration_band(end.duration) &&
                           stored->pledge == end.pledge;
        if (!equal) refuse("session " + to_hex(end.id) + " has already ended in another way");
    });
}

std::optional<SessionRow> Store::session(const RandomId& id) {
    return session_by_id(*connection_, id);
}

void Store::settle(std::string_view day) {
    if (connection_->number(sql::any_pending_before, std::string(day)) != 0) connection_->settle();
}

std::int64_t Store::started_on(std::string_view event, std::string_view day) {
    return connection_->number(sql::started_on, std::string(event), std::string(day));
}

void Store::in_one_transaction(const std::function<void()>& work) {
    const BulkWriting bulk(*connection_);
    connection_->atomically(work);
}

}  // namespace xy::store
