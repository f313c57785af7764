// What may be shown of the sheet of an event.
#pragma once

#include <cstdint>

#include "figures/disclosure.h"
#include "outreach/sheet.h"

namespace xy::figures {

/// The sheet for `readers`: for everyone small counts are withheld, and what they could be computed from, by
/// the rule of the reports over all its figures at once; for the office nothing is. Materials of the ledger
/// and practice are no groups of visitors and always shown, as in a report; the median is, where its visits
/// are enough.
outreach::ShownSheet shown_sheet(const outreach::Sheet& sheet, Readers readers,
                                 std::int64_t threshold = stats::usual_threshold);

}  // namespace xy::figures
