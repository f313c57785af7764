#include "gallery.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace xy::kiosk::tests {
namespace {

constexpr int least_picture = 90;  // design units, the longer side

}  // namespace

void Gallery::hang(const screens::KioskState& state, const screens::Setup& setup, const std::string& name,
                   std::size_t pictures, const std::string& pressed) {
    gui::View view{.width = sheet_.width, .height = sheet_.height, .motion = false, .touching = {}};
    view.touching.pressed = pressed;
    for (const Language language : {Language::zh, Language::en})
        for (const bool large : {false, true}) {
            screens::KioskState shown = state;
            shown.language = language;
            shown.large_text = large;
            pictures_.take_asked();
            const widgets::Frame frame = painter_.draw(shown, setup, view);
            ++screens_;
            const std::string where = std::string(code(language)) + (large ? " large " : " ") + frame.screen +
                                      " " + frame.item + " " + name + ": ";
            for (const std::string& fault : tests::faults(frame, sheet_)) faults_.insert(where + fault);
            if (frame.texts.empty()) faults_.insert(where + "shows no text");
            judge_pictures(where, pictures);
            keep(where.substr(0, where.size() - 2));
        }
}

/// XY_GALLERY=FOLDER keeps every screen as a picture there (PPM), to be looked at.
void Gallery::keep(std::string name) {
    const char* folder = std::getenv("XY_GALLERY");
    if (folder == nullptr) return;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ' ' || c == '/'; }, '-');
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(sheet_.width) *
                                      static_cast<std::size_t>(sheet_.height));
    painter_.forget();
    painter_.paint({pixels.data(), sheet_.width, sheet_.height, sheet_.width});
    std::string bytes = "P6 " + std::to_string(sheet_.width) + " " + std::to_string(sheet_.height) + " 255\n";
    for (const std::uint32_t pixel : pixels)
        for (const int shift : {16, 8, 0}) bytes += static_cast<char>(pixel >> shift);
    const std::string size = std::to_string(sheet_.width) + "x" + std::to_string(sheet_.height);
    std::ofstream(
        std::filesystem::path(folder) / (size + "-" + std::to_string(screens_) + "-" + name + ".ppm"),
        std::ios::binary)
        << bytes;
}

void Gallery::hang(const screens::Screen& screen, const std::string& name, std::size_t pictures,
                   const std::string& pressed) {
    screens::KioskState state;
    state.screen = screen;
    hang(state, shipped_setup(), name, pictures, pressed);
}

void Gallery::judge_pictures(const std::string& where, std::size_t expected) {
    const auto asked = pictures_.take_asked();
    if (asked.size() != expected)
        faults_.insert(where + std::to_string(asked.size()) + " pictures are shown instead of " +
                       std::to_string(expected));
    for (const auto& picture : asked) {
        const auto longer = static_cast<float>(std::max(picture.width, picture.height));
        if (longer < least_picture * sheet_.unit())
            faults_.insert(where + picture.file + " is tiny: " + std::to_string(picture.width) + "x" +
                           std::to_string(picture.height));
    }
}

void GalleryTest::TearDown() {
    std::cout << "checked " << gallery_.screens() << " screens at " << GetParam() << "\n";
    EXPECT_GT(gallery_.screens(), 0) << "nothing was looked at";
    std::string lines;
    for (const std::string& fault : gallery_.faults()) lines += "\n  " + fault;
    EXPECT_TRUE(gallery_.faults().empty()) << gallery_.faults().size() << " faults:" << lines;
}

}  // namespace xy::kiosk::tests
