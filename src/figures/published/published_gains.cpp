#include "figures/published/published_gains.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

#include "base/words.h"

namespace xy::figures {
namespace {

stats::Gain all_of(const stats::EventGains& events) {
    stats::Gain all;
    for (const auto& [event, gain] : events) all += gain;
    return all;
}

/// Of one audience or all, in one order or all.
stats::Gain pairs_in(const tally::Tally& tally, int items, const std::optional<std::string>& audience,
                     const std::optional<tally::FormOrder>& order) {
    stats::Gain all;
    for (const auto& [key, events] : tally.orders) {
        if (key.items != items || (audience && key.audience != *audience)) continue;
        if (!order || *order == tally::FormOrder{key.before, key.after}) all += all_of(events);
    }
    return all;
}

/// FNV-1a: the lists of items would be long names.
std::string short_name(const tally::Form& form) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const std::string& item : form)
        for (const char c : item + "\n") {
            hash ^= static_cast<unsigned char>(c);
            hash *= 0x100000001b3;
        }
    return fmt::format("{:016x}", hash);
}

std::string name_of_pairs(int items, const std::optional<std::string>& audience,
                          const std::optional<tally::FormOrder>& order) {
    const std::string which = !order ? "all"
                              : order->first.empty()
                                  ? "drawn"
                                  : short_name(order->first) + "-" + short_name(order->second);
    return fmt::format("gain/{}/{}/{}", items, audience ? "audience/" + *audience : "all", which);
}

/// The orders that a gain is of, each for itself; of a fixed design all together.
std::vector<std::optional<tally::FormOrder>> told_orders(const tally::GainOrders& orders) {
    if (orders.design == tally::GainDesign::fixed) return {std::nullopt};
    std::vector<std::optional<tally::FormOrder>> told;
    for (const auto& group : orders.groups)
        for (const auto& [order, events] : group) told.emplace_back(order);
    return told;
}

std::set<tally::FormOrder> orders_of_one(const tally::Tally& tally, int items, const std::string& audience) {
    std::set<tally::FormOrder> orders;
    for (const auto& [key, events] : tally.orders)
        if (key.items == items && key.audience == audience) orders.emplace(key.before, key.after);
    return orders;
}

Measure completed_of(const std::string& audience) {
    return {"completed/" + audience, [audience](const tally::Tally& tally) {
                const auto found = tally.by_audience.find(audience);
                return found == tally.by_audience.end() ? 0 : found->second.completed;
            }};
}

/// Those with pairs.
std::vector<std::string> audiences_of(const tally::Tally& tally, int items) {
    std::set<std::string> audiences;
    for (const auto& [key, events] : tally.orders)
        if (key.items == items && all_of(events).n() > 0) audiences.insert(key.audience);
    return {audiences.begin(), audiences.end()};
}

}  // namespace

PublishedGains::PublishedGains(Disclosure& disclosure, const tally::Tally& tally,
                               const PublishedVisits& visits)
    : disclosure_(disclosure), tally_(tally), visits_(visits) {
    std::set<int> lengths;
    for (const auto& [key, events] : tally.orders) lengths.insert(key.items);
    for (const int items : lengths) register_items(items);
    limit_by_visits();
}

void PublishedGains::register_items(int items) {
    auto orders = orders_of(tally_, items);
    if (!orders) return;
    Measured all = registered(items, std::nullopt, std::move(*orders), Print::first);
    register_left(all);
    measured_.push_back(all);
    const std::vector<std::string> audiences = audiences_of(tally_, items);
    if (audiences.size() == 1)
        pairs_of_audiences_[audiences.front()].push_back(all.n);
    else
        register_audiences(all, audiences);
}

PublishedGains::Measured PublishedGains::registered(int items, const std::optional<std::string>& audience,
                                                    tally::GainOrders orders, Print print) {
    Measured measured{items, audience, std::move(orders), 0, {}, std::nullopt};
    const bool measures = measured.orders.design != tally::GainDesign::fixed;
    std::vector<Disclosure::Cell> n;
    for (const auto& order : told_orders(measured.orders)) {
        const Pairs pairs = pairs_of({items, audience, order}, measures, print);
        n.push_back(pairs.n);
        measured.pairs.emplace(order.value_or(tally::FormOrder()), pairs);
    }
    measured.n = n.size() == 1 ? n.front()
                               : disclosure_.published_sum(
                                     name_of_pairs(items, audience, std::nullopt) + "/told", std::move(n));
    return measured;
}

