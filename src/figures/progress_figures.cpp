#include "figures/progress_figures.h"

#include <algorithm>
#include <cmath>

#include "stats/paired.h"

namespace xy::figures {
namespace {

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
        if (gain.n() == 0) continue;
        Measured measured{items, &gain, disclosure_.published(gain.n()), {}, {}};
        disclosure_.limit(measured.n, completed);
        const std::int64_t base = gain.n() * items;
        measured.before = disclosure_.share({marks_of(*gain.mean_pre(), base), base});
        measured.after = disclosure_.share({marks_of(*gain.mean_post(), base), base});
        measured_.push_back(measured);
    }
}

std::vector<GainFigure> PublishedGains::figures() const {
    std::vector<GainFigure> figures;
    for (const Measured& measured : measured_) {
        const stats::Gain& gain = *measured.gain;
        const auto interval = gain.difference_interval();
        const bool shown = disclosure_.shown(measured.n) && disclosure_.shown(measured.before) &&
                           disclosure_.shown(measured.after);
        if (!shown || !interval) continue;
        figures.push_back({measured.items, gain.n(), *gain.mean_pre(), *gain.mean_post(), *interval,
                           gain.hake(), gain.hake_interval()});
    }
    std::stable_sort(figures.begin(), figures.end(),
                     [](const GainFigure& a, const GainFigure& b) { return a.n > b.n; });
    return figures;
}

std::optional<Comparison> comparison(const Analysis& now, const Analysis* year_before,
                                     const PeriodReport& report) {
    if (year_before == nullptr || !report.visits) return std::nullopt;
    const Tally& then = year_before->tally;
    Disclosure disclosure(report.options.threshold, report.options.readers);
    if (disclosure.small(then.visits.started)) return std::nullopt;
    const auto change = stats::year_on_year(visits_by_event(now.tally), visits_by_event(then));
    if (!change) return std::nullopt;
    Comparison comparison;
    const auto& period = year_before->selection.period;
    comparison.period = period ? period->title.in(report.options.language) : "";
    comparison.visits = then.visits.started;
    comparison.change = *change;
    const auto cells = disclosure.share({then.right_answers, then.answered_items});
    disclosure.decide();
    comparison.right_answers = disclosure.shown(cells);
    if (comparison.right_answers && report.right_answers)
        comparison.right_answers_changed =
            stats::newcombe_difference(*comparison.right_answers, *report.right_answers);
    return comparison;
}

}  // namespace xy::figures
