#include "report/published_counts.h"

#include <algorithm>

namespace xy::report {

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

PublishedCounts::PublishedCounts(const Analysis& analysis, const std::vector<outreach::Event>& events,
                                 std::span<const outreach::Place> places, const ReportOptions& options) {
    const Tally& tally = analysis.tally;
    total_ = add(tally.visits.started);
    for (const outreach::Event& event : events) {
        const auto visits = tally.by_event.find(event.id);
        events_[event.id] = {add(visits == tally.by_event.end() ? 0 : visits->second.started), 1};
    }
    for (const auto& [audience, visits] : tally.by_audience) audiences_[audience] = {add(visits.started), 0};
    for (const auto& [month, visits] : tally.by_month) months_[month] = {add(visits.started), 0};
    places_ =
        grouped(events, [&](const outreach::Event& event) { return township_of(places, event.place_code); });
    venues_ = grouped(events, [](const outreach::Event& event) { return event.venue; });
    for (const Cells* cells : {&events_, &places_, &venues_, &audiences_, &months_}) sum_up(*cells);
    tie_months(tally);
    withheld_ = options.internal ? std::vector<bool>(publication_.cells.size())
                                 : stats::withheld_cells(publication_, options.threshold);
}

std::size_t PublishedCounts::add(std::int64_t count) {
    publication_.cells.push_back(count);
    return publication_.cells.size() - 1;
}

PublishedCounts::Cells PublishedCounts::grouped(const std::vector<outreach::Event>& events, const Key& key) {
    std::map<std::string, std::vector<std::size_t>> parts;
    for (const outreach::Event& event : events) parts[key(event)].push_back(events_.at(event.id).index);
    Cells cells;
    for (const auto& [group, of_group] : parts) {
        std::int64_t visits = 0;
        for (const std::size_t part : of_group) visits += publication_.cells[part];
        const std::size_t index = add(visits);
        cells[group] = {index, static_cast<std::int64_t>(of_group.size())};
        publication_.sums.push_back({index, of_group});
    }
    return cells;
}

void PublishedCounts::sum_up(const Cells& cells) {
    stats::Sum sum{total_, {}};
    for (const auto& [name, cell] : cells) sum.parts.push_back(cell.index);
    if (!sum.parts.empty()) publication_.sums.push_back(sum);
}

void PublishedCounts::tie_months(const Tally& tally) {
    std::map<std::size_t, std::vector<std::size_t>> parts;
    publication_.unpublished.resize(publication_.cells.size());
    for (const auto& [event_and_month, started] : tally.by_event_month) {
        const auto event = events_.find(event_and_month.first);
        if (event == events_.end()) continue;
        const std::size_t cell = add(started);
        publication_.unpublished.push_back(true);
        parts[event->second.index].push_back(cell);
        parts[months_.at(event_and_month.second).index].push_back(cell);
    }
    for (const auto& [total, of_total] : parts) publication_.sums.push_back({total, of_total});
}

Count PublishedCounts::shown(std::size_t cell) const {
    return withheld_[cell] ? Count() : Count(publication_.cells[cell]);
}

std::vector<Group> PublishedCounts::groups(const Cells& cells, const Name& name) const {
    std::vector<Group> groups;
    for (const auto& [id, cell] : cells) groups.push_back({name(id), cell.events, shown(cell.index)});
    return groups;
}

std::vector<Group> PublishedCounts::groups(const Cells& cells, const std::vector<std::string>& first,
                                           const Name& name) const {
    std::vector<Group> all;
    for (const std::string& id : first) {
        const auto cell = cells.find(id);
        all.push_back(cell == cells.end() ? Group{name(id), 0, 0}
                                          : Group{name(id), cell->second.events, shown(cell->second.index)});
    }
    for (const auto& [id, cell] : cells)
        if (std::find(first.begin(), first.end(), id) == first.end())
            all.push_back({name(id), cell.events, shown(cell.index)});
    return all;
}

std::vector<Group> PublishedCounts::by_place(std::span<const outreach::Place> places,
                                             const Name& name) const {
    return groups(places_, townships_of(places), name);
}

std::vector<Group> PublishedCounts::by_venue(const std::vector<std::string>& known, const Name& name) const {
    return groups(venues_, known, name);
}

std::vector<Group> PublishedCounts::by_month() const {
    return groups(months_, [](const std::string& month) { return month; });
}

}  // namespace xy::report
