#include "gui/painter.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "gui/rasterizer.h"
#include "gui/scene.h"

namespace xy::gui {
namespace {

using screens::Overlay;

/// Bitmaps of glyphs may take this much before they are dropped and made anew.
constexpr std::size_t glyph_memory = 24U << 20U;

std::string name_of(const screens::AttractState&) {
    return "attract";
}
std::string name_of(const screens::AudienceState&) {
    return "audience";
}
std::string name_of(const screens::QuestionState& question) {
    return question.survey() ? "survey" : "question";
}
std::string name_of(const screens::FeedbackState& feedback) {
    return feedback.review ? "review" : "feedback";
}
std::string name_of(const screens::CardState&) {
    return "card";
}
std::string name_of(const screens::PledgeState&) {
    return "pledge";
}
std::string name_of(const screens::ResultState&) {
    return "result";
}
std::string name_of(const screens::PinState&) {
    return "pin";
}
std::string name_of(const screens::PanelState&) {
    return "panel";
}
std::string name_of(const screens::PausedState&) {
    return "paused";
}

}  // namespace

std::string screen_name(const screens::KioskState& state) {
    switch (state.overlay) {
        case Overlay::still_there:
            return "still_there";
        case Overlay::leave:
            return "leave";
        case Overlay::staff:
            return "staff";
        case Overlay::none:
            break;
    }
    return std::visit([](const auto& screen) { return name_of(screen); }, state.screen);
}

/// ImGui's draw lists stand alone: no ImGui context, no global state. Input is matched against
/// Frame::widgets.
struct Painter::Tools {
    Theme theme;
    Glyphs glyphs;
    PictureSource& pictures;
    Stencils stencils;
    float stencil_scale = 0;
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    Rasterizer rasterizer;

    Tools(const FontFiles& fonts, PictureSource& source, Theme look)
        : theme(look), glyphs(fonts), pictures(source) {
        shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
        shared.SetCircleTessellationMaxError(0.2F);
    }

    void start(const View& view) {
        list._ResetForNewFrame();
        shared.ClipRectFullscreen = {0, 0, static_cast<float>(view.width), static_cast<float>(view.height)};
        list.PushClipRectFullScreen();
        list.PushTextureID(nullptr);
        if (glyphs.trim(glyph_memory)) rasterizer.forget();
    }
};

Painter::Painter(const FontFiles& fonts, PictureSource& pictures, Theme theme)
    : tools_(std::make_unique<Tools>(fonts, pictures, theme)) {}
Painter::~Painter() = default;

Frame Painter::draw(const screens::KioskState& state, const screens::Setup& setup, const View& view) {
    Tools& t = *tools_;
    t.start(view);
    Canvas canvas({t.list, t.glyphs, t.pictures, t.stencils, t.theme, view.touching}, view.width,
                  view.height);
    if (t.stencil_scale != canvas.scale()) {
        t.stencils.forget_all();
        t.stencil_scale = canvas.scale();
    }
    canvas.frame().screen = screen_name(state);
    canvas.frame().elsewhere = screens::Tap::touch;
    draw_scene(canvas, {state, setup, wording(state.language), view.age, view.motion});
    t.pictures.forget_unused();
    return std::move(canvas.frame());
}

std::vector<PixelRect> Painter::paint(PixelBuffer target) {
    return tools_->rasterizer.draw(tools_->list, target);
}

void Painter::forget() {
    tools_->rasterizer.forget();
}

void Painter::prepare(const screens::KioskState& state, const screens::Setup& setup, const View& view) {
    draw(state, setup, view);
}

}  // namespace xy::gui
