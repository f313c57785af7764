#include "figures/published/published_visits.h"

#include <algorithm>

namespace xy::figures {
namespace {

/// Started visits of one key of a map such as Tally::by_event.
template <typename Key>
Measure started_of(std::string name, std::map<Key, tally::Visits> tally::Tally::*by, Key key, bool placed) {
    return {std::move(name),
            [by, key = std::move(key)](const tally::Tally& tally) {
                const auto found = (tally.*by).find(key);
                return found == (tally.*by).end() ? 0 : found->second.started;
            },
            placed, true};
}

}  // namespace

std::string township_of(std::span<const outreach::Place> places, const std::string& code) {
    for (const outreach::Place* around : outreach::path_to(places, code))
        if (around->level == outreach::PlaceLevel::township) return around->code;
    return code;
}

std::vector<std::string> townships_of(std::span<const outreach::Place> places) {
    std::vector<std::string> codes;
    for (const outreach::Place& place : places)
        if (place.level == outreach::PlaceLevel::township) codes.push_back(place.code);
    return codes;
}

PublishedVisits::PublishedVisits(Disclosure& disclosure, const tally::Tally& tally,
                                 const std::vector<outreach::Event>& events,
                                 std::span<const outreach::Place> places)
    : disclosure_(disclosure) {
    outcomes();
    for (const outreach::Event& event : events) {
        const auto visits = tally.by_event.find(event.id);
        if (visits != tally.by_event.end() && visits->second.started > 0)
            events_[event.id] = {disclosure_.published(started_of("event/" + event.id,
                                                                  &tally::Tally::by_event, event.id, true)),
                                 1};
    }
    for (const auto& [audience, visits] : tally.by_audience)
        audiences_[audience] = {disclosure_.published(started_of(
                                    "audience/" + audience, &tally::Tally::by_audience, audience, false)),
                                0};
    for (const auto& [month, visits] : tally.by_month)
        months_[month] = {
            disclosure_.published(started_of("month/" + month, &tally::Tally::by_month, month, true)), 0};
    places_ = grouped("place/", events,
                      [&](const outreach::Event& event) { return township_of(places, event.place_code); });
    venues_ = grouped("venue/", events, [](const outreach::Event& event) { return event.venue; });
    occasions_ = grouped("occasion/", events, [](const outreach::Event& event) { return event.occasion.zh; });
    for (const Cells* cells : {&events_, &places_, &venues_, &occasions_, &audiences_, &months_})
        sum_up(*cells);
    tie_months(tally);
}

void PublishedVisits::outcomes() {
    completed_ = disclosure_.headline_share(
        {"visits", [](const tally::Tally& tally) {
             return stats::Proportion{tally.visits.completed, tally.visits.started};
         }});
    abandoned_ = disclosure_.published(
        {"abandoned", [](const tally::Tally& tally) { return tally.visits.abandoned; }});
    timed_out_ = disclosure_.published(
        {"timed_out", [](const tally::Tally& tally) { return tally.visits.timed_out; }});
    const Disclosure::Cell open =
        disclosure_.slack({"open", [](const tally::Tally& tally) {
                               const tally::Visits& visits = tally.visits;
                               return visits.started - visits.completed - visits.abandoned - visits.timed_out;
                           }});
    disclosure_.sum(completed_.misses, {abandoned_, timed_out_, open});
    // What is too fast is measured by the visits of the report: it adds up to nothing that others have.
    rapid_ = disclosure_.published({"", [](const tally::Tally& tally) { return tally.rapid; }});
    disclosure_.limit(rapid_, completed_.hits);
    doubtful_clock_ = disclosure_.published(
        {"doubtful_clock", [](const tally::Tally& tally) { return tally.doubtful_clock; }});
    disclosure_.limit(doubtful_clock_, completed_.n);
    at_threshold_ = disclosure_.share(
        {"at_threshold", [](const tally::Tally& tally) {
             return stats::Proportion{tally.scores.at_least(tally::pass_percent, 100), tally.scores.n()};
         }});
    disclosure_.limit(at_threshold_.n, completed_.hits);
    pledges_ = disclosure_.share({"pledges", [](const tally::Tally& tally) {
                                      return stats::Proportion{tally.pledges_given, tally.pledges_asked};
                                  }});
    disclosure_.limit(pledges_.n, completed_.n);
}

PublishedVisits::Cells PublishedVisits::grouped(const std::string& kind,
                                                const std::vector<outreach::Event>& events, const Key& key) {
    std::map<std::string, std::vector<Disclosure::Cell>> parts;
    Cells cells;
    for (const outreach::Event& event : events) {
        const std::string group = key(event);
        ++cells[group].events;
        if (const auto visited = events_.find(event.id); visited != events_.end())
            parts[group].push_back(*visited->second.index);
    }
    for (auto& [group, of_group] : parts)
        cells[group].index = disclosure_.published_sum(kind + group, std::move(of_group));
    return cells;
}

void PublishedVisits::sum_up(const Cells& cells) {
    std::vector<Disclosure::Cell> parts;
    for (const auto& [name, cell] : cells)
        if (cell.index) parts.push_back(*cell.index);
    disclosure_.sum(completed_.n, std::move(parts));
}

void PublishedVisits::tie_months(const tally::Tally& tally) {
    std::map<Disclosure::Cell, std::vector<Disclosure::Cell>> parts;
    for (const auto& [event_and_month, started] : tally.by_event_month) {
        const auto event = events_.find(event_and_month.first);
        if (event == events_.end()) continue;
        const Disclosure::Cell cell = disclosure_.slack(visits_of(event_and_month));
        parts[*event->second.index].push_back(cell);
        parts[*months_.at(event_and_month.second).index].push_back(cell);
    }
    for (auto& [total, of_total] : parts) disclosure_.sum(total, std::move(of_total));
}

Count PublishedVisits::shown(const Cell& cell) const {
    return cell.index ? disclosure_.shown(*cell.index) : Count(0);
}

Count PublishedVisits::of_event(const std::string& id) const {
    const auto found = events_.find(id);
    return found == events_.end() ? Count(0) : shown(found->second);
}

bool PublishedVisits::every_event() const {
    return std::all_of(events_.begin(), events_.end(),
                       [&](const auto& event) { return disclosure_.is_shown(*event.second.index); });
}

std::vector<Group> PublishedVisits::groups(const Cells& cells, const Name& name) const {
    return groups(cells, {}, name);
}

std::vector<Group> PublishedVisits::groups(const Cells& cells, const std::vector<std::string>& first,
                                           const Name& name) const {
    std::vector<Group> all;
    for (const std::string& id : first) {
        const auto cell = cells.find(id);
        all.push_back(cell == cells.end() ? Group{name(id), 0, 0}
                                          : Group{name(id), cell->second.events, shown(cell->second)});
    }
    for (const auto& [id, cell] : cells)
        if (std::find(first.begin(), first.end(), id) == first.end())
            all.push_back({name(id), cell.events, shown(cell)});
    return all;
}

std::vector<Group> PublishedVisits::by_place(std::span<const outreach::Place> places,
                                             const Name& name) const {
    return groups(places_, townships_of(places), name);
}

std::vector<Group> PublishedVisits::by_venue(const std::vector<std::string>& known, const Name& name) const {
    return groups(venues_, known, name);
}

std::vector<Group> PublishedVisits::by_month() const {
    return groups(months_, [](const std::string& month) { return month; });
}

}  // namespace xy::figures
