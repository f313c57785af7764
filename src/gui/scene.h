// The drawing of each of the visitor's screens.
#pragma once

#include "widgets/parts.h"

namespace xy::gui {

using namespace widgets;

void draw(ScreenCanvas& canvas, const screens::AttractState& attract, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::AudienceState& audience, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::QuestionState& question, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::FeedbackState& feedback, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::CardState& card, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::PledgeState& pledge, const Scene& scene);
void draw(ScreenCanvas& canvas, const screens::ResultState& result, const Scene& scene);
void draw_survey(ScreenCanvas& canvas, const screens::QuestionState& question, const Scene& scene);
void draw_overlay(ScreenCanvas& canvas, const Scene& scene);

/// The screen, and what lies over it.
void draw_scene(ScreenCanvas& canvas, const Scene& scene);

}  // namespace xy::gui
