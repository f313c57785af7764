// A reporting period (统计期): whole days, both ends included.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"

namespace xy::outreach {

struct Period {
    std::string from;     ///< YYYY-MM-DD
    std::string to;       ///< YYYY-MM-DD, not before `from`
    LocalizedText title;  ///< “2026 年上半年”, “First half of 2026”

    bool contains(std::string_view day) const { return from <= day && day <= to; }
    friend bool operator==(const Period&, const Period&) = default;
};

/// The day `days` after `day` (before, if negative), both YYYY-MM-DD; empty for a day that no calendar has.
std::string day_after(std::string_view day, int days = 1);

/// The ways to write one, for help and errors.
inline constexpr std::string_view period_forms = "2026, 2026H1, 2026Q2, 2026-06 or 2026-03-01..2026-04-15";

/// Year, half-year, quarter, month, or two days; nothing for anything else, also for a day that no calendar
/// has.
std::optional<Period> parse_period(std::string_view text);

/// The periods that an office reports on, as parse_period() takes them, seen from `today` (YYYY-MM-DD): this
/// half-year, the one before, this year, this quarter, this month. A year or quarter in its first part holds
/// nothing that the next shorter one does not, so the one before it stands in its place: in January, when the
/// summary of the year is written, the year that has ended. Empty for a day that no calendar has.
std::vector<std::string> usual_periods(std::string_view today);

/// Which of usual_periods() is most likely wanted: in the first month of a half-year the one that has ended,
/// else the one that runs.
std::size_t likely_period(std::string_view today);

/// The same period a year before (29 February becomes the 28th).
Period year_before(const Period& period);

}  // namespace xy::outreach
