#include "figures/analysis.h"

#include <algorithm>

#include "figures/kept_figures.h"

namespace xy::figures {
namespace {

bool selected(const EventDay& day, const Selection& selection) {
    if (!selection.has(day.event)) return false;
    return !selection.period || selection.period->contains(day.day);
}

/// Of all days there are: kept, or counted now and then kept.
std::optional<Days> all_days(store::Store& store, const Register& known, const Progress& progress) {
    if (auto kept = kept_figures(store, known)) return kept;
    auto counted = count_days(store, {}, known, usual_parts(), progress);
    if (counted) keep_figures(store, *counted, known);
    return counted;
}

template <typename Key, typename Value>
void add(std::map<Key, Value>& to, const std::map<Key, Value>& from) {
    for (const auto& [key, value] : from) to[key] += value;
}

template <typename Value>
void add(std::vector<Value>& to, const std::vector<Value>& from) {
    if (to.size() < from.size()) to.resize(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) to[i] += from[i];
}

}  // namespace

Visits& Visits::operator+=(const Visits& other) {
    started += other.started;
    completed += other.completed;
    abandoned += other.abandoned;
    timed_out += other.timed_out;
    return *this;
}

ItemTally& ItemTally::operator+=(const ItemTally& other) {
    answered += other.answered;
    skipped += other.skipped;
    right += other.right;
    add(chosen, other.chosen);
    times += other.times;
    counts += other.counts;
    add(options, other.options);
    return *this;
}

Tally& Tally::operator+=(const Tally& other) {
    visits += other.visits;
    practice += other.practice;
    right_answers += other.right_answers;
    answered_items += other.answered_items;
    skipped_items += other.skipped_items;
    pledges_asked += other.pledges_asked;
    pledges_given += other.pledges_given;
    doubtful_clock += other.doubtful_clock;
    rapid += other.rapid;
    add(by_event, other.by_event);
    add(by_audience, other.by_audience);
    add(by_month, other.by_month);
    add(by_event_month, other.by_event_month);
    for (std::size_t hour = 0; hour < hours.size(); ++hour) hours.at(hour) += other.hours.at(hour);
    device_days.insert(other.device_days.begin(), other.device_days.end());
    durations += other.durations;
    scores += other.scores;
    add(gains, other.gains);
    passed += other.passed;
    add(items, other.items);
    return *this;
}

std::string name_of(const AskedItem& item) {
    return item.bank + "/" + item.item + "@" + item.version;
}

std::optional<Analysis> analyse(store::Store& store, const Selection& selection, const Progress& progress) {
    Analysis analysis;
    analysis.selection = selection;
    Register known{store.items(), store.devices()};
    const auto days = all_days(store, known, progress);
    if (!days) return std::nullopt;
    const std::vector<std::string> doubtful = store.doubtful_days();
    RapidVisits fast;
    for (const auto& [day, figures] : *days) {
        if (!selected(day, selection)) continue;
        add_day(analysis.tally, day, figures.tally,
                std::binary_search(doubtful.begin(), doubtful.end(), day.day));
        fast += figures.rapid;
    }
    const Thresholds thresholds = thresholds_of(analysis.tally, known);
    auto rapid = fast.rapid(thresholds);
    if (!rapid) rapid = count_rapid(store, selection, thresholds, usual_parts(), progress);
    if (!rapid) return std::nullopt;
    analysis.tally.rapid = *rapid;
    for (store::ItemRow& row : known.items) {
        const std::string name = name_of({row.bank, row.item, row.version, {}});
        analysis.items.emplace(name, std::move(row));
    }
    for (outreach::Event& event : store.events())
        if (analysis.tally.by_event.contains(event.id)) analysis.events.push_back(std::move(event));
    return analysis;
}

}  // namespace xy::figures
