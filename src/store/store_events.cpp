// Events in the store: at most one is open.
#include "store/connection.h"
#include "store/sql.h"

namespace xy::store {
namespace {

using outreach::Event;
using outreach::EventState;

EventState parse_state(std::string_view text) {
    for (const EventState state : {EventState::open, EventState::closed})
        if (code(state) == text) return state;
    return EventState::planned;
}

void run_with(Connection& connection, const char* sql, const Event& event) {
    SQLite::Statement& put = connection.statement(sql);
    int column = 0;
    for (const std::string& text :
         {event.id, event.name.zh, event.name.en, event.place.zh, event.place.en, event.place_code,
          event.venue, event.occasion.zh, event.occasion.en, std::string(code(event.state)), event.day})
        put.bind(++column, text);
    connection.run(put);
}

}  // namespace

void Store::put_event(const Event& event) {
    connection_->atomically([&] { run_with(*connection_, sql::put_event, event); });
    if (event.state == EventState::closed) connection_->settle();
}

void Store::plan_event(const Event& event) {
    connection_->atomically([&] { run_with(*connection_, sql::plan_event, event); });
}

void Store::set_event_state(std::string_view event, EventState state) {
    connection_->atomically([&] {
        const std::string id(event);
        if (state == EventState::open) {
            SQLite::Statement& close = connection_->statement(sql::close_others);
            close.bind(1, id);
            connection_->run(close);
        }
        SQLite::Statement& set = connection_->statement(sql::set_event_state);
        set.bind(1, id);
        set.bind(2, std::string(code(state)));
        if (connection_->run(set) == 0) refuse("there is no event " + id);
        if (state == EventState::closed) connection_->ask_for_snapshot(true);
    });
    connection_->settle();  // an event has ended, or another one begins
}

std::vector<Event> Store::events() {
    std::vector<Event> events;
    for (Rows row = connection_->rows(sql::events); row.next();) {
        const auto text = [&](int column) { return std::string(row.text(column)); };
        events.push_back({text(0),
                          {text(1), text(2)},
                          {text(3), text(4)},
                          text(5),
                          text(6),
                          {text(7), text(8)},
                          parse_state(row.text(9)),
                          text(10)});
    }
    return events;
}

std::optional<Event> Store::open_event() {
    for (Event& event : events())
        if (event.state == EventState::open) return std::move(event);
    return std::nullopt;
}

}  // namespace xy::store
