// Steps that the tabs of the panel share.
#pragma once

#include <utility>

#include "screens/visit.h"

namespace xy::screens {

/// Whether the staff have agreed to what the panel asks before it does it.
enum class Agreed { no, yes };

inline void request(PanelCommand wanted, const Turn& turn) {
    turn.effects.emplace_back(std::move(wanted));
}

/// Asks for a change; refresh() follows, and what comes back tells whether it was made.
inline void request_change(PanelState& panel, PanelCommand wanted, const Turn& turn) {
    panel.changing = true;
    request(std::move(wanted), turn);
}

/// Asks for the figures anew: after a change, on opening a tab, every few seconds.
void refresh(PanelState& panel, const Turn& turn);

/// Leaves whatever the tab has opened, and the tab.
void open_tab(PanelState& panel, Tab tab, const Turn& turn);

}  // namespace xy::screens
