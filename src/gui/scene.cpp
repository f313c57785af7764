#include "gui/scene.h"

#include <algorithm>

namespace xy::gui {

float Scene::progress(Canvas& canvas, Milliseconds length) const {
    if (!motion || age >= length) return 1;
    canvas.frame().next = Milliseconds{16};
    const float t = static_cast<float>(age.count()) / static_cast<float>(length.count());
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

void draw_scene(Canvas& canvas, const Scene& scene) {
    canvas.fill(canvas.screen(), canvas.theme().paper);
    std::visit([&](const auto& screen) { draw(canvas, screen, scene); }, scene.state.screen);
    if (scene.state.overlay != screens::Overlay::none) draw_overlay(canvas, scene);
}

}  // namespace xy::gui
