// The sheet of an event as JSON, for other programs.
#pragma once

#include "json/writer.h"
#include "outreach/sheet.h"

namespace xy::report {

/// One object: "profile" (内部资料, or public); the event; started, completed, abandoned, timed_out,
/// right_answers, answered_items, skipped_items, pledges_given, pledges_asked, practice, median_ms (null
/// without visits, or withheld); "hours" [{hour, started}], "topics" [{topic, title_zh, title_en, right,
/// answered}], "ledger" [{measure, title_zh, title_en, unit_zh, unit_en, amount, precision, entries}]. Names
/// as in participation.csv and ledger.csv; a count that is null is withheld.
json::Record sheet_record(const outreach::ShownSheet& sheet);

}  // namespace xy::report
