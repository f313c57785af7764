// What visitors learnt, as far as it may be shown. Inside figures/ only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "figures/period_report.h"
#include "figures/published/published_visits.h"

namespace xy::figures {

/// The visits with a pre- and a post-test; register before Disclosure::decide(), read after it. A gain tells
/// more than its two shares. Means that weigh two orders alike tell how many visits had which order; an
/// interval tells the sum of the squared changes, which with tests of one item is the whole table of who knew
/// it before and after. All of that is registered for each order, tied to the audiences that it adds up from,
/// and a gain shows as a whole or not at all.
class PublishedGains {
 public:
    /// `tally` and `visits` must outlive it.
    PublishedGains(Disclosure& disclosure, const tally::Tally& tally, const PublishedVisits& visits);
    /// The one with most visits first, each followed by those of its audiences.
    std::vector<GainFigure> figures(const Titles& titles, Language language) const;

 private:
    /// What is told of pairs.
    struct Pairs {
        Disclosure::Cell n = 0;
        Disclosure::ShareCells before, after;  ///< marks out of n × items
        /// Of one item: both, only before, only after, neither. Of more: the sum of the squared changes.
        std::vector<Disclosure::Cell> changes;
    };
    struct Left {
        Disclosure::Cell n = 0;
        Disclosure::ShareCells before;
    };
    struct Measured {
        int items = 0;
        std::optional<std::string> audience;  ///< nothing: all
        tally::GainOrders orders;
        Disclosure::Cell n = 0;
        std::map<tally::FormOrder, Pairs> pairs;  ///< of a fixed design one for all
        std::optional<Left> left;                 ///< of all
    };
    enum class Print {
        first,  ///< of all: audiences are withheld rather than it
        printed,
        not_printed,
    };

    void register_items(int items);
    /// Pairs with tests of `items` items.
    struct Which {
        int items = 0;
        std::optional<std::string> audience;    ///< nothing: all
        std::optional<tally::FormOrder> order;  ///< nothing: all
    };
    Measured registered(int items, const std::optional<std::string>& audience, tally::GainOrders orders,
                        Print print);
    Pairs pairs_of(const Which& which, bool measures, Print print);
    Disclosure::Cell cell(Measure measure, Print print);
    Disclosure::ShareCells share(const ShareMeasure& measure, Print print);
    void tie_changes(const Pairs& pairs);
    void register_left(Measured& all);
    /// The audiences of `all` add up to it.
    void register_audiences(const Measured& all, const std::vector<std::string>& audiences);
    /// By order, also those that its own figure does not print.
    std::map<tally::FormOrder, Pairs> orders_of_audience(const Measured& of, const Measured& all);
    void sum(const Pairs& total, const std::vector<Pairs>& parts);
    /// A visit has tests of one length only, and is one of its audience's completed visits.
    void limit_by_visits();

    bool is_shown(const Measured& measured) const;
    std::optional<GainFigure> figure(const Measured& measured) const;

    Disclosure& disclosure_;
    const tally::Tally& tally_;
    const PublishedVisits& visits_;
    std::vector<Measured> measured_;
    std::map<std::string, std::vector<Disclosure::Cell>> pairs_of_audiences_;
};

}  // namespace xy::figures
