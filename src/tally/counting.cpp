#include "tally/counting.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <thread>

namespace xy::tally {
namespace {

/// Runs `part(reader, number)` on `threads` threads.
void read_parts(store::VisitSource& source, const store::VisitFilter& filter, unsigned threads,
                const std::function<void(store::VisitReader&, unsigned)>& part, const Progress& progress) {
    std::vector<store::VisitPart> parts;
    for (unsigned number = 0; number < threads; ++number)
        parts.emplace_back([&part, number](store::VisitReader& reader) { part(reader, number); });
    source.read_visits(parts, filter, progress);
}

/// The hours of a day whose date is in doubt are left out.
void add_times(Tally& tally, const store::DayTimes& times, bool doubtful) {
    for (const std::int64_t ms : times.durations) tally.durations.add(ms);
    if (doubtful) return;
    for (std::size_t hour = 0; hour < tally.hours.size(); ++hour)
        tally.hours.at(hour) += times.hours.at(hour);
}

bool is_rapid(std::span<const store::VisitAnswer> answers, const Thresholds& thresholds) {
    int guesses = 0;
    int given = 0;
    for (const store::VisitAnswer& answer : answers) {
        if (!answer.scored || answer.chosen == 0) continue;
        ++given;
        guesses += answer.time_ms < thresholds[answer.item] ? 1 : 0;
    }
    return stats::is_rapid(guesses, given);
}

void add_guesses(Guesses& guesses, const store::VisitRow& visit, std::span<const store::VisitAnswer> answers,
                 const Thresholds& thresholds) {
    if (visit.outcome == quiz::Outcome::completed && is_rapid(answers, thresholds)) ++guesses.visits;
    for (const store::VisitAnswer& answer : answers) {
        if (!answer.scored || answer.chosen == 0 || answer.time_ms >= thresholds[answer.item]) continue;
        const stats::Proportion guess{answer.right ? 1 : 0, 1};
        guesses.items[Guesses::phases * answer.item + static_cast<std::size_t>(answer.phase)] += guess;
        if (answer.phase == quiz::Phase::quiz) guesses.answers += guess;
    }
}

}  // namespace

Guesses& Guesses::operator+=(const Guesses& other) {
    visits += other.visits;
    answers += other.answers;
    for (std::size_t i = 0; i < items.size(); ++i) items[i] += other.items[i];
    return *this;
}

unsigned default_thread_count() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

Thresholds thresholds_of(const Tally& all, const VisitKeys& keys) {
    std::map<std::string, stats::ItemTimes> times;  // whatever the phase
    for (const auto& [asked, item] : all.items) times[name_of(asked)] += item.times;
    Thresholds thresholds;
    for (const store::ItemRow& row : keys.items) {
        const stats::ItemTimes& of_item = times[name_of({row.bank, row.item, row.version, {}})];
        thresholds.push_back(static_cast<std::int64_t>(std::ceil(of_item.threshold_ms())));
    }
    return thresholds;
}

std::vector<Tally> count_visits(store::VisitSource& source, std::span<const Selection> selections,
                                const VisitKeys& keys, unsigned threads, const Progress& progress) {
    std::vector<std::deque<VisitCounter>> counters(threads);  // which stay where they are
    for (auto& of_thread : counters)
        for (const Selection& selection : selections) of_thread.emplace_back(keys, selection);
    const auto count = [&](store::VisitReader& reader, unsigned part) {
        while (reader.next())
            for (VisitCounter& counter : counters[part]) counter.count(reader);
    };
    read_parts(source, {}, threads, count, progress);
    std::vector<Tally> tallies(selections.size());
    for (const auto& of_thread : counters)
        for (std::size_t i = 0; i < tallies.size(); ++i) tallies[i] += of_thread[i].tally();
    for (const store::DayTimes& times : source.day_times()) {
        const std::string* other = keys.doubtful.counted_on(times.event, times.day);
        for (std::size_t i = 0; i < tallies.size(); ++i)
            if (selected(times.event, other != nullptr ? *other : times.day, selections[i]))
                add_times(tallies[i], times, other != nullptr);
    }
    return tallies;
}

std::vector<Guesses> count_rapid(store::VisitSource& source, std::span<const Selection> selections,
                                 std::span<const Thresholds> thresholds, const VisitKeys& keys,
                                 unsigned threads, const Progress& progress) {
    std::int64_t highest = 0;
    for (const Thresholds& some : thresholds)
        for (const std::int64_t threshold : some) highest = std::max(highest, threshold);
    const std::vector<Guesses> nothing(selections.size(), Guesses(keys.items.size()));
    if (highest == 0) return nothing;
    std::vector<std::vector<Guesses>> counts(threads, nothing);
    const auto count = [&](store::VisitReader& reader, unsigned part) {
        while (reader.next()) {
            const store::VisitRow& visit = reader.visit();
            if (visit.practice) continue;
            const std::string* other = keys.doubtful.counted_on(visit.event, visit.day);
            const std::string_view day = other != nullptr ? std::string_view(*other) : visit.day;
            for (std::size_t i = 0; i < selections.size(); ++i)
                if (selected(visit.event, day, selections[i]))
                    add_guesses(counts[part][i], visit, reader.answers(), thresholds[i]);
        }
    };
    read_parts(source, {.answer_under_ms = highest}, threads, count, progress);
    std::vector<Guesses> all = nothing;
    for (const auto& of_thread : counts)
        for (std::size_t i = 0; i < all.size(); ++i) all[i] += of_thread[i];
    return all;
}

}  // namespace xy::tally
