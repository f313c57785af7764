// Pictures of the banks: sharp at the size they are shown at, and a broken one stops nothing.
#include "kiosk/picture_loader.h"

#include <fstream>
#include <gtest/gtest.h>

#include "shipped.h"
#include "support/folder.h"

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
    for (const char* name : {"broken.png", "empty.svg", "nowhere.svg", "nowhere.png"})
        EXPECT_EQ(loader.picture(folder.path() / name, 100, 100), nullptr) << name;
    loader.picture(folder.path() / "broken.svg", 100,
                   100);  // may draw what it understands, must not end the program
    EXPECT_EQ(loader.picture(folder.path(), 100, 100), nullptr) << "a folder";
}

TEST(PictureLoader, ScalesABitmapKeepingItsShape) {
    const TemporaryFolder folder;
    // A portable pixmap of 4 × 2: what SDL_image reads without any library.
    std::ofstream(folder.path() / "small.ppm", std::ios::binary) << "P6 4 2 255\n"
                                                                 << std::string(4 * 2 * 3, '\x7F');
    PictureLoader loader;
    const paint::Texture* texture = loader.picture(folder.path() / "small.ppm", 200, 200);
    ASSERT_NE(texture, nullptr);
    EXPECT_EQ(texture->width, 200);
    EXPECT_EQ(texture->height, 100);
    EXPECT_EQ(texture->colour.at(100 * 50), 0xFF7F7F7FU);
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
