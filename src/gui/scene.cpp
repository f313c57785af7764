#include "gui/scene.h"

#include <algorithm>

#include "panel/panel.h"
#include "wording/panel_wording.h"

namespace xy::gui {
namespace {

using panel::draw;

bool is_of_staff(const screens::Screen& screen) {
    return std::holds_alternative<screens::PinState>(screen) ||
           std::holds_alternative<screens::PanelState>(screen) ||
           std::holds_alternative<screens::WizardState>(screen);
}

/// Across every visitor's screen while nothing is counted.
void draw_practice_band(ScreenCanvas& canvas, const Scene& scene) {
    const bool practice = scene.setup.settings.practice || scene.state.preview.has_value() ||
                          (!scene.setup.event && scene.state.visit);
    if (!practice || is_of_staff(scene.state.screen)) return;
    const Theme& theme = canvas.theme();
    const Box band{0, 0, canvas.screen().w, 40};
    canvas.fill(band, theme.sun_light);
    line_of(canvas, band, wording::panel_wording(scene.language()).practice_band, 26, theme.sun_ink,
            Weight::bold, Align::centre);
}

/// Nobody knows who stands there: what was asked and answered is not shown to the next one.
bool is_hidden(const screens::KioskState& state) {
    return state.overlay == screens::Overlay::still_there || state.overlay == screens::Overlay::leave;
}

/// Blank cards where a page would be.
void draw_hidden_page(ScreenCanvas& canvas) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    const float x = canvas.margin();
    const float width = screen.w - 2 * x;
    canvas.fill({x, 190, width * 0.62F, 52}, theme.trough, 26);
    canvas.fill({x, 270, width * 0.31F, 40}, theme.trough, 20);
    const float top = screen.h * 0.39F;
    const float height = (screen.h - top - 240) / 2;
    for (int i = 0; i < 4; ++i)
        canvas.fill({x + static_cast<float>(i % 2) * (width + 40) / 2,
                     top + static_cast<float>(i / 2) * (height + 32), (width - 40) / 2, height},
                    theme.card, theme.radius);
}

}  // namespace

void draw_scene(ScreenCanvas& canvas, const Scene& scene) {
    canvas.fill(canvas.screen(), canvas.theme().paper);
    if (is_hidden(scene.state))
        draw_hidden_page(canvas);
    else
        std::visit([&](const auto& screen) { draw(canvas, screen, scene); }, scene.state.screen);
    draw_practice_band(canvas, scene);
    if (scene.state.overlay != screens::Overlay::none) draw_overlay(canvas, scene);
}

}  // namespace xy::gui
