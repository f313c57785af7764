// Charts of a report: what they show, as data, and their drawing as SVG and PNG. One drawing (cairo and
// pango) for all outputs, so that a figure looks the same in a browser, in Word and on paper.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace xy::charts {

/// One column or bar. A figure that is withheld (小数保护) has no value: its place stays empty and shows ※.
struct Bar {
    std::string name;
    std::optional<double> value;  ///< not negative; what is no finite number is drawn as zero
    std::string label;            ///< the figure as text; empty: none
};

/// Upright columns, for months (各月参加人次). Where they stand too close for all names, every second, third
/// … is named; of the figures the largest stay.
struct ColumnChart {
    std::vector<Bar> bars;
};

/// Lying bars, for names that are long (对象, 六进类别), from the top. Names take two lines at most.
struct BarChart {
    std::vector<Bar> bars;
};

/// Answers to a statement by step, from the least to the most; the middle of the middle step stands on a
/// common line. No counts, or none above zero: ※.
struct DivergingRow {
    std::string name;
    std::vector<std::int64_t> counts;  ///< 2 to 7 steps, the same number in every row that has any
};
struct DivergingChart {
    std::vector<DivergingRow> rows;
    std::string low;   ///< what the least step says (“完全没把握”)
    std::string high;  ///< what the most says
};

using Chart = std::variant<ColumnChart, BarChart, DivergingChart>;

/// In typographic points (1/72 inch).
struct Size {
    double width = 0;
    double height = 0;
};

/// What a chart of that width takes, so that text keeps its size: 9 pt. Widths from 120 to 2000 points are
/// used, others as the nearest of these.
Size size_of(const Chart& chart, double width);

/// One SVG document that needs neither fonts nor network: letters are outlines. Without ids and without an
/// XML declaration, so that many can stand in one HTML page. The same chart gives the same bytes.
std::string svg(const Chart& chart, double width);

/// The same as a PNG on white with `dots_per_inch` (96 screen, 192 and more print; 24 to 1200). A side never
/// takes more than 16000 pixels; the resolution is lowered for that. Throws std::bad_alloc.
std::string png(const Chart& chart, double width, double dots_per_inch);

}  // namespace xy::charts
