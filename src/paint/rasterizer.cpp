#include "paint/rasterizer.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <imgui.h>
#include <span>
#include <thread>

#include "paint/blend.h"

namespace xy::paint {
namespace {

constexpr int tile_size = 64;

std::uint32_t opacity_of(ImU32 colour) {
    return colour >> IM_COL32_A_SHIFT;
}

std::uint32_t rgb_of(ImU32 colour) {
    return ((colour >> IM_COL32_R_SHIFT) & 0xFFU) << 16U | ((colour >> IM_COL32_G_SHIFT) & 0xFFU) << 8U |
           ((colour >> IM_COL32_B_SHIFT) & 0xFFU);
}

/// The first pixel whose centre is not left of (above) `edge`.
int first_pixel(float edge) {
    return static_cast<int>(std::ceil(edge - 0.5F));
}

void fill_span(std::uint32_t* begin, std::uint32_t* end, std::uint32_t colour, std::uint32_t opacity) {
    if (opacity == 255) {
        std::fill(begin, end, colour);
        return;
    }
    for (std::uint32_t* p = begin; p < end; ++p) *p = blend(*p, colour, opacity);
}

void fill_rect(PixelBuffer target, const PixelRect& area, ImU32 colour) {
    const std::uint32_t opacity = opacity_of(colour);
    const std::uint32_t rgb = rgb_of(colour);
    for (int y = area.y0; y < area.y1; ++y)
        fill_span(target.row(y) + area.x0, target.row(y) + area.x1, rgb, opacity);
}

// ---- textured rectangles ---------------------------------------------------------------------------------

/// Maps the pixels of a rectangle to texels: 16.16 fixed point along each axis.
struct Axis {
    std::int64_t start = 0;
    std::int64_t step = 0;

    Axis(float pixel0, float pixel1, float texel0, float texel1, int first) {
        const double scale = (static_cast<double>(texel1) - texel0) / (static_cast<double>(pixel1) - pixel0);
        step = std::llround(scale * 65536.0);
        start = std::llround((texel0 + (first + 0.5 - pixel0) * scale) * 65536.0);
    }
    int at(int index) const { return static_cast<int>((start + index * step) >> 16U); }
    /// Whether `count` pixels are as many texels side by side, all of them among the `size` there are.
    bool texel_for_pixel(int count, int size) const {
        return step == 65536 && at(0) >= 0 && at(0) + count <= size;
    }
};

void cover(std::uint32_t& out, std::uint32_t rgb, std::uint32_t opacity, std::uint32_t coverage) {
    if (coverage == 0) return;
    const std::uint32_t share = opacity == 255 ? coverage : coverage * opacity / 255U;
    out = share == 255 ? rgb : blend(out, rgb, share);
}

void tint(std::uint32_t& out, std::uint32_t texel, std::uint32_t opacity) {
    if ((texel >> 24U) == 0) return;
    const std::uint32_t whole = blend_premultiplied(out, texel);
    out = opacity == 255 ? whole : blend(out, whole, opacity);
}

/// Calls `one(pixel, texel)` for a row; stretched rows are the exception and may cost more.
template <typename Texel, typename One>
void draw_row(std::span<std::uint32_t> out, std::span<const Texel> texels, const Axis& axis, One one) {
    const int count = static_cast<int>(out.size());
    const int width = static_cast<int>(texels.size());
    if (axis.texel_for_pixel(count, width)) {
        const Texel* texel = texels.data() + axis.at(0);
        for (std::uint32_t& pixel : out) one(pixel, *texel++);
        return;
    }
    for (int i = 0; i < count; ++i)
        one(out[static_cast<std::size_t>(i)],
            texels[static_cast<std::size_t>(std::clamp(axis.at(i), 0, width - 1))]);
}

void draw_textured(PixelBuffer target, const PixelRect& area, const ImDrawVert& a, const ImDrawVert& c,
                   const Texture& texture) {
    const Axis across(a.pos.x, c.pos.x, a.uv.x, c.uv.x, area.x0);
    const Axis down(a.pos.y, c.pos.y, a.uv.y, c.uv.y, area.y0);
    const std::uint32_t opacity = opacity_of(a.col);
    const std::uint32_t rgb = rgb_of(a.col);
    for (int y = area.y0; y < area.y1; ++y) {
        const int v = std::clamp(down.at(y - area.y0), 0, texture.height - 1);
        const auto width = static_cast<std::size_t>(texture.width);
        const std::size_t first = static_cast<std::size_t>(v) * width;
        const std::span out(target.row(y) + area.x0, static_cast<std::size_t>(area.width()));
        if (texture.is_coverage())
            draw_row(out, std::span(texture.coverage).subspan(first, width), across,
                     [&](std::uint32_t& pixel, std::uint8_t texel) { cover(pixel, rgb, opacity, texel); });
        else
            draw_row(out, std::span(texture.colour).subspan(first, width), across,
                     [&](std::uint32_t& pixel, std::uint32_t texel) { tint(pixel, texel, opacity); });
    }
}

// ---- triangles -------------------------------------------------------------------------------------------

/// Where the edge from `a` down to `b` crosses the height `y`. The same edge of two triangles gives the same
/// number, so neighbours neither overlap nor leave a gap.
float crossing(const ImVec2& a, const ImVec2& b, float y) {
    return a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
}

/// Opacity as a plane over the triangle.
struct OpacityPlane {
    float at_origin = 0;
    float per_x = 0;
    float per_y = 0;

