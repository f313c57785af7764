#include "figures/progress_figures.h"

#include <algorithm>
#include <cmath>

#include "stats/paired.h"

namespace xy::figures {
namespace {

/// That an interval over events is made of.
constexpr std::size_t fewest_events = 5;

/// The marks behind a mean share; whole, because each mark is.
std::int64_t marks_of(double mean_share, std::int64_t base) {
    return std::llround(mean_share * static_cast<double>(base));
}

std::vector<std::int64_t> visits_by_event(const Tally& tally) {
    std::vector<std::int64_t> visits;
    for (const auto& [event, counts] : tally.by_event) visits.push_back(counts.started);
    return visits;
}

}  // namespace

PublishedGains::PublishedGains(Disclosure& disclosure, const Tally& tally, Disclosure::Cell completed)
    : disclosure_(disclosure) {
    for (const auto& [items, gain] : tally.gains) {
        if (gain.n() == 0 || few_changed(gain)) continue;
        Measured measured{items, &gain, disclosure_.published(gain.n()), {}, {}, {}};
        disclosure_.limit(measured.n, completed);
        const std::int64_t base = gain.n() * items;
        measured.before = disclosure_.share({marks_of(*gain.mean_pre(), base), base});
        measured.after = disclosure_.share({marks_of(*gain.mean_post(), base), base});
        for (const Disclosure::ShareCells& share : {measured.before, measured.after})
            disclosure_.sum(share.n, {measured.n}, {items});
        if (items == 1) register_pairs(measured);
        measured_.push_back(measured);
    }
}

bool PublishedGains::few_changed(const stats::Gain& gain) const {
    return disclosure_.small(gain.squared_change());
}

void PublishedGains::register_pairs(Measured& measured) {
    const std::int64_t before = disclosure_.count(measured.before.hits);
    const std::int64_t after = disclosure_.count(measured.after.hits);
    // Who changed is counted once each; who learned less who forgot is what the sum rose by.
    const std::int64_t only_after = (measured.gain->squared_change() + after - before) / 2;
    const std::int64_t both = after - only_after;
    const std::int64_t only_before = before - both;
    const std::int64_t neither = disclosure_.count(measured.n) - both - only_before - only_after;
    for (const std::int64_t count : {both, only_before, only_after, neither})
        measured.pairs.push_back(disclosure_.published(count));
    const auto& pairs = measured.pairs;
    disclosure_.sum(measured.before.hits, {pairs[0], pairs[1]});
    disclosure_.sum(measured.after.hits, {pairs[0], pairs[2]});
    disclosure_.sum(measured.before.misses, {pairs[2], pairs[3]});
    disclosure_.sum(measured.after.misses, {pairs[1], pairs[3]});
}

bool PublishedGains::is_shown(const Measured& measured) const {
    return disclosure_.shown(measured.n) && disclosure_.shown(measured.before) &&
           disclosure_.shown(measured.after) &&
           std::all_of(measured.pairs.begin(), measured.pairs.end(),
                       [&](Disclosure::Cell cell) { return disclosure_.is_shown(cell); });
}

std::vector<GainFigure> PublishedGains::figures() const {
    std::vector<GainFigure> figures;
    for (const Measured& measured : measured_) {
        const stats::Gain& gain = *measured.gain;
        const auto interval = gain.difference_interval();
        if (!is_shown(measured) || !interval) continue;
        figures.push_back({measured.items, gain.n(), *gain.mean_pre(), *gain.mean_post(), *interval,
                           gain.hake(), gain.hake_interval()});
    }
    std::stable_sort(figures.begin(), figures.end(),
                     [](const GainFigure& a, const GainFigure& b) { return a.n > b.n; });
    return figures;
}

std::optional<Comparison> comparison(const Analysis& now, const PublishedVisits& visits_now,
                                     const YearBefore& then, const PeriodReport& report) {
    if (!report.visits || !then.visits.total()) return std::nullopt;
    const std::vector<std::int64_t> events_now = visits_by_event(now.tally);
    const std::vector<std::int64_t> events_then = visits_by_event(then.analysis.tally);
    const auto change = stats::year_on_year(events_now, events_then);
    if (!change) return std::nullopt;
    Comparison comparison;
    const auto& period = then.analysis.selection.period;
    comparison.period = period ? period->title.in(report.options.language) : "";
    comparison.visits = *then.visits.total();
    comparison.change = *change;
    const bool few = std::min(events_now.size(), events_then.size()) < fewest_events;
    if (few || !visits_now.every_event() || !then.visits.every_event())
        comparison.change.interval = std::nullopt;
    comparison.right_answers = then.right_answers;
    if (comparison.right_answers && report.right_answers)
        comparison.right_answers_changed =
            stats::newcombe_difference(*comparison.right_answers, *report.right_answers);
    return comparison;
}

}  // namespace xy::figures