PublishedGains::Pairs PublishedGains::pairs_of(const Which& which, bool measures, Print print) {
    using stats::Gain;
    const std::string name = name_of_pairs(which.items, which.audience, which.order);
    const auto counted = [&](const std::string& what, auto count) {
        return Measure{name + "/" + what, [which, count](const tally::Tally& tally) -> std::int64_t {
                           return count(pairs_in(tally, which.items, which.audience, which.order));
                       }};
    };
    const auto marks = [&](const std::string& what, auto count) {
        return ShareMeasure{name + "/" + what, [which, count](const tally::Tally& tally) {
                                const Gain gain = pairs_in(tally, which.items, which.audience, which.order);
                                return stats::Proportion{count(gain), gain.n() * which.items};
                            }};
    };
    Pairs pairs;
    pairs.n = cell(counted("n", [](const Gain& gain) { return gain.n(); }), print);
    pairs.before = share(marks("before", [](const Gain& gain) { return gain.pre(); }), print);
    pairs.after = share(marks("after", [](const Gain& gain) { return gain.post(); }), print);
    for (const Disclosure::ShareCells& of : {pairs.before, pairs.after})
        disclosure_.sum(of.n, {pairs.n}, {which.items});
    if (!measures) return pairs;
    if (which.items > 1) {
        pairs.changes = {
            cell(counted("changes", [](const Gain& gain) { return gain.squared_change(); }), print)};
        return pairs;
    }
    // Who changed is counted once each; who learned less who forgot is what the sum rose by.
    const auto only_after = [](const Gain& gain) {
        return (gain.squared_change() + gain.post() - gain.pre()) / 2;
    };
    const auto only_before = [](const Gain& gain) {
        return (gain.squared_change() - gain.post() + gain.pre()) / 2;
    };
    pairs.changes = {
        cell(counted("both", [=](const Gain& gain) { return gain.post() - only_after(gain); }), print),
        cell(counted("only_before", only_before), print), cell(counted("only_after", only_after), print),
        cell(counted("neither", [=](const Gain& gain) { return gain.n() - gain.post() - only_before(gain); }),
             print)};
    tie_changes(pairs);
    return pairs;
}

Disclosure::Cell PublishedGains::cell(Measure measure, Print print) {
    switch (print) {
        case Print::first:
            return disclosure_.headline(std::move(measure));
        case Print::printed:
            return disclosure_.published(std::move(measure));
        case Print::not_printed:
            break;
    }
    return disclosure_.unpublished(std::move(measure));
}

Disclosure::ShareCells PublishedGains::share(const ShareMeasure& measure, Print print) {
    switch (print) {
        case Print::first:
            return disclosure_.headline_share(measure);
        case Print::printed:
            return disclosure_.share_of_printed(measure);
        case Print::not_printed:
            break;
    }
    return disclosure_.unpublished_share(measure);
}

void PublishedGains::tie_changes(const Pairs& pairs) {
    const auto& changes = pairs.changes;
    disclosure_.sum(pairs.before.hits, {changes[0], changes[1]});
    disclosure_.sum(pairs.after.hits, {changes[0], changes[2]});
    disclosure_.sum(pairs.before.misses, {changes[2], changes[3]});
    disclosure_.sum(pairs.after.misses, {changes[1], changes[3]});
}

void PublishedGains::register_left(Measured& all) {
    const int items = all.items;
    if (!tally_.left_after_pre.contains(items)) return;
    const auto left_in = [items](const tally::Tally& tally) {
        const auto found = tally.left_after_pre.find(items);
        return found == tally.left_after_pre.end() ? stats::Proportion() : found->second;
    };
    const std::string name = fmt::format("left/{}", items);
    const Left left{
        disclosure_.published({name, [=](const tally::Tally& tally) { return left_in(tally).n / items; }}),
        disclosure_.share_of_printed({name + "/before", left_in})};
    disclosure_.sum(left.before.n, {left.n}, {items});
    all.left = left;
}

void PublishedGains::register_audiences(const Measured& all, const std::vector<std::string>& audiences) {
    std::map<tally::FormOrder, std::vector<Pairs>> parts;
    for (const std::string& audience : audiences) {
        Measured of =
            registered(all.items, audience, *orders_of(tally_, all.items, audience), Print::printed);
        pairs_of_audiences_[audience].push_back(of.n);
        const auto orders =
            all.orders.design == tally::GainDesign::fixed ? of.pairs : orders_of_audience(of, all);
        for (const auto& [order, pairs] : orders)
            if (all.pairs.contains(order)) parts[order].push_back(pairs);
        measured_.push_back(std::move(of));
    }
    for (const auto& [order, of_order] : parts) sum(all.pairs.at(order), of_order);
}

