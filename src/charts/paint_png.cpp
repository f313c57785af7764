#include <algorithm>
#include <cmath>
#include <new>
#include <stdexcept>

#include "charts/painters.h"

namespace xy::charts {
namespace {

constexpr double points_per_inch = 72;
constexpr double most_pixels = 16000;  ///< of a side; cairo ends at 32767

/// Pixels for a point.
double scale_of(const Size& size, double dots_per_inch) {
    const double wanted = std::isnan(dots_per_inch) ? 96.0 : std::clamp(dots_per_inch, 24.0, 1200.0);
    return std::min(wanted / points_per_inch, most_pixels / std::max(size.width, size.height));
}

void use_colour(cairo_t* cairo, Colour colour) {
    cairo_set_source_rgb(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0);
}

/// Both ends of an edge are rounded the same way, so that neighbours still meet. A line keeps one pixel.
void paint_area(cairo_t* cairo, const Area& area, double scale) {
    const Box& box = area.box;
    if (box.width <= 0 || box.height <= 0) return;
    const double left = std::round(box.x * scale);
    const double top = std::round(box.y * scale);
    double wide = std::round(box.right() * scale) - left;
    double high = std::round(box.bottom() * scale) - top;
    if (area.part == AreaPart::axis || area.part == AreaPart::divider) {
        wide = std::max(wide, 1.0);
        high = std::max(high, 1.0);
    }
    use_colour(cairo, area.colour);
    cairo_rectangle(cairo, left, top, wide, high);
    cairo_fill(cairo);
}

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(out)->append(bytes, bytes + count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string paint_png(const Drawing& drawing, const Typesetter& typesetter, double dots_per_inch) {
    const double scale = scale_of(drawing.size, dots_per_inch);
    const auto pixels = [scale](double length) {
        return std::max(static_cast<int>(std::lround(length * scale)), 1);
    };
    const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(drawing.size.width),
                                                           pixels(drawing.size.height)));
    const CairoHandle cairo(cairo_create(surface.get()));
    use_colour(cairo.get(), white);
    cairo_paint(cairo.get());
    for (const Area& area : drawing.areas) paint_area(cairo.get(), area, scale);
    cairo_scale(cairo.get(), scale, scale);
    for (const Text& text : drawing.texts) {
        use_colour(cairo.get(), text.colour);
        cairo_append_path(cairo.get(), typesetter.outline(text).get());
        cairo_fill(cairo.get());
    }
    std::string bytes;
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::logic_error(std::string("A chart as PNG: ") + cairo_status_to_string(status));
    return bytes;
}

}  // namespace xy::charts
