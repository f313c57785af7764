#include "paint/canvas.h"

#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <numbers>

namespace xy::paint {
namespace {

ImU32 packed(Colour c) {
    return static_cast<ImU32>(c.a) << IM_COL32_A_SHIFT | static_cast<ImU32>(c.b) << IM_COL32_B_SHIFT |
           static_cast<ImU32>(c.g) << IM_COL32_G_SHIFT | static_cast<ImU32>(c.r) << IM_COL32_R_SHIFT;
}

float scale_for(float width, float height) {
    return height > width ? std::min(width / 1080.0F, height / 1920.0F)
                          : std::min(width / 1920.0F, height / 1080.0F);
}

ImVec2 at(float x, float y) {
    return {x, y};
}

constexpr float shadow_blur = 24;
constexpr float shadow_drop = 6;
constexpr float shadow_opacity = 0.08F;

}  // namespace

Canvas::Canvas(const Tools& tools, int width, int height)
    : tools_(tools),
      width_(static_cast<float>(width)),
      height_(static_cast<float>(height)),
      scale_(scale_for(width_, height_)),
      portrait_(height > width) {}

// ---- shapes ----------------------------------------------------------------------------------------------

void Canvas::use(const Texture* texture) {
    if (texture == texture_) return;
    if (texture_ != nullptr) tools_.list.PopTextureID();
    if (texture != nullptr) tools_.list.PushTextureID(const_cast<Texture*>(texture));
    texture_ = texture;
}

void Canvas::rect_px(float x0, float y0, float x1, float y1, float u0, float v0, float u1, float v1,
                     Colour colour) {
    tools_.list.PrimReserve(6, 4);
    tools_.list.PrimRectUV(at(x0, y0), at(x1, y1), at(u0, v0), at(u1, v1), packed(colour));
}

Canvas::PixelBox Canvas::snapped(const Box& box) const {
    return {std::round(px(box.x)), std::round(px(box.y)), std::round(px(box.right())),
            std::round(px(box.bottom()))};
}

void Canvas::plain(float x0, float y0, float x1, float y1, Colour colour) {
    if (x0 >= x1 || y0 >= y1) return;
    use(nullptr);
    rect_px(x0, y0, x1, y1, 0, 0, 0, 0, colour);
}

void Canvas::corners(const PixelBox& box, int radius, int line, Colour colour) {
    const Texture& disc = tools_.stencils.disc(radius, line);
    use(&disc);
    const auto r = static_cast<float>(radius);
    rect_px(box.x0, box.y0, box.x0 + r, box.y0 + r, 0, 0, r, r, colour);
    rect_px(box.x1 - r, box.y0, box.x1, box.y0 + r, r, 0, 2 * r, r, colour);
    rect_px(box.x0, box.y1 - r, box.x0 + r, box.y1, 0, r, r, 2 * r, colour);
    rect_px(box.x1 - r, box.y1 - r, box.x1, box.y1, r, r, 2 * r, 2 * r, colour);
}

int Canvas::corner_radius(const PixelBox& box, float radius) const {
    const float most = std::min(box.x1 - box.x0, box.y1 - box.y0) / 2;
    return static_cast<int>(std::min(std::round(px(radius)), std::floor(most)));
}

void Canvas::fill(const Box& box, Colour colour, float radius) {
    const PixelBox b = snapped(box);
    const int corner = corner_radius(b, radius);
    if (corner < 1) return plain(b.x0, b.y0, b.x1, b.y1, colour);
    const auto r = static_cast<float>(corner);
    corners(b, corner, 0, colour);
    plain(b.x0 + r, b.y0, b.x1 - r, b.y0 + r, colour);
    plain(b.x0, b.y0 + r, b.x1, b.y1 - r, colour);
    plain(b.x0 + r, b.y1 - r, b.x1 - r, b.y1, colour);
}

void Canvas::outline(const Box& box, Colour colour, float width, float radius) {
    const PixelBox b = snapped(box);
    const float line = std::max(1.0F, std::round(px(width)));
    const int corner = std::max(corner_radius(b, radius), static_cast<int>(line));
    const auto r = static_cast<float>(corner);
    corners(b, corner, static_cast<int>(line), colour);
    plain(b.x0 + r, b.y0, b.x1 - r, b.y0 + line, colour);
    plain(b.x0 + r, b.y1 - line, b.x1 - r, b.y1, colour);
    plain(b.x0, b.y0 + r, b.x0 + line, b.y1 - r, colour);
    plain(b.x1 - line, b.y0 + r, b.x1, b.y1 - r, colour);
}

void Canvas::shadow(const Box& box, float radius, Colour colour) {
    const int blur = std::max(1, static_cast<int>(std::lround(px(shadow_blur))));
    const int round = static_cast<int>(std::lround(px(radius)));
    use(&tools_.stencils.shadow(round, blur, shadow_opacity));
    const auto corner = static_cast<float>(round + blur);
    const auto reach = static_cast<float>(blur);
    const PixelBox b = snapped({box.x, box.y + shadow_drop, box.w, box.h});
    const float x[] = {b.x0 - reach, b.x0 - reach + corner, b.x1 + reach - corner, b.x1 + reach};
    const float y[] = {b.y0 - reach, b.y0 - reach + corner, b.y1 + reach - corner, b.y1 + reach};
    const float t[] = {0, corner, corner + 1, 2 * corner + 1};
    if (x[1] >= x[2] || y[1] >= y[2]) return;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) {
            if (row == 1 && column == 1) continue;  // hidden by the card
            rect_px(x[column], y[row], x[column + 1], y[row + 1], t[column], t[row], t[column + 1],
                    t[row + 1], colour);
        }
}

