// The same visitors before and after: paired yes/no outcomes.
#pragma once

#include <cstdint>
#include <optional>

#include "stats/proportion.h"

namespace xy::stats {

/// Pairs by (before, after). Only counts: two devices' tables add up.
struct PairedTable {
    std::int64_t both = 0;         ///< yes before and after (e)
    std::int64_t only_before = 0;  ///< f
    std::int64_t only_after = 0;   ///< g
    std::int64_t neither = 0;      ///< h

    std::int64_t n() const { return both + only_before + only_after + neither; }
    PairedTable& operator+=(const PairedTable& other);
    friend bool operator==(const PairedTable&, const PairedTable&) = default;
};

/// Share after minus share before, −1..1; nothing without pairs.
std::optional<double> paired_difference(const PairedTable& table);

/// Interval of paired_difference(): R. G. Newcombe, Statistics in Medicine 17 (1998) 2635–2650, method 10
/// (Wilson intervals of the two shares, joined with their correlation φ, continuity corrected when positive).
/// Nothing without pairs.
std::optional<Interval> newcombe_paired(const PairedTable& table, double z = z_95);

/// Share of b minus share of a, for two groups of different visitors: Newcombe, Statistics in Medicine 17
/// (1998) 873–890, method 10. Nothing when a group is empty.
std::optional<Interval> newcombe_difference(const Proportion& a, const Proportion& b, double z = z_95);

/// Two-sided tests of “as many changed to yes as to no”. Each p is 1 when nobody changed.
struct McNemar {
    double chi_squared_corrected =
        0;                   ///< (|f − g| − 1)² / (f + g), not under 0: Edwards, Psychometrika 13 (1948)
    double p_corrected = 1;  ///< of that, 1 degree of freedom
    double p_exact = 1;      ///< binomial with 1/2, doubled smaller tail, at most 1
    double p_mid = 1;        ///< p_exact − P(f): Fagerland et al., BMC Med. Res. Methodol. 13 (2013) 91
};

McNemar mcnemar(const PairedTable& table);

}  // namespace xy::stats
