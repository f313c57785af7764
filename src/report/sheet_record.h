// The sheet of an event as JSON, for other programs.
#pragma once

#include "json/writer.h"
#include "outreach/sheet.h"

namespace xy::report {

/// One object: the event; started, completed, abandoned, timed_out, right_answers, answered_items,
/// skipped_items, pledges_given, pledges_asked, practice, median_ms (null without visits); "hours" [{hour,
/// started}], "topics" [{topic, title_zh, title_en, right, answered}], "ledger" [{measure, title_zh,
/// title_en, unit_zh, unit_en, amount, precision, entries}]. Names as in participation.csv and ledger.csv.
json::Record sheet_record(const outreach::Sheet& sheet);

}  // namespace xy::report
