// The panel's part for events: the list, a sheet, making a new one by picking.
#pragma once

#include "screens/panel.h"

namespace xy::screens {

/// Whether the tap was one of this part.
bool tap_events(PanelState& panel, const PanelTap& tap, bool sure, const Turn& turn);
/// One step back: from the sheet or the draft. Whether there was one.
bool back_in_events(PanelState& panel);

}  // namespace xy::screens
