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
    PublishedGains(Disclosure& disclosure, const Tally& tally, Disclosure::Cell started,
                   Disclosure::Cell completed);
    /// The one with most visits first, each followed by those of its audiences.
    std::vector<GainFigure> figures(const Titles& titles, Language language) const;

 private:
    struct Measured {
        int items = 0;
        std::optional<std::string> audience;  ///< nothing: all
        stats::Gain gain;
        Disclosure::Cell n = 0;
        Disclosure::ShareCells before, after;  ///< marks out of n × items
        std::optional<Disclosure::Cell> left;
    };
    Measured registered(int items, const stats::Gain& gain);
    /// The audiences of `all` add up to it.
    void register_audiences(const Measured& all);
    void register_left(Measured& all, Disclosure::Cell started);
    std::optional<GainFigure> figure(const Measured& measured) const;

    const Tally& tally_;
    Disclosure& disclosure_;
    std::vector<Measured> measured_;
};

/// Nothing when the year before has no comparable data, or when either total is withheld.
std::optional<Comparison> comparison(const Analysis& now, const Analysis* year_before,
                                     const PeriodReport& report);

}  // namespace xy::figures