    OpacityPlane(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, float area) {
        const float first = static_cast<float>(opacity_of(a.col));
        const float ab = static_cast<float>(opacity_of(b.col)) - first;
        const float ac = static_cast<float>(opacity_of(c.col)) - first;
        per_x = (ab * (c.pos.y - a.pos.y) - ac * (b.pos.y - a.pos.y)) / area;
        per_y = (ac * (b.pos.x - a.pos.x) - ab * (c.pos.x - a.pos.x)) / area;
        at_origin = first - per_x * a.pos.x - per_y * a.pos.y;
    }
};

void fade_span(std::uint32_t* row, int x0, int x1, float y, const OpacityPlane& plane, std::uint32_t rgb) {
    float opacity = plane.at_origin + plane.per_y * y + plane.per_x * (static_cast<float>(x0) + 0.5F);
    for (int x = x0; x < x1; ++x, opacity += plane.per_x) {
        const float bounded = std::clamp(opacity, 0.0F, 255.0F);
        row[x] = blend(row[x], rgb, static_cast<std::uint32_t>(bounded + 0.5F));
    }
}

void fill_triangle(PixelBuffer target, const PixelRect& clip, const ImDrawVert& v0, const ImDrawVert& v1,
                   const ImDrawVert& v2) {
    std::array<const ImDrawVert*, 3> v{&v0, &v1, &v2};
    std::sort(v.begin(), v.end(), [](const ImDrawVert* a, const ImDrawVert* b) {
        return a->pos.y < b->pos.y || (a->pos.y == b->pos.y && a->pos.x < b->pos.x);
    });
    const ImVec2 top = v[0]->pos;
    const ImVec2 middle = v[1]->pos;
    const ImVec2 bottom = v[2]->pos;
    const float area = (middle.x - top.x) * (bottom.y - top.y) - (bottom.x - top.x) * (middle.y - top.y);
    if (area == 0.0F) return;
    const bool flat = v0.col == v1.col && v1.col == v2.col;
    const std::uint32_t rgb = rgb_of(v0.col);
    const OpacityPlane plane(*v[0], *v[1], *v[2], area);
    const int y_end = std::min(clip.y1, first_pixel(bottom.y));
    for (int y = std::max(clip.y0, first_pixel(top.y)); y < y_end; ++y) {
        const float centre = static_cast<float>(y) + 0.5F;
        const float far = crossing(top, bottom, centre);
        const float near =
            centre < middle.y ? crossing(top, middle, centre) : crossing(middle, bottom, centre);
        const int x0 = std::max(clip.x0, first_pixel(std::min(far, near)));
        const int x1 = std::min(clip.x1, first_pixel(std::max(far, near)));
        if (x0 >= x1) continue;
        if (flat)
            fill_span(target.row(y) + x0, target.row(y) + x1, rgb, opacity_of(v0.col));
        else
            fade_span(target.row(y), x0, x1, centre, plane, rgb);
    }
}

// ---- convex shapes ---------------------------------------------------------------------------------------

/// One of the two sides of a convex shape, walked from its top corner down.
class Side {
 public:
    /// `step` is 1 or the number of corners less 1: the way round.
    Side(std::span<const ImVec2> corners, std::size_t top, std::size_t step)
        : corners_(corners), at_(top), step_(step) {}

    /// Where it crosses the height `y`, which is not above the one before.
    float crossing_at(float y) {
        for (std::size_t left = corners_.size(); left > 0 && next().y <= y; --left) at_ = next_index();
        const ImVec2& from = corners_[at_];
        const ImVec2& to = next();
        return to.y > from.y ? crossing(from, to, y) : to.x;
    }

 private:
    std::size_t next_index() const { return (at_ + step_) % corners_.size(); }
    const ImVec2& next() const { return corners_[next_index()]; }

