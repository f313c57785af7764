#include "figures/published/year_before.h"

#include <algorithm>
#include <set>

namespace xy::figures {
namespace {

std::vector<std::int64_t> visits_by_event(const tally::Tally& tally) {
    std::vector<std::int64_t> visits;
    for (const auto& [event, counts] : tally.by_event) visits.push_back(counts.started);
    return visits;
}

/// Scored items of phase “quiz” with answers.
std::set<tally::AskedItem> scored_items(const tally::Analysis& analysis) {
    std::set<tally::AskedItem> items;
    for (const auto& [asked, tally] : analysis.tally.items)
        if (asked.phase == quiz::Phase::quiz && tally.answered > 0 &&
            analysis.items.at(tally::name_of(asked)).key != 0)
            items.insert(asked);
    return items;
}

void compare_items(Comparison& comparison, const tally::Analysis& now, const tally::Analysis& then) {
    const std::set<tally::AskedItem> items_now = scored_items(now);
    const std::set<tally::AskedItem> items_before = scored_items(then);
    comparison.items_now = static_cast<std::int64_t>(items_now.size());
    comparison.items_before = static_cast<std::int64_t>(items_before.size());
    comparison.items_common =
        std::count_if(items_now.begin(), items_now.end(),
                      [&](const tally::AskedItem& asked) { return items_before.contains(asked); });
}

}  // namespace

std::optional<Comparison> comparison(const tally::Analysis& now, const PublishedVisits& visits_now,
                                     const YearBefore& then, const PeriodReport& report) {
    if (!report.visits || !then.visits.total()) return std::nullopt;
    const auto change = stats::year_on_year(visits_by_event(now.tally), visits_by_event(then.analysis.tally));
    if (!change) return std::nullopt;
    Comparison comparison;
    const auto& period = then.analysis.selection.period;
    comparison.period = period ? period->title.in(report.options.language) : "";
    comparison.visits = *then.visits.total();
    comparison.change = *change;
    if (!visits_now.every_event() || !then.visits.every_event()) comparison.change.interval = std::nullopt;
    comparison.right_answers = then.right_answers;
    compare_items(comparison, now, then.analysis);
    if (comparison.same_items() && comparison.right_answers && report.right_answers)
        comparison.right_answers_changed =
            difference_interval(*comparison.right_answers, *report.right_answers);
    return comparison;
}

}  // namespace xy::figures
