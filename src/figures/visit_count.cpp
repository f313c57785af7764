#include "figures/visit_count.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <memory>
#include <string_view>
#include <thread>
#include <unordered_map>

namespace xy::figures {
namespace {

bool selected(const store::VisitRow& visit, const Selection& selection) {
    if (!selection.has(visit.event)) return false;
    return !selection.period || selection.period->contains(visit.day);
}

/// One thing for each event and day of a part; one that was met before is found without making strings.
template <typename Value>
class ByDay {
 public:
    /// `make` is asked once for each day.
    template <typename Make>
    Value& at(const store::VisitRow& visit, Make&& make) {
        name_.assign(visit.event).append(1, '\0').append(visit.day);
        const auto found = places_.find(name_);
        if (found != places_.end()) return *found->second;
        Value& value =
            values_.emplace_back(EventDay{std::string(visit.event), std::string(visit.day)}, make()).second;
        places_.emplace(name_, &value);
        return value;
    }
    const std::deque<std::pair<EventDay, Value>>& all() const { return values_; }

 private:
    std::deque<std::pair<EventDay, Value>> values_;
    std::unordered_map<std::string, Value*> places_;
    std::string name_;
};

/// Runs `part(reader, number)` on `parts` threads.
bool read_parts(store::Store& store, unsigned parts,
                const std::function<void(store::VisitReader&, unsigned)>& part, const Progress& progress) {
    std::vector<store::VisitPart> shares;
    for (unsigned number = 0; number < parts; ++number)
        shares.emplace_back([&part, number](store::VisitReader& reader) { part(reader, number); });
    return store.read_visits(shares, progress);
}

/// A day and its fast visits, while it is counted.
struct CountedDay {
    explicit CountedDay(const Register& known) : counter(known) {}
    DayCounter counter;
    RapidVisits rapid;
};

/// Nothing for a day that was not selected.
using PartDays = ByDay<std::unique_ptr<CountedDay>>;

void count_part(store::VisitReader& reader, const Selection& selection, const Register& known,
                PartDays& days) {
    ExpectedThresholds expected(known.items.size());
    while (reader.next()) {
        const store::VisitRow& visit = reader.visit();
        const auto& day = days.at(visit, [&]() -> std::unique_ptr<CountedDay> {
            return selected(visit, selection) ? std::make_unique<CountedDay>(known) : nullptr;
        });
        if (!day) continue;
        const auto answers = visit.practice ? std::span<const store::VisitAnswer>() : reader.answers();
        day->counter.count(visit, answers);
        if (visit.practice || visit.outcome != quiz::Outcome::completed) continue;
        expected.learn(answers);
        day->rapid.count(answers, expected);
    }
}

}  // namespace

unsigned usual_parts() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

Thresholds thresholds_of(const Tally& all, const Register& known) {
    std::map<std::string, stats::ItemTimes> times;  // whatever the phase
    for (const auto& [asked, item] : all.items) times[name_of(asked)] += item.times;
    Thresholds thresholds;
    for (const store::ItemRow& row : known.items) {
        const stats::ItemTimes& of_item = times[name_of({row.bank, row.item, row.version, {}})];
        thresholds.push_back(of_item.n == 0 ? never_answered
                                            : static_cast<std::int64_t>(std::ceil(of_item.threshold_ms())));
    }
    return thresholds;
}

std::optional<Days> count_days(store::Store& store, const Selection& selection, const Register& known,
                               unsigned parts, const Progress& progress) {
    std::vector<PartDays> counted(parts);
    const auto count = [&](store::VisitReader& reader, unsigned part) {
        count_part(reader, selection, known, counted[part]);
    };
    if (!read_parts(store, parts, count, progress)) return std::nullopt;
    Days days;
    for (const PartDays& part : counted)
        for (const auto& [day, of_part] : part.all()) {
            if (!of_part) continue;
            DayFigures& figures = days[day];
            figures.tally += of_part->counter.tally(day.day);
            figures.rapid += of_part->rapid;
        }
    return days;
}

std::optional<std::int64_t> count_rapid(store::Store& store, const Selection& selection,
                                        const Thresholds& thresholds, unsigned parts,
                                        const Progress& progress) {
    std::vector<std::int64_t> rapid(parts);
    const auto count = [&](store::VisitReader& reader, unsigned part) {
        ByDay<bool> wanted;
        std::int64_t found = 0;
        while (reader.next()) {
            const store::VisitRow& visit = reader.visit();
            if (visit.practice || visit.outcome != quiz::Outcome::completed) continue;
            if (!wanted.at(visit, [&] { return selected(visit, selection); })) continue;
            found += is_rapid(reader.answers(), thresholds) ? 1 : 0;
        }
        rapid[part] = found;
    };
    if (!read_parts(store, parts, count, progress)) return std::nullopt;
    std::int64_t all = 0;
    for (const std::int64_t found : rapid) all += found;
    return all;
}

}  // namespace xy::figures
