// Charts as reports have them, and what one sees in a drawing.
#pragma once

#include <string>
#include <vector>

#include "charts/chart.h"
#include "charts/drawing.h"

namespace xy::charts::tests {

/// Set with the fonts of the product.
Drawing drawing_of(const Chart& chart, double width = 504);

/// 1 to 6 月 of the example report.
ColumnChart half_a_year();
/// 2025-01 to 2026-12, the eighth withheld.
ColumnChart two_years();
std::vector<Bar> townships();  ///< 14, the last two withheld
std::vector<Bar> audiences();  ///< 15, some with long names
DivergingChart survey();       ///< four groups, the last withheld

/// Each with its name: all of the above and what may go wrong.
struct Named {
    const char* name;
    Chart chart;
};
std::vector<Named> all_charts();

std::vector<Box> bars_of(const Drawing& drawing);
std::vector<Text> texts_of(const Drawing& drawing, TextPart part);
std::vector<std::string> words_of(const Drawing& drawing, TextPart part);

}  // namespace xy::charts::tests
