// Draws an ImDrawList with the CPU, and only where it differs from the frame before.
//
// Why not OpenGL: on the old laptops this is meant for, a software OpenGL costs 4 times the memory and twice
// the time of these few hundred lines, and a driver that is broken cannot break the kiosk.
//
// Why not a library: measured before rows were filled several pixels at a time, at 1920x1080 on two cores
// without a GPU, milliseconds a frame for attract, question, a pressed option and the moving flower, then the
// memory (PSS) of the process:
//   these lines   5.4   2.6   0.81  1.8   18.2 MB   what Dear ImGui lays out, as triangles
//   FreeType      2.4   1.3   0.33  0.51  17.0 MB   its smooth rasterizer, without Dear ImGui
//   cairo         3.8   2.8   0.75  1.2   22.1 MB   image surface
// Large areas are shared by two threads since: tap → painted 9.1 → 7.2 ms (median of 100 touches of a visit,
// scripts/bench, same machine).
// Cairo saves no time where a visitor waits and costs memory; FreeType is the way to go if Dear ImGui ever
// goes.
//
// What it relies on, and Canvas keeps: textures are drawn texel for pixel or stretched without filtering; the
// vertices of one triangle share their colour and differ in opacity only (that is how ImGui smooths edges).
#pragma once

#include <cstdint>
#include <vector>

#include "paint/pixels.h"
#include "paint/texture.h"

struct ImDrawList;
struct ImVec2;

namespace xy::paint {

class Rasterizer {
 public:
    /// Draws `list` into `target` and returns what was drawn: the parts that changed since the last call, or
    /// everything after forget() or when the size is another one.
    std::vector<PixelRect> draw(const ImDrawList& list, PixelBuffer target);
    /// The target was lost: draw everything next time.
    void forget() { tiles_.clear(); }

 private:
    struct Primitive;
    void collect(const ImDrawList& list, PixelBuffer target);
    std::vector<PixelRect> changed(PixelBuffer target);

    std::vector<Primitive> primitives_;
    std::vector<ImVec2> corners_;  ///< of the convex shapes among them
    std::vector<std::uint64_t> tiles_;
    int width_ = 0;
    int height_ = 0;

 public:
    Rasterizer();
    ~Rasterizer();
};

}  // namespace xy::paint
