// The PIN screen: the way into the booth's panel, and where PINs are set.
#pragma once

#include "screens/visit.h"

namespace xy::screens {

/// How somebody asked for the panel.
enum class WayIn { touch, key };

/// Shows the PIN screen. Where no PIN was ever set, who has a keyboard sets the kiosk up; a touch is told
/// how. Where they are lost, only the recovery code leads on.
Screen ask_for_pin(WayIn way, const Turn& turn);
/// Both PINs, one after the other.
PinState first_setting();
NextScreen tap_pin(PinState& pin, const Action& action, const Turn& turn);
NextScreen on_pin_event(PinState& pin, const PanelEvent& event, const Turn& turn);
/// Counts a lock-out down; goes back to rest when nobody touches.
NextScreen tick_pin(PinState& pin, const Turn& turn);
Milliseconds next_tick_of(const PinState& pin, const KioskState& state, Milliseconds now);

}  // namespace xy::screens
