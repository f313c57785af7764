// What changed: from before the quiz to after it, and from the year before to now. Inside figures/ only.
#pragma once

#include <optional>
#include <vector>

#include "figures/period_report.h"
#include "figures/published_visits.h"

namespace xy::figures {

/// The visits with a pre- and a post-test; register before Disclosure::decide(), read after it.
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
    };
    Disclosure& disclosure_;
    std::vector<Measured> measured_;
};

/// Nothing when the year before has no comparable data, or when either total is withheld.
std::optional<Comparison> comparison(const Analysis& now, const Analysis* year_before,
                                     const PeriodReport& report);

}  // namespace xy::figures
