// Figures as JSON cells, the same in every output for programs. Inside report/ only.
#pragma once

#include "content/table_json.h"
#include "figures/disclosure.h"

namespace xy::report {

/// null where there is no number.
content::Cell number_cell(const std::optional<double>& value);
/// [low, high]; null where there is none.
content::Cell interval_cell(const std::optional<stats::Interval>& value);
/// null where it is withheld.
content::Cell count_cell(const figures::Count& count);

/// {"hits", "n", "share", "interval_95"}.
content::Record share_record(const stats::Proportion& share);
/// The same; null where it is withheld.
content::Cell share_cell(const figures::Share& share);

}  // namespace xy::report
