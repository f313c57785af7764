#include "widgets/scene.h"

namespace xy::widgets {

float Scene::progress(ScreenCanvas& canvas, Milliseconds length) const {
    if (!motion || age >= length) return 1;
    canvas.draw_again_in(Milliseconds{16});
    const float t = static_cast<float>(age.count()) / static_cast<float>(length.count());
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

}  // namespace xy::widgets
