// The way through a visit: from the attract screen through the programme's pages and back.
//
// Pure: what is seen of the world comes in with Setup and Moment, what is wanted of it goes out as effects.
// An answer is acknowledged (the next page shows) only after the store has confirmed it.
#pragma once

#include <optional>
#include <vector>

#include "screens/action.h"
#include "screens/kiosk_state.h"

namespace xy::screens {

/// The state at rest: attract screen, or the first page where the programme has no welcome.
KioskState at_rest(const Setup& setup, const Moment& moment);

/// The one way in which what surrounds a visit changes: between visits, by the staff. Call it with every
/// action before update().
void update_setup(Setup& setup, const KioskState& state, const Action& action);

/// What to ask of the store when the program has started; SetupKnown then asks for the day's count.
std::vector<Effect> start_up();

std::vector<Effect> update(KioskState& state, const Action& action, const Setup& setup, const Moment& moment);

/// When the next Tick is due (steady time), so that the loop can sleep until then.
Milliseconds next_tick(const KioskState& state, const Setup& setup, const Moment& moment);

/// How long a visitor may sit without a touch on this screen: Timing::idle, and more where there is much to
/// read.
Milliseconds idle_timeout(const KioskState& state, const Setup& setup);

}  // namespace xy::screens
