#include <algorithm>
#include <cstddef>

#include "charts/layout.h"

namespace xy::charts {
namespace {

constexpr double bar_height = 12;
constexpr double row_gap = 7;         ///< between bars
constexpr double line_gap = 4;        ///< between names of two lines
constexpr double name_limit = 0.36;   ///< of the width
constexpr double label_limit = 0.42;  ///< of the width; a figure cut short would be a wrong one
constexpr double name_gap = 8;
constexpr double label_gap = 5;
constexpr double axis_stroke = 0.75;

struct Row {
    Extent name;
    Extent label;
};

std::string label_of(const Bar& bar) {
    return bar.value ? bar.label : withheld_mark;
}

}  // namespace

Drawing lay_out(const BarChart& chart, double width, const Measure& measure) {
    if (chart.bars.empty()) return empty_frame(width, measure);
    const auto shares = shares_of_largest(chart.bars);
    std::vector<Row> rows;
    Row widest;
    for (const Bar& bar : chart.bars) {
        rows.push_back({balanced(bar.name, width * name_limit, measure),
                        measure(label_of(bar), width * label_limit, 1)});
        widest.name.width = std::max(widest.name.width, rows.back().name.width);
        widest.label.width = std::max(widest.label.width, rows.back().label.width);
    }
    const double axis = widest.name.width + name_gap;
    const double longest = width - axis - label_gap - widest.label.width;

    Drawing drawing;
    double top = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Extent& name = rows[i].name;
        const Box row{0, top, width, std::max(bar_height + row_gap, name.height + line_gap)};
        const Box bar{axis, row.y + (row.height - bar_height) / 2, longest * shares[i].value_or(0),
                      bar_height};
        if (shares[i]) drawing.areas.push_back({AreaPart::bar, bar, green});
        drawing.texts.push_back({TextPart::name, chart.bars[i].name,
                                 beside(row, widest.name.width - name.width, name), Align::right, ink, 2});
        drawing.texts.push_back({shares[i] ? TextPart::value : TextPart::withheld, label_of(chart.bars[i]),
                                 beside(row, bar.right() + label_gap, rows[i].label), Align::left,
                                 shares[i] ? ink : muted});
        top = row.bottom();
    }
    std::erase_if(drawing.texts, [](const Text& text) { return text.text.empty(); });
    drawing.areas.push_back({AreaPart::axis, {axis - axis_stroke, 0, axis_stroke, top}, line});
    drawing.size = {width, top};
    return drawing;
}

}  // namespace xy::charts
