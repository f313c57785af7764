// What visitors learnt, by how their two tests were put. Inside figures/ only.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tally/analysis.h"

namespace xy::tally {

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

/// The form before and the one after; two empty ones: drawn.
using FormOrder = std::pair<Form, Form>;

/// The pairs that a gain is of.
struct GainOrders {
    GainDesign design = GainDesign::drawn;
    /// Both orders of two forms stand together. Of a fixed order all visits count alike, so that these are
    /// one.
    std::vector<std::map<FormOrder, stats::EventGains>> groups;
};

/// Of visits with tests of `items` items; of one audience or, without it, of all. Where some were asked in a
/// fixed order and others not, those of the others alone; `fixed` only where there are no others. Nothing
/// without visits.
std::optional<GainOrders> orders_of(const Tally& tally, int items,
                                    const std::optional<std::string>& audience = std::nullopt);

std::optional<TestGain> gain_of(const GainOrders& orders, stats::ClusterBy by = stats::ClusterBy::events);
/// Of orders_of().
std::optional<TestGain> gain_of(const Tally& tally, int items,
                                const std::optional<std::string>& audience = std::nullopt);

}  // namespace xy::tally
