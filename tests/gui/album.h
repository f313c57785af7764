// One state of every kind of screen, made by hand; fonts and pictures to draw them with.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gui/painter.h"

namespace xy::gui::tests {

FontFiles fonts();

/// Plain coloured pictures of the asked size; "missing.svg" cannot be read.
class PlainPictures final : public PictureSource {
 public:
    const Texture* picture(const std::string& file, int width, int height) override;
    void forget_unused() override {}

 private:
    std::vector<std::pair<std::string, std::unique_ptr<Texture>>> made_;
};

quiz::Item item(quiz::Kind kind, const std::string& stem, const std::vector<std::string>& options);
screens::QuestionState question(quiz::Item item, quiz::Phase phase = quiz::Phase::quiz);
screens::KioskState state_of(screens::Screen screen);

screens::Setup setup();
/// Every screen at least once; overlays too. In Chinese and normal size.
std::vector<screens::KioskState> album();

/// A picture in memory to paint into.
class Paper {
 public:
    Paper(int width, int height);
    PixelBuffer buffer();
    const std::vector<std::uint32_t>& pixels() const { return pixels_; }
    std::uint32_t at(int x, int y) const;
    void fill(std::uint32_t colour);

 private:
    int width_;
    int height_;
    std::vector<std::uint32_t> pixels_;
};

}  // namespace xy::gui::tests
