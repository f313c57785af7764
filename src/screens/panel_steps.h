// Steps that the parts of the panel share.
#pragma once

#include <utility>

#include "screens/visit.h"

namespace xy::screens {

inline void wish(PanelWish wanted, const Step& step) {
    step.effects.emplace_back(std::move(wanted));
}

/// Asks for the figures anew: after a change, on opening a part, every few seconds.
void read_anew(PanelState& panel, const Step& step);

}  // namespace xy::screens
