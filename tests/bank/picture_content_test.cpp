// A picture comes with a bank, from anywhere. One that would crash, fill or stop the kiosk is named by `bank
// check`, with what to do; the kiosk asks the same function before it draws.
#include "bank/picture_content.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "bank/bank_file.h"
#include "support/folder.h"
#include "support/good_bank.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

using testing::HasSubstr;

/// "what; advice", or nothing.
std::string against(std::string bytes, PictureFormat format) {
    const CheckedPicture checked = checked_picture(std::move(bytes), format);
    const auto* refusal = std::get_if<PictureRefusal>(&checked);
    return refusal == nullptr ? "" : refusal->what + "; " + refusal->advice;
}
std::string against_svg(const std::string& svg) {
    return against(svg, PictureFormat::svg);
}
std::string against_png(const std::string& png) {
    return against(png, PictureFormat::png);
}
std::string against_jpeg(const std::string& jpeg) {
    return against(jpeg, PictureFormat::jpeg);
}

/// 640 × 480 around `content`.
std::string svg_of(const std::string& content) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480">)" + content + "</svg>";
}

std::string svg_with_root(const std::string& attributes) {
    return "<svg " + attributes + R"(><path d="M0 0L1 1"/></svg>)";
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(PictureContent, OrdinaryPicturesAreTaken) {
    EXPECT_EQ(against_svg(std::string(small_svg)), "");
    EXPECT_EQ(against_png(small_png()), "");
    EXPECT_EQ(against_png(png_claiming(4000, 4000)), "") << "16 million pixels";
    EXPECT_EQ(against_jpeg(jpeg_claiming(4, 3)), "");
    EXPECT_EQ(against_jpeg(jpeg_claiming(1600, 1200, 10, '\xC2')), "") << "progressive";
    const std::string written =
        "<?xml version='1.0'?><!-- made by hand --><!DOCTYPE svg PUBLIC \"-//W3C\" \"svg.dtd\">\n"
        "<svg width='100mm' height='50mm'><g style='stroke-dasharray:none;stroke-width:0.5'>"
        "<path transform='translate(0,480) scale(0.1,-0.1)' d='M10,10c1-2-.5.5,3e1,4zm5 5A3 3 0 0110 "
        "10'/></g></svg>";
    EXPECT_EQ(against_svg(written), "") << "as drawing programs write them";
}

TEST(PictureContent, AShapeThatIsNoPictureIsRefused) {
    EXPECT_THAT(against_svg(svg_with_root(R"(viewBox="0 0 1 5000")")),
                HasSubstr("it is 1 × 5000: one side is more than 20 times the other; cut it"));
    EXPECT_THAT(against_svg(svg_with_root(R"(viewBox="0 0 1 1" width="5000" height="1")")),
                HasSubstr("20 times"));
    EXPECT_THAT(against_svg(svg_with_root(R"(viewBox="0 0 4 3" width="1in" height="1pt")")),
                HasSubstr("20 times"));
    EXPECT_THAT(against_png(png_claiming(1, 5000)), HasSubstr("20 times"));
    EXPECT_THAT(against_jpeg(jpeg_claiming(5000, 1)), HasSubstr("20 times"));
    for (const char* root : {R"(viewBox="0 0 0 0")", R"(viewBox="0 0 -4 3")", R"(viewBox="0 0 1e9 1e9")",
                             R"(viewBox="0 0 1e-30 1e-30")", R"(width="100%" height="100%")", ""})
        EXPECT_THAT(against_svg(svg_with_root(root)), HasSubstr("its view box is")) << root;
    for (const char* root : {R"(viewBox="0 0 nan 3")", R"(viewBox="0 0 1e999 3")", R"(viewBox="0 0 4")"})
        EXPECT_THAT(against_svg(svg_with_root(root)), HasSubstr("viewBox holds a number")) << root;
}

TEST(PictureContent, TooManyPixelsAreRefusedUnpacked) {
    EXPECT_THAT(against_png(png_claiming(20'000, 20'000)),
                HasSubstr("it has 20000 × 20000 pixels: more than 16 million; save it smaller"));
    EXPECT_THAT(against_png(png_claiming(0xFFFFFFFFU, 0xFFFFFFFFU)), HasSubstr("more than 16 million"));
    EXPECT_THAT(against_jpeg(jpeg_claiming(65'500, 65'500)), HasSubstr("more than 16 million"));
    EXPECT_THAT(against_png(png_claiming(0, 3)), HasSubstr("it is damaged, or not a PNG file"));
    EXPECT_THAT(against_jpeg(jpeg_claiming(4, 0)), HasSubstr("it is damaged, or not a JPEG file"));
}

TEST(PictureContent, AnotherFormatUnderThisNameIsRefused) {
    for (const std::string& bytes :
         {std::string("GIF89a"), std::string("II*\0", 4), std::string("RIFF....WEBPVP8 "),
          std::string("gimp xcf v011"), std::string("P6 1 1 255\n..."), std::string("BM"), std::string()}) {
        EXPECT_THAT(against_png(bytes), HasSubstr("not a PNG file; open it in a drawing program"));
        EXPECT_THAT(against_jpeg(bytes), HasSubstr("not a JPEG file"));
        EXPECT_NE(against_svg(bytes), "");
    }
    EXPECT_THAT(against_png(jpeg_claiming(4, 3)), HasSubstr("not a PNG file"));
    EXPECT_THAT(against_jpeg(small_png()), HasSubstr("not a JPEG file"));
}

TEST(PictureContent, ACutFileIsRefusedWhereverItIsCut) {
    const std::string png = small_png();
    for (std::size_t length = 0; length < png.size(); ++length)
        ASSERT_NE(against_png(png.substr(0, length)), "") << length;
    const std::string jpeg = jpeg_claiming(4, 3, 2);
    for (std::size_t length = 0; length < jpeg.size(); ++length)
        ASSERT_NE(against_jpeg(jpeg.substr(0, length)), "") << length;
}

TEST(PictureContent, WhatUnpacksBesideThePictureIsNotGivenToTheLibrary) {
    const std::string texts = repeated(png_chunk("zTXt", "a") + png_chunk("iCCP", "b"), 500);
    const CheckedPicture checked = checked_picture(png_claiming(4, 2, texts), PictureFormat::png);
    ASSERT_TRUE(std::holds_alternative<PictureContent>(checked));
    EXPECT_EQ(std::get<PictureContent>(checked).bytes, small_png());
}

TEST(PictureContent, AJpegOfAThousandPassesIsRefused) {
    EXPECT_THAT(against_jpeg(jpeg_claiming(4000, 4000, 1000, '\xC2')),
                HasSubstr("it is drawn in more than 64 passes; open it in a drawing program"));
    for (const char kind : {'\xC3', '\xC5', '\xC9', '\xCB'})
        EXPECT_THAT(against_jpeg(jpeg_claiming(4, 3, 1, kind)), HasSubstr("a JPEG of a rare kind"));
}

TEST(PictureContent, DashesAreRefusedWhereverTheyAreWritten) {
    for (const char* shape : {R"(<path d="M0 0H600" stroke-dasharray="0.0001"/>)",
                              R"(<path d="M0 0H600" style="fill:none;stroke-dasharray: 1, 2"/>)",
                              R"(<g stroke-dasharray='5'><rect width="9" height="9"/></g>)"})
        EXPECT_THAT(against_svg(svg_of(shape)), HasSubstr("it has dashed lines")) << shape;
}

TEST(PictureContent, MoreThanTwentyThousandLinesAreRefused) {
    EXPECT_EQ(against_svg(svg_of("<path d=\"M0 0" + repeated("L1 1", 19'000) + "\"/>")), "");
    for (const std::string& many :
         {"<path d=\"M0 0" + repeated("L1 1", 20'001) + "\"/>",
          "<path d=\"M0 0L" + repeated("1 1 ", 20'001) + "\"/>",
          "<path d=\"M0 0" + repeated("a1 1 0 0 1 1 1", 4'001) + "\"/>",
          "<polyline points=\"" + repeated("1,1 ", 20'001) + "\"/>", repeated("<circle r=\"1\"/>", 5'001),
          "<path d=\"" + repeated("z", 20'001) + "\"/>"})
        EXPECT_THAT(against_svg(svg_of(many)), HasSubstr("it has more than 20000 lines and curves"));
}

TEST(PictureContent, NumbersThatOverflowAreRefused) {
    for (const char* shape :
         {R"(<path d="M0 0L1e308 1e308"/>)", R"(<path d="M0 0L9e9,-9e9"/>)", R"(<path d="M0 0LNaN inf"/>)",
          R"(<rect width="1e40" height="1"/>)", R"(<circle r="99999999"/>)",
          R"(<path d="M0 0H9" stroke-width="1e30"/>)", R"(<path d="M0 0H9" style="stroke-width:1e30"/>)",
          R"(<polygon points="0,0 1e20,3"/>)", R"(<g transform='scale(1e9)'><path d="M0 0H9"/></g>)",
          R"(<g transform='matrix(1e5 0 0 1e5 0 0)'><path d="M0 0H9"/></g>)",
          R"(<g transform='scale(900)'><g transform='scale(900)'><path d="M0 0H9"/></g></g>)",
          R"(<path transform='skewX(89.99999)' d="M0 0H9"/>)",
          R"(<g transform='scale(500)'><path d="M0 0H9000"/></g>)"})
        EXPECT_THAT(against_svg(svg_of(shape)), HasSubstr("holds a number that no picture needs")) << shape;
}

TEST(PictureContent, WhatTheKioskWouldDrawOtherwiseIsRefused) {
    for (const char* element : {"use", "symbol", "image", "text", "script", "style", "foreignObject"})
        EXPECT_THAT(against_svg(svg_of(fmt::format("<path d='M0 0H9'/><{} x='1'/>", element))),
                    HasSubstr(fmt::format("the kiosk cannot draw <{}>; ", element)));
    EXPECT_THAT(against_svg("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg_of("<path d='M0 0H9'/>")),
                HasSubstr("it defines entities"));
    EXPECT_THAT(against_svg(svg_of(R"(<svg viewBox="0 0 1 5000"><path d="M0 0H9"/></svg>)")),
                HasSubstr("an <svg> inside the <svg>"));
    EXPECT_THAT(against_svg(svg_of(repeated("<g>", 10'000))), HasSubstr("more than 64 deep"));
    EXPECT_THAT(against_svg(svg_of("")), HasSubstr("nothing is drawn in it"));
    EXPECT_THAT(against_svg("<g><svg/></g>"), HasSubstr("it does not begin with <svg>"));
    EXPECT_THAT(against_svg("\xFF\xFE<\0s\0v\0g\0"), HasSubstr("not an SVG in UTF-8"));
    EXPECT_THAT(against_svg(std::string("<svg\0/>", 7)), HasSubstr("not an SVG in UTF-8"));
}

/// The library knows no comments beyond the first >.
TEST(PictureContent, ACommentHidesNothing) {
    EXPECT_THAT(against_svg(svg_of("<!-- > <path d='M0 0H9' stroke-dasharray='1'/> -->")),
                HasSubstr("it has dashed lines"));
}

TEST(PictureContent, TheFileIsLookedAtBeforeItIsRead) {
    const TemporaryFolder folder;
    const auto against_file = [&](const char* name) {
        const CheckedPicture checked = read_picture_file(folder.path() / name);
        const auto* refusal = std::get_if<PictureRefusal>(&checked);
        return refusal == nullptr ? "" : refusal->what;
    };
    folder.write("large.svg", small_svg);
    EXPECT_EQ(against_file("large.svg"), "");
    std::filesystem::resize_file(folder.path() / "large.svg", largest_picture + 1);
    EXPECT_EQ(against_file("large.svg"), "the file is larger than 2 MB");
    ASSERT_EQ(::mkfifo((folder.path() / "pipe.png").c_str(), 0600), 0);
    EXPECT_EQ(against_file("pipe.png"), "it is not a file") << "and nobody waited for its writer";
    EXPECT_THAT(against_file("none.png"), HasSubstr("cannot be read"));
}

TEST(PictureContent, ABankNamesThePictureAndItsLine) {
    const TemporaryFolder folder;
    folder.write("pictures/a.svg", svg_with_root(R"(viewBox="0 0 1 5000")"));
    folder.write("pictures/c.png", png_claiming(20'000, 20'000));
    const auto bank = load_bank(folder.write("small.json", good_bank));
    EXPECT_FALSE(bank.value);
    EXPECT_THAT(printed(bank.problems),
                HasSubstr("the picture \"pictures/a.svg\" cannot be drawn: it is 1 × 5000"));
    EXPECT_THAT(printed(bank.problems), HasSubstr("\"pictures/c.png\" cannot be drawn: it has 20000"));
    ASSERT_FALSE(bank.problems.empty());
    EXPECT_EQ(bank.problems[0].line, line_of(good_bank, "pictures/a.svg"));
}

}  // namespace
}  // namespace xy::bank
