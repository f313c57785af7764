// A chart as rectangles and texts in their places: what layout.h makes and the painters draw. In points,
// from the upper left corner.
#pragma once

#include <string>
#include <vector>

#include "charts/chart.h"
#include "charts/colour.h"

namespace xy::charts {

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double middle() const { return x + width / 2; }
    bool overlaps(const Box& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
};

/// `bar`: a figure as a length; also one of zero, which shows nothing. `key`: the colour of an end, beside
/// what it means.
enum class AreaPart { axis, bar, divider, key };
struct Area {
    AreaPart part = AreaPart::bar;
    Box box;
    Colour colour;
};

/// `withheld`: the ※ of a figure that is not told. `end`: what an end of the steps says. `nothing`: there is
/// no figure at all.
enum class TextPart { name, value, withheld, end, nothing };
enum class Align { left, centre, right };
struct Text {
    TextPart part = TextPart::name;
    std::string text;
    Box box;  ///< as high as its lines; what does not fit into its width ends in “…”
    Align align = Align::left;
    Colour colour = ink;
    int lines = 1;  ///< at most
};

/// Drawn in this order, areas below texts.
struct Drawing {
    Size size;
    std::vector<Area> areas;
    std::vector<Text> texts;
};

}  // namespace xy::charts
