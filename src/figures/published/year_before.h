// What changed from the year before to now. Inside figures/ only.
#pragma once

#include <optional>

#include "figures/period_report.h"
#include "figures/published/published_visits.h"

namespace xy::figures {

/// What may be said of the year before: `visits` and `right` are registered in the Disclosure of the report.
struct YearBefore {
    const tally::Analysis& analysis;
    const PublishedVisits& visits;
    Share right_answers;
};

/// Nothing when the year before has no comparable data, or when either total is withheld. No interval where a
/// reader does not see every event of both years, since it is made of them: it would tell the withheld ones.
/// Right answers are compared where both years asked the same items and both shares are shown, by what is
/// shown of them alone.
std::optional<Comparison> comparison(const tally::Analysis& now, const PublishedVisits& visits_now,
                                     const YearBefore& then, const PeriodReport& report);

}  // namespace xy::figures
