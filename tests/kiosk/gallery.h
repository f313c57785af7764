// Draws screens at one size, language and text size, and gathers every fault of their layout.
#pragma once

#include <gtest/gtest.h>
#include <set>
#include <string>

#include "fake_pictures.h"
#include "gui/painter.h"
#include "layout_rules.h"
#include "shipped.h"

namespace xy::kiosk::tests {

class Gallery {
 public:
    explicit Gallery(Sheet sheet) : sheet_(sheet) {}

    /// Draws the screen in both languages and both text sizes. `name` says which one it is; `pictures` are
    /// expected on it.
    void hang(const screens::KioskState& state, const screens::Setup& setup, const std::string& name,
              std::size_t pictures = 0, const std::string& pressed = {});
    void hang(const screens::Screen& screen, const std::string& name, std::size_t pictures = 0,
              const std::string& pressed = {});

    int screens() const { return screens_; }
    /// One line for each fault, each with the screen where it was seen.
    const std::set<std::string>& faults() const { return faults_; }

 private:
    void keep(std::string name);
    void judge_pictures(const std::string& where, std::size_t expected);

    Sheet sheet_;
    FakePictures pictures_;
    gui::Painter painter_{fonts(), pictures_};
    int screens_ = 0;
    std::set<std::string> faults_;
};

/// A test of screens at one size: something was hung, and nothing of it has a fault.
class GalleryTest : public testing::TestWithParam<Sheet> {
 protected:
    void TearDown() override;

    Gallery gallery_{GetParam()};
};

/// The sizes that are promised.
inline const auto every_sheet = testing::Values(Sheet{1024, 600}, Sheet{1366, 768}, Sheet{1920, 1080},
                                                Sheet{3840, 2160}, Sheet{1080, 1920});
inline std::string name_of_sheet(const testing::TestParamInfo<Sheet>& sheet) {
    return std::to_string(sheet.param.width) + "x" + std::to_string(sheet.param.height);
}

}  // namespace xy::kiosk::tests
