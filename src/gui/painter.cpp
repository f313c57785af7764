#include "gui/painter.h"

#include "gui/scene.h"
#include "screens/reading.h"

namespace xy::gui {
namespace {

using screens::Overlay;

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
std::string name_of(const screens::WizardState&) {
    return "wizard";
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

Painter::Painter(const paint::FontFiles& fonts, paint::PictureSource& pictures, Theme theme)
    : theme_(theme), renderer_(fonts, pictures) {}

Frame Painter::draw(const screens::KioskState& state, const screens::Setup& setup, const View& view) {
    const Theme& theme = setup.settings.high_contrast ? high_contrast_ : theme_;
    ScreenCanvas canvas(renderer_.begin(view.width, view.height), theme, view.touching);
    canvas.frame().screen = screen_name(state);
    canvas.frame().elsewhere = screens::Tap::touch;
    draw_scene(canvas, {state, setup, wording::visitor_wording(state.language), view.age,
                        view.motion && !setup.settings.still, field_});
    // They look as they will in a moment, but do not yet give way under a finger.
    for (Widget& widget : canvas.frame().widgets)
        if (state.reading && screens::needs_reading(widget.action)) widget.enabled = false;
    return canvas.finish();
}

void Painter::prepare(const screens::KioskState& state, const screens::Setup& setup, const View& view) {
    draw(state, setup, view);
}

}  // namespace xy::gui
