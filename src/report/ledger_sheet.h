// 活动台账 for people who open it in Excel or WPS: a line per event and measure.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "store/store.h"

namespace xy::report {

inline constexpr std::string_view ledger_sheet_file = "活动台账.csv";

/// Byte order mark, 内部资料 on a line, Chinese headers, totals without undone entries; how exact stands in a
/// column of its own, so that the figures can be added up. No cell that a spreadsheet would take for a
/// formula.
std::string ledger_sheet(std::span<const outreach::Event> events,
                         std::span<const outreach::LedgerEntry> entries);

}  // namespace xy::report
