// The booth's panel (展位管理): what staff see and do behind the PIN.
#pragma once

#include "screens/visit.h"

namespace xy::screens {

/// The panel locks itself when nobody touches it for so long.
inline constexpr Milliseconds panel_idle_timeout{120'000};

/// As if a visitor of this programme had touched the first screen; nothing for one that is not configured.
NextScreen begin_preview(const std::string& id, const Turn& turn);
void choose_programme(Setup& setup, const std::string& id);

Screen open_panel(access::Role role, const Turn& turn, Tab tab = Tab::today);
NextScreen tap_panel(PanelState& panel, const Action& action, const Turn& turn);
void on_panel_event(PanelState& panel, const PanelEvent& event, const Turn& turn);
/// Reads the figures anew now and then; locks the panel when it is left alone.
NextScreen tick_panel(PanelState& panel, const Turn& turn);
Milliseconds next_tick_of(const PanelState& panel, const KioskState& state, Milliseconds now);

/// What a tap in the panel, or word from the store, changes around the visits.
void on_panel_tap(Setup& setup, const PanelTap& tap);
void on_panel_event(Setup& setup, const PanelEvent& event);

}  // namespace xy::screens
