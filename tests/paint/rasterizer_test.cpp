// The rasterizer: the right pixels, and only those that changed.
#include "paint/rasterizer.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <imgui/imgui.h>
#include <imgui/imgui_internal.h>

#include "paint/blend.h"
#include "paint/paper.h"

namespace xy::paint {
namespace {

using namespace tests;
using testing::IsEmpty;

constexpr std::uint32_t white = 0xFFFFFF;
constexpr std::uint32_t red = 0xE01020;

ImU32 packed(std::uint32_t rgb, std::uint32_t opacity = 255) {
    return IM_COL32(rgb >> 16U, (rgb >> 8U) & 0xFFU, rgb & 0xFFU, opacity);
}

/// A list of shapes on a paper of 300 × 200.
class Drawing {
 public:
    Drawing() { start(); }

    void start() { whole(300, 200); }
    void whole(float width, float height) {
        list_._ResetForNewFrame();
        shared_.ClipRectFullscreen = {0, 0, width, height};
        list_.PushClipRectFullScreen();
        list_.PushTextureID(nullptr);
    }
    void rect(float x0, float y0, float x1, float y1, ImU32 colour) {
        list_.PrimReserve(6, 4);
        list_.PrimRectUV({x0, y0}, {x1, y1}, {0, 0}, {0, 0}, colour);
    }
    void picture(float x, float y, const Texture& texture, ImU32 tint = packed(white)) {
        list_.PushTextureID(const_cast<Texture*>(&texture));
        const auto w = static_cast<float>(texture.width);
        const auto h = static_cast<float>(texture.height);
        list_.PrimReserve(6, 4);
        list_.PrimRectUV({x, y}, {x + w, y + h}, {0, 0}, {w, h}, tint);
        list_.PopTextureID();
    }
    ImDrawList& list() { return list_; }
    std::vector<PixelRect> paint() { return rasterizer_.draw(list_, paper.buffer()); }
    void forget() { rasterizer_.forget(); }

    Paper paper{300, 200};