    std::span<const ImVec2> corners_;
    std::size_t at_;
    std::size_t step_;
};

void fill_convex(PixelBuffer target, const PixelRect& clip, std::span<const ImVec2> corners, ImU32 colour) {
    const auto top = std::min_element(corners.begin(), corners.end(),
                                      [](const ImVec2& a, const ImVec2& b) { return a.y < b.y; });
    const auto first = static_cast<std::size_t>(top - corners.begin());
    Side one(corners, first, 1);
    Side other(corners, first, corners.size() - 1);
    for (int y = clip.y0; y < clip.y1; ++y) {
        const float centre = static_cast<float>(y) + 0.5F;
        const float here = one.crossing_at(centre);
        const float there = other.crossing_at(centre);
        const int x0 = std::max(clip.x0, first_pixel(std::min(here, there)));
        const int x1 = std::min(clip.x1, first_pixel(std::max(here, there)));
        if (x0 < x1) fill_span(target.row(y) + x0, target.row(y) + x1, rgb_of(colour), opacity_of(colour));
    }
}

/// The corners of the convex shape that `index` begins with, as ImDrawList::AddConvexPolyFilled writes it:
/// triangles that share their first corner, each going on where the one before ended. 0: it is none.
std::size_t corners_of_convex(std::span<const ImDrawIdx> index, const ImVector<ImDrawVert>& vertices) {
    const ImU32 colour = vertices[index[0]].col;
    const auto same = [&](ImDrawIdx corner) { return vertices[corner].col == colour; };
    if (!same(index[1]) || !same(index[2])) return 0;
    std::size_t triangles = 1;
    for (std::size_t i = 3; i + 3 <= index.size(); i += 3, ++triangles)
        if (index[i] != index[0] || index[i + 1] != index[i - 1] || !same(index[i + 2])) break;
    return triangles < 2 ? 0 : triangles + 2;
}

// ---- noticing what changed -------------------------------------------------------------------------------

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29U);
}

std::uint64_t mix(std::uint64_t hash, const ImDrawVert& vertex) {
    std::array<std::uint32_t, 5> words{};
    static_assert(sizeof(vertex) == sizeof(words));
    std::memcpy(words.data(), &vertex, sizeof(vertex));
    hash = mix(hash, (static_cast<std::uint64_t>(words[0]) << 32U) | words[1]);
    hash = mix(hash, (static_cast<std::uint64_t>(words[2]) << 32U) | words[3]);
    return mix(hash, words[4]);
}

/// Whether six indices are one rectangle as ImDrawList::PrimRect writes it.
bool is_rectangle(std::span<const ImDrawIdx> index, const ImVector<ImDrawVert>& vertices) {
    if (index.size() < 6 || index[0] != index[3] || index[2] != index[4]) return false;
    const ImDrawVert& a = vertices[index[0]];
    const ImDrawVert& b = vertices[index[1]];
    const ImDrawVert& c = vertices[index[2]];
    const ImDrawVert& d = vertices[index[5]];
    return a.pos.x == d.pos.x && a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y &&
           a.pos.x < c.pos.x && a.pos.y < c.pos.y && a.col == b.col && b.col == c.col && c.col == d.col;
}

/// Adds a run of changed tiles; one as wide as the run right above it makes that one higher.
void add_run(std::vector<PixelRect>& areas, const PixelRect& run) {
    const auto above = std::find_if(areas.begin(), areas.end(), [&](const PixelRect& area) {
        return area.y1 == run.y0 && area.x0 == run.x0 && area.x1 == run.x1;
    });
    if (above == areas.end())
        areas.push_back(run);
    else
        above->y1 = run.y1;
}

// ---- sharing the work ------------------------------------------------------------------------------------

/// Fewer pixels than this are painted sooner than a thread starts.
constexpr std::int64_t pixels_worth_a_thread = 100'000;

std::int64_t pixels_in(std::span<const PixelRect> areas) {
    std::int64_t pixels = 0;
    for (const PixelRect& area : areas) pixels += std::int64_t{area.width()} * area.height();
    return pixels;
}

/// The same areas in pieces that two threads can take in turn; a multiple of a tile high.
std::vector<PixelRect> strips_of(std::span<const PixelRect> areas) {
    constexpr int height = 2 * tile_size;
    std::vector<PixelRect> strips;
    for (const PixelRect& area : areas)
        for (int y = area.y0; y < area.y1; y += height)
            strips.push_back({area.x0, y, area.x1, std::min(y + height, area.y1)});
    return strips;
}

}  // namespace

struct Rasterizer::Primitive {
    PixelRect bounds;  ///< already clipped
    const Texture* texture = nullptr;
    std::array<ImDrawVert, 3> vertices;  ///< of a rectangle: its first and third corner, at 0 and 2
    std::size_t first_corner = 0;        ///< of a convex shape
    std::size_t corners = 0;
    bool rectangle = false;
    std::uint64_t hash = 0;

