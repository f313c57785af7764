#include "figures/progress_figures.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/words.h"
#include "figures/estimates.h"

namespace xy::figures {
namespace {

std::vector<std::int64_t> visits_by_event(const Tally& tally) {
    std::vector<std::int64_t> visits;
    for (const auto& [event, counts] : tally.by_event) visits.push_back(counts.started);
    return visits;
}

/// Scored items of phase “quiz” with answers.
std::set<AskedItem> scored_items(const Analysis& analysis) {
    std::set<AskedItem> items;
    for (const auto& [asked, tally] : analysis.tally.items)
        if (asked.phase == quiz::Phase::quiz && tally.answered > 0 &&
            analysis.items.at(name_of(asked)).key != 0)
            items.insert(asked);
    return items;
}

void compare_items(Comparison& comparison, const Analysis& now, const Analysis& then) {
    const std::set<AskedItem> items_now = scored_items(now);
    const std::set<AskedItem> items_before = scored_items(then);
    comparison.items_now = static_cast<std::int64_t>(items_now.size());
    comparison.items_before = static_cast<std::int64_t>(items_before.size());
    comparison.items_common = std::count_if(items_now.begin(), items_now.end(), [&](const AskedItem& asked) {
        return items_before.contains(asked);
    });
}

}  // namespace

PublishedGains::PublishedGains(Disclosure& disclosure, const Tally& tally, Disclosure::Cell started,
                               Disclosure::Cell completed)
    : tally_(tally), disclosure_(disclosure) {
    for (const auto& [items, gain] : tally.gains) {
        if (gain.n() == 0) continue;
        Measured all = registered(items, gain);
        disclosure_.limit(all.n, completed);
        register_left(all, started);
        measured_.push_back(all);
        register_audiences(all);
    }
}

PublishedGains::Measured PublishedGains::registered(int items, const stats::Gain& gain) {
    Measured measured{items, std::nullopt, gain, disclosure_.published(gain.n()), {}, {}, {}};
    const std::int64_t base = gain.n() * items;
    measured.before = disclosure_.share({gain.pre(), base});
    measured.after = disclosure_.share({gain.post(), base});
    return measured;
}

void PublishedGains::register_audiences(const Measured& all) {
    std::map<std::string, stats::Gain> audiences;
    for (const auto& [key, events] : tally_.orders)
        if (key.items == all.items)
            for (const auto& [event, gain] : events) audiences[key.audience] += gain;
    if (audiences.size() < 2) return;
    std::vector<Disclosure::Cell> n, before, after;
    for (const auto& [audience, gain] : audiences) {
        Measured& of_audience = measured_.emplace_back(registered(all.items, gain));
        of_audience.audience = audience;
        n.push_back(of_audience.n);
        before.push_back(of_audience.before.hits);
        after.push_back(of_audience.after.hits);
    }
    disclosure_.sum(all.n, std::move(n));
    disclosure_.sum(all.before.hits, std::move(before));
    disclosure_.sum(all.after.hits, std::move(after));
}

void PublishedGains::register_left(Measured& all, Disclosure::Cell started) {
    const auto left = tally_.left_after_pre.find(all.items);
    if (left == tally_.left_after_pre.end()) return;
    all.left = disclosure_.published(left->second.n / all.items);
    disclosure_.limit(*all.left, started);
}

std::optional<GainFigure> PublishedGains::figure(const Measured& measured) const {
    const bool shown = disclosure_.shown(measured.n) && disclosure_.shown(measured.before) &&
                       disclosure_.shown(measured.after);
    const auto gain = gain_of(tally_, measured.items, measured.audience);
    if (!shown || !gain) return std::nullopt;
    GainFigure figure;
    figure.items = measured.items;
    figure.n = gain->measured.n;
    figure.design = gain->design;
    figure.before = gain->measured.before;
    figure.after = gain->measured.after;
    if (measured.left) {
        figure.left = disclosure_.shown(*measured.left);
        if (figure.left) figure.left_before = tally_.left_after_pre.at(measured.items).value();
    } else {
        figure.left = 0;
    }
    if (!figure.measures()) return figure;
    figure.difference = gain->measured.difference_interval;
    figure.hake = gain->measured.hake;
    figure.hake_interval = gain->measured.hake_interval;
    figure.form_difference = gain->measured.form_difference;
    figure.form_interval = gain->measured.form_interval;
    return figure;
}

std::vector<GainFigure> PublishedGains::figures(const Titles& titles, Language language) const {
    std::vector<std::vector<GainFigure>> groups;  // of all, then its audiences
    for (const Measured& measured : measured_) {
        if (!measured.audience) groups.emplace_back();
        std::optional<GainFigure> one = figure(measured);
        if (!one) continue;
        // Audiences one of which is too small for an interval are few visits; the table of all has them.
        if (measured.audience && one->measures() && !one->difference) continue;
        if (measured.audience)
            one->audience = measured.audience->empty()
                                ? Words(language)("未询问", "not asked")
                                : title_of(titles.audiences, *measured.audience, language);
        groups.back().push_back(std::move(*one));
    }
    std::erase_if(groups, [](const auto& group) { return group.empty(); });
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.front().n > b.front().n; });
    std::vector<GainFigure> figures;
    for (auto& group : groups) std::move(group.begin(), group.end(), std::back_inserter(figures));
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
    comparison.right_answers = clustered_like(right_answers(*year_before), disclosure.shown(cells));
    compare_items(comparison, now, *year_before);
    if (comparison.same_items() && comparison.right_answers && report.right_answers)
        comparison.right_answers_changed =
            difference_interval(*comparison.right_answers, *report.right_answers);
    return comparison;
}

}  // namespace xy::figures
