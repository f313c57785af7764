#include "outreach/ledger.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace xy::outreach {
namespace {

constexpr std::array<std::string_view, 4> precision_codes{"exact", "about", "over", "more"};
constexpr std::int64_t largest = 1'000'000'000'000;

}  // namespace

std::string_view code(Precision precision) {
    return precision_codes[static_cast<std::size_t>(precision)];
}

std::optional<Precision> parse_precision(std::string_view code) {
    const auto found = std::find(precision_codes.begin(), precision_codes.end(), code);
    if (found == precision_codes.end()) return std::nullopt;
    return static_cast<Precision>(found - precision_codes.begin());
}

LedgerTotal total_of(std::span<const LedgerEntry> entries, std::string_view event, std::string_view measure) {
    LedgerTotal total;
    for (const LedgerEntry& entry : entries) {
        if (entry.undone || entry.event != event || entry.measure != measure) continue;
        total.amount += entry.amount;
        total.precision = std::max(total.precision, entry.precision);
        ++total.entries;
    }
    return total;
}

bool is_surprising(std::int64_t amount, std::span<const LedgerEntry> entries, std::string_view measure) {
    constexpr std::int64_t usual_at_first = 1'000;
    constexpr std::int64_t least_usual = 100;
    std::optional<std::int64_t> usual;
    for (const LedgerEntry& entry : entries)
        if (!entry.undone && entry.measure == measure)
            usual = std::max(usual.value_or(least_usual), std::abs(entry.amount));
    return std::abs(amount) > 10 * usual.value_or(usual_at_first);
}

std::optional<LedgerFault> fault_of(std::int64_t amount, std::int64_t total) {
    if (amount == 0) return LedgerFault::zero;
    if (amount > largest || amount < -largest || total + amount > largest) return LedgerFault::too_large;
    if (total + amount < 0) return LedgerFault::negative_total;
    return std::nullopt;
}

}  // namespace xy::outreach
