// What changed: from before the quiz to after it, and from the year before to now. Inside figures/ only.
#pragma once

#include <optional>
#include <vector>

#include "figures/period_report.h"
#include "figures/published_visits.h"

namespace xy::figures {

/// The visits with a pre- and a post-test; register before Disclosure::decide(), read after it. The interval
/// of a gain tells more than its two shares: with tests of one item, whole the table of who knew it before
/// and after. So that table is registered, and a gain shows as a whole or not at all.
class PublishedGains {
 public:
    PublishedGains(Disclosure& disclosure, const Tally& tally, Disclosure::Cell completed);
    /// The one with most visits first.
    std::vector<GainFigure> figures() const;

 private:
    struct Measured {
        int items = 0;
        const stats::Gain* gain = nullptr;  ///< never null
        Disclosure::Cell n = 0;
        Disclosure::ShareCells before, after;  ///< marks out of n × items
        std::vector<Disclosure::Cell> pairs;   ///< of one item: both, only before, only after, neither
    };
    /// Whether few changed, so that the interval would say of whom.
    bool few_changed(const stats::Gain& gain) const;
    void register_pairs(Measured& measured);
    bool is_shown(const Measured& measured) const;
    Disclosure& disclosure_;
    std::vector<Measured> measured_;
};

/// What may be said of the year before: `visits` and `right` are registered in the Disclosure of the report.
struct YearBefore {
    const Analysis& analysis;
    const PublishedVisits& visits;
    Share right_answers;
};

/// Nothing when the year before has no comparable data, or when either total is withheld. No interval where a
/// reader does not see every event of both years, since it is made of them: it would tell the withheld ones.
std::optional<Comparison> comparison(const Analysis& now, const PublishedVisits& visits_now,
                                     const YearBefore& then, const PeriodReport& report);

}  // namespace xy::figures
