// The panel's tab for the ledger: a measure, the number pad, undo.
#pragma once

#include "screens/panel_steps.h"

namespace xy::screens {

/// Adds `amount` to a measure of the open event, or notes why it cannot be; a surprising amount is asked for
/// first, and `again` is done once the staff agree.
void add_amount(PanelState& panel, const outreach::LedgerEntry& wanted, Agreed agreed, const PanelTap& again,
                const Turn& turn);

/// Undoes an entry, unless its measure would fall under zero.
void undo_entry(PanelState& panel, const RandomId& id, const Turn& turn);

/// The pad for the first measure.
void open_ledger(PanelState& panel, const Turn& turn);
/// An empty pad for another measure.
void pick_measure(PanelState& panel, const std::string& measure, const Turn& turn);

// ---- on the number pad
/// 改为, or 再加.
void replace_total(PanelState& panel, bool replaces);
void type_digit(Pad& pad, int digit);
void erase_digit(Pad& pad);
/// Text for the note.
void type_note(Pad& pad, const std::string& utf8);
/// Enters what the pad says and empties it, unless it cannot be.
void finish_pad(PanelState& panel, Agreed agreed, const Turn& turn);

}  // namespace xy::screens
