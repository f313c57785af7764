#include "tally/gain_figures.h"

#include <array>

namespace xy::tally {
namespace {

using stats::ClusterBy;
using stats::EventGains;

/// Two forms, whichever was first.
using FormPair = std::pair<Form, Form>;

struct Pair {
    EventGains first, second;  ///< by which form came before
};

void add_all(EventGains& to, const EventGains& from) {
    for (const auto& [event, gain] : from) to[event] += gain;
}

std::int64_t visits_of(const EventGains& events) {
    std::int64_t n = 0;
    for (const auto& [event, gain] : events) n += gain.n();
    return n;
}

std::map<FormPair, Pair> pairs_of(const Tally& tally, int items, const std::optional<std::string>& audience) {
    std::map<FormPair, Pair> pairs;
    for (const auto& [key, events] : tally.orders) {
        if (key.items != items || (audience && key.audience != *audience)) continue;
        const bool first = key.before <= key.after;
        Pair& pair = pairs[first ? FormPair{key.before, key.after} : FormPair{key.after, key.before}];
        add_all(first ? pair.first : pair.second, events);
    }
    return pairs;
}

GainDesign design_of(const FormPair& forms, const Pair& pair) {
    if (forms.first.empty()) return GainDesign::drawn;
    if (forms.first == forms.second) return GainDesign::same;
    // One visit the other way round says nothing of how much easier a form is.
    const bool both = visits_of(pair.first) > 1 && visits_of(pair.second) > 1;
    return both ? GainDesign::counterbalanced : GainDesign::fixed;
}

std::map<FormOrder, EventGains> orders_with_visits(const FormPair& forms, const Pair& pair) {
    std::map<FormOrder, EventGains> orders;
    if (visits_of(pair.first) > 0) orders.emplace(forms, pair.first);
    if (visits_of(pair.second) > 0) orders.emplace(FormOrder{forms.second, forms.first}, pair.second);
    return orders;
}

void add_clusters(EventGains& to, const EventGains& from, ClusterBy by) {
    for (const auto& [event, gain] : from) to[by == ClusterBy::events ? event : ""] += gain;
}

}  // namespace

std::string_view code(GainDesign design) {
    static constexpr std::array<std::string_view, 4> codes{"counterbalanced", "same", "drawn", "fixed"};
    return codes.at(static_cast<std::size_t>(design));
}

std::optional<GainOrders> orders_of(const Tally& tally, int items,
                                    const std::optional<std::string>& audience) {
    std::map<GainDesign, std::vector<std::map<FormOrder, EventGains>>> by_design;
    for (const auto& [forms, pair] : pairs_of(tally, items, audience)) {
        auto orders = orders_with_visits(forms, pair);
        if (!orders.empty()) by_design[design_of(forms, pair)].push_back(std::move(orders));
    }
    if (by_design.empty()) return std::nullopt;
    GainOrders found{by_design.begin()->first, {}};
    if (found.design == GainDesign::fixed) found.groups.emplace_back();
    for (auto& [design, groups] : by_design) {
        for (auto& group : groups)
            if (found.design == GainDesign::fixed)
                found.groups.front().merge(group);
            else if (design != GainDesign::fixed)
                found.groups.push_back(std::move(group));
    }
    return found;
}

std::optional<TestGain> gain_of(const GainOrders& orders, ClusterBy by) {
    std::vector<std::vector<EventGains>> groups;
    for (const auto& group : orders.groups) {
        std::vector<EventGains>& clusters = groups.emplace_back();
        for (const auto& [order, events] : group) {
            if (clusters.empty() || orders.design != GainDesign::fixed) clusters.emplace_back();
            add_clusters(clusters.back(), events, by);
        }
    }
    const auto measured = stats::measured_over(groups);
    return measured ? std::optional(TestGain{orders.design, *measured}) : std::nullopt;
}

std::optional<TestGain> gain_of(const Tally& tally, int items, const std::optional<std::string>& audience) {
    const auto orders = orders_of(tally, items, audience);
    return orders ? gain_of(*orders) : std::nullopt;
}

}  // namespace xy::tally
