// From a canvas to pixels: fonts, pictures and the list of shapes, and the painting of what changed.
#pragma once

#include <memory>
#include <vector>

#include "paint/canvas.h"
#include "paint/pixels.h"

namespace xy::paint {

class Renderer {
 public:
    /// Throws FontError.
    Renderer(const FontFiles& fonts, PictureSource& pictures);
    ~Renderer();

    /// A blank canvas of this size in pixels. It writes into the renderer: one canvas at a time.
    Canvas begin(int width, int height);
    /// Paints what differs between the canvas and the last one that was painted; returns the changed parts.
    std::vector<PixelRect> paint(PixelBuffer target);
    /// The target lost its content: paint everything next time.
    void forget();

 private:
    struct Tools;
    std::unique_ptr<Tools> tools_;
};

}  // namespace xy::paint
