#include "figures/coverage.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/words.h"
#include "figures/published/published_visits.h"

namespace xy::figures {
namespace {

/// The kinds in the order of the report, then those of events that name another one.
std::vector<std::string> venue_ids(const std::vector<outreach::Event>& events, const ReportSources& sources) {
    std::vector<std::string> ids = sources.venues;
    std::set<std::string> others;
    for (const outreach::Event& event : events)
        if (std::find(ids.begin(), ids.end(), event.venue) == ids.end()) others.insert(event.venue);
    ids.insert(ids.end(), others.begin(), others.end());
    return ids;
}

/// In the order of PublishedVisits::by_place: townships, then the other places by code.
std::vector<std::string> place_codes(const std::vector<outreach::Event>& events,
                                     const ReportSources& sources) {
    std::vector<std::string> codes = townships_of(sources.places);
    std::set<std::string> others;
    for (const outreach::Event& event : events) {
        const std::string code = township_of(sources.places, event.place_code);
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) others.insert(code);
    }
    codes.insert(codes.end(), others.begin(), others.end());
    return codes;
}

}  // namespace

Coverage coverage_of(const std::vector<outreach::Event>& events, const ReportSources& sources,
                     Language language) {
    const std::vector<std::string> codes = place_codes(events, sources);
    const std::vector<std::string> venues = venue_ids(events, sources);
    std::map<std::pair<std::string, std::string>, std::int64_t> held;
    for (const outreach::Event& event : events)
        ++held[{township_of(sources.places, event.place_code), event.venue}];
    const Words words(language);
    Coverage coverage;
    for (const std::string& venue : venues)
        coverage.venues.push_back(words.or_missing(title_of(sources.titles.venues, venue, language)));
    std::map<std::string, LocalizedText> names;
    for (const outreach::Place& place : sources.places) names.emplace(place.code, place.name);
    for (const std::string& code : codes)
        coverage.places.push_back(words.or_missing(title_of(names, code, language)));
    coverage.townships = static_cast<std::int64_t>(townships_of(sources.places).size());
    for (std::size_t place = 0; place < codes.size(); ++place) {
        std::vector<std::int64_t> row;
        std::int64_t all = 0;
        for (const std::string& venue : venues) {
            const auto found = held.find({codes[place], venue});
            row.push_back(found == held.end() ? 0 : found->second);
            all += row.back();
        }
        if (static_cast<std::int64_t>(place) < coverage.townships && all > 0) ++coverage.covered;
        coverage.events.push_back(std::move(row));
    }
    return coverage;
}

std::int64_t Coverage::held_in(std::size_t venue) const {
    std::int64_t held = 0;
    for (const auto& row : events) held += row[venue];
    return held;
}

std::vector<std::string> Coverage::not_covered() const {
    std::vector<std::string> names;
    for (std::size_t place = 0; place < static_cast<std::size_t>(townships); ++place) {
        const bool held = std::any_of(events[place].begin(), events[place].end(),
                                      [](std::int64_t count) { return count > 0; });
        if (!held) names.push_back(places[place]);
    }
    return names;
}

}  // namespace xy::figures
