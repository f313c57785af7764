// The ledger (活动台账): what was handed out and done at an event. Entries are only ever added; a mistake is
// undone by marking its entry, never by erasing it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifier.h"
#include "base/localized.h"

namespace xy::outreach {

/// A measure (计量项): 发放宣传资料 in 份, 接受咨询 in 人次 …; the list is configuration.
struct Measure {
    std::string id;
    LocalizedText title;
    LocalizedText unit;
    std::vector<std::string> aliases;            ///< other words for it in reports
    std::vector<std::int64_t> steps{1, 10, 50};  ///< of the buttons that add; one to three, ascending
};

/// How an office writes a figure that nobody counted: 约 300, 300 余, 300 多.
enum class Precision { exact, about, over, more };

/// "exact", "about", "over", "more".
std::string_view code(Precision precision);
std::optional<Precision> parse_precision(std::string_view code);

struct LedgerEntry {
    RandomId id;
    std::string event;
    std::string measure;
    LocalizedText title;  ///< of the measure when it was entered: it may be gone from the configuration
    LocalizedText unit;
    std::int64_t amount = 0;  ///< may be negative: a correction
    Precision precision = Precision::exact;
    std::string note;
    bool undone = false;
    friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

/// Whether `amount` of a measure is so far from what was entered for it at this event that it is asked for
/// twice: more than ten times the largest entry that counts, where one under 100 is taken for 100; more than
/// 10,000 while there is none.
bool is_surprising(std::int64_t amount, std::span<const LedgerEntry> entries, std::string_view measure);

/// 未填报 (nothing was entered) is not the same as 0.
struct LedgerTotal {
    std::int64_t amount = 0;
    Precision precision = Precision::exact;  ///< the least precise of the entries
    int entries = 0;                         ///< not undone
    friend bool operator==(const LedgerTotal&, const LedgerTotal&) = default;
};

LedgerTotal total_of(std::span<const LedgerEntry> entries, std::string_view event, std::string_view measure);

enum class LedgerFault {
    zero,            ///< nothing to add
    negative_total,  ///< the total would fall under zero
    too_large,       ///< beyond 1e12: not a figure of an event
};

/// Why `amount` cannot be added to a measure whose total is `total`.
std::optional<LedgerFault> fault_of(std::int64_t amount, std::int64_t total);

}  // namespace xy::outreach
