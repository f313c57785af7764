#include "paint/renderer.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "paint/rasterizer.h"

namespace xy::paint {
namespace {

/// Bitmaps of glyphs may take this much before they are dropped and made anew.
constexpr std::size_t glyph_memory = 24U << 20U;

}  // namespace

/// ImGui's draw lists stand alone: no ImGui context, no global state.
struct Renderer::Tools {
    Glyphs glyphs;
    PictureSource& pictures;
    Stencils stencils;
    float stencil_scale = 0;
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    Rasterizer rasterizer;

    Tools(const FontFiles& fonts, PictureSource& source) : glyphs(fonts), pictures(source) {
        shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
        shared.SetCircleTessellationMaxError(0.2F);
    }
};

Renderer::Renderer(const FontFiles& fonts, PictureSource& pictures)
    : tools_(std::make_unique<Tools>(fonts, pictures)) {}
Renderer::~Renderer() = default;

Canvas Renderer::begin(int width, int height) {
    Tools& t = *tools_;
    t.list._ResetForNewFrame();
    t.shared.ClipRectFullscreen = {0, 0, static_cast<float>(width), static_cast<float>(height)};
    t.list.PushClipRectFullScreen();
    t.list.PushTextureID(nullptr);
    if (t.glyphs.trim(glyph_memory)) t.rasterizer.forget();
    Canvas canvas({t.list, t.glyphs, t.pictures, t.stencils}, width, height);
    if (t.stencil_scale != canvas.scale()) {
        t.stencils.forget_all();
        t.stencil_scale = canvas.scale();
    }
    return canvas;
}

std::vector<PixelRect> Renderer::paint(PixelBuffer target) {
    return tools_->rasterizer.draw(tools_->list, target);
}

void Renderer::forget() {
    tools_->rasterizer.forget();
}

}  // namespace xy::paint
