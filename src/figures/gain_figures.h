// What visitors learnt, by how their two tests were put. Inside figures/ only.
#pragma once

#include <optional>
#include <string>

#include "figures/analysis.h"

namespace xy::figures {

/// How the tests before and after relate.
enum class GainDesign {
    counterbalanced,  ///< two forms, some visitors have the one first and some the other
    same,             ///< the same items twice
    drawn,            ///< drawn at random each time
    fixed,  ///< everybody has the same form first: what is easier cannot be told from what was learnt
};

/// "counterbalanced", "same", "drawn", "fixed".
std::string_view code(GainDesign design);

struct TestGain {
    GainDesign design = GainDesign::drawn;
    stats::MeasuredGain measured;
};

/// Of visits with tests of `items` items; of one audience or, without it, of all. Where some were asked in a
/// fixed order and others not, of the others alone; `fixed` only where there are no others. Nothing without
/// visits.
std::optional<TestGain> gain_of(const Tally& tally, int items,
                                const std::optional<std::string>& audience = std::nullopt);

}  // namespace xy::figures
