// Owners of what cairo and pango hand out.
#pragma once

#include <memory>
#include <pango/pangocairo.h>

namespace xy::charts {

template <auto free>
struct Free {
    template <typename T>
    void operator()(T* object) const {
        free(object);
    }
};

using SurfaceHandle = std::unique_ptr<cairo_surface_t, Free<cairo_surface_destroy>>;
using CairoHandle = std::unique_ptr<cairo_t, Free<cairo_destroy>>;
using PathHandle = std::unique_ptr<cairo_path_t, Free<cairo_path_destroy>>;
using LayoutHandle = std::unique_ptr<PangoLayout, Free<g_object_unref>>;
using ContextHandle = std::unique_ptr<PangoContext, Free<g_object_unref>>;
using FontHandle = std::unique_ptr<PangoFontDescription, Free<pango_font_description_free>>;
using CharacterHandle = std::unique_ptr<char, Free<g_free>>;

}  // namespace xy::charts
