#include "charts/chart.h"

#include "charts/layout.h"
#include "charts/painters.h"
#include "charts/typesetter.h"

namespace xy::charts {
namespace {

Drawing drawing_of(const Chart& chart, double width, const Typesetter& typesetter) {
    const Measure measure = [&typesetter](const std::string& text, double limit, int lines) {
        return typesetter.measure(text, limit, lines);
    };
    return std::visit([&](const auto& kind) { return lay_out(kind, usable_width(width), measure); }, chart);
}

}  // namespace

Size size_of(const Chart& chart, double width) {
    return drawing_of(chart, width, Typesetter()).size;
}

std::string svg(const Chart& chart, double width) {
    const Typesetter typesetter;
    return paint_svg(drawing_of(chart, width, typesetter), typesetter);
}

std::string png(const Chart& chart, double width, double dots_per_inch) {
    const Typesetter typesetter;
    return paint_png(drawing_of(chart, width, typesetter), typesetter, dots_per_inch);
}

}  // namespace xy::charts
