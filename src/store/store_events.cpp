// Events in the store: at most one is open.
#include <algorithm>
#include <map>
#include <set>

#include "base/clock.h"
#include "base/day.h"
#include "base/plain_text.h"
#include "store/connection.h"
#include "store/row_rules.h"
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
    check_row(event);
    connection.run(sql, event.id, event.name.zh, event.name.en, event.place.zh, event.place.en,
                   event.place_code, event.venue, event.occasion.zh, event.occasion.en,
                   std::string(code(event.state)), event.day);
}

}  // namespace

void Store::put_event(const Event& event) {
    connection_->atomically([&] { run_with(*connection_, sql::put_event, event); });
    if (event.state == EventState::closed) connection_->settle();
}

void Store::plan_event(const Event& event) {
    connection_->atomically([&] { run_with(*connection_, sql::plan_event, event); });
}

void Store::put_arrived_event(const Event& event, const outreach::EventSource& source) {
    check_row(event);
    check_row(source);
    connection_->atomically([&] {
        run_with(*connection_, sql::put_arrived_event, event);
        connection_->run(sql::put_event_source, source.owner, source.id, event.id, source.version);
    });
}

void Store::put_doubtful_day(std::string_view event, std::string_view day) {
    if (!is_day(day)) refuse("a day in doubt is written as YYYY-MM-DD");
    connection_->atomically(
        [&] { connection_->run(sql::put_doubtful_day, std::string(event), std::string(day)); });
}

std::vector<outreach::DoubtfulDay> Store::doubtful_days() {
    std::map<std::string, std::string, std::less<>> planned;
    for (Event& event : events()) planned[event.id] = event.day;
    std::set<std::pair<std::string, std::string>> told;
    for (Rows row = connection_->rows(sql::told_doubtful_days); row.next();)
        told.emplace(row.text(0), row.text(1));
    const std::string today = SystemClock().local_hour(booth_settings().clock_correction).day;
    std::map<std::string, std::string> last_possible;
    std::vector<outreach::DoubtfulDay> doubtful;
    for (Rows row = connection_->rows(sql::event_days); row.next();) {
        const outreach::EventDay visits{std::string(row.text(0)), std::string(row.text(1)), row.integer(2)};
        if (told.contains({visits.event, visits.day}) ||
            outreach::is_doubtful(visits.day, planned[visits.event], today))
            doubtful.push_back({visits, visits.day});
        else
            last_possible[visits.event] = visits.day;
    }
    for (outreach::DoubtfulDay& each : doubtful) {
        const std::string& day = planned[each.visits.event];
        if (const auto last = last_possible.find(each.visits.event); last != last_possible.end())
            each.counted_on = last->second;
        else if (!day.empty() && !outreach::is_doubtful(day, {}, today))
            each.counted_on = day;
    }
    return doubtful;
}

std::string Store::origin() {
    Rows row = connection_->rows(sql::origin);
    return row.next() ? std::string(row.text(0)) : std::string();
}

std::vector<EventOrigin> Store::event_origins() {
    std::vector<EventOrigin> origins;
    const std::string own = origin();
    for (Rows row = connection_->rows(sql::event_origins); row.next();) {
        EventOrigin& origin = origins.emplace_back();
        origin.event = row.text(0);
        origin.here = row.integer(1) != 0;
        if (origin.here) origin.sources.push_back({own, origin.event, row.integer(2)});
    }
    for (Rows row = connection_->rows(sql::event_sources); row.next();) {
        const auto known =
            std::lower_bound(origins.begin(), origins.end(), row.text(2),
                             [](const EventOrigin& each, std::string_view id) { return each.event < id; });
        if (known != origins.end() && known->event == row.text(2))
            known->sources.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(3)});
    }
    return origins;
}

void Store::set_event_state(std::string_view event, EventState state) {
    connection_->atomically([&] {
        const std::string id(event);
        const auto origins = event_origins();
        const auto known = std::find_if(origins.begin(), origins.end(),
                                        [&](const EventOrigin& origin) { return origin.event == id; });
        if (known == origins.end()) refuse("there is no event " + id);
        if (state == EventState::open && !known->here)
            refuse("the event " + id +
                   " came from another kiosk, which alone opens it; plan one of your own here");
        if (state == EventState::open) connection_->run(sql::close_others, id);
        connection_->run(sql::set_event_state, id, std::string(code(state)));
        if (state == EventState::closed) connection_->ask_for_snapshot(true);
    });
    connection_->settle();  // an event has ended, or another one begins
}

/// Older versions took every day and text as it was typed; what the reader of an export would refuse is read
/// as what was meant.
std::vector<Event> Store::events() {
    std::vector<Event> events;
    for (Rows row = connection_->rows(sql::events); row.next();) {
        const auto text = [&](int column) { return made_valid(row.text(column)); };
        events.push_back({text(0),
                          {text(1), text(2)},
                          {text(3), text(4)},
                          text(5),
                          text(6),
                          {text(7), text(8)},
                          parse_state(row.text(9)),
                          day_as_written(row.text(10), {}).value_or("")});
    }
    return events;
}

std::optional<Event> Store::open_event() {
    for (Event& event : events())
        if (event.state == EventState::open) return std::move(event);
    return std::nullopt;
}

}  // namespace xy::store