void Canvas::circle(float x, float y, float radius, Colour colour) {
    use(nullptr);
    tools_.list.AddCircleFilled(at(px(x), px(y)), px(radius), packed(colour));
}

void Canvas::ellipse(float x, float y, float rx, float ry, float turn, Colour colour) {
    use(nullptr);
    // As many as keep the edge within a fifth of a pixel of the curve.
    const float radius = std::max({px(rx), px(ry), 1.0F});
    const int corners = std::clamp(
        static_cast<int>(std::ceil(std::numbers::pi_v<float> / std::acos(1 - 0.2F / radius))), 10, 48);
    const float cosine = std::cos(turn);
    const float sine = std::sin(turn);
    for (int i = 0; i < corners; ++i) {
        const float angle =
            static_cast<float>(i) * 2 * std::numbers::pi_v<float> / static_cast<float>(corners);
        const float dx = rx * std::cos(angle);
        const float dy = ry * std::sin(angle);
        tools_.list.PathLineTo(at(px(x + dx * cosine - dy * sine), px(y + dx * sine + dy * cosine)));
    }
    tools_.list.PathFillConvex(packed(colour));
}

void Canvas::ring(float x, float y, float radius, float width, float share, Colour colour) {
    use(nullptr);
    if (share <= 0) return;
    constexpr float top = -std::numbers::pi_v<float> / 2;
    const float end = top + std::min(share, 1.0F) * 2 * std::numbers::pi_v<float>;
    const int corners = std::max(8, static_cast<int>(120 * share));
    tools_.list.PathArcTo(at(px(x), px(y)), px(radius), top, end, corners);
    tools_.list.PathStroke(packed(colour), ImDrawFlags_None, px(width));
    if (share >= 1) return;
    circle(x, y - radius, width / 2, colour);
    circle(x + radius * std::cos(end), y + radius * std::sin(end), width / 2, colour);
}

void Canvas::polyline(const std::vector<std::pair<float, float>>& points, float width, Colour colour) {
    use(nullptr);
    for (const auto& [x, y] : points) tools_.list.PathLineTo(at(px(x), px(y)));
    tools_.list.PathStroke(packed(colour), ImDrawFlags_None, std::max(1.0F, px(width)));
    if (points.empty() || width < 8) return;
    circle(points.front().first, points.front().second, width / 2, colour);
    circle(points.back().first, points.back().second, width / 2, colour);
}

void Canvas::convex(const std::vector<std::pair<float, float>>& points, Colour colour) {
    use(nullptr);
    // Soft edges come out only when the corners go round clockwise.
    float twice_the_area = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& [x0, y0] = points[i];
        const auto& [x1, y1] = points[(i + 1) % points.size()];
        twice_the_area += x0 * y1 - x1 * y0;
    }
    const auto corner = [&](const std::pair<float, float>& point) {
        tools_.list.PathLineTo(at(px(point.first), px(point.second)));
    };
    if (twice_the_area >= 0)
        std::for_each(points.begin(), points.end(), corner);
    else
        std::for_each(points.rbegin(), points.rend(), corner);
    tools_.list.PathFillConvex(packed(colour));
}

void Canvas::ground(const std::vector<std::pair<float, float>>& curve, Colour colour) {
    use(nullptr);
    const ImU32 solid = packed(colour);
    const ImU32 gone = packed(colour.faded(0));
    ImDrawList& list = tools_.list;
    const auto strip = [&](std::size_t i, float above0, float above1, ImU32 top, float below, ImU32 bottom) {
        const auto base = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
        const float x0 = px(curve[i].first);
        const float x1 = px(curve[i + 1].first);
        list.PrimReserve(6, 4);
        for (const int k : {0, 1, 2, 0, 2, 3}) list.PrimWriteIdx(static_cast<ImDrawIdx>(base + k));
        list.PrimWriteVtx(at(x0, above0), at(0, 0), top);
        list.PrimWriteVtx(at(x1, above1), at(0, 0), top);
        list.PrimWriteVtx(at(x1, below > 0 ? below : px(curve[i + 1].second)), at(0, 0), bottom);
        list.PrimWriteVtx(at(x0, below > 0 ? below : px(curve[i].second)), at(0, 0), bottom);
    };
    for (std::size_t i = 0; i + 1 < curve.size(); ++i) {
        const float y0 = px(curve[i].second);
        const float y1 = px(curve[i + 1].second);
        strip(i, y0 - 1, y1 - 1, gone, 0, solid);  // one pixel of smooth edge
        strip(i, y0, y1, solid, height_, solid);
    }
}

