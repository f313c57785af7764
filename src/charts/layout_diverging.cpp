#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>

#include "charts/layout.h"

namespace xy::charts {
namespace {

constexpr double bar_height = 20;
constexpr double row_gap = 9;       ///< the common line shows in it
constexpr double overhang = 7;      ///< of the common line above the first row and below the last
constexpr double name_limit = 0.3;  ///< of the width
constexpr double name_gap = 12;
constexpr double inside_gap = 2.5;  ///< left and right of a percentage in its segment
constexpr double dash = 2;
constexpr double line_stroke = 0.75;
constexpr double divider_stroke = 0.6;
constexpr double thin_segment = 4;  ///< a thinner one would be lost between dividers
constexpr double key_size = 7;
constexpr double key_gap = 4;
constexpr double end_gap = 4;

/// A row as shares of all its answers. Empty: nothing to show.
struct Row {
    std::vector<double> shares;
    double before = 0;  ///< left of the common line
    double after = 0;
};

Row shares_of(const DivergingRow& answers) {
    Row row;
    double all = 0;
    for (const auto count : answers.counts) all += static_cast<double>(std::max<std::int64_t>(count, 0));
    if (all <= 0) return row;
    const std::size_t steps = answers.counts.size();
    for (std::size_t i = 0; i < steps; ++i) {
        const double share = static_cast<double>(std::max<std::int64_t>(answers.counts[i], 0)) / all;
        row.shares.push_back(share);
        if (2 * i + 1 == steps) {
            row.before += share / 2;
            row.after += share / 2;
        } else {
            (2 * i + 1 < steps ? row.before : row.after) += share;
        }
    }
    return row;
}

/// Where the bars may stand, and the line they have in common.
struct Plot {
    double left = 0;
    double width = 0;
    double scale = 0;  ///< points for a share of 1
    double line = 0;   ///< x of the common line
};

Plot plot_of(const std::vector<Row>& rows, double left, double width) {
    double before = 0;
    double after = 0;
    for (const Row& row : rows) {
        before = std::max(before, row.before);
        after = std::max(after, row.after);
    }
    Plot plot{left, width - left, 0, left + (width - left) / 2};
    if (before + after <= 0) return plot;
    plot.scale = plot.width / (before + after);
    plot.line = left + before * plot.scale;
    return plot;
}

void add_common_line(Drawing& drawing, double x, double from, double to) {
    const double left = std::clamp(x - line_stroke / 2, 0.0, drawing.size.width - line_stroke);
    for (double y = from; y < to; y += 2 * dash)
        drawing.areas.push_back({AreaPart::axis, {left, y, line_stroke, std::min(dash, to - y)}, muted});
}

void add_segments(Drawing& drawing, const Row& row, const Plot& plot, const Box& place,
                  const Measure& measure) {
    const std::vector<Colour> colours = step_colours(row.shares.size());
    std::vector<Area> dividers;
    double x = plot.line - row.before * plot.scale;
    double previous = 0;
    for (std::size_t i = 0; i < row.shares.size(); ++i) {
        const Box segment{x, place.y, row.shares[i] * plot.scale, place.height};
        drawing.areas.push_back({AreaPart::bar, segment, colours[i]});
        if (std::min(previous, segment.width) >= thin_segment)
            dividers.push_back(
                {AreaPart::divider, {x - divider_stroke / 2, place.y, divider_stroke, place.height}, white});
        const std::string percent = fmt::format("{}%", std::lround(row.shares[i] * 100));
        const Extent extent = measure(percent, unlimited, 1);
        if (extent.width + 2 * inside_gap <= segment.width)
            drawing.texts.push_back({TextPart::value, percent,
                                     beside(segment, segment.middle() - extent.width / 2, extent),
                                     Align::centre, text_on(colours[i])});
        x = segment.right();
        previous = segment.width;
    }
    drawing.areas.insert(drawing.areas.end(), dividers.begin(), dividers.end());
}

/// What the two ends say, each beside its colour; returns where they end.
double add_ends(Drawing& drawing, const DivergingChart& chart, const Plot& plot, double top,
                const Measure& measure) {
    const double limit = plot.width / 2 - key_size - 2 * key_gap;
    const Extent low = balanced(chart.low, limit, measure);
    const Extent high = balanced(chart.high, limit, measure);
    const double line_height = measure("0", unlimited, 1).height;
    const double key_top = top + (line_height - key_size) / 2 + 0.5;
    const double right = plot.left + plot.width;
    double bottom = top;
    if (!chart.low.empty()) {
        drawing.areas.push_back({AreaPart::key, {plot.left, key_top, key_size, key_size}, coral});
        drawing.texts.push_back({TextPart::end,
                                 chart.low,
                                 {plot.left + key_size + key_gap, top, low.width, low.height},
                                 Align::left,
                                 muted,
                                 2});
        bottom = std::max(bottom, top + low.height);
    }
    if (!chart.high.empty()) {
        drawing.areas.push_back({AreaPart::key, {right - key_size, key_top, key_size, key_size}, green});
        drawing.texts.push_back({TextPart::end,
                                 chart.high,
                                 {right - key_size - key_gap - high.width, top, high.width, high.height},
                                 Align::right,
                                 muted,
                                 2});
        bottom = std::max(bottom, top + high.height);
    }
    return bottom;
}

}  // namespace

Drawing lay_out(const DivergingChart& chart, double width, const Measure& measure) {
    if (chart.rows.empty()) return empty_frame(width, measure);
    std::vector<Row> rows;
    std::vector<Extent> names;
    double widest = 0;
    for (const DivergingRow& row : chart.rows) {
        rows.push_back(shares_of(row));
        names.push_back(balanced(row.name, width * name_limit, measure));
        widest = std::max(widest, names.back().width);
    }
    const Plot plot = plot_of(rows, widest > 0 ? widest + name_gap : 0, width);

    Drawing drawing{{width, 0}, {}, {}};
    add_common_line(drawing, plot.line, 0, overhang);
    double top = overhang;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Box row{0, top, width, std::max(bar_height, names[i].height)};
        const Box bar{0, row.y + (row.height - bar_height) / 2, width, bar_height};
        if (!chart.rows[i].name.empty())
            drawing.texts.push_back(
                {TextPart::name, chart.rows[i].name, beside(row, 0, names[i]), Align::left, ink, 2});
        if (rows[i].shares.empty()) {
            const Extent mark = measure(withheld_mark, unlimited, 1);
            drawing.texts.push_back({TextPart::withheld, withheld_mark,
                                     beside(row, plot.line - mark.width / 2, mark), Align::centre, muted});
        } else {
            add_segments(drawing, rows[i], plot, bar, measure);
        }
        const double gap = i + 1 < rows.size() ? row_gap : overhang;
        add_common_line(drawing, plot.line, bar.bottom(), row.bottom() + gap);
        top = row.bottom() + gap;
    }
    drawing.size.height = add_ends(drawing, chart, plot, top + end_gap, measure);
    return drawing;
}

}  // namespace xy::charts
