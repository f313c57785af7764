// Ordered steps of a survey statement (量表题).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stats/proportion.h"

namespace xy::stats {

struct Likert {
    std::vector<std::int64_t> counts;  ///< by step, from “not at all” up

    std::int64_t n() const;
    /// The two highest and the two lowest steps. With fewer than four steps they would overlap: then one
    /// each.
    Proportion top_two() const;
    Proportion bottom_two() const;
    /// Of the steps 1, 2, 3 …, and its standard deviation (n − 1); nothing with too few answers.
    std::optional<double> mean() const;
    std::optional<double> deviation() const;
    /// top − bottom as a share, −1..1; nothing when nobody answered.
    std::optional<double> net() const;
};

}  // namespace xy::stats
