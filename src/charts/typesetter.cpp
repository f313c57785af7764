#include "charts/typesetter.h"

#include <algorithm>
#include <cmath>

namespace xy::charts {
namespace {

constexpr double font_size = 9;
/// FreeType rounds outlines to 1/64 of a pixel; at this many pixels per point nobody sees it.
constexpr double pixels_per_point = 16;
/// More never fits into two lines of the widest chart.
constexpr glong most_characters = 500;

std::string readable(const std::string& text) {
    const CharacterHandle valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    const char* end = valid.get();
    for (glong i = 0; i < most_characters && *end != '\0'; ++i) end = g_utf8_next_char(end);
    std::string line(valid.get(), static_cast<std::size_t>(end - valid.get()));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; },
        ' ');
    return line;
}

/// True when a line begins where none may: inside of a word that is longer than a line.
bool breaks_word(PangoLayout* layout) {
    gint count = 0;
    const PangoLogAttr* characters = pango_layout_get_log_attrs_readonly(layout, &count);
    const char* text = pango_layout_get_text(layout);
    for (int i = 1; i < pango_layout_get_line_count(layout); ++i) {
        const PangoLayoutLine* begun = pango_layout_get_line_readonly(layout, i);
        const glong character = g_utf8_pointer_to_offset(text, text + begun->start_index);
        if (character < count && characters[character].is_line_break == 0U) return true;
    }
    return false;
}

PangoAlignment pango_alignment(Align align) {
    if (align == Align::right) return PANGO_ALIGN_RIGHT;
    return align == Align::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
}

}  // namespace

Typesetter::Typesetter()
    : surface_(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr)),
      cairo_(cairo_create(surface_.get())),
      font_(pango_font_description_from_string("Noto Sans CJK SC")) {
    cairo_scale(cairo_.get(), pixels_per_point, pixels_per_point);
    const std::unique_ptr<cairo_font_options_t, Free<cairo_font_options_destroy>> options(
        cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    context_.reset(pango_cairo_create_context(cairo_.get()));
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_context_set_language(context_.get(), pango_language_from_string("zh-Hans"));
    pango_font_description_set_absolute_size(font_.get(), font_size * PANGO_SCALE);
}

LayoutHandle Typesetter::set(const std::string& text, double width, int lines) const {
    LayoutHandle layout(pango_layout_new(context_.get()));
    pango_layout_set_font_description(layout.get(), font_.get());
    const std::string shown = readable(text);
    pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
    if (!std::isfinite(width)) return layout;
    pango_layout_set_width(layout.get(), static_cast<int>(std::ceil(std::max(width, 0.0) * PANGO_SCALE)));
    pango_layout_set_height(layout.get(), -lines);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    return layout;
}

Extent Typesetter::measure(const std::string& text, double width, int lines) const {
    const LayoutHandle layout = set(text, width, lines);
    PangoRectangle extent;
    pango_layout_get_extents(layout.get(), nullptr, &extent);
    const bool whole = pango_layout_is_ellipsized(layout.get()) == FALSE && !breaks_word(layout.get());
    return {static_cast<double>(extent.width) / PANGO_SCALE, static_cast<double>(extent.height) / PANGO_SCALE,
            whole};
}

PathHandle Typesetter::outline(const Text& text) const {
    const LayoutHandle layout = set(text.text, text.box.width, text.lines);
    pango_layout_set_alignment(layout.get(), pango_alignment(text.align));
    cairo_new_path(cairo_.get());
    cairo_move_to(cairo_.get(), text.box.x, text.box.y);
    pango_cairo_layout_path(cairo_.get(), layout.get());
    return PathHandle(cairo_copy_path(cairo_.get()));
}

}  // namespace xy::charts
