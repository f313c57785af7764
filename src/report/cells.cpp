#include "report/cells.h"

namespace xy::report {

using json::Cell;
using json::List;
using json::Record;

Cell number_cell(const std::optional<double>& value) {
    return value ? Cell(*value) : Cell(nullptr);
}

Cell interval_cell(const std::optional<stats::Interval>& value) {
    return value ? Cell(List{Cell(value->low), Cell(value->high)}) : Cell(nullptr);
}

Cell count_cell(const figures::Count& count) {
    return count ? Cell(*count) : Cell(nullptr);
}

Record share_record(const stats::Proportion& share) {
    return {{"hits", share.hits},
            {"n", share.n},
            {"share", number_cell(share.value())},
            {"interval_95", interval_cell(wilson(share))}};
}

}  // namespace xy::report
