// The booth's panel (展位管理): what staff see and do behind the PIN.
#pragma once

#include "screens/visit.h"

namespace xy::screens {

/// The panel locks itself when nobody touches it for so long.
inline constexpr Milliseconds panel_patience{120'000};

void open_panel(access::Role role, const Step& step);
void tap_panel(PanelState& panel, const Action& action, const Step& step);
void hear_panel(PanelState& panel, const PanelNews& news, const Step& step);
/// Reads the figures anew now and then; locks the panel when it is left alone.
void tick_panel(PanelState& panel, const Step& step);
Milliseconds next_tick_of(const PanelState& panel, const KioskState& state, Milliseconds now);

/// What a tap in the panel, or word from the store, changes around the visits.
void set_up_booth(Booth& booth, const PanelTap& tap);
void hear_of_booth(Booth& booth, const PanelNews& news);

}  // namespace xy::screens
