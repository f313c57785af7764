// The panel's tab for events: the list, a sheet, making a new one by picking.
#pragma once

#include "screens/panel_steps.h"

namespace xy::screens {

void show_event(PanelState& panel, const std::string& id, const Turn& turn);
/// An empty draft, in the tab for events.
void begin_event(PanelState& panel, const Turn& turn);
/// The choice for the stage that the new event is at.
void pick_for_event(PanelState& panel, std::size_t index, const Turn& turn);
/// Text for the name of the new event.
void type_event_name(PanelState& panel, const std::string& utf8);
/// Keeps the draft as an event; what opening it closes is said first.
void make_event(PanelState& panel, const MakeEvent& made, Agreed agreed, const Turn& turn);
/// Opens or closes an event. Asked first: closing one, opening one of another day, opening one while another
/// is open, which closes that.
void change_event(PanelState& panel, const ChangeEvent& change, Agreed agreed, const Turn& turn);
/// One step back: from the sheet or the draft. Whether there was one.
bool back_in_events(PanelState& panel);

}  // namespace xy::screens
