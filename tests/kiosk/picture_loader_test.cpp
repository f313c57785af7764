// Pictures of the banks: sharp at the size they are shown at, and a broken one stops nothing.
#include "kiosk/picture_loader.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/isolated_drawing.h"
#include "shipped.h"
#include "support/folder.h"
#include "support/picture.h"

namespace xy::kiosk {
namespace {

using namespace tests;

std::vector<std::string> shipped_pictures() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(shipped("questions/pictures")))
        files.push_back(entry.path().string());
    return files;
}

TEST(PictureLoader, ReadsEveryShippedPicture) {
    PictureLoader loader;
    const auto files = shipped_pictures();
    ASSERT_GE(files.size(), 8U);
    for (const std::string& file : files) {
        const paint::Texture* texture = loader.picture(file, 320, 240);
        ASSERT_NE(texture, nullptr) << file;
        EXPECT_TRUE(texture->width == 320 || texture->height == 240)
            << file << " " << texture->width << "x" << texture->height;
        EXPECT_LE(texture->width, 320);
        EXPECT_LE(texture->height, 240);
        EXPECT_EQ(texture->colour.size(), static_cast<std::size_t>(texture->width * texture->height));
        bool ink = false;
        for (const std::uint32_t texel : texture->colour) ink |= (texel >> 24U) > 128;
        EXPECT_TRUE(ink) << file << " is empty";
    }
}

TEST(PictureLoader, ColoursArePremultiplied) {
    PictureLoader loader;
    for (const std::string& file : shipped_pictures())
        for (const std::uint32_t texel : loader.picture(file, 200, 150)->colour) {
            const std::uint32_t alpha = texel >> 24U;
            ASSERT_LE((texel >> 16U) & 0xFFU, alpha);
            ASSERT_LE((texel >> 8U) & 0xFFU, alpha);
            ASSERT_LE(texel & 0xFFU, alpha);
        }
}

TEST(PictureLoader, DrawsAnSvgAtEachSizeAnew) {
    PictureLoader loader;
    const std::string file = shipped_pictures().front();
    const paint::Texture* small = loader.picture(file, 100, 75);
    const paint::Texture* large = loader.picture(file, 800, 600);
    EXPECT_GT(large->width, 4 * small->width);
    EXPECT_EQ(loader.picture(file, 100, 75), small) << "kept, not read again";
}

TEST(PictureLoader, ABrokenOrMissingPictureIsNone) {
    const TemporaryFolder folder;
    PictureLoader loader;
    std::ofstream(folder.path() / "broken.svg") << "<svg width='10'";
    std::ofstream(folder.path() / "broken.png") << "\x89PNG\r\n";
    std::ofstream(folder.path() / "empty.svg");
    for (const char* name : {"broken.svg", "broken.png", "empty.svg", "nowhere.svg", "nowhere.png"})
        EXPECT_EQ(loader.picture(folder.path() / name, 100, 100), nullptr) << name;
    EXPECT_EQ(loader.picture(folder.path(), 100, 100), nullptr) << "a folder";
}

TEST(PictureLoader, ScalesABitmapKeepingItsShape) {
    const TemporaryFolder folder;
    folder.write("small.png", small_png());  // 4 × 2
    PictureLoader loader;
    const paint::Texture* texture = loader.picture(folder.path() / "small.png", 200, 200);
    ASSERT_NE(texture, nullptr);
    EXPECT_EQ(texture->width, 200);
    EXPECT_EQ(texture->height, 100);
    EXPECT_EQ(texture->colour.at(100 * 50), 0xFF7F7F7FU);
}

TEST(PictureLoader, LeavesOutWhatWouldEndTheProgram) {
    const TemporaryFolder folder;
    folder.write("tall.svg", R"(<svg viewBox="0 0 1 5000"><rect width="1" height="5000"/></svg>)");
    folder.write("dashes.svg",
                 R"(<svg viewBox="0 0 9 9"><path d="M0 0H9" stroke="red" stroke-dasharray="0.0001"/></svg>)");
    folder.write("large.png", png_claiming(20'000, 20'000));
    PictureLoader loader;
    for (const char* name : {"tall.svg", "dashes.svg", "large.png"})
        EXPECT_EQ(loader.picture(folder.path() / name, 600, 600), nullptr) << name;
}

/// Lines that all cross each other keep the drawing library busy for minutes: no bound on a file tells.
TEST(PictureLoader, WhatTakesTooLongIsLeftOutAndNotTriedAgain) {
    const TemporaryFolder folder;
    std::string svg = R"(<svg viewBox="0 0 1000 1000"><path d="M0 0)";
    for (int i = 0; i < 9'000; ++i)
        svg += "L" + std::to_string(i * 7919 % 1000) + " 1000L" + std::to_string(i * 104'729 % 1000) + " 0";
    folder.write("crossing.svg", svg + "\"/></svg>");
    PictureLoader loader;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(loader.picture(folder.path() / "crossing.svg", 1000, 1000), nullptr);
    const auto first = std::chrono::steady_clock::now();
    EXPECT_LT(first - start, std::chrono::seconds(11));
    EXPECT_EQ(loader.picture(folder.path() / "crossing.svg", 500, 500), nullptr);
    EXPECT_LT(std::chrono::steady_clock::now() - first, std::chrono::milliseconds(100));
}

DrawnPixels draw_or_break(std::string_view request) {
    if (request == "exit") ::_exit(0);
    if (request == "crash") ::kill(::getpid(), SIGSEGV);
    if (request == "throw") throw std::bad_alloc();
    if (request == "lie") return {1000, 1000, {1, 2, 3}};
    if (request == "nothing") return {};
    return {3, 2, {1, 2, 3, 4, 5, static_cast<std::uint32_t>(request.size())}};
}

TEST(IsolatedDrawing, BringsThePixelsBackAndSurvivesWhateverTheChildDoes) {
    IsolatedDrawing drawing(draw_or_break);
    const auto expect_good = [&](std::string_view request) {
        const auto drawn = drawing.draw(request, 6);
        ASSERT_TRUE(drawn) << request;
        EXPECT_EQ(drawn->width, 3);
        EXPECT_EQ(drawn->pixels,
                  (std::vector<std::uint32_t>{1, 2, 3, 4, 5, static_cast<std::uint32_t>(request.size())}));
    };
    expect_good("one");
    expect_good("another");
    for (const char* request : {"nothing", "exit", "crash", "throw", "lie"}) {
        EXPECT_FALSE(drawing.draw(request, 6)) << request;
        expect_good("after it");
    }
    EXPECT_FALSE(drawing.draw("one", 5)) << "more than asked";
    expect_good(std::string(1'000'000, 'x'));
}

TEST(PictureLoader, ForgetsWhatNobodyAskedForSinceTheLastTime) {
    PictureLoader loader;
    const std::string file = shipped_pictures().front();
    const std::uint64_t serial = loader.picture(file, 100, 75)->serial;
    loader.forget_unused();
    EXPECT_EQ(loader.picture(file, 100, 75)->serial, serial);
    for (int times = 0; times < 2; ++times) loader.forget_unused();
    EXPECT_NE(loader.picture(file, 100, 75)->serial, serial);
}

}  // namespace
}  // namespace xy::kiosk
