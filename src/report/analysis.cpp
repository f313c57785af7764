#include "report/analysis.h"

#include <algorithm>

#include "report/session_tally.h"

namespace xy::report {
namespace {

/// Thrown out of a walk when the work was stopped.
struct Stopped {};

bool selected(const store::SessionRow& row, const Selection& selection) {
    if (!selection.has(row.start.event)) return false;
    return !selection.period || selection.period->contains(row.start.hour.day);
}

/// Tells how far two walks over all sessions are; looks at the caller every thousand sessions.
class Steps {
 public:
    Steps(const Progress& progress, std::int64_t all)
        : progress_(progress), all_(std::max<std::int64_t>(all, 1)) {}
    void next() {
        if (++done_ % 1'000 != 0 || !progress_) return;
        if (!progress_(static_cast<double>(done_) / static_cast<double>(all_))) throw Stopped();
    }

 private:
    const Progress& progress_;
    std::int64_t all_;
    std::int64_t done_ = 0;
};

/// How long each item takes, over the completed visits: needed before a single answer can be called too fast.
Thresholds find_thresholds(store::Store& store, const Selection& selection, Steps& steps) {
    std::unordered_map<const store::ItemRow*, stats::ItemTimes> times;
    bool counts = false;
    store.walk(
        [&](const store::SessionRow& row) {
            steps.next();
            counts =
                !row.start.practice && row.outcome == quiz::Outcome::completed && selected(row, selection);
        },
        [&](const store::StoredAnswer& answer) {
            if (counts && answer.correct && answer.chosen != 0) times[answer.item].add(answer.time.count());
        });
    Thresholds thresholds;
    for (const auto& [item, of_item] : times) thresholds.emplace(item, of_item.threshold_ms());
    return thresholds;
}

void count(store::Store& store, Analysis& analysis, const Thresholds& thresholds, Steps& steps) {
    const std::vector<std::string> doubtful = store.doubtful_days();
    const std::set<std::string> doubtful_days(doubtful.begin(), doubtful.end());
    SessionTally session(analysis.tally, thresholds, doubtful_days);
    bool counts = false;
    store.walk(
        [&](const store::SessionRow& row) {
            steps.next();
            if (counts) session.end();
            counts = selected(row, analysis.selection);
            if (counts && row.start.practice) {
                ++analysis.tally.practice;
                counts = false;
            }
            if (counts) session.session(row);
        },
        [&](const store::StoredAnswer& answer) {
            if (counts) session.answer(answer);
        });
    if (counts) session.end();
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
    Steps steps(progress, 2 * store.count_sessions());
    try {
        const Thresholds thresholds = find_thresholds(store, selection, steps);
        count(store, analysis, thresholds, steps);
    } catch (const Stopped&) {
        return std::nullopt;
    }
    for (store::ItemRow& row : store.items()) {
        const std::string name = name_of({row.bank, row.item, row.version, {}});
        analysis.items.emplace(name, std::move(row));
    }
    for (outreach::Event& event : store.events())
        if (analysis.tally.by_event.contains(event.id)) analysis.events.push_back(std::move(event));
    return analysis;
}

}  // namespace xy::report
