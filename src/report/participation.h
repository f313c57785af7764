// 参与统计: what the offices report of a kiosk, as a table for programs, for people and for a terminal.
//
// It counts visits (人次), never persons. Practice is not in it. Small groups are not withheld, and every
// form but the CSV file for programs says so: a first line there would break its readers, and the descriptor
// and the README beside it say it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "figures/titles.h"
#include "json/writer.h"
#include "store/rows.h"

namespace xy::report {

inline constexpr std::string_view participation_file = "participation.csv";
inline constexpr std::string_view sheet_file = "参与统计.csv";

/// For programs: ASCII headers, ids, one row per cell, no total. Columns as in exchange/package_schema.
std::string participation_csv(std::span<const store::ParticipationRow> rows);

/// The same as JSON objects, each marked as internal in its field "profile".
std::vector<json::Record> participation_records(std::span<const store::ParticipationRow> rows);

/// For people who open it in Excel or WPS: byte order mark, 内部资料 on a line, Chinese headers, titles, a
/// total, and no cell that a spreadsheet would take for a formula.
std::string participation_sheet(std::span<const store::ParticipationRow> rows, const figures::Titles& titles);

/// For a terminal: 内部资料 on a line, then aligned columns (a Chinese character is two wide), a total. Ends
/// with a new line.
std::string participation_table(std::span<const store::ParticipationRow> rows, const figures::Titles& titles,
                                Language language);

/// Right answers among answered items as a percentage with one digit ("83.3%"); in words when nothing was
/// answered.
std::string rate_of_right(const store::ParticipationRow& row, Language language);

/// All rows added up.
store::ParticipationRow total_of(std::span<const store::ParticipationRow> rows);

}  // namespace xy::report
