// Where everything in a chart stands. Pure arithmetic: how wide a text is comes from outside.
//
// Lengths always start at zero and are in proportion to the figures. A figure that is no number, negative or
// infinite has no length. Texts never overlap each other or a bar, and never leave the drawing.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "charts/drawing.h"

namespace xy::charts {

inline constexpr double unlimited = std::numeric_limits<double>::infinity();

/// What a text takes, in points. `whole`: it is not cut short and no word of it is broken.
struct Extent {
    double width = 0;
    double height = 0;
    bool whole = true;
};

/// Measures a text that is set into at most `lines` lines, each at most `width` points long.
using Measure = std::function<Extent(const std::string& text, double width, int lines)>;

Drawing lay_out(const ColumnChart& chart, double width, const Measure& measure);
Drawing lay_out(const BarChart& chart, double width, const Measure& measure);
Drawing lay_out(const DivergingChart& chart, double width, const Measure& measure);

/// `width` as it is used: between 120 and 2000 points; 504 for what is no number.
double usable_width(double width);

/// Each value as a share of the largest, 0 to 1; all zero when none is above zero. Withheld: nothing.
std::vector<std::optional<double>> shares_of_largest(const std::vector<Bar>& bars);

/// What a chart without any figure shows: a frame with a dash.
Drawing empty_frame(double width, const Measure& measure);

/// The ※ of a figure that is withheld.
inline constexpr const char* withheld_mark = "※";

/// A name in one line of `limit` points; else in two that are about as long as each other, if no word breaks;
/// else as `measure` does it.
Extent balanced(const std::string& name, double limit, const Measure& measure);

/// The place of a text in the middle of the height of `row`, from x = `left` on.
Box beside(const Box& row, double left, const Extent& extent);

}  // namespace xy::charts
