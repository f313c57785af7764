// The files: SVG that stands alone, PNG that shows what was asked.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <string_view>

#include "charts/cairo_handles.h"
#include "charts/typesetter.h"
#include "sample.h"

namespace xy::charts {
namespace {

using namespace tests;
using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

bool is_well_formed(const std::string& xml) {
    const GMarkupParser silent{};
    const std::unique_ptr<GMarkupParseContext, Free<g_markup_parse_context_free>> context(
        g_markup_parse_context_new(&silent, GMarkupParseFlags{}, nullptr, nullptr));
    return g_markup_parse_context_parse(context.get(), xml.data(), static_cast<gssize>(xml.size()),
                                        nullptr) != FALSE &&
           g_markup_parse_context_end_parse(context.get(), nullptr) != FALSE;
}

cairo_status_t take(void* from, unsigned char* bytes, unsigned int count) {
    auto& rest = *static_cast<std::string_view*>(from);
    if (rest.size() < count) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(bytes, rest.data(), count);
    rest.remove_prefix(count);
    return CAIRO_STATUS_SUCCESS;
}

/// A PNG as one sees it. Ends the test when it is none.
class Pixels {
 public:
    explicit Pixels(const std::string& bytes) {
        std::string_view rest = bytes;
        surface_.reset(cairo_image_surface_create_from_png_stream(take, &rest));
    }
    int width() const { return cairo_image_surface_get_width(surface_.get()); }
    int height() const { return cairo_image_surface_get_height(surface_.get()); }
    Colour at(double x, double y) const {
        const unsigned char* row = cairo_image_surface_get_data(surface_.get()) +
                                   static_cast<int>(y) * cairo_image_surface_get_stride(surface_.get());
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, row + static_cast<int>(x) * 4, 4);
        return rgb(pixel & 0xFFFFFFU);
    }
    /// Of the pixels of `box` in points, how many are neither white nor nearly so.
    int inked(const Box& box, double scale) const {
        int count = 0;
        for (double y = box.y * scale; y < box.bottom() * scale; ++y)
            for (double x = box.x * scale; x < box.right() * scale; ++x) count += at(x, y).r < 128 ? 1 : 0;
        return count;
    }

