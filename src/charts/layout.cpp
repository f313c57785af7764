#include "charts/layout.h"

#include <algorithm>
#include <cmath>

namespace xy::charts {
namespace {

/// Letters stand a little low in their line, because it leaves room for accents above.
constexpr double optical_lift = 0.5;

double length_of(double value) {
    return std::isfinite(value) ? std::max(value, 0.0) : 0.0;
}

}  // namespace

double usable_width(double width) {
    return std::isnan(width) ? 504.0 : std::clamp(width, 120.0, 2000.0);
}

std::vector<std::optional<double>> shares_of_largest(const std::vector<Bar>& bars) {
    double largest = 0;
    for (const Bar& bar : bars) largest = std::max(largest, length_of(bar.value.value_or(0)));
    std::vector<std::optional<double>> shares;
    shares.reserve(bars.size());
    for (const Bar& bar : bars) {
        std::optional<double> share;
        if (bar.value) share = largest > 0 ? length_of(*bar.value) / largest : 0.0;
        shares.push_back(share);
    }
    return shares;
}

Drawing empty_frame(double width, const Measure& measure) {
    constexpr double height = 48;
    constexpr double stroke = 0.75;
    Drawing drawing{{width, height}, {}, {}};
    for (const Box& side : {Box{0, 0, width, stroke}, Box{0, height - stroke, width, stroke},
                            Box{0, stroke, stroke, height - 2 * stroke},
                            Box{width - stroke, stroke, stroke, height - 2 * stroke}})
        drawing.areas.push_back({AreaPart::axis, side, line});
    const Extent dash = measure("—", width, 1);
    drawing.texts.push_back({TextPart::nothing, "—",
                             beside({0, 0, width, height}, (width - dash.width) / 2, dash), Align::centre,
                             muted});
    return drawing;
}

Extent balanced(const std::string& name, double limit, const Measure& measure) {
    const Extent natural = measure(name, unlimited, 1);
    if (natural.width <= limit) return natural;
    for (const double share : {0.5, 0.55, 0.6, 0.7, 0.8, 0.9}) {
        const double width = natural.width * share;
        if (width >= limit) break;
        const Extent extent = measure(name, width, 2);
        if (extent.whole && extent.width <= width) return extent;
    }
    return measure(name, limit, 2);
}

Box beside(const Box& row, double left, const Extent& extent) {
    const double top = row.y + (row.height - extent.height) / 2 - optical_lift;
    return {left, std::max(top, 0.0), extent.width, extent.height};
}

}  // namespace xy::charts
