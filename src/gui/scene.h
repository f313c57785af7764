// What a screen is drawn from, and the drawing of each screen. All const: drawing decides nothing.
#pragma once

#include "gui/screen_canvas.h"
#include "screens/kiosk_state.h"
#include "wording/visitor_wording.h"

namespace xy::gui {

struct Scene {
    const screens::KioskState& state;
    const screens::Setup& setup;
    const wording::VisitorWording& words;
    Milliseconds age{0};  ///< since this screen appeared
    bool motion = true;   ///< false: everything at its final place at once

    Language language() const { return state.language; }
    const std::string& text(const LocalizedText& localized) const { return localized.in(state.language); }
    /// 1, or more when the visitor asked for large text.
    float text_scale() const { return state.large_text ? 1.3F : 1.0F; }
    /// 0..1 of a movement that takes `length` from the appearance of the screen, eased out. Asks the frame to
    /// be drawn again while it has not ended.
    float progress(ScreenCanvas& canvas, Milliseconds length) const;
};

void draw(ScreenCanvas& canvas, const screens::AttractState& attract, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::AudienceState& audience, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::QuestionState& question, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::FeedbackState& feedback, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::CardState& card, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::PledgeState& pledge, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::ResultState& result, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::PinState& pin, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::PanelState& panel, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::PausedState& paused, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::WizardState& wizard, const Scene& scene);
void draw_survey(ScreenCanvas& canvas, const screens::QuestionState& question, const Scene& scene);
void draw_overlay(ScreenCanvas& canvas, const Scene& scene);

/// The screen, and what lies over it.
void draw_scene(ScreenCanvas& canvas, const Scene& scene);

}  // namespace xy::gui
