#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "charts/layout.h"

namespace xy::charts {
namespace {

constexpr double plot_height = 100;
constexpr double quiet_height = 36;  ///< when no column has a height
constexpr double widest_slot = 84;   ///< a few columns do not become walls
constexpr double column_share = 0.6;
constexpr double axis_stroke = 0.75;
constexpr double label_gap = 1;  ///< the line of a text leaves room of its own
constexpr double name_gap = 3;
constexpr double between_texts = 3;
constexpr double narrowest_lines = 18;  ///< two characters; below, a name is not wrapped

struct Plot {
    double width = 0;  ///< of the drawing
    double slot = 0;   ///< of a column and its gap
    double left = 0;   ///< of the first slot
    double top = 0;
    double base = 0;

    double centre(std::size_t i) const { return left + slot * (static_cast<double>(i) + 0.5); }
    /// Where something so wide stands below or above column `i`: in its middle, or as near as the edge
    /// allows.
    double start(std::size_t i, double wide) const {
        return std::clamp(centre(i) - wide / 2, 0.0, std::max(width - wide, 0.0));
    }
};

Plot plot_of(std::size_t count, double width, double height, double label_height) {
    Plot plot;
    plot.width = width;
    plot.slot = std::min(width / static_cast<double>(count), widest_slot);
    plot.left = (width - plot.slot * static_cast<double>(count)) / 2;
    plot.top = label_height + label_gap;
    plot.base = plot.top + height;
    return plot;
}

Text name_below(const Plot& plot, std::size_t i, const std::string& name, const Extent& extent, int lines) {
    const Box box{plot.start(i, extent.width), plot.base + axis_stroke + name_gap, extent.width,
                  extent.height};
    return {TextPart::name, name, box, Align::centre, ink, lines};
}

/// All names in two lines each; nothing when a word would break or a name be cut short.
std::vector<Text> wrapped_names(const Plot& plot, const std::vector<Bar>& bars, const Measure& measure) {
    const double limit = plot.slot - between_texts;
    if (limit < narrowest_lines) return {};
    std::vector<Text> names;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Extent extent = balanced(bars[i].name, limit, measure);
        if (!extent.whole || extent.width > limit) return {};
        names.push_back(name_below(plot, i, bars[i].name, extent, 2));
    }
    return names;
}

/// The names of every `stride`th column, the first included; nothing when two would touch.
std::vector<Text> every(std::size_t stride, const Plot& plot, const std::vector<Bar>& bars,
                        const std::vector<Extent>& extents) {
    std::vector<Text> names;
    double free_from = 0;
    for (std::size_t i = 0; i < bars.size(); i += stride) {
        names.push_back(name_below(plot, i, bars[i].name, extents[i], 1));
        if (names.back().box.x < free_from) return {};
        free_from = names.back().box.right() + between_texts;
    }
    return names;
}

/// In one line each; else in two; else those of every second, third … column.
std::vector<Text> names_of(const Plot& plot, const std::vector<Bar>& bars, const Measure& measure) {
    std::vector<Extent> extents;
    for (const Bar& bar : bars) extents.push_back(measure(bar.name, plot.width, 1));
    std::vector<Text> names = every(1, plot, bars, extents);
    if (names.empty()) names = wrapped_names(plot, bars, measure);
    for (std::size_t stride = 2; names.empty(); ++stride) names = every(stride, plot, bars, extents);
    return names;
}

Text label_above(const Plot& plot, std::size_t i, const Bar& bar, const Box& column, const Measure& measure) {
    const std::string text = bar.value ? bar.label : withheld_mark;
    const Extent extent = measure(text, plot.width, 1);
    const Box box{plot.start(i, extent.width), column.y - label_gap - extent.height, extent.width,
                  extent.height};
    return {bar.value ? TextPart::value : TextPart::withheld, text, box, Align::centre,
            bar.value ? ink : muted};
}

/// Withheld figures first, then from the largest: where there is no room for all labels, those count most.
std::vector<std::size_t> by_weight(const std::vector<std::optional<double>>& shares) {
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&shares](std::size_t a, std::size_t b) {
        return shares[a].value_or(2) > shares[b].value_or(2);
    });
    return order;
}

bool is_free(const Box& label, const std::vector<Text>& texts, const std::vector<Box>& columns) {
    const Box box{label.x - between_texts / 2, label.y, label.width + between_texts, label.height};
    return std::none_of(texts.begin(), texts.end(), [&box](const Text& t) { return box.overlaps(t.box); }) &&
           std::none_of(columns.begin(), columns.end(), [&box](const Box& c) { return box.overlaps(c); });
}

}  // namespace

Drawing lay_out(const ColumnChart& chart, double width, const Measure& measure) {
    const auto& bars = chart.bars;
    if (bars.empty()) return empty_frame(width, measure);
    const auto shares = shares_of_largest(bars);
    const bool quiet = std::none_of(shares.begin(), shares.end(), [](auto s) { return s.value_or(0) > 0; });
    const double height = quiet ? quiet_height : plot_height;
    const Plot plot = plot_of(bars.size(), width, height, measure("0", unlimited, 1).height);

    Drawing drawing;
    std::vector<Box> columns;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double tall = height * shares[i].value_or(0);
        const double wide = plot.slot * column_share;
        columns.push_back({plot.centre(i) - wide / 2, plot.base - tall, wide, tall});
        if (shares[i]) drawing.areas.push_back({AreaPart::bar, columns[i], green});
    }
    drawing.areas.push_back({AreaPart::axis, {0, plot.base, width, axis_stroke}, line});
    for (const std::size_t i : by_weight(shares)) {
        Text label = label_above(plot, i, bars[i], columns[i], measure);
        if (!label.text.empty() && is_free(label.box, drawing.texts, columns))
            drawing.texts.push_back(std::move(label));
    }
    double bottom = plot.base + axis_stroke;
    for (Text& name : names_of(plot, bars, measure)) {
        bottom = std::max(bottom, name.box.bottom());
        if (!name.text.empty()) drawing.texts.push_back(std::move(name));
    }
    drawing.size = {width, bottom};
    return drawing;
}

}  // namespace xy::charts
