// The visits of a report in all its tables at once, and which of them may be shown.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "report/period_report.h"

namespace xy::report {

/// Code of the township that `code` lies in (or is); `code` itself where there is none.
std::string township_of(std::span<const outreach::Place> places, const std::string& code);
/// Codes of all townships, in the order of `places`.
std::vector<std::string> townships_of(std::span<const outreach::Place> places);

/// Places and venue kinds are sums of events; events, audiences and months each add up to the same total. A
/// figure that could be computed from another table is withheld like one that is small.
class PublishedCounts {
 public:
    using Name = std::function<std::string(const std::string& id)>;

    PublishedCounts(const Analysis& analysis, const std::vector<outreach::Event>& events,
                    std::span<const outreach::Place> places, const ReportOptions& options);

    Count total() const { return shown(total_); }
    std::vector<Group> by_event(const Name& name) const { return groups(events_, name); }
    /// All `places` of the level of townships, zeros too, then what lies in none of them.
    std::vector<Group> by_place(std::span<const outreach::Place> places, const Name& name) const;
    /// All venue kinds in `known` in that order, zeros too, then the others.
    std::vector<Group> by_venue(const std::vector<std::string>& known, const Name& name) const;
    std::vector<Group> by_audience(const Name& name) const { return groups(audiences_, name); }
    std::vector<Group> by_month() const;

 private:
    struct Cell {
        std::size_t index = 0;
        std::int64_t events = 0;
    };
    using Cells = std::map<std::string, Cell>;

    std::size_t add(std::int64_t count);
    using Key = std::function<std::string(const outreach::Event&)>;
    /// Events with the same `key` summed up.
    Cells grouped(const std::vector<outreach::Event>& events, const Key& key);
    void sum_up(const Cells& cells);
    /// What each event had in each month is printed nowhere, but ties events to months.
    void tie_months(const Tally& tally);
    Count shown(std::size_t cell) const;
    std::vector<Group> groups(const Cells& cells, const Name& name) const;
    /// `first` in that order, zeros too, then the other cells.
    std::vector<Group> groups(const Cells& cells, const std::vector<std::string>& first,
                              const Name& name) const;

    stats::Publication publication_;
    std::vector<bool> withheld_;
    std::size_t total_ = 0;
    Cells events_, places_, venues_, audiences_, months_;
};

}  // namespace xy::report
