#include "widgets/scene.h"

#include <algorithm>

namespace xy::widgets {

void Scene::again_in(ScreenCanvas& canvas, Milliseconds time) {
    std::optional<Milliseconds>& next = canvas.frame().next;
    next = next ? std::min(*next, time) : time;
}

float Scene::progress(ScreenCanvas& canvas, Milliseconds length) const {
    if (!motion || age >= length) return 1;
    canvas.frame().next = Milliseconds{16};
    const float t = static_cast<float>(age.count()) / static_cast<float>(length.count());
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

}  // namespace xy::widgets
