// The staff's screens: the PIN, the panel with its parts, the first start.
#pragma once

#include "widgets/parts.h"

namespace xy::panel {

void draw(widgets::ScreenCanvas& canvas, const screens::PinState& pin, const widgets::Scene& scene);
void draw(widgets::ScreenCanvas& canvas, const screens::PausedState& paused, const widgets::Scene& scene);
void draw(widgets::ScreenCanvas& canvas, const screens::PanelState& panel, const widgets::Scene& scene);
void draw(widgets::ScreenCanvas& canvas, const screens::WizardState& wizard, const widgets::Scene& scene);

}  // namespace xy::panel
