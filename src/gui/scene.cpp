#include "gui/scene.h"

#include <algorithm>

#include "gui/panel_parts.h"

namespace xy::gui {

float Scene::progress(ScreenCanvas& canvas, Milliseconds length) const {
    if (!motion || age >= length) return 1;
    canvas.frame().next = Milliseconds{16};
    const float t = static_cast<float>(age.count()) / static_cast<float>(length.count());
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

namespace {

bool is_of_staff(const screens::Screen& screen) {
    return std::holds_alternative<screens::PinState>(screen) ||
           std::holds_alternative<screens::PanelState>(screen);
}

/// Across every visitor's screen while nothing is counted.
void draw_practice_band(ScreenCanvas& canvas, const Scene& scene) {
    const bool practice =
        scene.setup.practice || scene.state.preview || (!scene.setup.event && scene.state.visit);
    if (!practice || is_of_staff(scene.state.screen)) return;
    const Theme& theme = canvas.theme();
    const Box band{0, 0, canvas.screen().w, 40};
    canvas.fill(band, theme.sun_light);
    line_of(canvas, band, panel_wording(scene.language()).practice_band, 26, theme.sun_ink, Weight::bold,
            Align::centre);
}

}  // namespace

void draw_scene(ScreenCanvas& canvas, const Scene& scene) {
    canvas.fill(canvas.screen(), canvas.theme().paper);
    std::visit([&](const auto& screen) { draw(canvas, screen, scene); }, scene.state.screen);
    draw_practice_band(canvas, scene);
    if (scene.state.overlay != screens::Overlay::none) draw_overlay(canvas, scene);
}

}  // namespace xy::gui
