// The panel's tab for the ledger: plus and minus, the number pad, undo.
#pragma once

#include "screens/panel_steps.h"

namespace xy::screens {

/// Adds `amount` to a measure of the open event, or notes why it cannot be; a surprising amount is asked for
/// first.
void add_amount(PanelState& panel, const outreach::LedgerEntry& wanted, Agreed agreed, const Turn& turn);

// ---- on the number pad
void type_digit(Pad& pad, int digit);
void erase_digit(Pad& pad);
/// Text for the note.
void type_note(Pad& pad, const std::string& utf8);
/// Adds what the pad says and closes it, unless it cannot be.
void finish_pad(PanelState& panel, Agreed agreed, const Turn& turn);

}  // namespace xy::screens
