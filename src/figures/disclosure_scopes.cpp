// Several reports under one decision: where they count the same visits their counts are tied.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "figures/disclosure.h"

namespace xy::figures {
namespace {

using stats::Standing;
using Cell = Disclosure::Cell;
using Value = std::optional<std::int64_t>;

/// By cell of a scope from its first: what it would be where single counts are `count(cell)`. Nothing where
/// that cannot be said.
template <typename Count>
std::vector<Value> values_of(const std::vector<Disclosure::Registered>& registered,
                             const Disclosure::Scope& scope, Count&& count) {
    std::vector<Value> values(scope.end - scope.begin);
    for (Cell cell = scope.begin; cell < scope.end; ++cell) {
        const Disclosure::Registered& one = registered[cell];
        if (one.name.empty()) continue;
        Value& value = values[cell - scope.begin];
        if (one.count) value = count(cell);
        if (one.parts.empty()) continue;
        value = 0;
        for (const auto& [part, times] : one.parts) {
            const Value& of_part = values[part - scope.begin];
            value = value && of_part ? Value(*value + times * *of_part) : Value();
        }
    }
    return values;
}

bool is_true(const stats::Sum& sum, const std::vector<std::int64_t>& cells) {
    std::int64_t rest = cells[sum.total];
    for (std::size_t part = 0; part < sum.parts.size(); ++part)
        rest -= (sum.times.empty() ? 1 : sum.times[part]) * cells[sum.parts[part]];
    return rest == 0;
}

/// How a reader of a publication sees what it registered.
Standing standing_in(const outreach::PublishedCount* published, Standing standing) {
    const bool prints = standing == Standing::published || standing == Standing::headline;
    if (!prints) return standing;
    return published == nullptr || published->shown || published->count == 0 ? Standing::known
                                                                             : Standing::present;
}

/// Ties the scopes of one publication.
class Links {
 public:
    Links(stats::Publication& publication, const std::vector<Disclosure::Registered>& registered,
          const std::vector<Disclosure::Scope>& scopes)
        : publication_(publication),
          registered_(registered),
          scopes_(scopes),
          ties_(publication.cells.size()),
          late_ties_(publication.cells.size()) {}

    void link(std::span<const Disclosure::Region> regions) {
        regions_of_.resize(scopes_.size());
        for (std::size_t region = 0; region < regions.size(); ++region)
            for (const std::size_t scope : regions[region].scopes) regions_of_[scope].push_back(region);
        for (std::size_t scope = 0; scope < scopes_.size(); ++scope) tie_to_same(scope);
        for (const Disclosure::Region& region : regions) {
            begin_region();
            note_missing(region);
            // The cells of a report that is the region itself are those of the region.
            for (const std::size_t scope : region.scopes)
                if (is_whole(scope)) take_over(scopes_[scope]);
            for (const std::size_t scope : region.scopes)
                if (!is_whole(scope) && !same_as_other_[scope]) {
                    const auto values = values_of(registered_, scopes_[scope], [&](Cell cell) {
                        return registered_[cell].count(*region.tally);
                    });
                    add_part(scopes_[scope], values, 1,
                             may_hold_late(scopes_[scope], region) ? late_ties_ : ties_);
                }
        }
        for (const Disclosure::Scope& scope : scopes_) {
            begin_region();
            if (!scope.late.empty()) add_part(scope, scope.late, -1, late_ties_);
        }
        for (Cell cell = 0; cell < ties_.size(); ++cell) {
            add_rest_before(cell);
            add_tie(cell, ties_[cell]);
        }
    }

 private:
    using Names = std::unordered_set<std::string_view>;
    /// What a cell is the sum of.
    struct Tie {
        std::vector<Cell> parts;
        std::vector<std::int64_t> times;
        bool broken = false;
    };

    bool is_whole(std::size_t scope) const {
        return regions_of_[scope].size() == 1 && scopes_[scope].late.empty();
    }

