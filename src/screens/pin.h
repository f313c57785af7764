// The PIN screen: the way into the booth's panel, and where PINs are set.
#pragma once

#include "screens/visit.h"

namespace xy::screens {

/// Shows the PIN screen; where no PIN was ever set, the one on which both are set.
void ask_for_pin(const Step& step);
void tap_pin(PinState& pin, const Action& action, const Step& step);
void hear_pin(PinState& pin, const PanelNews& news, const Step& step);
/// Counts a lock-out down; goes back to rest when nobody touches.
void tick_pin(PinState& pin, const Step& step);
Milliseconds next_tick_of(const PinState& pin, const KioskState& state, Milliseconds now);

}  // namespace xy::screens