 private:
    ImDrawListSharedData shared_;
    ImDrawList list_{&shared_};
    Rasterizer rasterizer_;
};

int area(const std::vector<PixelRect>& rects) {
    int sum = 0;
    for (const PixelRect& rect : rects) sum += rect.width() * rect.height();
    return sum;
}

TEST(Blend, KeepsTheEnds) {
    for (const std::uint32_t below : {0x000000U, 0xFFFFFFU, 0x123456U})
        for (const std::uint32_t above : {0x000000U, 0xFFFFFFU, 0x654321U}) {
            EXPECT_EQ(blend(below, above, 255), above);
            EXPECT_EQ(blend(below, above, 0), below);
            EXPECT_EQ(blend_premultiplied(below, 0xFF000000U | above), above);
            EXPECT_EQ(blend_premultiplied(below, 0), below);
        }
}

TEST(Blend, IsWithinOneOfTheExactValue) {
    for (std::uint32_t below = 0; below < 256; below += 15)
        for (std::uint32_t above = 0; above < 256; above += 15)
            for (std::uint32_t opacity = 0; opacity < 256; ++opacity) {
                const double exact = (above * opacity + below * (255.0 - opacity)) / 255.0;
                const std::uint32_t mixed = blend(below * 0x010101U, above * 0x010101U, opacity);
                ASSERT_NEAR(mixed & 0xFFU, exact, 1.5);
                ASSERT_EQ((mixed >> 8U) & 0xFFU, mixed & 0xFFU);
                ASSERT_EQ(mixed >> 16U, mixed & 0xFFU);
            }
}

TEST(Blend, PremultipliedNeverOverflows) {
    for (std::uint32_t alpha = 0; alpha < 256; ++alpha) {
        const std::uint32_t texel = alpha << 24U | alpha * 0x010101U;  // white, premultiplied
        EXPECT_LE(blend_premultiplied(0xFFFFFFU, texel), 0xFFFFFFU);
        EXPECT_GE(blend_premultiplied(0xFFFFFFU, texel) & 0xFFU, 0xFDU) << alpha;
    }
}

TEST(Rasterizer, ARectangleFillsExactlyItsPixels) {
    Drawing drawing;
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.rect(10, 20, 31, 42, packed(red));
    drawing.paint();
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 300; ++x)
            ASSERT_EQ(drawing.paper.at(x, y), x >= 10 && x < 31 && y >= 20 && y < 42 ? red : white)
                << x << "," << y;
}

TEST(Rasterizer, APixelBelongsToARectangleThatCoversItsCentre) {
    Drawing drawing;
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.rect(10.45F, 20.55F, 30.45F, 40.55F, packed(red));
    drawing.paint();
    for (int i = 0; i < 60; ++i) {
        ASSERT_EQ(drawing.paper.at(i, 30), i >= 10 && i < 30 ? red : white) << "across " << i;
        ASSERT_EQ(drawing.paper.at(20, i), i >= 21 && i < 41 ? red : white) << "down " << i;
    }
}

TEST(Rasterizer, ASeeThroughRectangleMixesOnce) {
    Drawing drawing;
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.rect(50, 50, 250, 150, packed(0x000000, 128));
    drawing.paint();
    EXPECT_EQ(drawing.paper.at(49, 100), white);
    for (const int x : {50, 64, 128, 192, 249})
        EXPECT_EQ(drawing.paper.at(x, 100), blend(white, 0, 128)) << x;
}

TEST(Rasterizer, TrianglesThatShareAnEdgeNeitherOverlapNorLeaveAGap) {
    Drawing drawing;
    drawing.rect(0, 0, 300, 200, packed(white));
    ImDrawList& list = drawing.list();
    const ImU32 half = packed(0x000000, 128);
    const ImVec2 a(20.3F, 10.7F), b(280.1F, 31.2F), c(260.6F, 190.4F), d(13.9F, 170.5F);
    list.PrimReserve(6, 4);
    const auto first = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
    for (const int k : {0, 1, 2, 2, 3, 0}) list.PrimWriteIdx(static_cast<ImDrawIdx>(first + k));
    for (const ImVec2& p : {a, b, c, d}) list.PrimWriteVtx(p, {0, 0}, half);
    drawing.paint();
    std::size_t mixed = 0;
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 300; ++x) {
            const std::uint32_t pixel = drawing.paper.at(x, y);
            ASSERT_TRUE(pixel == white || pixel == blend(white, 0, 128)) << x << "," << y;
            mixed += pixel == white ? 0 : 1;
        }
    EXPECT_NEAR(static_cast<double>(mixed), 40'655, 20) << "the area of the four-cornered shape";
    for (int x = 30; x < 250; ++x) ASSERT_NE(drawing.paper.at(x, 100), white) << "a gap at " << x;
}

TEST(Rasterizer, ACircleIsRoundAndSmooth) {
    Drawing drawing;
    drawing.list().Flags = ImDrawListFlags_AntiAliasedFill;
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.list().AddCircleFilled({150, 100}, 60, packed(0x000000), 90);
    drawing.paint();
    EXPECT_EQ(drawing.paper.at(150, 100), 0U);
    EXPECT_EQ(drawing.paper.at(150, 39), white);
    EXPECT_EQ(drawing.paper.at(105, 55), white) << "no corner";
    int grey = 0;
    for (int x = 85; x < 150; ++x) {
        const std::uint32_t pixel = drawing.paper.at(x, 70);
        grey += pixel != white && pixel != 0 ? 1 : 0;
    }
    EXPECT_GE(grey, 1) << "a smooth edge";
    EXPECT_LE(grey, 4);
}

// ---- pictures --------------------------------------------------------------------------------------------

Texture checks() {
    Texture texture;
    texture.serial = next_texture_serial();
    texture.width = 3;
    texture.height = 2;
    texture.colour = {0xFF112233, 0xFF445566, 0xFF778899, 0xFFAABBCC, 0x00000000, 0x80402010};
    return texture;
}

TEST(Rasterizer, DrawsAPictureTexelForPixel) {
    Drawing drawing;
    const Texture texture = checks();
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.picture(7, 9, texture);
    drawing.paint();
    EXPECT_EQ(drawing.paper.at(7, 9), 0x112233U);
    EXPECT_EQ(drawing.paper.at(9, 9), 0x778899U);
    EXPECT_EQ(drawing.paper.at(7, 10), 0xAABBCCU);
    EXPECT_EQ(drawing.paper.at(8, 10), white) << "a hole";
    EXPECT_EQ(drawing.paper.at(9, 10), blend_premultiplied(white, 0x80402010U));
    EXPECT_EQ(drawing.paper.at(10, 9), white);
    EXPECT_EQ(drawing.paper.at(6, 9), white);
}

TEST(Rasterizer, CutsOffWhatLiesOutside) {
    Drawing drawing;
    const Texture texture = checks();
    drawing.rect(-500, -500, 5'000, 5'000, packed(white));
    drawing.picture(-2, -1, texture);
    drawing.picture(299, 199, texture);
    drawing.rect(1e6F, 1e6F, 2e6F, 2e6F, packed(red));
    drawing.rect(-1e6F, 100, 1e6F, 101, packed(red));
    drawing.list().AddTriangleFilled({-1e5F, 150}, {1e5F, 150}, {0, 151.9F}, packed(red));
    drawing.paint();
    EXPECT_EQ(drawing.paper.at(0, 0), blend_premultiplied(white, 0x80402010U));
    EXPECT_EQ(drawing.paper.at(299, 199), 0x112233U);
    EXPECT_EQ(drawing.paper.at(0, 100), red);
    EXPECT_EQ(drawing.paper.at(299, 100), red);
    EXPECT_EQ(drawing.paper.at(150, 99), white);
}

TEST(Rasterizer, TintsCoverage) {
    Texture texture;
    texture.serial = next_texture_serial();
    texture.width = 3;
    texture.height = 1;
    texture.coverage = {0, 128, 255};
    Drawing drawing;
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.picture(5, 5, texture, packed(red));
    drawing.paint();
    EXPECT_EQ(drawing.paper.at(5, 5), white);
    EXPECT_EQ(drawing.paper.at(6, 5), blend(white, red, 128));
    EXPECT_EQ(drawing.paper.at(7, 5), red);
}

// ---- a whole screen ---------------------------------------------------------------------------------------

/// Shapes over and beside each other in the first 128 rows from `top`, none reaching further.
void draw_band(Drawing& drawing, float top) {
    drawing.rect(0, top, 300, top + 128, packed(white));
    drawing.rect(10, top + 5, 290, top + 120, packed(red, 128));
    drawing.rect(40, top + 40, 200, top + 128, packed(0x102030, 90));
    drawing.list().AddTriangleFilled({20, top + 10}, {280, top + 30}, {150, top + 126}, packed(0x00AA00, 70));
}

TEST(Rasterizer, AScreenIsPaintedAsItsPartsAre) {
    constexpr int bands = 30;  // more than enough pixels for two threads
    Drawing part;
    draw_band(part, 0);
    part.paint();
    Drawing screen;
    screen.paper = Paper(300, bands * 128);
    screen.whole(300, bands * 128);
    for (int band = 0; band < bands; ++band) draw_band(screen, static_cast<float>(band * 128));
    EXPECT_EQ(area(screen.paint()), 300 * bands * 128);
    for (int y = 0; y < bands * 128; ++y)
        for (int x = 0; x < 300; ++x)
            ASSERT_EQ(screen.paper.at(x, y), part.paper.at(x, y % 128)) << x << "," << y;
}

// ---- only what changed -----------------------------------------------------------------------------------

TEST(Rasterizer, AnUnchangedFrameRepaintsNothing) {
    Drawing drawing;
    for (int frame = 0; frame < 2; ++frame) {
        drawing.start();
        drawing.rect(0, 0, 300, 200, packed(white));
        drawing.rect(10, 20, 31, 42, packed(red));
        if (frame == 0) {
            EXPECT_EQ(area(drawing.paint()), 300 * 200);
        }
    }
    drawing.paper.fill(0x123456);
    EXPECT_THAT(drawing.paint(), IsEmpty());
    EXPECT_EQ(drawing.paper.at(15, 25), 0x123456U);
}

TEST(Rasterizer, OneChangedShapeRepaintsOnlyTheTilesNearIt) {
    Drawing drawing;
    const auto frame = [&](std::uint32_t colour) {
        drawing.start();
        drawing.rect(0, 0, 300, 200, packed(white));
        drawing.rect(70, 70, 90, 90, packed(colour));
    };
    frame(red);
    drawing.paint();
    frame(0x00AA00);
    drawing.paper.fill(0x123456);
    const auto parts = drawing.paint();
    EXPECT_LE(area(parts), 64 * 64);
    EXPECT_EQ(drawing.paper.at(75, 75), 0x00AA00U);
    EXPECT_EQ(drawing.paper.at(66, 66), white) << "what lies around it in its tile";
    EXPECT_EQ(drawing.paper.at(10, 10), 0x123456U) << "far away nothing is touched";
    EXPECT_EQ(drawing.paper.at(250, 150), 0x123456U);
}

TEST(Rasterizer, NoticesAShapeThatIsGone) {
    Drawing drawing;
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.rect(70, 70, 90, 90, packed(red));
    drawing.paint();
    drawing.start();
    drawing.rect(0, 0, 300, 200, packed(white));
    EXPECT_EQ(area(drawing.paint()), 64 * 64);
    EXPECT_EQ(drawing.paper.at(75, 75), white);
}

TEST(Rasterizer, NoticesAnotherOrder) {
    Drawing drawing;
    const auto frame = [&](std::uint32_t below, std::uint32_t above) {
        drawing.start();
        drawing.rect(0, 0, 60, 60, packed(below));
        drawing.rect(0, 0, 60, 60, packed(above));
    };
    frame(white, red);
    drawing.paint();
    frame(red, white);
    drawing.paint();
    EXPECT_EQ(drawing.paper.at(5, 5), white);
}

TEST(Rasterizer, NoticesAnotherPictureAtTheSamePlace) {
    Texture texture = checks();
    Drawing drawing;
    drawing.picture(7, 9, texture);
    drawing.paint();
    texture.serial = next_texture_serial();
    texture.colour[0] = 0xFF010203;
    drawing.start();
    drawing.picture(7, 9, texture);
    drawing.paint();
    EXPECT_EQ(drawing.paper.at(7, 9), 0x010203U);
}

TEST(Rasterizer, ALostTargetIsPaintedWhole) {
    Drawing drawing;
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.paint();
    drawing.paper.fill(0);
    drawing.forget();
    EXPECT_EQ(area(drawing.paint()), 300 * 200);
    EXPECT_EQ(drawing.paper.at(299, 199), white);
}

TEST(Rasterizer, AnotherSizeIsPaintedWhole) {
    Drawing drawing;
    drawing.rect(0, 0, 300, 200, packed(white));
    drawing.paint();
    drawing.paper = Paper(290, 200);  // as many tiles
    EXPECT_EQ(area(drawing.paint()), 290 * 200);
}

/// A shape with corners all round, as petals and rounded cards are; its triangles one by one are the measure.
TEST(Rasterizer, AConvexShapeIsWhatItsTrianglesAre) {
    constexpr int corners = 29;
    std::vector<ImVec2> shape;
    for (int i = 0; i < corners; ++i) {
        const float angle = static_cast<float>(i) * 6.2832F / corners + 0.3F;
        const float along = 120 * std::cos(angle);
        const float across = 37 * std::sin(angle);
        shape.emplace_back(151.3F + along * 0.8F - across * 0.6F, 98.7F + along * 0.6F + across * 0.8F);
    }
    Drawing whole;
    whole.list().PrimReserve(3 * (corners - 2), corners);
    for (int i = 2; i < corners; ++i)
        for (const int corner : {0, i - 1, i})
            whole.list().PrimWriteIdx(
                static_cast<ImDrawIdx>(whole.list()._VtxCurrentIdx + static_cast<unsigned>(corner)));
    for (const ImVec2& corner : shape) whole.list().PrimWriteVtx(corner, {0, 0}, packed(red));
    whole.paint();
    Drawing pieces;
    for (std::size_t i = 2; i < corners; ++i) {
        pieces.list().PrimReserve(3, 3);
        for (const std::size_t corner : {std::size_t{0}, i - 1, i})
            pieces.list().PrimVtx(shape[corner], {0, 0}, packed(red));
    }
    pieces.paint();
    int filled = 0;
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 300; ++x) {
            ASSERT_EQ(whole.paper.at(x, y), pieces.paper.at(x, y)) << x << "," << y;
            filled += whole.paper.at(x, y) == red ? 1 : 0;
        }
    EXPECT_NEAR(filled, 3.14159 * 120 * 37, 150);
}

}  // namespace
}  // namespace xy::paint
