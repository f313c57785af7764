// Steps that the parts of the panel share.
#pragma once

#include <utility>

#include "screens/visit.h"

namespace xy::screens {

inline void request(PanelCommand wanted, const Turn& turn) {
    turn.effects.emplace_back(std::move(wanted));
}

/// Asks for the figures anew: after a change, on opening a part, every few seconds.
void refresh(PanelState& panel, const Turn& turn);

}  // namespace xy::screens
