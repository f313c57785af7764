// What will probably be on the screen next, so that its glyphs and pictures can be made ready while the
// visitor reads.
#pragma once

#include <vector>

#include "screens/kiosk_state.h"

namespace xy::screens {

/// The states that the likely taps on this screen lead to, as if the store had saved everything at once.
/// Nothing of it happens: no effect leaves this function. `moment` must hold the seed that the next visit
/// will get.
std::vector<KioskState> likely_next(const KioskState& state, const Setup& setup, const Moment& moment);

/// What `state` becomes when the store says that everything is saved.
KioskState once_saved(const KioskState& state, const Setup& setup, const Moment& moment);

}  // namespace xy::screens
