#include "figures/completion.h"

#include "figures/published/published_visits.h"

namespace xy::figures {
namespace {

using EventVisits = std::map<std::string, tally::Visits>;

const outreach::Event& event_of(const tally::Analysis& analysis, const std::string& id) {
    static const outreach::Event unknown;
    for (const outreach::Event& event : analysis.events)
        if (event.id == id) return event;
    return unknown;
}

std::string group_of(CompletionBy by, const tally::Analysis& analysis, const std::string& event,
                     std::span<const outreach::Place> places) {
    if (by == CompletionBy::event) return event;
    const outreach::Event& of_group = event_of(analysis, event);
    return by == CompletionBy::venue ? of_group.venue : township_of(places, of_group.place_code);
}

std::map<std::string, EventVisits> grouped(CompletionBy by, const tally::Analysis& analysis,
                                           std::span<const outreach::Place> places) {
    const tally::Tally& tally = analysis.tally;
    std::map<std::string, EventVisits> groups;
    if (by == CompletionBy::audience || by == CompletionBy::device) {
        const auto& pairs = by == CompletionBy::audience ? tally.by_audience_event : tally.by_device_event;
        for (const auto& [names, visits] : pairs) groups[names.first][names.second] += visits;
    } else {
        for (const auto& [event, visits] : tally.by_event)
            groups[group_of(by, analysis, event, places)][event] += visits;
    }
    return groups;
}

}  // namespace

std::string_view code(CompletionBy by) {
    switch (by) {
        case CompletionBy::event:
            return "event";
        case CompletionBy::venue:
            return "venue";
        case CompletionBy::township:
            return "township";
        case CompletionBy::audience:
            return "audience";
        case CompletionBy::device:
            break;
    }
    return "device";
}

std::vector<Completion> completion_by(CompletionBy by, const tally::Analysis& analysis,
                                      std::span<const outreach::Place> places) {
    std::vector<Completion> all;
    for (const auto& [id, events] : grouped(by, analysis, places)) {
        Completion group{id, {}, {}};
        stats::ClusterSums sums;
        for (const auto& [event, visits] : events) {
            group.visits += visits;
            sums.add(visits.completed, visits.started);
        }
        group.completed =
            stats::clustered(stats::Proportion{group.visits.completed, group.visits.started}, sums, {});
        all.push_back(std::move(group));
    }
    return all;
}

}  // namespace xy::figures
