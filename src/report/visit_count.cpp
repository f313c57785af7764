#include "report/visit_count.h"

#include <cmath>
#include <deque>
#include <string_view>
#include <unordered_map>

namespace xy::report {
namespace {

bool selected(const store::VisitRow& visit, const Selection& selection) {
    if (selection.event && *selection.event != visit.event) return false;
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

}  // namespace

Thresholds thresholds_of(const Tally& all, const Register& known) {
    std::map<std::string, stats::ItemTimes> times;  // whatever the phase
    for (const auto& [asked, item] : all.items) times[name_of(asked)] += item.times;
    Thresholds thresholds;
    for (const store::ItemRow& row : known.items)
        thresholds.push_back(static_cast<std::int64_t>(
            std::ceil(times[name_of({row.bank, row.item, row.version, {}})].threshold_ms())));
    return thresholds;
}

std::optional<DayTallies> count_days(store::Store& store, const Selection& selection, const Register& known,
                                     unsigned parts, const Progress& progress) {
    std::vector<ByDay<std::optional<DayCounter>>> counted(parts);
    const auto count = [&](store::VisitReader& reader, unsigned part) {
        while (reader.next()) {
            const store::VisitRow& visit = reader.visit();
            auto& day = counted[part].at(visit, [&]() -> std::optional<DayCounter> {
                if (!selected(visit, selection)) return std::nullopt;
                return std::optional<DayCounter>(std::in_place, known);
            });
            if (day)
                day->count(visit, visit.practice ? std::span<const store::VisitAnswer>{} : reader.answers());
        }
    };
    if (!read_parts(store, parts, count, progress)) return std::nullopt;
    DayTallies days;
    for (const auto& part : counted)
        for (const auto& [day, counter] : part.all())
            if (counter) days[day] += counter->tally(day.day);
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

}  // namespace xy::report
