#include "tally/analysis.h"

#include <algorithm>

#include "tally/counting.h"
#include "tally/form_counter.h"
#include "tally/gain_counter.h"
#include "tally/item_times.h"
#include "tally/scale_counter.h"

namespace xy::tally {
namespace {

/// The part of the progress after which only fast answers are looked for.
constexpr double counted_share = 0.9;

template <typename Key, typename Value>
void add(std::map<Key, Value>& to, const std::map<Key, Value>& from) {
    for (const auto& [key, value] : from) to[key] += value;
}

template <typename Value>
void add(std::vector<Value>& to, const std::vector<Value>& from) {
    if (to.size() < from.size()) to.resize(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) to[i] += from[i];
}

std::map<AskedItem, stats::Proportion> guesses_by_item(const Guesses& guesses, const VisitKeys& keys) {
    std::map<AskedItem, stats::Proportion> by_item;
    for (std::size_t item = 0; item < keys.items.size(); ++item) {
        const store::ItemRow& row = keys.items[item];
        for (const quiz::Phase phase :
             {quiz::Phase::pre, quiz::Phase::quiz, quiz::Phase::post, quiz::Phase::survey})
            if (const stats::Proportion& of_item = guesses.of(item, phase); of_item.n > 0)
                by_item.emplace(AskedItem{row.bank, row.item, row.version, phase}, of_item);
    }
    return by_item;
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
    for (std::size_t band = 0; band < time_bands.size(); ++band)
        time_bands.at(band) += other.time_bands.at(band);
    counts += other.counts;
    add(options, other.options);
    add(by_event, other.by_event);
    return *this;
}

MissingData& MissingData::operator+=(const MissingData& other) {
    shown += other.shown;
    omitted += other.omitted;
    completed += other.completed;
    completed_items += other.completed_items;
    left += other.left;
    left_items += other.left_items;
    for (std::size_t step = 0; step < left_at.size(); ++step) left_at.at(step) += other.left_at.at(step);
    return *this;
}

std::optional<double> MissingData::not_reached() const {
    if (completed == 0) return std::nullopt;
    const double length = static_cast<double>(completed_items) / static_cast<double>(completed);
    return std::max(length * static_cast<double>(left) - static_cast<double>(left_items), 0.0);
}

EventShares& EventShares::operator+=(const EventShares& other) {
    at_threshold += other.at_threshold;
    pledges += other.pledges;
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
    add(by_audience_event, other.by_audience_event);
    add(by_device_event, other.by_device_event);
    for (std::size_t hour = 0; hour < hours.size(); ++hour) hours.at(hour) += other.hours.at(hour);
    device_days.insert(other.device_days.begin(), other.device_days.end());
    durations += other.durations;
    scores += other.scores;
    add(gains, other.gains);
    add_orders(orders, other.orders);
    add_forms(forms, other.forms);
    add_scales(scales, other.scales);
    add(missing, other.missing);
    guesses += other.guesses;
    add(left_after_pre, other.left_after_pre);
    passed += other.passed;
    add(items, other.items);
    for (const auto& [asked, most] : other.most_answered) {
        int& here = most_answered[asked];
        here = std::max(here, most);
    }
    add(shares_by_event, other.shares_by_event);
    answers_of_visits += other.answers_of_visits;
    add(topics_of_visits, other.topics_of_visits);
    return *this;
}

std::string name_of(const AskedItem& item) {
    return item.bank + "/" + item.item + "@" + item.version;
}

std::vector<Analysis> analyse_each(store::VisitSource& source, std::span<const Selection> selections,
                                   const Progress& progress) {
    const VisitKeys keys{source.items(), source.devices(), DoubtfulDays(source.doubtful_days())};
    const unsigned threads = default_thread_count();
    std::vector<Tally> tallies =
        count_visits(source, selections, keys, threads, part_of(progress, 0, counted_share));
    std::vector<Thresholds> thresholds;
    for (const Tally& tally : tallies) thresholds.push_back(thresholds_of(tally, keys));
    const auto rapid = count_rapid(source, selections, thresholds, keys, threads,
                                   part_of(progress, counted_share, 1 - counted_share));
    const std::vector<outreach::Event> events = source.events();
    std::vector<Analysis> analyses;
    for (std::size_t i = 0; i < selections.size(); ++i) {
        Analysis& analysis =
            analyses.emplace_back(Analysis{selections[i], std::move(tallies[i]), {}, {}, {}, {}});
        analysis.tally.rapid = rapid[i].visits;
        analysis.tally.guesses = rapid[i].answers;
        analysis.guesses = guesses_by_item(rapid[i], keys);
        for (const auto& [asked, item] : analysis.tally.items)
            analysis.times.emplace(asked, quartiles_of(item.time_bands));
        for (const store::ItemRow& row : keys.items)
            analysis.items.emplace(name_of({row.bank, row.item, row.version, {}}), row);
        for (const outreach::Event& event : events)
            if (analysis.tally.by_event.contains(event.id)) analysis.events.push_back(event);
    }
    return analyses;
}

Analysis analyse(store::VisitSource& source, const Selection& selection, const Progress& progress) {
    return std::move(analyse_each(source, std::span(&selection, 1), progress).front());
}

}  // namespace xy::tally
