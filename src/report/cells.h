// Figures as JSON cells, the same in every output for programs. Inside report/ only.
#pragma once

#include "figures/disclosure.h"
#include "json/writer.h"

namespace xy::report {

/// null where there is no number.
json::Cell number_cell(const std::optional<double>& value);
/// [low, high]; null where there is none.
json::Cell interval_cell(const std::optional<stats::Interval>& value);
/// null where it is withheld.
json::Cell count_cell(const figures::Count& count);

/// {"hits", "n", "share", "interval_95"}.
json::Record share_record(const stats::Proportion& share);

}  // namespace xy::report
