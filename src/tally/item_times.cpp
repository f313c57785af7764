#include "tally/item_times.h"

#include <algorithm>

#include "tally/visit_counter.h"

namespace xy::tally {
namespace {

using TimeLists = std::vector<const store::TimeList*>;

/// Of a band that has a beginning and an end: half of 1.25, as a ratio (quiz::middle_of_time()).
constexpr double band_error = 0.12;

/// Events all of whose days are in the selection.
std::set<std::string> whole_events(const Selection& selection, store::Store& store) {
    const DoubtfulDays doubtful(store.doubtful_days());
    std::set<std::string> events, torn;
    for (const store::DayTimes& times : store.day_times()) {
        const std::string* const other = doubtful.counted_on(times.event, times.day);
        const bool in = selected(times.event, other != nullptr ? *other : times.day, selection);
        (in ? events : torn).insert(times.event);
    }
    for (const std::string& event : torn) events.erase(event);
    return events;
}

/// The `position`-th of all that the lists hold, in ascending order from 0 on.
double time_at(const TimeLists& lists, std::int64_t position) {
    std::int64_t low = lists.front()->front();
    std::int64_t high = lists.front()->back();
    for (const store::TimeList* list : lists) {
        low = std::min(low, list->front());
        high = std::max(high, list->back());
    }
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        std::int64_t up_to = 0;
        for (const store::TimeList* list : lists)
            up_to += std::upper_bound(list->begin(), list->end(), middle) - list->begin();
        if (up_to > position)
            high = middle;
        else
            low = middle + 1;
    }
    return static_cast<double>(low);
}

std::int64_t times_in(const TimeLists& lists) {
    std::int64_t n = 0;
    for (const store::TimeList* list : lists) n += static_cast<std::int64_t>(list->size());
    return n;
}

}  // namespace

stats::Quartiles quartiles_of(const TimeBands& bands) {
    std::int64_t n = 0;
    for (const std::int64_t count : bands) n += count;
    const auto middle_at = [&bands](std::int64_t position) -> std::optional<double> {
        std::int64_t up_to = 0;
        for (int band = 0; band < quiz::last_time_band; ++band) {
            up_to += bands.at(static_cast<std::size_t>(band));
            if (up_to > position) return static_cast<double>(quiz::middle_of_time(band).count());
        }
        return std::nullopt;
    };
    stats::Quartiles quartiles = stats::quartiles_of(n, middle_at);
    quartiles.relative_error = band_error;
    return quartiles;
}

void take_exact_times(Analysis& analysis, store::Store& store) {
    std::int64_t answers = 0;
    std::map<std::string, std::vector<const AskedItem*>> phases;  // with times, of an item version
    for (const auto& [asked, item] : analysis.tally.items) {
        answers += item.times.n;
        if (item.times.n > 0) phases[name_of(asked)].push_back(&asked);
    }
    if (answers == 0 || answers > most_exact_times) return;
    const std::set<std::string> events = whole_events(analysis.selection, store);
    const std::vector<store::AnswerTimes> measured = store.answer_times();
    std::map<std::string, TimeLists> lists;
    for (const store::AnswerTimes& times : measured)
        if (events.contains(times.event) && !times.times.empty())
            lists[name_of({times.bank, times.item, times.version, {}})].push_back(&times.times);
    for (const auto& [item, of_item] : lists) {
        const auto asked = phases.find(item);
        if (asked == phases.end() || asked->second.size() > 1) continue;
        const AskedItem& once = *asked->second.front();
        const std::int64_t n = times_in(of_item);
        if (n != analysis.tally.items.at(once).times.n) continue;
        analysis.times[once] = stats::quartiles_of(
            n, [&all = of_item](std::int64_t position) { return std::optional(time_at(all, position)); });
    }
}

}  // namespace xy::tally