    /// Only where an event has more visits in a month now.
    bool may_hold_late(const Disclosure::Scope& scope, const Disclosure::Region& region) const {
        if (scope.late.empty()) return false;
        std::unordered_set<std::string_view> as_before;
        for (Cell cell = scope.begin; cell < scope.end; ++cell)
            if (scope.late[cell - scope.begin] == 0) as_before.insert(registered_[cell].name);
        const auto& months = region.tally->by_event_month;
        return std::any_of(months.begin(), months.end(), [&](const auto& month) {
            return !as_before.contains(visits_of(month.first).name);
        });
    }

    void begin_region() {
        cells_.clear();
        published_.clear();
        new_.clear();
    }

    /// What the reports of a region have, so that it is seen what one of them has not.
    void note_missing(const Disclosure::Region& region) {
        for (const std::size_t scope : region.scopes) {
            Names& names = (scopes_[scope].is_published ? published_ : new_).emplace_back();
            for (Cell cell = scopes_[scope].begin; cell < scopes_[scope].end; ++cell)
                names.insert(registered_[cell].name);
        }
    }
    static bool is_missing(const std::vector<Names>& reports, std::string_view name) {
        return std::any_of(reports.begin(), reports.end(),
                           [&](const Names& names) { return !names.contains(name); });
    }

    /// A report of just the visits that another was of.
    void tie_to_same(std::size_t scope) {
        same_as_other_.push_back(false);
        if (!scopes_[scope].late.empty() || regions_of_[scope].size() < 2) return;
        for (std::size_t other = 0; other < scope; ++other) {
            if (!scopes_[other].late.empty() || regions_of_[other] != regions_of_[scope]) continue;
            begin_region();
            take_over(scopes_[other]);
            take_over(scopes_[scope]);
            same_as_other_[scope] = true;
            return;
        }
    }

    void take_over(const Disclosure::Scope& scope) {
        for (Cell cell = scope.begin; cell < scope.end; ++cell) {
            if (registered_[cell].name.empty()) continue;
            const auto [place, is_new] = cells_.emplace(registered_[cell].name, cell);
            if (!is_new) note(ties_[cell], place->second, 1);
        }
    }

    /// The part of `scope` that lies in a region, or came late, with `values` by cell.
    void add_part(const Disclosure::Scope& scope, const std::vector<Value>& values, std::int64_t times,
                  std::vector<Tie>& ties) {
        std::map<Cell, Cell> part_of;
        for (Cell cell = scope.begin; cell < scope.end; ++cell) {
            const std::string& name = registered_[cell].name;
            const Value& value = values[cell - scope.begin];
            if (name.empty()) continue;
            if (!value || *value < 0) {
                ties[cell].broken = true;
                continue;
            }
            const auto found = cells_.find(name);
            const Cell part = found != cells_.end() ? found->second : add(*value, cell);
            cells_.emplace(name, part);
            part_of.emplace(cell, part);
            note(ties[cell], part, times);
        }
        for (std::size_t sum = scope.first_sum; sum < scope.end_sum; ++sum)
            add_sum(publication_.sums[sum], part_of);
    }

    /// A count of visits that no report is of, like that of `whole`. What a report of them does not have is
    /// 0, and so is what lies elsewhere.
    Cell add(std::int64_t value, Cell whole) {
        const Disclosure::Registered& like = registered_[whole];
        Standing standing =
            publication_.standing[whole] == Standing::slack ? Standing::slack : Standing::unpublished;
        if (value == 0 && like.listed && is_missing(new_, like.name)) standing = Standing::absent;
        if (value == 0 && (like.placed || (like.listed && is_missing(published_, like.name))))
            standing = Standing::known;
        publication_.cells.push_back(value);
        publication_.standing.push_back(standing);
        return publication_.cells.size() - 1;
    }

    void add_sum(stats::Sum sum, const std::map<Cell, Cell>& part_of) {
        const auto put = [&](Cell& cell) {
            const auto found = part_of.find(cell);
            if (found == part_of.end()) return false;
            cell = found->second;
            return true;
        };
        if (!put(sum.total) || !std::all_of(sum.parts.begin(), sum.parts.end(), put)) return;
        if (!is_true(sum, publication_.cells)) return;
        const auto [place, is_new] =
            sums_.try_emplace({sum.total, sum.parts, sum.times}, publication_.sums.size());
        if (is_new)
            publication_.sums.push_back(std::move(sum));
        else if (sum.known)
            publication_.sums[place->second].known = true;
    }

