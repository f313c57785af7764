// The panel's tab for events: the list, a sheet, making a new one by picking.
#pragma once

#include "screens/panel_steps.h"

namespace xy::screens {

void show_event(PanelState& panel, const std::string& id, const Turn& turn);
void begin_event(PanelState& panel);
/// The choice for the stage that the new event is at.
void pick_for_event(PanelState& panel, std::size_t index, const Turn& turn);
/// Text for the name of the new event.
void type_event_name(PanelState& panel, const std::string& utf8);
void make_event(PanelState& panel, const MakeEvent& made, const Turn& turn);
/// Opens or closes an event; closing one, or opening one of another day, is asked first.
void change_event(PanelState& panel, const ChangeEvent& change, Agreed agreed, const Turn& turn);
/// One step back: from the sheet or the draft. Whether there was one.
bool back_in_events(PanelState& panel);

}  // namespace xy::screens