std::map<tally::FormOrder, PublishedGains::Pairs> PublishedGains::orders_of_audience(const Measured& of,
                                                                                     const Measured& all) {
    const bool fixed = of.orders.design == tally::GainDesign::fixed;
    std::map<tally::FormOrder, Pairs> orders;
    if (!fixed) orders = of.pairs;
    for (const tally::FormOrder& order : orders_of_one(tally_, of.items, *of.audience))
        if (!orders.contains(order) && pairs_in(tally_, of.items, of.audience, order).n() > 0 &&
            (fixed || all.pairs.contains(order)))
            orders.emplace(order, pairs_of({of.items, of.audience, order}, true, Print::not_printed));
    if (!fixed) return orders;
    std::vector<Pairs> parts;
    for (const auto& [order, pairs] : orders) parts.push_back(pairs);
    sum(of.pairs.begin()->second, parts);
    return orders;
}

void PublishedGains::sum(const Pairs& total, const std::vector<Pairs>& parts) {
    std::vector<Disclosure::Cell> n, before, after;
    for (const Pairs& part : parts) {
        n.push_back(part.n);
        before.push_back(part.before.hits);
        after.push_back(part.after.hits);
    }
    disclosure_.sum(total.n, std::move(n));
    disclosure_.sum(total.before.hits, std::move(before));
    disclosure_.sum(total.after.hits, std::move(after));
    for (std::size_t i = 0; i < total.changes.size(); ++i) {
        std::vector<Disclosure::Cell> changes;
        for (const Pairs& part : parts) changes.push_back(part.changes[i]);
        disclosure_.sum(total.changes[i], std::move(changes));
    }
}

void PublishedGains::limit_by_visits() {
    std::vector<Disclosure::Cell> all, left;
    for (const Measured& measured : measured_) {
        if (measured.audience) continue;
        all.push_back(measured.n);
        if (measured.left) left.push_back(measured.left->n);
    }
    if (all.empty()) return;
    disclosure_.limit(std::move(all), visits_.completed_cell());
    disclosure_.limit(std::move(left), visits_.not_completed_cell());
    std::vector<Disclosure::Cell> completed;
    std::int64_t sum_of_audiences = 0;
    for (const auto& [audience, visits] : tally_.by_audience) {
        completed.push_back(disclosure_.slack(completed_of(audience)));
        sum_of_audiences += visits.completed;
        disclosure_.limit(completed.back(), visits_.audience_cell(audience));
        const auto pairs = pairs_of_audiences_.find(audience);
        if (pairs != pairs_of_audiences_.end()) disclosure_.limit(pairs->second, completed.back());
    }
    if (sum_of_audiences == tally_.visits.completed)
        disclosure_.sum(visits_.completed_cell(), std::move(completed));
}

bool PublishedGains::is_shown(const Measured& measured) const {
    const auto shown = [&](Disclosure::Cell cell) { return disclosure_.is_shown(cell); };
    return shown(measured.n) &&
           std::all_of(measured.pairs.begin(), measured.pairs.end(), [&](const auto& of_order) {
               const Pairs& pairs = of_order.second;
               return shown(pairs.n) && disclosure_.shown(pairs.before) && disclosure_.shown(pairs.after) &&
                      std::all_of(pairs.changes.begin(), pairs.changes.end(), shown);
           });
}

std::optional<GainFigure> PublishedGains::figure(const Measured& measured) const {
    if (!is_shown(measured)) return std::nullopt;
    const auto gain = gain_of(measured.orders, visits_.cluster_by());
    if (!gain) return std::nullopt;
    GainFigure figure;
    figure.items = measured.items;
    figure.n = gain->measured.n;
    figure.design = gain->design;
    figure.before = gain->measured.before;
    figure.after = gain->measured.after;
    figure.left = 0;
    if (measured.left) {
        figure.left = disclosure_.shown(measured.left->n);
        if (const Share before = disclosure_.shown(measured.left->before); figure.left && before)
            figure.left_before = before->value();
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
        if (measured.audience && groups.back().empty()) continue;
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

}  // namespace xy::figures
