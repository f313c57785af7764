// A table of a report on a sheet of a workbook. Inside report/ only.
#pragma once

#include "document/spreadsheet.h"
#include "report/table.h"

namespace xy::report {

/// Appends the columns and rows that stand on a sheet, numbers as numbers; the header stands in `row`. A
/// share or a change takes four cells: itself, both ends of its interval, n. Returns the last row.
int append_table(document::Sheet& sheet, int row, const Table& table, Language language);

/// The same at the top of the sheet, which is about this table; the totals stand below what can be filtered.
void put_main_table(document::Sheet& sheet, const Table& table, Language language);

}  // namespace xy::report
