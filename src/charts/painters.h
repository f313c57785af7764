// A drawing as bytes of a file: the same drawing, the same bytes.
#pragma once

#include <string>

#include "charts/drawing.h"
#include "charts/typesetter.h"

namespace xy::charts {

/// Written by hand and not by cairo, whose ids count up within a process and clash when several drawings
/// stand in one HTML page.
std::string paint_svg(const Drawing& drawing, const Typesetter& typesetter);

/// On white; edges of areas fall on whole pixels. `dots_per_inch` as chart.h says.
std::string paint_png(const Drawing& drawing, const Typesetter& typesetter, double dots_per_inch);

}  // namespace xy::charts
