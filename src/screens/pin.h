// The PIN screen: the way into the booth's panel, and where PINs are set.
#pragma once

#include "screens/visit.h"

namespace xy::screens {

/// Shows the PIN screen; where no PIN was ever set, the one on which both are set.
Screen ask_for_pin(const Turn& turn);
NextScreen tap_pin(PinState& pin, const Action& action, const Turn& turn);
NextScreen on_pin_event(PinState& pin, const PanelEvent& event, const Turn& turn);
/// Counts a lock-out down; goes back to rest when nobody touches.
NextScreen tick_pin(PinState& pin, const Turn& turn);
Milliseconds next_tick_of(const PinState& pin, const KioskState& state, Milliseconds now);

}  // namespace xy::screens
