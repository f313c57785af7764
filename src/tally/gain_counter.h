// Visits with a test before and after: which tests, in which order. Inside figures/ only.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tally/analysis.h"

namespace xy::tally {

/// As many forms as a configuration may have; with more different tests, they were drawn at random.
inline constexpr std::size_t most_orders = 64;

/// Adds, and calls tests of which there are too many drawn; the same in whatever order counters are added.
void add_orders(std::map<GainKey, stats::EventGains>& to, const std::map<GainKey, stats::EventGains>& from);

class GainCounter {
 public:
    /// Places in VisitSource::items(), ascending.
    using Places = std::vector<std::uint32_t>;

    /// A completed visit with `items` ≥ 1 scored items before and after.
    void count(const store::VisitRow& visit, std::span<const store::VisitAnswer> answers, int items, int pre,
               int post);
    void add_to(Tally& tally, const std::vector<store::ItemRow>& rows) const;

 private:
    using Order = std::pair<Places, Places>;  ///< both empty: drawn
    using OfItems = std::map<Order, stats::EventGains>;

    std::map<std::string, std::map<int, OfItems>, std::less<>> audiences_;
    Order order_;  ///< reused
};

}  // namespace xy::tally
