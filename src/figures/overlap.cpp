#include "figures/overlap.h"

#include <algorithm>
#include <map>
#include <set>

namespace xy::figures {
namespace {

/// Before and after every day there is.
constexpr std::string_view first_day;
constexpr std::string_view last_day = "9999-12-31";

/// Days that belong together for all `scopes`, in order.
std::vector<outreach::Period> intervals_of(std::span<const tally::Selection> scopes) {
    std::set<std::string> begins{std::string(first_day)};
    for (const tally::Selection& scope : scopes) {
        if (!scope.period) continue;
        begins.insert(scope.period->from);
        begins.insert(outreach::day_after(scope.period->to));
    }
    std::vector<outreach::Period> intervals;
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
        const auto next = std::next(begin);
        intervals.push_back(
            {*begin, next == begins.end() ? std::string(last_day) : outreach::day_after(*next, -1), {}});
    }
    return intervals;
}

bool covers(const tally::Selection& scope, const outreach::Period& interval) {
    return !scope.period || (scope.period->from <= interval.from && interval.to <= scope.period->to);
}

bool share_days(const tally::Selection& a, const tally::Selection& b) {
    if (!a.period || !b.period) return true;
    return a.period->from <= b.period->to && b.period->from <= a.period->to;
}

bool share_events(const tally::Selection& a, const tally::Selection& b) {
    if (!a.events || !b.events) return true;
    return std::any_of(a.events->begin(), a.events->end(), [&](const auto& id) { return b.has(id); });
}

/// Events that are in the same scopes.
using EventClasses = std::map<std::vector<bool>, std::set<std::string, std::less<>>>;

EventClasses classes_of(std::span<const tally::Selection> scopes, std::span<const outreach::Event> events) {
    EventClasses classes;
    for (const outreach::Event& event : events) {
        std::vector<bool> in;
        for (const tally::Selection& scope : scopes) in.push_back(scope.has(event.id));
        classes[in].insert(event.id);
    }
    return classes;
}

}  // namespace

std::vector<Region> regions_of(std::span<const tally::Selection> scopes,
                               std::span<const outreach::Event> events) {
    std::vector<Region> regions;
    const EventClasses classes = classes_of(scopes, events);
    for (const outreach::Period& interval : intervals_of(scopes))
        for (const auto& [in, ids] : classes) {
            Region region{{interval, ids}, {}};
            for (std::size_t scope = 0; scope < scopes.size(); ++scope)
                if (in[scope] && covers(scopes[scope], interval)) region.scopes.push_back(scope);
            if (!region.scopes.empty()) regions.push_back(std::move(region));
        }
    return regions;
}

tally::Selection selection_of(const outreach::Publication& publication) {
    tally::Selection selection{std::nullopt, publication.events};
    if (!publication.from.empty())
        selection.period =
            outreach::Period{publication.from, publication.to, {publication.title, publication.title}};
    return selection;
}

std::vector<const outreach::Publication*> overlapping(std::span<const tally::Selection> selections,
                                                      std::span<const outreach::Publication> publications) {
    std::vector<tally::Selection> chosen(selections.begin(), selections.end());
    std::vector<bool> is_chosen(publications.size());
    for (std::size_t next = 0; next < chosen.size(); ++next)
        for (std::size_t i = 0; i < publications.size(); ++i) {
            const tally::Selection other = selection_of(publications[i]);
            if (is_chosen[i] || !share_days(chosen[next], other) || !share_events(chosen[next], other))
                continue;
            is_chosen[i] = true;
            chosen.push_back(other);
        }
    std::vector<const outreach::Publication*> overlapping;
    for (std::size_t i = 0; i < publications.size(); ++i)
        if (is_chosen[i]) overlapping.push_back(&publications[i]);
    return overlapping;
}

tally::Analysis together(std::span<const EarlierReports::Part> parts, std::size_t scope,
                         tally::Selection selection) {
    tally::Analysis all;
    all.selection = std::move(selection);
    for (const EarlierReports::Part& part : parts) {
        if (std::find(part.scopes.begin(), part.scopes.end(), scope) == part.scopes.end()) continue;
        all.tally += part.analysis.tally;
        all.items.insert(part.analysis.items.begin(), part.analysis.items.end());
    }
    return all;
}

}  // namespace xy::figures
