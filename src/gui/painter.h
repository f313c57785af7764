// The whole of gui as the kiosk sees it: a state in, pixels and a list of widgets out.
#pragma once

#include <vector>

#include "meadow/field.h"
#include "paint/renderer.h"
#include "screens/kiosk_state.h"
#include "widgets/frame.h"
#include "widgets/screen_canvas.h"

namespace xy::gui {

using widgets::Frame;
using widgets::Theme;
using widgets::Touching;

struct View {
    int width = 0;  ///< pixels
    int height = 0;
    Milliseconds age{0};  ///< since the screen appeared
    bool motion = true;
    Touching touching;
};

class Painter {
 public:
    /// Throws FontError. `pictures` must outlive the painter.
    Painter(const paint::FontFiles& fonts, paint::PictureSource& pictures, Theme theme = {});

    /// Lays out and draws into a list; nothing is rasterised yet.
    Frame draw(const screens::KioskState& state, const screens::Setup& setup, const View& view);
    /// Rasterises what the last draw() changed; returns the changed parts.
    std::vector<paint::PixelRect> paint(paint::PixelBuffer target) { return renderer_.paint(target); }
    /// The target lost its content: paint everything next time.
    void forget() { renderer_.forget(); }
    /// Rasterises the glyphs of a state that will probably come next, so that its first painting is quick.
    void prepare(const screens::KioskState& state, const screens::Setup& setup, const View& view);

 private:
    meadow::KeptField field_;
    Theme theme_;
    Theme high_contrast_ = widgets::high_contrast_theme();
    paint::Renderer renderer_;
};

/// The name of the screen as tests and the probe say it: "attract", "question", "survey", "staff" …
std::string screen_name(const screens::KioskState& state);

}  // namespace xy::gui
