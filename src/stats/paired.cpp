#include "stats/paired.h"

#include <algorithm>
#include <cmath>

#include "stats/real.h"

namespace xy::stats {
namespace {

/// φ of the table as Newcombe's method 10 wants it: with the numerator's continuity correction.
double correlation(const PairedTable& table) {
    const double margins = real(table.both + table.only_before) * real(table.only_after + table.neither) *
                           real(table.both + table.only_after) * real(table.only_before + table.neither);
    if (margins == 0) return 0;
    const double product =
        real(table.both) * real(table.neither) - real(table.only_before) * real(table.only_after);
    const double corrected = product > 0 ? std::max(product - real(table.n()) / 2, 0.0) : product;
    return corrected / std::sqrt(margins);
}

/// ln of the probability of k heads among n fair coins.
double log_binomial_half(std::int64_t n, std::int64_t k) {
    return std::lgamma(real(n) + 1) - std::lgamma(real(k) + 1) - std::lgamma(real(n - k) + 1) -
           real(n) * std::log(2.0);
}

}  // namespace

PairedTable& PairedTable::operator+=(const PairedTable& other) {
    both += other.both;
    only_before += other.only_before;
    only_after += other.only_after;
    neither += other.neither;
    return *this;
}

std::optional<double> paired_difference(const PairedTable& table) {
    if (table.n() == 0) return std::nullopt;
    return real(table.only_after - table.only_before) / real(table.n());
}

std::optional<Interval> newcombe_paired(const PairedTable& table, double z) {
    const auto difference = paired_difference(table);
    if (!difference) return std::nullopt;
    const Proportion after{table.both + table.only_after, table.n()};
    const Proportion before{table.both + table.only_before, table.n()};
    const Interval a = *wilson(after, z);
    const Interval b = *wilson(before, z);
    const double phi = correlation(table);
    const auto joined = [phi](double x, double y) {
        return std::sqrt(std::max(x * x - 2 * phi * x * y + y * y, 0.0));
    };
    return Interval{*difference - joined(*after.value() - a.low, b.high - *before.value()),
                    *difference + joined(a.high - *after.value(), *before.value() - b.low)};
}

std::optional<Interval> newcombe_difference(const Proportion& a, const Proportion& b, double z) {
    const auto from = wilson(a, z);
    const auto to = wilson(b, z);
    if (!from || !to) return std::nullopt;
    const double difference = *b.value() - *a.value();
    return Interval{difference - std::hypot(*b.value() - to->low, from->high - *a.value()),
                    difference + std::hypot(to->high - *b.value(), *a.value() - from->low)};
}

McNemar mcnemar(const PairedTable& table) {
    McNemar result;
    const std::int64_t changed = table.only_before + table.only_after;
    if (changed == 0) return result;
    const std::int64_t fewer = std::min(table.only_before, table.only_after);
    const double excess = std::max(real(changed - 2 * fewer) - 1, 0.0);
    result.chi_squared_corrected = excess * excess / real(changed);
    result.p_corrected = std::erfc(std::sqrt(result.chi_squared_corrected / 2));
    // From the smallest term up, so that rounding stays small.
    double tail = 0;
    for (std::int64_t k = 0; k <= fewer; ++k) tail += std::exp(log_binomial_half(changed, k));
    result.p_exact = std::min(1.0, 2 * tail);
    // The doubled tail counts the middle term twice when both changed equally often; p_mid is 1 less that
    // term.
    const double at = std::exp(log_binomial_half(changed, fewer));
    result.p_mid = 2 * fewer == changed ? 1 - at : 2 * tail - at;
    return result;
}

}  // namespace xy::stats
