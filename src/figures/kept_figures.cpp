#include "figures/kept_figures.h"

#include <set>

#include "figures/counter_bytes.h"

namespace xy::figures {
namespace {

/// Change it with the way in which anything of a day is counted or written.
constexpr std::string_view rules = "Xiangyang figures 1";

/// FNV-1a, 64 bits: finds damage, not intent.
class Fingerprint {
 public:
    Fingerprint& add(std::string_view text) {
        for (const char c : text) mix(static_cast<unsigned char>(c));
        mix(0x100U);  // where a text ends
        return *this;
    }
    std::int64_t value() const { return static_cast<std::int64_t>(state_); }

 private:
    void mix(std::uint64_t value) { state_ = (state_ ^ value) * 0x100000001b3U; }
    std::uint64_t state_ = 0xcbf29ce484222325U;
};

/// Of the rules and of the items, whose places in the register the figures name.
std::int64_t rules_for(const Register& known) {
    Fingerprint fingerprint;
    fingerprint.add(rules);
    for (const store::ItemRow& item : known.items)
        fingerprint.add(item.bank).add(item.item).add(item.version).add(std::to_string(item.options.size()));
    return fingerprint.value();
}

std::int64_t check_of(const store::KeptDay& day, std::string_view counters) {
    return Fingerprint().add(day.event).add(day.day).add(std::to_string(day.rules)).add(counters).value();
}

std::optional<DayFigures> figures_in(const store::KeptDay& day, const Register& known) {
    try {
        std::int64_t check = 0;
        std::string counters;
        CounterReader outer(day.figures);
        outer(check, counters);
        if (!outer.at_end() || check != check_of(day, counters)) return std::nullopt;
        DayFigures figures;
        CounterReader inner(counters);
        inner(figures);
        if (!inner.at_end() || !figures.rapid.fits(known.items.size())) return std::nullopt;
        return figures;
    } catch (const NoCounters&) {
        return std::nullopt;
    }
}

std::string bytes_of(const store::KeptDay& day, const DayFigures& figures) {
    CounterWriter inner;
    inner(figures);
    const std::string counters = inner.take();
    CounterWriter outer;
    outer(check_of(day, counters), counters);
    return outer.take();
}

bool any_open(const Visits& visits) {
    return visits.started > visits.completed + visits.abandoned + visits.timed_out;
}

Thresholds thresholds_of_all(const Days& days, const Register& known) {
    Tally all;
    for (const auto& [day, figures] : days) add_day(all, day, figures.tally, false);
    return thresholds_of(all, known);
}

}  // namespace

std::optional<Days> kept_figures(store::Store& store, const Register& known) {
    const std::int64_t wanted = rules_for(known);
    Days days;
    std::int64_t visits = 0;
    for (const store::KeptDay& kept : store.kept_days()) {
        auto figures = kept.rules == wanted ? figures_in(kept, known) : std::nullopt;
        if (!figures) return std::nullopt;
        visits += figures->tally.visits.started + figures->tally.practice;
        days.emplace(EventDay{kept.event, kept.day}, std::move(*figures));
    }
    if (visits != store.count_stored_sessions()) return std::nullopt;
    return days;
}

void keep_figures(store::Store& store, const Days& days, const Register& known) {
    std::set<EventDay> there;
    for (const store::KeptDay& kept : store.kept_days())
        if (kept.rules == rules_for(known) && figures_in(kept, known)) there.insert({kept.event, kept.day});
    std::vector<store::KeptDay> kept;
    for (const auto& [day, figures] : days) {
        if (any_open(figures.tally.visits) || there.contains(day)) continue;
        store::KeptDay& one = kept.emplace_back(store::KeptDay{day.event, day.day, rules_for(known), {}});
        one.figures = bytes_of(one, figures);
    }
    try {
        if (!kept.empty()) store.keep_days(kept);
    } catch (const store::StoreError&) {
        // A full disk, say. Nothing was kept, and nothing is missing.
    }
}

std::optional<std::vector<EventDay>> check_kept_figures(store::Store& store, const Progress& progress) {
    const Register known{store.items(), store.devices()};
    const auto counted = count_days(store, {}, known, usual_parts(), progress);
    if (!counted) return std::nullopt;
    const Thresholds thresholds = thresholds_of_all(*counted, known);
    std::vector<EventDay> differing;
    for (const store::KeptDay& kept : store.kept_days()) {
        if (kept.rules != rules_for(known)) continue;  // nobody believes it
        const EventDay day{kept.event, kept.day};
        const auto figures = figures_in(kept, known);
        const auto there = counted->find(day);
        const bool same = figures && there != counted->end() && figures->tally == there->second.tally &&
                          figures->rapid.agrees(there->second.rapid, thresholds);
        if (!same) differing.push_back(day);
    }
    return differing;
}

}  // namespace xy::figures
