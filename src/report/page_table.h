// A table of a report on a page. Inside report/ only.
#pragma once

#include "document/document.h"
#include "report/table.h"

namespace xy::report {

/// The columns and rows that stand on a page. A share or a change takes a cell for its interval, a share one
/// for its n.
document::Table page_table(const Table& table, Language language);

}  // namespace xy::report
