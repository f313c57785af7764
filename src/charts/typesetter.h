// Sets text in 9 pt “Noto Sans CJK SC” with Simplified Chinese forms: how wide it gets, and its letters as
// outlines. Both come from one setting, free of any resolution, so that a line which fits on the screen fits
// in print as well.
#pragma once

#include <string>

#include "charts/cairo_handles.h"
#include "charts/drawing.h"
#include "charts/layout.h"

namespace xy::charts {

class Typesetter {
 public:
    Typesetter();

    /// What Measure promises. Bytes that are not UTF-8 count as “�”, control characters as a space.
    Extent measure(const std::string& text, double width, int lines) const;

    /// The letters of `text` in their place, in points. Never null.
    PathHandle outline(const Text& text) const;

 private:
    LayoutHandle set(const std::string& text, double width, int lines) const;

    SurfaceHandle surface_;
    CairoHandle cairo_;
    ContextHandle context_;
    FontHandle font_;
};

}  // namespace xy::charts
