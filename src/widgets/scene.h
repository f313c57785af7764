// What a screen is drawn from. All const: drawing decides nothing.
#pragma once

#include "meadow/field.h"
#include "screens/kiosk_state.h"
#include "widgets/screen_canvas.h"
#include "wording/visitor_wording.h"

namespace xy::widgets {

struct Scene {
    const screens::KioskState& state;
    const screens::Setup& setup;
    const wording::VisitorWording& words;
    Milliseconds age{0};       ///< since this screen appeared
    bool motion = true;        ///< false: everything at its final place at once
    meadow::KeptField& field;  ///< of the day's visitors

    Language language() const { return state.language; }
    const std::string& text(const LocalizedText& localized) const { return localized.in(state.language); }
    /// 1, or more when the visitor asked for large text.
    float text_scale() const { return state.large_text ? 1.3F : 1.0F; }
    /// 0..1 of a movement that takes `length` from the appearance of the screen, eased out. Asks the frame to
    /// be drawn again while it has not ended.
    float progress(ScreenCanvas& canvas, Milliseconds length) const;
};

}  // namespace xy::widgets
