// A day of the calendar as text: YYYY-MM-DD, and what people and Excel write instead.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace xy {

/// A day that exists, as YYYY-MM-DD: the only form that is stored, exported and read back.
bool is_day(std::string_view text);

/// The day (YYYY-MM-DD) that somebody meant: 2026-06-26, 2026-6-26, 2026/6/26, 2026.6.26, 2026年6月26日 (or
/// 号), with blanks and with full-width digits and signs too; 6月26日 is the one nearest to `today`
/// (YYYY-MM-DD). Nothing for a day that does not exist or that could mean two (6/26/2026, 26-6-26).
std::optional<std::string> day_as_written(std::string_view text, std::string_view today);

/// How many days lie from the first to the second, negative when it comes before. Both are is_day().
int days_between(std::string_view from, std::string_view to);

/// For arithmetic with days. `text` is_day().
std::chrono::sys_days calendar_day(std::string_view text);
std::string text_of(std::chrono::sys_days day);

}  // namespace xy