bool Canvas::picture(const Box& box, const std::string& file) {
    const int width = static_cast<int>(px(box.w));
    const int height = static_cast<int>(px(box.h));
    if (width < 1 || height < 1) return false;
    const Texture* texture = tools_.pictures.picture(file, width, height);
    if (texture == nullptr) return false;
    use(texture);
    const float w = static_cast<float>(texture->width);
    const float h = static_cast<float>(texture->height);
    const float x = std::round(px(box.x) + (px(box.w) - w) / 2);
    const float y = std::round(px(box.y) + (px(box.h) - h) / 2);
    rect_px(x, y, x + w, y + h, 0, 0, w, h, {255, 255, 255, 255});
    return true;
}

// ---- text ------------------------------------------------------------------------------------------------

int Canvas::font_px(float units) const {
    return std::max(1, static_cast<int>(std::lround(px(units))));
}

Paragraph Canvas::shape(std::string_view words, const TextStyle& style, float width, LineEnds ends) {
    return break_lines(tools_.glyphs, words, font_px(style.size), style.weight, px(width) + 0.5F, ends);
}

float Canvas::text_height(std::string_view words, const TextStyle& style, float width) {
    return static_cast<float>(shape(words, style, width).lines.size()) * style.size * style.line_height;
}

bool Canvas::breaks_word(std::string_view words, const TextStyle& style, float width) {
    const Paragraph paragraph = shape(words, style, width);
    return paragraph.cut_inside_word && paragraph.script == Script::latin;
}

float Canvas::text_width(std::string_view words, const TextStyle& style) {
    return std::ceil(shape(words, style, 1e6F).width) / scale_;
}

void Canvas::draw_line(const Line& line, const Paragraph& paragraph, float x, float baseline, Colour colour) {
    float pen = x;
    for (std::size_t i = 0; i < line.characters.size(); ++i) {
        const char32_t character = line.characters[i];
        const Glyph& glyph =
            tools_.glyphs.glyph(character, paragraph.size, paragraph.weight, paragraph.script);
        if (glyph.missing) ++texts_.back().missing;
        if (glyph.width > 0) {
            use(&tools_.glyphs.page(glyph.page));
            const float left = std::round(pen) + static_cast<float>(glyph.left);
            const float top = baseline - static_cast<float>(glyph.top);
            const float u = static_cast<float>(glyph.u);
            const float v = static_cast<float>(glyph.v);
            const float w = static_cast<float>(glyph.width);
            const float h = static_cast<float>(glyph.height);
            rect_px(left, top, left + w, top + h, u, v, u + w, v + h, colour);
        }
        const char32_t next = i + 1 < line.characters.size() ? line.characters[i + 1] : 0;
        pen += pen_advance(tools_.glyphs, paragraph, character, next);
    }
}

float Canvas::text(const Box& box, std::string_view words, const TextStyle& style) {
    const Paragraph paragraph = shape(words, style, box.w, LineEnds::even);
    const float line_height = px(style.size * style.line_height);
    const float height = line_height * static_cast<float>(paragraph.lines.size());
    const float slack = px(box.h) - height;
    float y = px(box.y) + (style.down == Align::start ? 0 : style.down == Align::centre ? slack / 2 : slack);
    SetText set{.words = std::string(words),
                .text = {px(box.x), y, paragraph.width, height},
                .room = {px(box.x), px(box.y), px(box.w), px(box.h)},
                .size = paragraph.size,
                .layer = layer_,
                .clipped = slack < -1 || paragraph.width > px(box.w) + 1,
                .cut_word = paragraph.cut_inside_word && paragraph.script == Script::latin,
                .missing = 0};
    const float spare = px(box.w) - paragraph.width;
    set.text.x += style.across == Align::start ? 0 : style.across == Align::centre ? spare / 2 : spare;
    texts_.push_back(std::move(set));
    // The em box of a Chinese character reaches 0.88 above and 0.12 below the baseline.
    const float ascent = 0.88F * static_cast<float>(paragraph.size);
    for (const Line& line : paragraph.lines) {
        const float free = px(box.w) - line.width;
        const float x = px(box.x) + (style.across == Align::start    ? 0
                                     : style.across == Align::centre ? free / 2
                                                                     : free);
        const float baseline = y + (line_height - static_cast<float>(paragraph.size)) / 2 + ascent;
        draw_line(line, paragraph, x - line.hanging, std::round(baseline), style.colour);
        y += line_height;
    }
    return height / scale_;
}

float Canvas::fitting_size(std::string_view words, TextStyle style, float width, float height, float least) {
    for (; style.size > least; style.size -= 2) {
        const Paragraph paragraph = shape(words, style, width);
        const float needed = static_cast<float>(paragraph.lines.size()) * style.size * style.line_height;
        if (needed <= height + 0.5F && !(paragraph.cut_inside_word && paragraph.script == Script::latin))
            return style.size;
    }
    return least;
}

void Canvas::fitted_text(const Box& box, std::string_view words, TextStyle style, float least) {
    style.size = fitting_size(words, style, box.w, box.h, least);
    text(box, words, style);
}

}  // namespace xy::paint
