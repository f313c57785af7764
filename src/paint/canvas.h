// The pen: shapes, text and pictures in design units, and the record of where the texts went. Everything is
// put into a list of shapes; Renderer paints it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "paint/colour.h"
#include "paint/glyphs.h"
#include "paint/picture_source.h"
#include "paint/set_text.h"
#include "paint/stencils.h"
#include "paint/text.h"

struct ImDrawList;

namespace xy::paint {

/// Design units.
struct Box {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Box inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    friend bool operator==(const Box&, const Box&) = default;
};

enum class Align { start, centre, end };

struct TextStyle {
    float size = 36;  ///< design units
    Weight weight = Weight::regular;
    Colour colour;
    Align across = Align::start;
    Align down = Align::start;
    float line_height = 1.45F;  ///< times the size
};

class Canvas {
 public:
    struct Tools {
        ImDrawList& list;
        Glyphs& glyphs;
        PictureSource& pictures;
        Stencils& stencils;
    };
    /// `width` and `height` in pixels.
    Canvas(const Tools& tools, int width, int height);

    // ---- the sheet
    bool portrait() const { return portrait_; }
    float scale() const { return scale_; }
    /// The whole screen in design units: at least 1920×1080, or 1080×1920 in portrait.
    Box screen() const { return {0, 0, width_ / scale_, height_ / scale_}; }
    /// What follows lies above what was drawn so far.
    void raise() { ++layer_; }
    /// Every text so far, in the order it was set.
    std::vector<SetText> take_texts() { return std::move(texts_); }

    // ---- shapes
    void fill(const Box& box, Colour colour, float radius = 0);
    void outline(const Box& box, Colour colour, float width, float radius);
    /// The soft shadow of a card of this box and corner radius; its inside is left out.
    void shadow(const Box& box, float radius, Colour colour);
    void circle(float x, float y, float radius, Colour colour);
    void ellipse(float x, float y, float rx, float ry, float turn, Colour colour);
    /// An arc clockwise from the top; `share` 0..1 of the circle, with round ends.
    void ring(float x, float y, float radius, float width, float share, Colour colour);
    void polyline(const std::vector<std::pair<float, float>>& points, float width, Colour colour);
    /// Everything between a curve (points from left to right) and the bottom of the screen.
    void ground(const std::vector<std::pair<float, float>>& curve, Colour colour);
    /// The corners of a convex shape, either way round; at least three.
    void convex(const std::vector<std::pair<float, float>>& points, Colour colour);
    /// Fits the picture into the box, centred. False when it cannot be read.
    bool picture(const Box& box, const std::string& file);

    // ---- text
    /// Height that the text takes at this width.
    float text_height(std::string_view words, const TextStyle& style, float width);
    float text_width(std::string_view words, const TextStyle& style);
    /// Whether an English word of the text is wider than `width` and would be broken inside.
    bool breaks_word(std::string_view words, const TextStyle& style, float width);
    /// Sets the text into the box; returns its height.
    float text(const Box& box, std::string_view words, const TextStyle& style);
    /// The largest size up to `style.size` with which the text fits into width × height, not under `least`.
    float fitting_size(std::string_view words, TextStyle style, float width, float height, float least);
    /// text() at the fitting size.
    void fitted_text(const Box& box, std::string_view words, TextStyle style, float least);

 protected:
    float px(float units) const { return units * scale_; }

 private:
    /// On whole pixels.
    struct PixelBox {
        float x0, y0, x1, y1;
    };
    PixelBox snapped(const Box& box) const;
    void plain(float x0, float y0, float x1, float y1, Colour colour);
    void corners(const PixelBox& box, int radius, int line, Colour colour);
    int corner_radius(const PixelBox& box, float radius) const;
    int font_px(float units) const;
    Paragraph shape(std::string_view words, const TextStyle& style, float width,
                    LineEnds ends = LineEnds::full);
    void draw_line(const Line& line, const Paragraph& paragraph, float x, float baseline, Colour colour);
    void use(const Texture* texture);
    void rect_px(float x0, float y0, float x1, float y1, float u0, float v0, float u1, float v1,
                 Colour colour);

    Tools tools_;
    float width_;
    float height_;
    float scale_;
    bool portrait_;
    int layer_ = 0;
    const Texture* texture_ = nullptr;
    std::vector<SetText> texts_;
};

}  // namespace xy::paint