    static void note(Tie& tie, Cell part, std::int64_t times) {
        tie.parts.push_back(part);
        tie.times.push_back(times);
    }

    /// What the regions in which visits came late had of `cell` before they came: not negative.
    void add_rest_before(Cell cell) {
        Tie& late = late_ties_[cell];
        Tie& tie = ties_[cell];
        if (late.broken || tie.broken) {
            tie.broken = true;
        } else if (tie.parts.empty()) {
            tie = std::move(late);
        } else if (!late.parts.empty()) {
            std::int64_t before = 0;
            for (std::size_t part = 0; part < late.parts.size(); ++part)
                before += late.times[part] * publication_.cells[late.parts[part]];
            tie.broken = before < 0;
            if (tie.broken) return;
            note(tie, add(before, cell), 1);
            add_tie(tie.parts.back(), late);
        }
    }

    void add_tie(Cell cell, Tie& tie) {
        if (tie.broken || tie.parts.empty()) return;
        stats::Sum sum{cell, std::move(tie.parts), std::move(tie.times), true};
        if (is_true(sum, publication_.cells)) publication_.sums.push_back(std::move(sum));
    }

    stats::Publication& publication_;
    const std::vector<Disclosure::Registered>& registered_;
    const std::vector<Disclosure::Scope>& scopes_;
    std::vector<std::vector<std::size_t>> regions_of_;  ///< by scope
    std::vector<bool> same_as_other_;                   ///< by scope
    std::vector<Tie> ties_;                             ///< by registered cell
    std::vector<Tie> late_ties_;                        ///< likewise, of where visits came late
    /// Of the region at work, by name.
    std::unordered_map<std::string, Cell> cells_;
    /// What the reports of the region at work have: those published before, and those being made.
    std::vector<Names> published_, new_;
    /// Those of regions, by place in the publication.
    std::map<std::tuple<Cell, std::vector<Cell>, std::vector<std::int64_t>>, std::size_t> sums_;
};

}  // namespace

void Disclosure::was_published(const std::vector<outreach::PublishedCount>& counts) {
    Scope& scope = scopes_.back();
    scope.is_published = true;
    std::unordered_map<std::string_view, const outreach::PublishedCount*> by_name;
    for (const outreach::PublishedCount& count : counts) by_name.emplace(count.name, &count);
    const auto published = [&](Cell cell) -> const outreach::PublishedCount* {
        const auto found = by_name.find(registered_[cell].name);
        return found == by_name.end() ? nullptr : found->second;
    };
    const auto then = values_of(registered_, scope, [&](Cell cell) -> Value {
        if (const outreach::PublishedCount* count = published(cell)) return count->count;
        return registered_[cell].listed ? Value(0) : Value();
    });
    bool same = true;
    for (Cell cell = scope.begin; cell < scope.end; ++cell) {
        Standing& standing = publication_.standing[cell];
        const Value& value = then[cell - scope.begin];
        standing = value ? standing_in(published(cell), standing) : Standing::slack;
        // What nothing is known of stands in no sum that could be true of both.
        scope.late.push_back(value ? Value(publication_.cells[cell] - *value) : Value());
        if (value) publication_.cells[cell] = std::max<std::int64_t>(*value, 0);
        same = same && scope.late.back().value_or(0) == 0;
    }
    if (same) scope.late.clear();
    const auto begin = publication_.sums.begin() + static_cast<std::ptrdiff_t>(scope.first_sum);
    publication_.sums.erase(
        std::remove_if(begin, publication_.sums.end(),
                       [&](const stats::Sum& sum) { return !is_true(sum, publication_.cells); }),
        publication_.sums.end());
    scope.end_sum = publication_.sums.size();
    for (std::size_t sum = scope.first_sum; sum < scope.end_sum; ++sum) publication_.sums[sum].known = true;
}

void Disclosure::link(std::span<const Region> regions) {
    Links(publication_, registered_, scopes_).link(regions);
}

}  // namespace xy::figures