 private:
    SurfaceHandle surface_;
};

TEST(Svg, IsWellFormedAndStandsAlone) {
    for (const auto& [name, chart] : all_charts()) {
        SCOPED_TRACE(name);
        const std::string file = svg(chart, 504);
        EXPECT_TRUE(is_well_formed(file));
        EXPECT_EQ(count_of(file, "http"), 1U);
        EXPECT_THAT(file, HasSubstr("xmlns=\"http://www.w3.org/2000/svg\""));
        for (const char* foreign : {"<text", "font", "href", "url(", " id=", "nan", "inf", "e+", "e-"})
            EXPECT_THAT(file, Not(HasSubstr(foreign)));
    }
}

/// What the outlines of a path cover, in points, read as SVG says it.
Box covered(const std::string& commands) {
    std::string spaced;
    for (const char c : commands) {
        if (c == '-' || std::isalpha(static_cast<unsigned char>(c)) != 0) spaced += ' ';
        spaced += c;
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) spaced += ' ';
    }
    std::istringstream in(spaced);
    double x = 0, y = 0, begun_x = 0, begun_y = 0, left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (char letter = ' '; in >> letter;) {
        if (letter == 'z') {
            x = begun_x;
            y = begun_y;
            continue;
        }
        double dx = 0, dy = 0;
        for (int points = letter == 'c' ? 3 : 1; points > 0; --points) in >> dx >> dy;
        x += dx;
        y += dy;
        if (letter == 'm') {
            begun_x = x;
            begun_y = y;
            continue;
        }
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    return {left / 100, top / 100, (right - left) / 100, (bottom - top) / 100};
}

TEST(Svg, HasEveryTextAsOutlinesInItsPlace) {
    const std::string file = svg(BarChart{audiences()}, 504);
    const Drawing drawing = drawing_of(BarChart{audiences()});
    std::size_t at = 0;
    for (const Text& text : drawing.texts) {
        at = file.find(" d=\"", at);
        ASSERT_NE(at, std::string::npos) << text.text;
        at += 4;
        const Box letters = covered(file.substr(at, file.find('"', at) - at));
        EXPECT_GE(letters.x, text.box.x - 1) << text.text;
        EXPECT_LE(letters.right(), text.box.right() + 1) << text.text;
        EXPECT_GE(letters.y, text.box.y) << text.text;
        EXPECT_LE(letters.bottom(), text.box.bottom()) << text.text;
        EXPECT_GT(letters.width, text.box.width / 2) << text.text;
    }
    EXPECT_EQ(file.find(" d=\"", at), std::string::npos);
}

TEST(Svg, TellsItsSizeInPoints) {
    const Size size = size_of(BarChart{townships()}, 504);
    EXPECT_THAT(svg(BarChart{townships()}, 504), HasSubstr("width=\"504pt\""));
    EXPECT_EQ(size.height, 14 * 19);
    EXPECT_THAT(svg(BarChart{townships()}, 504), HasSubstr("viewBox=\"0 0 504 266\""));
}

TEST(Files, OfTheSameChartHaveTheSameBytes) {
    const auto charts = all_charts();
    std::vector<std::string> first;
    for (const Named& named : charts) first.push_back(svg(named.chart, 504) + png(named.chart, 504, 96));
    for (std::size_t i = charts.size(); i-- > 0;)
        EXPECT_TRUE(first[i] == svg(charts[i].chart, 504) + png(charts[i].chart, 504, 96)) << charts[i].name;
}

TEST(Png, HasThePixelsThatWereAskedFor) {
    const Size size = size_of(half_a_year(), 504);
    for (const double dots : {96.0, 192.0, 300.0}) {
        const Pixels picture(png(half_a_year(), 504, dots));
        EXPECT_EQ(picture.width(), std::lround(size.width * dots / 72));
        EXPECT_EQ(picture.height(), std::lround(size.height * dots / 72));
    }
}

TEST(Png, ShowsGreenColumnsOnWhite) {
    const Drawing drawing = drawing_of(half_a_year());
    const Pixels picture(png(half_a_year(), 504, 144));
    EXPECT_EQ(picture.at(0, 0), white);
    for (const Box& bar : bars_of(drawing)) {
        EXPECT_EQ(picture.at(bar.middle() * 2, bar.y * 2 + bar.height), green);
        EXPECT_EQ(picture.at(bar.x * 2 - 3, bar.bottom() * 2 - 3), white);
    }
}

TEST(Png, ShowsEveryText) {
    for (const Chart& chart : {Chart(half_a_year()), Chart(BarChart{townships()})}) {
        const Pixels picture(png(chart, 504, 144));
        for (const Text& text : drawing_of(chart).texts)
            EXPECT_GT(picture.inked(text.box, 2), 10) << text.text;
    }
}

TEST(Png, LowersAResolutionThatNobodyCouldOpen) {
    std::vector<Bar> bars(2000, Bar{"甲", 1, "1"});
    const Pixels picture(png(BarChart{bars}, 120, 1200));
    EXPECT_EQ(picture.height(), 16000);
    for (const double dots : {-1.0, 0.0, std::nan("")})
        EXPECT_GT(Pixels(png(half_a_year(), 504, dots)).width(), 100);
}

TEST(Letters, FitInPrintWhereTheyFitOnTheScreen) {
    const Typesetter typesetter;
    const Extent natural = typesetter.measure("完成现场禁毒知识答题 3 184 人次", unlimited, 1);
    const Extent again = typesetter.measure("完成现场禁毒知识答题 3 184 人次", natural.width, 1);
    EXPECT_TRUE(again.whole);
    EXPECT_EQ(again.width, natural.width);
    EXPECT_FALSE(typesetter.measure("完成现场禁毒知识答题 3 184 人次", natural.width - 1, 1).whole);
}

TEST(Letters, TellWhenAWordBreaks) {
    const Typesetter typesetter;
    EXPECT_TRUE(typesetter.measure("沙田街道", 20, 2).whole);
    EXPECT_FALSE(typesetter.measure("Township", 25, 2).whole);
    EXPECT_TRUE(typesetter.measure("Yong'an Township", 45, 2).whole);
}

/// Of how many points the outline of a character consists in the form of that language.
int points_of(const char* character, const char* language) {
    const SurfaceHandle surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
    const CairoHandle cairo(cairo_create(surface.get()));
    const LayoutHandle layout(pango_cairo_create_layout(cairo.get()));
    const FontHandle description(pango_font_description_from_string("Noto Sans CJK SC 40"));
    pango_context_set_language(pango_layout_get_context(layout.get()), pango_language_from_string(language));
    pango_layout_set_font_description(layout.get(), description.get());
    pango_layout_set_text(layout.get(), character, -1);
    cairo_move_to(cairo.get(), 0, 0);
    pango_cairo_layout_path(cairo.get(), layout.get());
    return PathHandle(cairo_copy_path(cairo.get()))->num_data;
}

TEST(Letters, HaveTheFormsOfSimplifiedChinese) {
    for (const char* differing : {"角", "画", "返", "次", "社", "海", "毒", "解"}) {
        const PathHandle path = Typesetter().outline({TextPart::name, differing, {0, 0, 20, 13}});
        EXPECT_EQ(path->num_data, points_of(differing, "zh-Hans")) << differing;
        EXPECT_NE(path->num_data, points_of(differing, "ja")) << differing;
    }
}

TEST(Letters, AreOfNinePoints) {
    const Extent extent = Typesetter().measure("向阳", unlimited, 1);
    EXPECT_NEAR(extent.width, 18, 0.05);
    EXPECT_NEAR(extent.height, 9 * 1.448, 0.1) << "not set in Noto Sans CJK";
}

}  // namespace
}  // namespace xy::charts
