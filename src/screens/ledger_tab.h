// The panel's part for the ledger: plus and minus, the number pad, undo.
#pragma once

#include "screens/panel.h"

namespace xy::screens {

/// Adds `amount` to a measure of the open event, or notes why it cannot be; a surprising amount is asked for
/// first, unless `sure`.
void add_amount(PanelState& panel, const outreach::LedgerEntry& wanted, bool sure, const Turn& turn);
/// The pad's digits, erase, text and done. Whether the tap was one of them.
bool tap_pad(PanelState& panel, const PanelTap& tap, bool sure, const Turn& turn);

}  // namespace xy::screens