    void draw(PixelBuffer target, const PixelRect& clip, std::span<const ImVec2> all_corners) const {
        const PixelRect area = intersection(bounds, clip);
        if (area.empty()) return;
        if (corners > 0)
            fill_convex(target, area, all_corners.subspan(first_corner, corners), vertices[0].col);
        else if (!rectangle)
            fill_triangle(target, area, vertices[0], vertices[1], vertices[2]);
        else if (texture != nullptr)
            draw_textured(target, area, vertices[0], vertices[2], *texture);
        else
            fill_rect(target, area, vertices[0].col);
    }
};

Rasterizer::Rasterizer() = default;
Rasterizer::~Rasterizer() = default;

void Rasterizer::collect(const ImDrawList& list, PixelBuffer target) {
    primitives_.clear();
    corners_.clear();
    const PixelRect whole{0, 0, target.width, target.height};
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const PixelRect clip =
            intersection(whole, {first_pixel(command.ClipRect.x), first_pixel(command.ClipRect.y),
                                 first_pixel(command.ClipRect.z), first_pixel(command.ClipRect.w)});
        const auto* texture = static_cast<const Texture*>(command.GetTexID());
        const std::span<const ImDrawIdx> all(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount);
        for (std::size_t i = 0; i + 3 <= all.size();) {
            Primitive primitive;
            const auto index = all.subspan(i);
            primitive.rectangle = is_rectangle(index, list.VtxBuffer);
            primitive.corners =
                primitive.rectangle || texture != nullptr ? 0 : corners_of_convex(index, list.VtxBuffer);
            primitive.first_corner = corners_.size();
            const std::size_t triangles = primitive.corners > 0 ? primitive.corners - 2 : 1;
            i += primitive.rectangle ? 6 : triangles * 3;
            float x0 = 1e9F, y0 = 1e9F, x1 = -1e9F, y1 = -1e9F;
            primitive.hash = texture == nullptr ? 0 : texture->serial;
            const auto take = [&](const ImDrawVert& vertex) {
                primitive.hash = mix(primitive.hash, vertex);
                x0 = std::min(x0, vertex.pos.x);
                y0 = std::min(y0, vertex.pos.y);
                x1 = std::max(x1, vertex.pos.x);
                y1 = std::max(y1, vertex.pos.y);
                if (primitive.corners > 0) corners_.push_back(vertex.pos);
            };
            for (std::size_t k = 0; k < 3; ++k) take(primitive.vertices[k] = list.VtxBuffer[index[k]]);
            for (std::size_t k = 5; k < 3 * triangles; k += 3) take(list.VtxBuffer[index[k]]);
            primitive.bounds =
                intersection(clip, {first_pixel(x0), first_pixel(y0), first_pixel(x1), first_pixel(y1)});
            if (primitive.bounds.empty()) continue;
            primitive.texture = texture;
            primitives_.push_back(primitive);
        }
    }
}

std::vector<PixelRect> Rasterizer::changed(PixelBuffer target) {
    const int columns = (target.width + tile_size - 1) / tile_size;
    const int rows = (target.height + tile_size - 1) / tile_size;
    std::vector<std::uint64_t> now(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    for (const Primitive& primitive : primitives_) {
        const PixelRect& b = primitive.bounds;
        for (int row = b.y0 / tile_size; row <= (b.y1 - 1) / tile_size; ++row)
            for (int column = b.x0 / tile_size; column <= (b.x1 - 1) / tile_size; ++column) {
                std::uint64_t& tile = now[static_cast<std::size_t>(row * columns + column)];
                tile = mix(tile, primitive.hash);
            }
    }
    const bool all = tiles_.size() != now.size() || width_ != target.width || height_ != target.height;
    std::vector<PixelRect> areas;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const auto index = static_cast<std::size_t>(row * columns + column);
            if (!all && now[index] == tiles_[index]) continue;
            const int from = column;
            while (column + 1 < columns &&
                   (all || now[index + static_cast<std::size_t>(column + 1 - from)] !=
                               tiles_[index + static_cast<std::size_t>(column + 1 - from)]))
                ++column;
            add_run(areas,
                    {from * tile_size, row * tile_size, (column + 1) * tile_size, (row + 1) * tile_size});
        }
    }
    for (PixelRect& area : areas) area = intersection(area, {0, 0, target.width, target.height});
    tiles_ = std::move(now);
    width_ = target.width;
    height_ = target.height;
    return areas;
}

std::vector<PixelRect> Rasterizer::draw(const ImDrawList& list, PixelBuffer target) {
    collect(list, target);
    std::vector<PixelRect> areas = changed(target);
    const bool shared = pixels_in(areas) >= pixels_worth_a_thread;
    const std::vector<PixelRect> pieces = shared ? strips_of(areas) : areas;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t piece = next++; piece < pieces.size(); piece = next++)
            for (const Primitive& primitive : primitives_) primitive.draw(target, pieces[piece], corners_);
    };
    std::jthread other;
    if (shared) other = std::jthread(work);
    work();
    if (other.joinable()) other.join();
    return areas;
}

}  // namespace xy::paint
