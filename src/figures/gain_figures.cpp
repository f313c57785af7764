#include "figures/gain_figures.h"

#include <array>

namespace xy::figures {
namespace {

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

}  // namespace

std::string_view code(GainDesign design) {
    static constexpr std::array<std::string_view, 4> codes{"counterbalanced", "same", "drawn", "fixed"};
    return codes.at(static_cast<std::size_t>(design));
}

std::optional<TestGain> gain_of(const Tally& tally, int items, const std::optional<std::string>& audience) {
    std::map<GainDesign, std::vector<std::vector<EventGains>>> by_design;
    EventGains fixed;
    for (const auto& [forms, pair] : pairs_of(tally, items, audience)) {
        const GainDesign design = design_of(forms, pair);
        if (design == GainDesign::fixed) {
            add_all(fixed, pair.first);
            add_all(fixed, pair.second);
        } else if (design == GainDesign::counterbalanced) {
            by_design[design].push_back({pair.first, pair.second});
        } else {
            by_design[design].push_back({pair.first});
        }
    }
    if (by_design.empty()) {
        const auto scores = stats::measured({&fixed, 1});
        return scores ? std::optional(TestGain{GainDesign::fixed, *scores}) : std::nullopt;
    }
    std::vector<std::vector<EventGains>> pairs;
    for (const auto& [design, of_design] : by_design)
        pairs.insert(pairs.end(), of_design.begin(), of_design.end());
    const auto measured = stats::measured_over(pairs);
    if (!measured) return std::nullopt;
    return TestGain{by_design.begin()->first, *measured};
}

}  // namespace xy::figures
