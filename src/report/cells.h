// Figures as JSON cells, the same in every output for programs. Inside report/ only.
#pragma once

#include "json/writer.h"
#include "report/disclosure.h"

namespace xy::report {

/// null where there is no number.
json::Cell number_cell(const std::optional<double>& value);
/// [low, high]; null where there is none.
json::Cell interval_cell(const std::optional<stats::Interval>& value);
/// null where it is withheld.
json::Cell count_cell(const Count& count);

/// {"hits", "n", "share", "interval_95"}.
json::Record share_record(const stats::Proportion& share);
/// The same; null where it is withheld.
json::Cell share_cell(const Share& share);

}  // namespace xy::report
