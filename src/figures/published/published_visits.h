// The visits of a report in all its tables at once. Inside figures/ only.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "figures/period_report.h"

namespace xy::figures {

/// Code of the township that `code` lies in (or is); `code` itself where there is none.
std::string township_of(std::span<const outreach::Place> places, const std::string& code);
/// Codes of all townships, in the order of `places`.
std::vector<std::string> townships_of(std::span<const outreach::Place> places);

/// Places, venue kinds and occasions are sums of events; events, audiences and months each add up to the same
/// total. Everything is registered at once, and read after Disclosure::decide().
class PublishedVisits {
 public:
    using Name = std::function<std::string(const std::string& id)>;

    PublishedVisits(Disclosure& disclosure, const tally::Tally& tally,
                    const std::vector<outreach::Event>& events, std::span<const outreach::Place> places);

    Count total() const { return disclosure_.shown(completed_.n); }
    Share completed() const { return disclosure_.shown(completed_); }
    Count abandoned() const { return disclosure_.shown(abandoned_); }
    Count timed_out() const { return disclosure_.shown(timed_out_); }
    Count rapid() const { return disclosure_.shown(rapid_); }
    Count doubtful_clock() const { return disclosure_.shown(doubtful_clock_); }
    Share at_threshold() const { return disclosure_.shown(at_threshold_); }
    Share pledges() const { return disclosure_.shown(pledges_); }

    Count of_event(const std::string& id) const;
    /// Whether a reader sees the visits of every event.
    bool every_event() const;
    /// By events only where every one is seen: else an interval would tell of those that are withheld.
    stats::ClusterBy cluster_by() const {
        return every_event() ? stats::ClusterBy::events : stats::ClusterBy::visits;
    }
    /// All `places` of the level of townships, zeros too, then what lies in none of them.
    std::vector<Group> by_place(std::span<const outreach::Place> places, const Name& name) const;
    /// All venue kinds in `known` in that order, zeros too, then the others.
    std::vector<Group> by_venue(const std::vector<std::string>& known, const Name& name) const;
    std::vector<Group> by_occasion(const Name& name) const { return groups(occasions_, name); }
    std::vector<Group> by_audience(const Name& name) const { return groups(audiences_, name); }
    std::vector<Group> by_month() const;

    /// Cells that other figures are limited by.
    Disclosure::Cell started_cell() const { return completed_.n; }
    Disclosure::Cell completed_cell() const { return completed_.hits; }
    Disclosure::Cell not_completed_cell() const { return completed_.misses; }
    /// Requires that the audience had visits.
    Disclosure::Cell audience_cell(const std::string& id) const { return *audiences_.at(id).index; }

 private:
    struct Cell {
        std::optional<Disclosure::Cell> index;  ///< none without visits: nobody has to guess a zero
        std::int64_t events = 0;
    };
    using Cells = std::map<std::string, Cell>;
    using Key = std::function<std::string(const outreach::Event&)>;

    void outcomes();
    /// Events with the same `key` summed up.
    Cells grouped(const std::string& kind, const std::vector<outreach::Event>& events, const Key& key);
    void sum_up(const Cells& cells);
    /// What each event had in each month is printed nowhere, but ties events to months. The few visits of an
    /// event that reached into another month are no group that anybody could see.
    void tie_months(const tally::Tally& tally);
    Count shown(const Cell& cell) const;
    std::vector<Group> groups(const Cells& cells, const Name& name) const;
    /// `first` in that order, zeros too, then the other cells.
    std::vector<Group> groups(const Cells& cells, const std::vector<std::string>& first,
                              const Name& name) const;

    Disclosure& disclosure_;
    Disclosure::ShareCells completed_, at_threshold_, pledges_;
    Disclosure::Cell abandoned_ = 0, timed_out_ = 0, rapid_ = 0, doubtful_clock_ = 0;
    Cells events_, places_, venues_, occasions_, audiences_, months_;
};

}  // namespace xy::figures
